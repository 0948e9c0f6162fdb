import datetime
import io
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.writing.docx_articles import (
    ARTICLE,
    DAY,
    EMPTY,
    OK,
    PARAGRAPH,
    SIGNATURE,
    UNUSUAL,
    W,
    article,
    block,
    paragraphs,
    part,
    rows,
    sentence,
    style_of,
    text_of,
)

from translator.article import Finding, Segment, Severity, Span, TermUse
from translator.errors import UsageError
from translator.exchange.xml_text import unescape
from translator.fingerprint import article_sha256, segment_hash
from translator.writing.docx.document import write
from translator.writing.docx.notes import notes
from translator.writing.docx.options import LAYOUTS, DocxOptions

# Control characters, surrogates and the two non-characters that XML leaves out.
ILLEGAL = ({*map(chr, range(32)), *map(chr, range(0xD800, 0xE000))} | {"\ufffe", "\uffff"}) - set("\t\n\r")
LAYOUT = pytest.mark.parametrize("layout", LAYOUTS)
REVIEWED = pytest.mark.parametrize("layout", ["table", "stacked"])


def made(article, layout="table", **more):
    return write(article, date=DAY, options=DocxOptions(layout=layout, **more))


@pytest.fixture(scope="module")
def data():
    return write(ARTICLE, date=DAY)


@REVIEWED
def test_front_says_what_the_document_is(layout):
    origin = (
        "faro-valdora.txt  ·  24 November 2026  ·  model translate-it_en-starter 0.1"
        "  ·  glossaries: desk (12 terms), world (1,204 terms)"
    )
    counted = "17 segments  ·  157 Italian words  ·  terms: 2 ok, 2 repaired, 1 missing  ·  4 findings  ·  2 set aside"
    how = "Please change the English, with Track Changes, and comment where you like; the numbers and the Italian are locked."
    legend = (
        "Marked:  term as the glossary wants it  ·  term repaired: read the words around it  ·  missing in the English"
        "  ·  name kept as it stands"
    )
    assert paragraphs(made(ARTICLE, layout))[:5] == [
        ("Title", "Il faro di Valdora torna a lampeggiare"),
        ("Facts", origin),
        ("Facts", counted),
        ("Facts", how),
        ("Legend", legend),
    ]


def test_without_glossaries_the_front_says_none():
    texts = [text for _, text in paragraphs(made(replace(EMPTY, signature=replace(SIGNATURE, glossaries=()))))]
    assert any(text.endswith("glossaries: none") for text in texts)


def test_the_file_name_stands_in_for_a_missing_title():
    data = made(UNUSUAL["without title, terms and signature"])
    assert paragraphs(data)[0][1] == docx.Document(io.BytesIO(data)).core_properties.title == "faro-valdora.txt"


def test_marks_are_told_apart_without_their_colour(data):
    underlines = [
        style.find(f".//{W}u").get(W + "val")
        for style in part(data, "word/styles.xml").iter(W + "style")
        if style.get(W + "styleId") in {"TermOk", "TermRepaired", "TermMissing", "GuardedName"}
    ]
    assert len(set(underlines)) == 4


def test_style_ids_survive_programs_that_make_them_from_the_names(data):
    for style in part(data, "word/styles.xml").iter(W + "style"):
        if style.get(W + "customStyle"):
            assert style.find(W + "name").get(W + "val").replace(" ", "") == style.get(W + "styleId")


@LAYOUT
def test_all_styles_are_defined(layout):
    data = made(ARTICLE, layout)
    defined = {style.get(W + "styleId") for style in part(data, "word/styles.xml").iter(W + "style")}
    used = {
        item.get(W + "val")
        for root in (part(data), part(data, "word/styles.xml"), part(data, "word/numbering.xml"))
        for item in root.iter(W + "pStyle", W + "rStyle", W + "tblStyle", W + "basedOn", W + "next")
    }
    assert used <= defined


@LAYOUT
def test_every_text_has_a_language(layout):
    for run in part(made(ARTICLE, layout)).iter(W + "r"):
        if any(character.isalpha() for character in text_of(run)):
            assert run.find(f"{W}rPr/{W}lang").get(W + "val") in {"it-IT", "en-US"}


@pytest.mark.parametrize(
    ("options", "size"),
    [
        pytest.param({}, (16838, 11906), id="table"),
        pytest.param({"layout": "stacked"}, (11906, 16838), id="stacked"),
        pytest.param({"layout": "clean"}, (11906, 16838), id="clean"),
        pytest.param({"orientation": "portrait"}, (11906, 16838), id="table upright"),
        pytest.param({"layout": "clean", "orientation": "landscape"}, (16838, 11906), id="clean on its side"),
        pytest.param({"paper": "letter"}, (15840, 12240), id="letter"),
    ],
)
def test_paper(options, size):
    page = next(part(made(ARTICLE, **options)).iter(W + "pgSz"))
    assert (int(page.get(W + "w")), int(page.get(W + "h"))) == size
    assert page.get(W + "orient") == ("landscape" if size[0] > size[1] else None)


@pytest.mark.parametrize(
    "wrong",
    [{"layout": "side"}, {"columns": ("status", "hour")}, {"paper": "a5"}, {"orientation": "upright"}],
    ids=["layout", "columns", "paper", "orientation"],
)
def test_unknown_options_are_refused(wrong):
    with pytest.raises(UsageError, match="choose"):
        DocxOptions(**wrong)


@REVIEWED
def test_the_footer_names_the_article(layout):
    footer = part(made(ARTICLE, layout), "word/footer1.xml")
    assert [item.get(W + "instr").strip() for item in footer.iter(W + "fldSimple")] == ["PAGE", "NUMPAGES"]
    assert text_of(footer) == f"Article faro-valdora.txt · sha256 {article_sha256(ARTICLE)[:12]} · Page 1 of 1"


def test_the_footer_of_a_clean_document_has_the_page_only():
    assert text_of(part(made(ARTICLE, "clean"), "word/footer1.xml")) == "Page 1 of 1"


@LAYOUT
def test_properties(layout):
    properties = docx.Document(io.BytesIO(made(ARTICLE, layout))).core_properties
    assert properties.title == ARTICLE.title
    assert properties.author == properties.last_modified_by == "translator 0.1.0"
    assert properties.comments == str(SIGNATURE)
    assert properties.language == {"table": "it, en", "stacked": "it, en", "clean": "en"}[layout]
    assert properties.identifier == f"translator:{article_sha256(ARTICLE)}"
    assert properties.keywords == layout
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


def test_without_signature_the_author_has_no_version():
    assert docx.Document(io.BytesIO(made(EMPTY))).core_properties.author == "translator"


@LAYOUT
@pytest.mark.parametrize("protect", [True, False], ids=["protected", "open"])
def test_protection_forces_tracking_and_leaves_comments(layout, protect):
    settings = part(made(ARTICLE, layout, protect=protect), "word/settings.xml")
    found = [dict(item.attrib) for item in settings.iter(W + "documentProtection")]
    assert found == ([{W + "edit": "trackedChanges", W + "enforcement": "1"}] if protect else [])
    assert (settings.find(W + "trackRevisions") is not None) == protect


REVIEW = "{urn:translator:review:1}"


@REVIEWED
def test_the_custom_part_holds_every_segment(layout):
    root = part(made(ARTICLE, layout), "customXml/item1.xml")
    assert root.tag == REVIEW + "review"
    assert dict(root.attrib) == {
        "version": "1",
        "layout": layout,
        "article": "faro-valdora.txt",
        "sha256": article_sha256(ARTICLE),
        "title": ARTICLE.title,
        "signature": str(SIGNATURE),
    }
    assert [(dict(item.attrib), [(child.tag, child.text or "") for child in item]) for item in root] == [
        (
            {
                "id": item.id,
                "source": segment_hash(item.source)[:16],
                "target": segment_hash(item.target)[:16],
                "status": "initial",
                "kind": block.kind,
                **({"level": str(block.level)} if block.level else {}),
            },
            [
                (REVIEW + "it", item.source),
                (REVIEW + "en", item.target),
                *((REVIEW + "notes", text) for text in ["\n".join(note for note, _ in notes(item))] if text),
            ],
        )
        for block in ARTICLE.blocks
        for item in block.segments
    ]


def test_a_clean_document_hides_no_text():
    root = part(made(ARTICLE, "clean"), "customXml/item1.xml")
    assert (root.get("layout"), root.get("sha256"), len(root)) == ("clean", article_sha256(ARTICLE), 0)


def test_the_custom_part_has_properties(data):
    (relationship,) = part(data, "customXml/_rels/item1.xml.rels")
    assert relationship.get("Target") == "itemProps1.xml"
    assert part(data, "customXml/itemProps1.xml")[0][0].attrib.values() == ["urn:translator:review:1"]


def page_text(text):
    return "".join("\ufffd" if character in ILLEGAL else character for character in text).replace("\r", "\n")


SPANS = st.tuples(st.integers(-2, 45), st.integers(-2, 45))


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=40),
    ends=st.lists(SPANS, max_size=5),
    found=st.lists(SPANS, max_size=4),
)
def test_any_text_survives(text, ends, found):
    uses = tuple(TermUse("", "", OK, "", Span(*pair), Span(*pair), "") for pair in ends)
    findings = tuple(Finding(text, Severity.INFO, text, Span(*pair), Span(*reversed(pair))) for pair in found)
    segment = Segment("", 0, 1, text, text, uses, findings)
    written = replace(article(block(PARAGRAPH, segment), title=text, notes=(text,)), name=text)

    data = made(written)
    ((_, italian, english, *_),) = rows(data)
    assert text_of(italian) == text_of(english) == page_text(text)

    stacked = {style_of(item): text_of(item) for item in part(made(written, "stacked")).iter(W + "p")}
    assert stacked["SegmentSource"].partition("\t")[2] == stacked["SegmentTarget"] == page_text(text)

    if text.strip():
        assert paragraphs(made(written, "clean")) == [("BodyText", page_text(text.strip()))]

    review = part(data, "customXml/item1.xml")
    assert [unescape(item.text or "") for item in review[0][:2]] == [text, text]
    assert unescape(review.get("article")) == text


@LAYOUT
@pytest.mark.parametrize(
    "text",
    [
        "two  spaces",
        "]]>",
        "👩‍🚀",
        "\u200fשלום\u200e",
        "e\u0301",
        "a\tb",
        "a\nb",
        "x\x85\u2028\x7f\ufdd0\U0001ffffx",
        "q" * 10_000,
    ],
    ids=["spaces", "cdata", "emoji", "right to left", "combining", "tab", "line", "controls", "long word"],
)
def test_difficult_text_survives(layout, text):
    data = made(article(block(PARAGRAPH, sentence(text, text)), title=""), layout)
    assert text in [text_of(item) for item in part(data).iter(W + "p")]
