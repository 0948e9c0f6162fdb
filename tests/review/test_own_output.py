import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.review.edits import Reviewing
from tests.writing.docx_articles import ARTICLE, DAY, PARAGRAPH, UNUSUAL, article, block, sentence

from translator.article import BlockKind
from translator.review import ReviewStatus, read
from translator.review.applying import reviewed_article
from translator.writing.docx.document import write
from translator.writing.docx.options import DocxOptions

LAYOUTS = {
    "table": DocxOptions(),
    "table, three columns": DocxOptions(columns=()),
    "table, with status": DocxOptions(columns=("status",)),
    "table, with notes": DocxOptions(columns=("notes",)),
    "stacked": DocxOptions(layout="stacked"),
    "protected": DocxOptions(protect=True),
}


@pytest.fixture(params=LAYOUTS)
def options(request):
    return LAYOUTS[request.param]


def texts(item):
    return [(segment.id, segment.source, segment.target) for segment in item]


@pytest.mark.parametrize("given_article", [ARTICLE, *UNUSUAL.values()], ids=["article", *UNUSUAL])
def test_a_document_that_nobody_touched(options, given_article):
    segments = list(given_article.segments())
    if not segments:
        return
    review = read(write(given_article, date=DAY, options=options), "a.docx")
    assert texts(review.segments) == texts(segments)
    assert not any(segment.edited or segment.changes or segment.note or segment.emptied for segment in review.segments)
    assert not review.issues
    assert not review.notes
    assert not review.comments
    assert review.layout == options.layout
    assert (review.article, review.title) == (given_article.name, given_article.title)
    status = {ReviewStatus.INITIAL} if options.layout == "table" and "status" in options.columns else {None}
    assert {segment.status for segment in review.segments} == status


def test_edits(options):
    document = Reviewing(write(ARTICLE, date=DAY, options=options))
    document.replace("p2.s1", "lantern", "lamp")
    document.replace("p4.s1", "promised", "pledged", by="Marco Neri")
    document.comment("p2.s3", "evening", "Or night?")
    document.retype("p4.s2", "They are for three things:")
    document.empty("p6.s2")
    review = read(document.saved(), "a.docx")
    edited = {segment.id: (segment.target, segment.reviewers) for segment in review.segments if segment.edited}
    assert edited == {
        "p2.s1": (
            "After fourteen months of work the lamp of the Valdora lighthouse was lit again last night, shortly before nine.",
            ("Anna Bianchi",),
        ),
        "p4.s1": (
            "The Minister of Infrastructure pledged another two million euros from the European Union.",
            ("Marco Neri",),
        ),
        "p4.s2": ("They are for three things:", ()),
        "p6.s2": ("", ("Anna Bianchi",)),
    }
    comments = [(segment.id, item.words, item.text) for segment in review.segments for item in segment.comments]
    assert ("p2.s3", "evening", "Or night?") in comments
    assert not review.issues


def test_statuses_and_notes():
    document = Reviewing(write(ARTICLE, date=DAY))
    document.choose("p2.s1", "Changed")
    document.choose("p2.s2", "Approved")
    document.note("p1.s1", "A better title?")
    document.delete_row("p8.s2")
    review = read(document.saved(), "a.docx")
    assert review.counts()[ReviewStatus.APPROVED] == review.counts()[ReviewStatus.CHANGED] == 1
    assert [(segment.id, segment.note) for segment in review.segments if segment.note] == [("p1.s1", "A better title?")]
    assert [(str(issue.kind), issue.segment) for issue in review.issues] == [("row-deleted", "p8.s2")]


@pytest.mark.parametrize("layout", ["table", "stacked"])
def test_the_blocks_come_back(layout):
    review = read(write(ARTICLE, date=DAY, options=DocxOptions(layout=layout)), "a.docx")
    blocks = reviewed_article(review).blocks
    assert [(item.id, item.kind, item.level) for item in blocks] == [
        (item.id, item.kind, item.level) for item in ARTICLE.blocks
    ]


def test_dateline_and_byline_come_back():
    kinds = [BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.QUOTATION, BlockKind.LIST_ITEM]
    made = article(*(block(kind, sentence("Uno.", "One.")) for kind in kinds))
    for layout in ("table", "stacked"):
        review = read(write(made, date=DAY, options=DocxOptions(layout=layout)), "a.docx")
        assert [item.kind for item in reviewed_article(review).blocks] == kinds


any_text = st.text(min_size=1, max_size=60) | st.sampled_from(
    [
        "]]>",
        "&amp;",
        "\u202eabc",
        "👩‍👩‍👧",
        "\ud800",
        "\x00\x1f\x7f\x85",
        "a\r\nb\tc",
        "  ",
        "p1.s1 · 4f2a",
        "\\u{001B}",
        "x" * 10_000,
        "\ufffe",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(any_text, any_text | st.just("")), min_size=1, max_size=4), st.sampled_from(["table", "stacked"]))
def test_any_text_comes_back(pairs, layout):
    made = article(block(PARAGRAPH, *(sentence(source, target) for source, target in pairs)))
    review = read(write(made, date=DAY, options=DocxOptions(layout=layout)), "a.docx")
    assert texts(review.segments) == texts(made.segments())
    assert not any(segment.edited for segment in review.segments)
    assert not review.issues


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=80))
def test_any_text_that_is_typed_comes_back(typed):
    made = article(block(PARAGRAPH, sentence("Una frase.", "One sentence.")))
    document = Reviewing(write(made, date=DAY))
    document.replace("p1.s1", "sentence", typed)
    (segment,) = read(document.saved(), "a.docx").segments
    assert " ".join(segment.target.split(" ")) == segment.target
    assert [word for word in segment.target.split(" ") if word] == [word for word in f"One {typed}.".split(" ") if word]
