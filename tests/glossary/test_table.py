import pytest

from translator.errors import GlossaryError
from translator.glossary import CaseRule, TermKind, load


def glossary(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "desk.csv"
    path.write_bytes(text.encode(encoding))
    return load(path)


def test_reads_all_columns(tmp_path):
    (term,) = glossary(
        tmp_path,
        "source,target,kind,case,forms,target_forms,context,note\n"
        "spagnolo/-a,Spanish,demonym,exact,ispano/-a|ispanico,Spaniards|Spaniard,Madrid,of Spain\n",
    ).terms
    assert (term.source, term.target, term.kind, term.case) == ("spagnolo", "Spanish", TermKind.DEMONYM, CaseRule.EXACT)
    assert (term.forms, term.context) == (("spagnola", "ispano", "ispana", "ispanico"), "Madrid")
    assert (term.note, term.target_forms, term.line) == ("of Spain", ("Spaniards", "Spaniard"), 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("source,target\nMosca,Moscow\n", id="two-columns"),
        pytest.param("\ufeffsource,target\nMosca,Moscow\n", id="byte-order-mark"),
        pytest.param("source,target\r\nMosca,Moscow\r\n", id="windows-line-ends"),
        pytest.param("source;target\nMosca;Moscow\n", id="semicolons"),
        pytest.param("target,source\nMoscow,Mosca\n", id="columns-in-another-order"),
        pytest.param("Italiano;Inglese\nMosca;Moscow\n", id="italian-header"),
        pytest.param("Termine italiano\tTraduzione\nMosca\tMoscow\n", id="italian-header-and-tabs"),
        pytest.param("Source,TARGET\n Mosca , Moscow \n", id="capitals-and-blanks"),
        pytest.param("# our desk\n\nsource,target\n# Russia\nMosca,Moscow\n\n", id="comments-and-empty-lines"),
        pytest.param('source,target\n"Mosca","Moscow"\n', id="quoted"),
        pytest.param("source,target\nMosca,Moscow", id="no-final-line-end"),
    ],
)
def test_reads_what_people_save(tmp_path, text):
    assert [(term.source, term.target) for term in glossary(tmp_path, text).terms] == [("Mosca", "Moscow")]


def test_an_empty_target_keeps_the_source(tmp_path):
    assert glossary(tmp_path, "source,target\nValdora,\n").terms[0].target == "Valdora"


def test_name_and_hash_are_those_of_the_file(tmp_path):
    one = glossary(tmp_path, "source,target\nMosca,Moscow\n")
    other = glossary(tmp_path, "source,target\nMosca,Moskva\n")
    assert one.name == "desk.csv"
    assert one.sha256 != other.sha256


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("francese,inglese\nMosca,Moscow\n", 1, "source,target", id="unknown-header"),
        pytest.param("source,target,colour\nMosca,Moscow,red\n", 1, "colour", id="unknown-column"),
        pytest.param("source,target,target\nMosca,Moscow,x\n", 1, "twice", id="column-twice"),
        pytest.param("source,target\nMosca,Moscow\n,Rome\n", 3, "source is empty", id="empty-source"),
        pytest.param("source,target,kind\nMosca,Moscow,river\n", 2, "river", id="unknown-kind"),
        pytest.param("source,target,kind,case\nMosca,Moscow,place,upper\n", 2, "upper", id="unknown-case"),
        pytest.param("source,target\nMosca,Moscow,place\n", 2, "double quotes", id="too-many-cells"),
        pytest.param("source,target\nMosca,Moscow\nMosca,Moskva\n", 3, "line 2", id="source-twice"),
        pytest.param('source,target\n"Mosca,Moscow\n', 2, "double quotes", id="open-quote"),
        pytest.param("source,target\nMosca/-,Moscow\n", 2, "right after a word", id="bad-notation"),
        pytest.param("source,target\nMosc/-a,Moscow\n", 2, "column source", id="notation-that-does-not-fit"),
        pytest.param("source,target,context\nMosca,Moscow,gol(\n", 2, "column context", id="bad-context"),
        pytest.param("source,target,forms\nMosca,Moscow,\nMoskva,Moskva,Mosca\n", 3, "line 2", id="form-twice"),
        pytest.param("source,target,\nMosca,Moscow,x\n", 2, "without a name", id="cell-without-column"),
        pytest.param("", 1, "source,target", id="empty-file"),
    ],
)
def test_errors_name_file_line_and_remedy(tmp_path, text, line, says):
    with pytest.raises(GlossaryError) as caught:
        glossary(tmp_path, text)
    message = str(caught.value)
    assert "desk.csv" in message
    assert f"line {line}" in message
    assert says in message
    assert "\n" not in message


def test_another_encoding_is_refused_with_its_line(tmp_path):
    with pytest.raises(GlossaryError, match=r"desk\.csv, line 2: not UTF-8"):
        glossary(tmp_path, "source,target\nCittà,City\n", encoding="latin-1")


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(GlossaryError, match="cannot read"):
        load(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("persona", TermKind.PERSON), ("Carica", TermKind.TITLE), ("organizzazione", TermKind.ORGANISATION), ("", TermKind.OTHER)],
)
def test_kinds_may_be_italian(tmp_path, kind, expected):
    assert glossary(tmp_path, f"italiano;inglese;tipo\nMosca;Moscow;{kind}\n").terms[0].kind is expected


def test_the_same_form_may_stand_twice_in_different_contexts(tmp_path):
    text = "source,target,context\nRoma,Rome,\nRoma,AS Roma,gol\n"
    assert len(glossary(tmp_path, text).terms) == 2


def test_the_same_row_twice_does_no_harm(tmp_path):
    assert glossary(tmp_path, "source,target\nMosca,Moscow\nMosca,Moscow\n").terms


def test_several_errors_are_counted(tmp_path):
    with pytest.raises(GlossaryError, match=r"line 2, column kind: .* \(1 more: translator glossary check"):
        glossary(tmp_path, "source,target,kind\nMosca,Moscow,x\nParigi,Paris,y\n")
