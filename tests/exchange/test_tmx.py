import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.texts import HARD, SOME_TEXT, TEXT, UNHURRIED
from tests.exchange.valid import check_tmx

from translator.errors import ExchangeError
from translator.exchange import Status, TranslationUnit, tmx

MORNING = datetime.datetime(2026, 11, 24, 8, 30, tzinfo=datetime.UTC)
MOMENT = st.datetimes(timezones=st.just(datetime.UTC)).map(lambda moment: moment.replace(microsecond=0))
UNIT = st.builds(
    TranslationUnit,
    source=TEXT,
    target=TEXT,
    id=TEXT,
    status=st.sampled_from([None, *Status]),
    author=TEXT,
    created=st.none() | MOMENT,
    changed=st.none() | MOMENT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
    properties=st.lists(st.tuples(SOME_TEXT.filter(lambda kind: kind != "x-status"), TEXT), max_size=2).map(tuple),
)


def written(*units, **header):
    stream = io.BytesIO()
    tmx.write(stream, units, created=MORNING, **header)
    return stream.getvalue()


def read(data, **options):
    return list(tmx.read(io.BytesIO(data.encode() if isinstance(data, str) else data), **options))


def memory(body, *, before="", root='<tmx version="1.4">', header='<header srclang="it"/>'):
    return f"{before}{root}{header}<body>{body}</body></tmx>"


def unit(italian, english="Hello"):
    return f'<tu><tuv xml:lang="it"><seg>{italian}</seg></tuv><tuv xml:lang="en"><seg>{english}</seg></tuv></tu>'


@UNHURRIED
@given(st.lists(UNIT, max_size=3))
def test_units_come_back_as_they_were(units):
    data = written(*units)
    check_tmx(data)
    assert read(data) == units


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_survive(text):
    one = TranslationUnit(text, text[::-1], id=text, notes=(text,), properties=((text or "x-a", text),))
    data = written(one, properties=[("x-signature", text)], notes=[text])
    check_tmx(data)
    assert read(data) == [one]


def test_what_a_file_looks_like():
    one = TranslationUnit(
        "Il faro.",
        "The lighthouse.",
        "p1.s1",
        Status.REVIEWED,
        "Nerina",
        MORNING,
        MORNING + datetime.timedelta(days=1),
        ("checked",),
        (("x-origin", "reviewer"),),
    )
    root = check_tmx(written(one, properties=[("x-signature", "s")], notes=["n"]))
    header, (element,) = root[0], root[1]
    assert dict(header.attrib) == {
        "creationtool": "translator",
        "creationtoolversion": "0.1.0",
        "segtype": "sentence",
        "o-tmf": "translator",
        "adminlang": "en",
        "srclang": "it-IT",
        "datatype": "plaintext",
        "creationdate": "20261124T083000Z",
    }
    assert [(item.tag, item.text) for item in header] == [("note", "n"), ("prop", "s")]
    assert dict(element.attrib) == {
        "tuid": "p1.s1",
        "creationid": "Nerina",
        "creationdate": "20261124T083000Z",
        "changedate": "20261125T083000Z",
    }
    assert [(item.get("type"), item.text) for item in element.iter("prop")] == [
        ("x-status", "reviewed"),
        ("x-origin", "reviewer"),
    ]
    assert [item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in element.iter("tuv")] == ["it-IT", "en-US"]


def test_points_in_time_are_written_in_utc():
    rome = datetime.timezone(datetime.timedelta(hours=1))
    data = written(TranslationUnit("a", "b", created=datetime.datetime(2026, 1, 1, 0, 30, tzinfo=rome)))
    assert b'creationdate="20251231T233000Z"' in data
    assert read(data)[0].created == datetime.datetime(2025, 12, 31, 23, 30, tzinfo=datetime.UTC)


def test_writing_twice_gives_the_same_bytes():
    units = [TranslationUnit("a\x01", "b", "1", Status.FINAL)]
    assert written(*units) == written(*units)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    declared = f'<?xml version="1.0" encoding="{encoding[:6].rstrip("-")}"?>'
    assert read(memory(unit("Perché no"), before=declared).encode(encoding))[0].source == "Perché no"


def test_other_encodings_that_are_declared():
    assert (
        read(memory(unit("Perché"), before='<?xml version="1.0" encoding="windows-1252"?>').encode("cp1252"))[0].source
        == "Perché"
    )


@pytest.mark.parametrize(
    ("italian", "english", "found"),
    [
        pytest.param("it-IT", "en-US", True, id="as-we-write"),
        pytest.param("IT", "EN", True, id="capitals"),
        pytest.param("it_IT", "en_GB", True, id="underscores"),
        pytest.param("it-CH", "en-GB", True, id="other-regions"),
        pytest.param("ita", "eng", True, id="three-letters"),
        pytest.param("fr", "en", False, id="french"),
        pytest.param("it", "", False, id="no-language"),
    ],
)
def test_language_codes(italian, english, found):
    body = f'<tu><tuv xml:lang="{english}"><seg>Hello</seg></tuv><tuv xml:lang="{italian}"><seg>Ciao</seg></tuv></tu>'
    assert [(item.source, item.target) for item in read(memory(body))] == [("Ciao", "Hello")] * found


def test_the_oldest_version_has_lang_without_a_prefix():
    body = '<tu><tuv lang="IT"><seg>Ciao</seg></tuv><tuv lang="EN-US"><seg>Hello</seg></tuv></tu>'
    assert read(memory(body, root='<tmx version="1.1">'))[0].target == "Hello"


def test_a_namespace_does_not_matter():
    assert read(memory(unit("Ciao"), root='<tmx xmlns="http://www.lisa.org/tmx14" version="1.4">'))[0].source == "Ciao"


def test_other_directions_can_be_read():
    (found,) = read(memory(unit("Ciao")), source_language="en-GB", target_language="it")
    assert (found.source, found.target) == ("Hello", "Ciao")


def test_every_target_counts_and_the_wanted_region_comes_first():
    variants = "".join(f'<tuv xml:lang="{lang}"><seg>{lang}</seg></tuv>' for lang in ["it", "it-IT", "fr", "en-GB", "en-US"])
    assert [(item.source, item.target) for item in read(memory(f"<tu>{variants}</tu>"))] == [
        ("it-IT", "en-US"),
        ("it-IT", "en-GB"),
    ]


def test_what_is_left_out_is_said():
    body = '<tu><tuv xml:lang="it"><seg>Ciao</seg></tuv></tu>\n<tu><tuv xml:lang="en"><seg>Hi</seg></tuv></tu>\n' + unit("Bene")
    said = []
    assert [item.source for item in read(memory(body), name="desk.tmx", skipped=said.append)] == ["Bene"]
    assert said == [
        "desk.tmx, line 1: left out, since it has no text in en-US",
        "desk.tmx, line 2: left out, since it has no text in it-IT",
    ]


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        pytest.param('a <bpt i="1">&lt;b></bpt>b<ept i="1">&lt;/b></ept> c', "a b c", id="paired-codes"),
        pytest.param('a <it pos="begin">[i]</it>b', "a b", id="isolated-code"),
        pytest.param("a <ph>&lt;img/></ph>b", "a b", id="placeholder"),
        pytest.param("a <ut>{\\b </ut>b<ut>}</ut>", "a b", id="old-code"),
        pytest.param("a <hi type='bold'>b <hi>c</hi></hi> d", "a b c d", id="highlight"),
        pytest.param("a<ph>&lt;fn><sub> note <hi>b</hi> <ph>x</ph>c</sub>&lt;/fn></ph> d", "a note b c d", id="text-in-a-code"),
        pytest.param("a<ph type='lb'>&lt;br/></ph>b", "a\nb", id="line-break"),
        pytest.param("a<!-- x -->b<?y z?>c", "abc", id="comments"),
        pytest.param("a<![CDATA[<b>&]]>c", "a<b>&c", id="cdata"),
        pytest.param("a<ph type='x-cp'>001B</ph>b", "a\x1bb", id="our-character"),
        pytest.param("a<ph type='x-cp'>0041</ph>b<ph type='x-cp'>wrong</ph><ph type='x-cp'/>", "ab", id="not-our-character"),
        pytest.param("a<x-new>b</x-new>c", "abc", id="unknown-element"),
        pytest.param("  a\n  b  ", "  a\n  b  ", id="white-space"),
    ],
)
def test_codes_are_left_out_and_text_is_kept(segment, text):
    assert read(memory(unit(segment)))[0].source == text


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("20020101T163812Z", datetime.datetime(2002, 1, 1, 16, 38, 12, tzinfo=datetime.UTC)),
        ("2002-01-01T16:38:12+01:00", datetime.datetime(2002, 1, 1, 15, 38, 12, tzinfo=datetime.UTC)),
        ("20020101T163812", datetime.datetime(2002, 1, 1, 16, 38, 12, tzinfo=datetime.UTC)),
        ("20021301T163812Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_of_other_tools(written, moment):
    body = unit("Ciao").replace("<tu>", f'<tu creationdate="{written}" creationid="Aldo">')
    (found,) = read(memory(body))
    assert (found.created, found.author) == (moment, "Aldo")


def test_what_the_variants_say_belongs_to_the_unit():
    body = (
        '<tu tuid="7" changeid="Aldo" changedate="20200101T000000Z"><note>a</note><prop type="client">Faro</prop>'
        '<tuv xml:lang="it"><prop type="x-context">b</prop><seg>Ciao</seg></tuv>'
        '<tuv xml:lang="en" changeid="Nerina" changedate="20210101T000000Z"><note>c</note><seg>Hello</seg></tuv></tu>'
    )
    (found,) = read(memory(body))
    assert (found.id, found.author, found.changed.year) == ("7", "Nerina", 2021)
    assert found.notes == ("a", "c")
    assert found.properties == (("client", "Faro"), ("x-context", "b"))


def test_a_status_of_another_tool_stays_a_property():
    body = unit("Ciao").replace("<tu>", '<tu><prop type="x-status">ok by me</prop>')
    (found,) = read(memory(body))
    assert (found.status, found.properties) == (None, (("x-status", "ok by me"),))


def test_a_document_type_is_never_fetched():
    assert read(memory(unit("Ciao"), before='<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">'))[0].source == "Ciao"


def test_twenty_thousand_units(tmp_path):
    path = tmp_path / "large.tmx"
    with path.open("wb") as file:
        tmx.write(file, (TranslationUnit(f"Frase {n}.", f"Sentence {n}.", f"u{n}") for n in range(20_000)), created=MORNING)
    found = -1
    for found, item in enumerate(tmx.read(path)):
        assert (item.source, item.target, item.id) == (f"Frase {found}.", f"Sentence {found}.", f"u{found}")
    assert found == 19_999


def test_the_error_names_file_line_and_remedy(tmp_path):
    path = tmp_path / "desk.tmx"
    path.write_text(memory(unit("Ciao") + "\n\n<tu>"), encoding="utf-8")
    units = tmx.read(path)
    assert next(units).source == "Ciao"
    with pytest.raises(ExchangeError, match=r"desk\.tmx, line 3: not well-formed XML \(.+\); export the file again"):
        next(units)
