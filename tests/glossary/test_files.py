"""Every format reads back what it wrote, and says what is wrong with a file."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.errors import GlossaryError
from translator.glossary import CaseRule, Term, TermKind, find, load, render, shipped_names
from translator.glossary.files import parse

TERMS = (
    Term("Mosca", "Moscow", TermKind.PLACE),
    Term("spagnolo", "Spanish", TermKind.DEMONYM, CaseRule.EXACT, 'of "Spain"; note', ("Spaniard", "Spaniards"), ("spagnola",)),
    Term("Roma", "AS Roma", TermKind.ORGANISATION, context="gol|(?!^){term}", note="context: none"),
    Term("Valdora", "Valdora"),
    Term("+Europa", "More Europe", TermKind.ORGANISATION, CaseRule.IGNORE, forms=("=Europa", "#Europa")),
)


def plain(terms):
    return [(t.source, t.target, t.kind, t.case, t.note, t.target_forms, t.forms, t.context) for t in terms]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".tbx"])
def test_a_written_glossary_reads_back_equal(tmp_path, suffix):
    path = tmp_path / f"desk{suffix}"
    path.write_bytes(render(TERMS, path))
    assert plain(load(path).terms) == plain(TERMS)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".tbx"])
@pytest.mark.parametrize("name", shipped_names())
def test_the_shipped_glossaries_pass_through_every_format(tmp_path, suffix, name):
    terms = find(name).terms
    path = tmp_path / f"x{suffix}"
    path.write_bytes(render(terms, path))
    assert plain(load(path).terms) == plain(terms)


WORDS = st.text(
    st.characters(categories=["Lu", "Ll", "Nd", "Po", "Sm"], exclude_characters="|/{"), min_size=1, max_size=12
).map(lambda text: f"a{text.strip()}".replace("  ", " "))


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".tbx"])
@given(source=WORDS, target=WORDS, form=WORDS, accepted=WORDS, note=WORDS)
def test_any_words_pass_through_every_format(tmp_path_factory, suffix, source, target, form, accepted, note):
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    terms = [Term(source, target, note=note, target_forms=(accepted,), forms=(form,) if form != source else ())]
    found, problems = parse(path, render(terms, path))
    assert not problems
    assert [(t.source, t.target, t.target_forms, t.forms) for t in found] == [
        tuple(unicode_nfc(part) for part in (t.source, t.target, t.target_forms, t.forms)) for t in terms
    ]


def unicode_nfc(part):
    import unicodedata

    return tuple(map(unicode_nfc, part)) if isinstance(part, tuple) else unicodedata.normalize("NFC", part)


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [(term.source, term.target) for term in load(path).terms]


@pytest.mark.parametrize(
    "text",
    ["Mosca\tMoscow\n", "Mosca = Moscow", "\ufeffMosca → Moscow\n", "# names\n\nMosca -> Moscow\n"],
    ids=["tab", "equals", "arrow-and-byte-order-mark", "comment"],
)
def test_two_columns(tmp_path, text):
    assert read(tmp_path, "desk.txt", text) == [("Mosca", "Moscow")]


def test_a_line_of_one_column_keeps_its_words(tmp_path):
    assert read(tmp_path, "desk.txt", "La Stampa\n") == [("La Stampa", "La Stampa")]


def test_two_columns_write_a_line_for_each_form(tmp_path):
    path = tmp_path / "desk.txt"
    assert render([Term("Kiev", "Kyiv", forms=("Kyiv",))], path) == b"Kiev\tKyiv\nKyiv\tKyiv\n"


@pytest.mark.parametrize("term", [Term("Roma", "AS Roma", context="gol"), Term("Kiev", "Kyiv", target_forms=("Kiev",))])
def test_two_columns_refuse_what_they_would_lose(tmp_path, term):
    with pytest.raises(GlossaryError, match="two columns cannot hold"):
        render([term], tmp_path / "desk.txt")


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_made_by_hand(tmp_path):
    data = workbook([["Appunti"]], [["Italiano", "Inglese", "Tipo"], ["Mosca", "Moscow", "luogo"], [None], ["G7", 7.0, None]])
    assert read(tmp_path, "desk.xlsx", data) == [("Mosca", "Moscow"), ("G7", "7")]


TBX2 = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
 <termEntry id="1"><descrip type="subjectField">geography</descrip>
  <langSet xml:lang="it-IT"><tig><term>Moscova</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
   <tig><term>Mosca</term></tig></langSet>
  <langSet xml:lang="en-US"><ntig><termGrp><term>Moscow</term></termGrp></ntig></langSet>
  <langSet xml:lang="de"><tig><term>Moskau</term></tig></langSet></termEntry>
 <termEntry id="2"><langSet xml:lang="de"><tig><term>Prag</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_of_version_2_is_read(tmp_path):
    assert read(tmp_path, "base.tbx", TBX2) == [("Mosca", "Moscow")]


def test_tbx_loads_nothing_from_elsewhere(tmp_path):
    (tmp_path / "secret").write_text("hidden")
    bomb = TBX2.replace('SYSTEM "TBXBasiccoreStructV02.dtd"', f'[<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]')
    assert read(tmp_path, "base.tbx", bomb.replace(">Moscow<", ">Moscow&s;<")) == [("Mosca", "Moscow&s;")]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("desk.xlsx", b"not a zip", "not an Excel workbook", id="no-zip"),
        pytest.param("desk.xlsx", workbook([["a", "b"], ["c", "d"]]), "no column source and target", id="no-header"),
        pytest.param(
            "desk.xlsx",
            workbook([["italiano", "inglese", "tipo"], ["Mosca", "Moscow", "x"]]),
            "line 2, column kind",
            id="bad-cell",
        ),
        pytest.param("desk.tbx", b"<tbx>", "not well-formed XML", id="broken-xml"),
        pytest.param("desk.tbx", b"<html/>", "not TBX", id="no-tbx"),
        pytest.param("desk.tbx", TBX2.replace("it-IT", "fr").encode(), "no concept has an Italian", id="no-italian"),
        pytest.param("desk.txt", b"a\tb\tc\n", "3 columns", id="three-columns"),
        pytest.param("desk.ods", b"", "not a glossary's format", id="unknown-format"),
    ],
)
def test_errors_say_what_to_do(tmp_path, name, data, says):
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, name, data)
    assert name in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_workbook_that_unpacks_to_a_bomb_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as member:
        for _ in range(301):
            member.write(bytes(1_000_000))
    with pytest.raises(GlossaryError, match="no glossary"):
        read(tmp_path, "bomb.xlsx", out.getvalue())


def test_a_name_without_a_format_is_refused(tmp_path):
    with pytest.raises(GlossaryError, match="does not say a format"):
        render(TERMS, tmp_path / "desk")
