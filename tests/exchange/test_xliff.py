import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.texts import HARD, SOME_TEXT, TEXT, UNHURRIED
from tests.exchange.valid import CORE, GLOSSARY, check_xliff

from translator.article import Span
from translator.errors import ExchangeError
from translator.exchange import Status, xliff
from translator.exchange.bilingual import (
    Between,
    BilingualDocument,
    BilingualFile,
    BilingualSegment,
    BilingualUnit,
    GlossaryEntry,
    Note,
)

NOTE = st.builds(Note, TEXT, TEXT, st.integers(1, 10), st.sampled_from(["", "source", "target"]))


@st.composite
def segments(draw):
    source, target = draw(TEXT), draw(TEXT)
    number = draw(st.integers(0, 3))
    spans = [draw(cuts(text, number)) for text in (source, target)]
    terms = tuple(
        GlossaryEntry(draw(TEXT), draw(TEXT), in_source, in_target, draw(TEXT))
        for in_source, in_target in zip(*spans, strict=True)
    )
    return BilingualSegment("", source, target, draw(st.sampled_from(Status)), terms, tuple(draw(st.lists(NOTE, max_size=2))))


@st.composite
def cuts(draw, text, number):
    """Spans of ``text`` that do not overlap, in any order, some missing."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=2 * number)))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    return draw(st.permutations([*spans, *[None] * number][:number]))


PART = st.one_of(segments(), st.builds(Between, TEXT, TEXT))
UNIT = st.builds(
    BilingualUnit,
    id=st.just(""),
    parts=st.lists(PART, min_size=1, max_size=4).map(tuple),
    kind=st.sampled_from(["", "heading", "list_item"]),
    notes=st.lists(NOTE, max_size=2).map(tuple),
)
FILE = st.builds(
    BilingualFile,
    id=st.just("f1"),
    units=st.lists(UNIT, max_size=3).map(tuple),
    original=TEXT,
    notes=st.lists(NOTE, max_size=2).map(tuple),
    properties=st.lists(st.tuples(SOME_TEXT, TEXT), max_size=2).map(tuple),
)


def numbered(file):
    return replace(
        file,
        units=tuple(
            replace(
                unit,
                id=f"p{number}",
                parts=tuple(
                    replace(part, id=f"p{number}.s{at}") if isinstance(part, BilingualSegment) else part
                    for at, part in enumerate(unit.parts, 1)
                ),
            )
            for number, unit in enumerate(file.units, 1)
        ),
    )


def written(document):
    stream = io.BytesIO()
    xliff.write(stream, document)
    return stream.getvalue()


def read(data):
    return xliff.read(io.BytesIO(data.encode() if isinstance(data, str) else data), name="a.xlf")


def document(*units, **file):
    return BilingualDocument((BilingualFile("f1", units, **file),))


def one(segment):
    return document(BilingualUnit("p1", (segment,)))


def foreign(body, *, version="2.0", attributes='srcLang="it" trgLang="en"'):
    return f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="{version}" {attributes}><file id="f">{body}</file></xliff>'


def only(data):
    (unit,) = read(data).files[0].units
    return unit


@UNHURRIED
@given(FILE.map(numbered))
def test_documents_come_back_as_they_were(file):
    data = written(BilingualDocument((file,)))
    check_xliff(data)
    assert read(data) == BilingualDocument((file,))


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_survive(text):
    segment = BilingualSegment(
        "p1.s1", text, text[::-1], Status.TRANSLATED, (GlossaryEntry(text, text, origin=text),), (Note(text, text),)
    )
    unit = BilingualUnit("p1", (segment, Between(text, text)), notes=(Note(text),))
    whole = document(unit, original=text, notes=(Note(text),), properties=(("signature", text),))
    data = written(whole)
    check_xliff(data)
    assert read(data) == whole


def test_what_a_file_looks_like():
    segment = BilingualSegment(
        "p1.s1",
        "Il ministro parla.",
        "The minister speaks.",
        Status.QUESTION,
        (GlossaryEntry("ministro", "minister", Span(3, 11), Span(4, 12), "desk"),),
        (Note("Term missing", "term-missing", 1, "source"),),
    )
    data = written(document(BilingualUnit("p1", (segment, Between(" ", " ")), "paragraph"), original="faro.txt"))
    root = check_xliff(data)
    assert dict(root.attrib) == {"version": "2.1", "srcLang": "it-IT", "trgLang": "en-US"}
    (unit,) = root.iter(CORE + "unit")
    assert [item.tag for item in unit] == [GLOSSARY + "glossary", CORE + "notes", CORE + "segment", CORE + "ignorable"]
    entry = unit[0][0]
    assert [(item.get("ref"), item.get("source"), item.text) for item in entry] == [
        (None, "desk", "ministro"),
        ("#t=p1.s1.t1", "desk", "minister"),
    ]
    assert entry.get("ref") == "#p1.s1.t1"
    assert (unit[2].get("state"), unit[2].get("subState")) == ("translated", "translator:question")
    assert [mark.text for mark in unit.iter(CORE + "mrk")] == ["ministro", "minister"]
    assert b"<source>Il <mrk" in data  # text is never indented


def test_writing_twice_gives_the_same_bytes():
    whole = one(BilingualSegment("p1.s1", "a\x01", "b"))
    assert written(whole) == written(whole)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("target", ["", "x"])
def test_every_status_comes_back(status, target):
    whole = one(BilingualSegment("s", "a", target, status))
    data = written(whole)
    check_xliff(data)
    assert read(data) == whole


@pytest.mark.parametrize(
    "span",
    [Span(0, 99), Span(2, 2), Span(3, 1), Span(-3, 2), Span(-3, -1), Span(9, 12)],
    ids=["too-long", "empty", "backwards", "before", "negative", "behind"],
)
def test_a_span_that_cannot_be_gets_no_mark(span):
    segment = BilingualSegment("s", "uno due", "one two", terms=(GlossaryEntry("a", "b", span, span),))
    data = written(one(segment))
    assert check_xliff(data).find(f".//{CORE}mrk") is None
    assert read(data).files[0].units[0].segments()[0].terms == (GlossaryEntry("a", "b"),)


def test_of_two_overlapping_terms_the_first_is_marked():
    terms = (GlossaryEntry("due tre", "b", Span(4, 11)), GlossaryEntry("uno due", "a", Span(0, 7)))
    data = written(one(BilingualSegment("s", "uno due tre", terms=terms)))
    assert [mark.text for mark in check_xliff(data).iter(CORE + "mrk")] == ["uno due"]


def test_a_document_without_units_is_valid():
    data = written(document())
    check_xliff(data)
    assert read(data) == document()


@pytest.mark.parametrize("wrong", ["", "p 1", "p1é", "#p1"])
def test_wrong_ids_are_refused(wrong):
    for whole in (one(BilingualSegment(wrong, "a")), document(BilingualUnit(wrong, (Between(" "),)))):
        with pytest.raises(ValueError, match="not an id"):
            written(whole)


def test_twenty_thousand_segments():
    units = tuple(
        BilingualUnit(f"p{n}", tuple(BilingualSegment(f"p{n}.s{m}", f"Frase {m}.", f"Sentence {m}.") for m in range(10)))
        for n in range(1_000)
    )
    long = BilingualUnit("q", tuple(BilingualSegment(f"q.s{m}", "a", notes=(Note("n"),)) for m in range(10_000)))
    whole = document(*units, long)
    found = read(written(whole))
    assert sum(len(unit.segments()) for unit in found.files[0].units) == 20_000
    assert found == whole


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        pytest.param('a <pc id="1">b <pc id="2">c</pc></pc> d', "a b c d", id="paired-codes"),
        pytest.param('a <ph id="1"/>b<sc id="2"/>c<ec startRef="2"/>', "a bc", id="empty-codes"),
        pytest.param('a<ph id="1" type="fmt" subType="xlf:lb"/>b', "a\nb", id="line-break"),
        pytest.param('a <mrk id="1" type="comment" ref="#n1">b</mrk>', "a b", id="comment"),
        pytest.param('a <sm id="1" type="term"/>b<em startRef="1"/> c', "a b c", id="open-marks"),
        pytest.param('a<cp hex="001b"/>b<cp hex="0041"/>', "a\x1bbA", id="code-points"),
        pytest.param("a<!-- x -->b<![CDATA[<c>]]>", "ab<c>", id="comments-and-cdata"),
        pytest.param(" a\n ", " a\n ", id="white-space"),
    ],
)
def test_codes_of_other_tools_are_left_out_and_text_is_kept(segment, text):
    found = only(foreign(f'<unit id="1"><segment><source>{segment}</source></segment></unit>')).segments()[0]
    assert (found.id, found.source, found.target, found.status) == ("1.s1", text, "", Status.INITIAL)


def test_a_glossary_of_another_tool():
    unit = only(
        foreign(
            '<unit id="1" type="x:y">'
            '<g:glossary xmlns:g="urn:oasis:names:tc:xliff:glossary:2.0">'
            '<g:glossEntry ref="#m1"><g:term source="tb">ministro</g:term>'
            '<g:translation ref="#f=f/u=1/t=m2">minister</g:translation></g:glossEntry>'
            "<g:glossEntry><g:term>faro</g:term><g:definition>d</g:definition></g:glossEntry></g:glossary>"
            '<notes><note id="1">whole</note><note category="c" priority="99" appliesTo="target">x</note></notes>'
            '<segment id="1"><source>Ciao.</source></segment>'
            '<ignorable><source> </source></ignorable><segment id="2" state="reviewed" subState="x:y">'
            '<source>Il <sm id="m1" type="term"/>ministro<em startRef="m1"/></source>'
            '<target>The <mrk id="m2" type="term">minister</mrk></target></segment></unit>'
        )
    )
    first, between, second = unit.parts
    assert (unit.kind, between) == ("", Between(" "))
    assert unit.notes == (Note("whole"), Note("x", "c", 1, "target"))
    assert first.terms == (GlossaryEntry("faro", ""),)
    assert second.terms == (GlossaryEntry("ministro", "minister", Span(3, 11), Span(4, 12), "tb"),)
    assert second.status is Status.REVIEWED


def test_groups_candidates_and_modules_of_other_tools():
    found = read(
        foreign(
            '<skeleton href="x"/><notes><note>about the file</note></notes><group id="g"><notes><note>about the group</note></notes>'
            '<unit id="1"><m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1"><source>no</source>'
            "<target>no</target></m:match></m:matches><originalData><data id='d'>x</data></originalData>"
            "<segment><source>a</source><target>b</target></segment></unit></group>",
            version="2.2",
        )
    )
    (file,) = found.files
    assert [note.text for note in file.notes] == ["about the file", "about the group"]
    assert [(part.source, part.target) for part in file.units[0].parts] == [("a", "b")]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param(
            '\n<unit id="1"><segment><target/></segment></unit>', "line 2: <segment> without <source>", id="no-source"
        ),
        pytest.param(
            '\n\n<unit id="1"><segment><source><cp hex="zz"/></source></segment></unit>',
            "line 3: <cp hex='zz'>",
            id="no-number",
        ),
        pytest.param(
            '<unit id="1"><segment><source><cp hex="110000"/></source></segment></unit>', "line 1: <cp", id="no-character"
        ),
        pytest.param('<unit id="1"><segment><source>&x;</source></segment></unit>', "line 1: not well-formed", id="entity"),
    ],
)
def test_errors_name_file_line_and_remedy(body, says):
    with pytest.raises(ExchangeError) as caught:
        read(foreign(body))
    assert str(caught.value).startswith(f"a.xlf, {says}")


def test_units_without_an_id_get_one():
    unit = "<unit><segment><source>a</source></segment></unit>"
    assert [item.id for item in read(foreign(unit + unit)).files[0].units] == ["u1", "u2"]


def test_another_format_is_named():
    with pytest.raises(ExchangeError, match="starts with <tmx>, not <xliff>"):
        read("<tmx/>")
