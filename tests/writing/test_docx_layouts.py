import pytest
from tests.writing.docx_articles import (
    ARTICLE,
    DAY,
    EMPTY,
    KINDS,
    PARAGRAPH,
    W,
    article,
    block,
    comments,
    controls,
    marked,
    names,
    paragraphs,
    part,
    sentence,
    style_of,
    tables,
    text_of,
)

from translator.fingerprint import segment_hash
from translator.writing.docx.document import write
from translator.writing.docx.options import DocxOptions

STACKED, CLEAN = DocxOptions(layout="stacked"), DocxOptions(layout="clean")


@pytest.fixture(scope="module")
def stacked():
    return write(ARTICLE, date=DAY, options=STACKED)


def pairs(data):
    found = [item for item in part(data).iter(W + "p") if style_of(item) in {"SegmentSource", "SegmentTarget"}]
    return list(zip(found[::2], found[1::2], strict=True))


def test_stacked_puts_the_english_below_the_italian(stacked):
    assert tables(stacked) == []
    assert [(text_of(italian), text_of(english)) for italian, english in pairs(stacked)] == [
        (f"{item.id} · {segment_hash(item.source)[:4]}\t{item.source}", item.target) for item in ARTICLE.segments()
    ]
    assert {(style_of(italian), style_of(english)) for italian, english in pairs(stacked)} == {
        ("SegmentSource", "SegmentTarget")
    }


def test_stacked_begins_with_the_id_as_a_small_run(stacked):
    assert marked(pairs(stacked)[0][0])[0] == (f"p1.s1 · {segment_hash(ARTICLE.title)[:4]}", "SegmentId")


def test_stacked_locks_ids_and_italian(stacked):
    italian, english = pairs(stacked)[1]
    identity, source = text_of(italian).split("\t")
    assert controls(italian) == [("id:p2.s1", "sdtContentLocked", identity), ("it:p2.s1", "sdtContentLocked", source)]
    assert controls(english) == [("en:p2.s1", "sdtLocked", text_of(english))]


def test_stacked_lists_english_headings(stacked):
    outline = [
        (text_of(item), int(item.find(f"{W}pPr/{W}outlineLvl").get(W + "val")))
        for item in part(stacked).iter(W + "p")
        if item.find(f"{W}pPr/{W}outlineLvl") is not None
    ]
    assert outline == [("The Valdora lighthouse flashes again", 0), ("The works", 1), ("What is missing", 1)]


def test_stacked_shows_what_kind_of_block_it_is():
    found = {text_of(english): english for _, english in pairs(write(KINDS, date=DAY, options=STACKED))}
    has = {text: [item.tag.removeprefix(W) for item in paragraph.find(W + "pPr")][1:] for text, paragraph in found.items()}
    assert has["The piers are 12, or 31."] == []
    assert has["the long net."] == ["numPr", "ind"]
    assert has["It is new."] == ["ind"]
    assert has["The sea does not wait."] == ["pBdr", "ind"]
    looks = {text: [item.tag.removeprefix(W) for item in next(paragraph.iter(W + "rPr"))] for text, paragraph in found.items()}
    assert looks["by Nerina Golfieri"] == ["i", "iCs", "color", "lang"]
    assert looks["Arvio, 24 November"] == ["color", "spacing", "sz", "szCs", "lang"]
    assert looks["The nets in the sun."] == ["color", "sz", "szCs", "lang"]


def test_stacked_has_marks_comments_and_the_summary(stacked):
    (italian, english) = pairs(stacked)[2]
    assert marked(italian)[1:] == [("Corte dei conti", "TermMissing"), ("Consiglio di Stato", "TermRepaired")]
    assert marked(english) == [("Council of State", "TermRepaired")]
    assert len(comments(stacked)) == 4
    assert ("Heading1", "Summary") in paragraphs(stacked)


def test_clean_holds_the_english_in_its_own_paragraphs():
    assert paragraphs(write(KINDS, date=DAY, options=CLEAN)) == [
        ("Heading1", "The port of Arvio"),
        ("Heading2", "Two piers, one mayor"),
        ("Byline", "by Nerina Golfieri"),
        ("Dateline", "Arvio, 24 November"),
        ("BodyText", "The piers are 12, or 31."),
        ("Heading3", "The nets"),
        ("ListBullet", "the long net. It is new."),
        ("ListBullet", "the short net."),
        ("Quote", "The sea does not wait."),
        ("Caption", "The nets in the sun."),
    ]


def test_clean_has_no_trace_of_the_review():
    data = write(ARTICLE, date=DAY, options=CLEAN)
    assert "word/comments.xml" not in names(data)
    assert controls(part(data)) == []
    assert part(data).findall(f".//{W}tbl") == []
    assert all(marked(item) == [] for item in part(data).iter(W + "p"))
    assert "Valdora torna" not in text_of(part(data))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (article(block(PARAGRAPH, sentence("Uno.", "One and two."), sentence("Due.", ""))), ["One and two."]),
        (article(block(PARAGRAPH, sentence("Uno.", " ")), block(PARAGRAPH, sentence("Due.", "Two."))), ["Two."]),
        (EMPTY, [""]),
    ],
    ids=["merged sentences", "block without English", "empty article"],
)
def test_clean_leaves_out_what_has_no_english(written, expected):
    assert [text for _, text in paragraphs(write(written, date=DAY, options=CLEAN))] == expected
