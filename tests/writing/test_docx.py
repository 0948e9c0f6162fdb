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
    MISSING,
    OK,
    PARAGRAPH,
    SIGNATURE,
    UNUSUAL,
    W,
    article,
    block,
    marked,
    part,
    rows,
    sentence,
    style_of,
    text_of,
)

from translator.article import Segment, Span, TermUse
from translator.writing.docx import write
from translator.writing.docx_table import WIDTHS

# Control characters, surrogates and the two non-characters that XML leaves out.
ILLEGAL = ({*map(chr, range(32)), *map(chr, range(0xD800, 0xE000))} | {"\ufffe", "\uffff"}) - set("\t\n\r")


@pytest.fixture(scope="module")
def data():
    return write(ARTICLE, date=DAY)


def test_every_segment_is_a_row(data):
    table = docx.Document(io.BytesIO(data)).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["#", "Italiano", "English", "Notes"]
    assert [row[:3] for row in cells[1:]] == [[item.id, item.source, item.target] for item in ARTICLE.segments()]


def test_front_says_what_the_document_is(data):
    origin = (
        "faro-valdora.txt  ·  24 November 2026  ·  model translate-it_en-starter 0.1"
        "  ·  glossaries: desk (12 terms), world (1,204 terms)"
    )
    front = [(item.style.name, item.text) for item in docx.Document(io.BytesIO(data)).paragraphs]
    assert front[:4] == [
        ("Title", "Il faro di Valdora torna a lampeggiare"),
        ("Facts", origin),
        (
            "Facts",
            "17 segments  ·  157 Italian words  ·  terms: 2 ok, 2 repaired, 1 missing  ·  4 findings  ·  2 set aside",
        ),
        ("Legend", "Marked in the text:  term ok  ·  term repaired  ·  missing in the English  ·  name kept as it stands"),
    ]


def test_without_glossaries_the_front_says_none():
    texts = [text_of(item) for item in part(write(replace(EMPTY, signature=replace(SIGNATURE, glossaries=())), date=DAY))[0]]
    assert any(text.endswith("glossaries: none") for text in texts)


def test_the_file_name_stands_in_for_a_missing_title():
    document = docx.Document(io.BytesIO(write(UNUSUAL["without title, terms and signature"], date=DAY)))
    assert document.paragraphs[0].text == document.core_properties.title == "faro-valdora.txt"


def test_what_was_set_aside_and_the_notes_stand_below(data):
    back = [(item.style.name, item.text) for item in docx.Document(io.BytesIO(data)).paragraphs[4:]]
    assert back == [
        ("Section", "Set aside"),
        ("Set aside", "- Pubblicità -  (advertisement)"),
        ("Set aside", "Leggi anche: Il ponte di Arvio riapre lunedì  (link to another article)"),
        ("Section", "Notes on the source"),
        ("Set aside", "Read as UTF-8."),
    ]


def test_only_english_headings_have_an_outline_level(data):
    headings = [(style_of(italian[0]), style_of(english[0])) for _, italian, english, _ in rows(data)]
    assert [pair for pair in headings if "Heading" in pair[1]] == [
        ("ItalianHeading1", "Heading1"),
        ("ItalianHeading2", "Heading2"),
        ("ItalianHeading2", "Heading2"),
    ]
    levels = {
        style.get(W + "styleId"): int(level.get(W + "val"))
        for style in part(data, "word/styles.xml").iter(W + "style")
        for level in style.iter(W + "outlineLvl")
    }
    assert levels == {f"{prefix}Heading{n}": n - 1 if not prefix else 9 for prefix in ("", "Italian") for n in (1, 2, 3)}


def test_blocks_are_recognised_by_their_style(data):
    styles = {text_of(cells[0][0]): style_of(cells[2][0]) for cells in rows(data)}
    expected = {"p2.s1": "Segment", "p5.s1": "ListBullet", "p6.s1": "ListBullet", "p6.s2": "ListContinue", "p8.s2": "Quote"}
    assert expected.items() <= styles.items()
    assert styles["p9.s1"] == "Caption"


def test_a_rule_stands_where_a_block_begins_but_not_between_list_items(data):
    table = list(part(data).iter(W + "tr"))[1:]
    ruled = [text_of(next(row.iter(W + "tc"))) for row in table if row.find(f".//{W}tcBorders") is not None]
    assert ruled == ["p1.s1", "p2.s1", "p3.s1", "p4.s1", "p5.s1", "p8.s1", "p9.s1", "p10.s1", "p11.s1"]


def test_terms_and_names_are_marked_in_both_columns(data):
    cells = {text_of(row[0][0]): row for row in rows(data)}
    assert marked(cells["p2.s2"][1][0]) == [("Corte dei conti", "TermMissing"), ("Consiglio di Stato", "TermRepaired")]
    assert marked(cells["p2.s2"][2][0]) == [("Council of State", "TermRepaired")]
    assert marked(cells["p2.s3"][1][0]) == [("sindaco", "TermOk"), ("Lucio Prandelli", "GuardedName")]
    assert marked(cells["p2.s3"][2][0]) == [("mayor", "TermOk"), ("Lucio Prandelli", "GuardedName")]
    assert marked(cells["p11.s2"][1][0]) == [("Nerina Golfieri", "TermMissing")]


def test_a_term_of_the_name_guard_is_marked_as_a_name():
    uses = [("Golfieri", "Golfieri", OK, "name guard"), ("Nerina", "Nerina", MISSING, "name guard")]
    ((_, italian, english, _),) = rows(
        write(article(block(PARAGRAPH, sentence("Nerina Golfieri", "Golfieri", *uses))), date=DAY)
    )
    assert marked(italian[0]) == [("Nerina", "TermMissing"), ("Golfieri", "GuardedName")]
    assert marked(english[0]) == [("Golfieri", "GuardedName")]


def test_marks_are_told_apart_without_their_colour(data):
    underlines = [
        style.find(f".//{W}u").get(W + "val")
        for style in part(data, "word/styles.xml").iter(W + "style")
        if style.get(W + "styleId") in {"TermOk", "TermRepaired", "TermMissing", "GuardedName"}
    ]
    assert len(set(underlines)) == 4


def test_notes_say_each_thing_once(data):
    notes = {text_of(cells[0][0]): [(style_of(item), text_of(item)) for item in cells[3]] for cells in rows(data)}
    assert notes["p2.s1"] == [("Note", "")]
    assert notes["p2.s2"] == [
        ("NoteError", "Missing: Corte dei conti → Court of Auditors"),
        ("Note", "Repaired: Consiglio di Stato → Council of State"),
    ]
    assert notes["p2.s3"] == [("Note", "Name kept as it stands: Lucio Prandelli")]
    assert notes["p11.s1"] == [("NoteError", "The model gave no translation")]
    assert notes["p11.s2"] == [("NoteWarning", "Name lost: Nerina Golfieri")]


def test_spans_that_cannot_be_are_left_out():
    ((_, italian, english, _),) = rows(write(UNUSUAL["spans that cannot be"], date=DAY))
    assert marked(italian[0]) == [("uno due", "TermOk"), (" ", "TermOk"), ("tre", "TermOk")]
    assert marked(english[0]) == []
    assert text_of(italian[0]) == "uno due tre"
    assert text_of(english[0]) == "one two three"


def test_languages_are_set_for_proofing(data):
    for _, italian, english, _ in rows(data):
        for column, language in ((italian, "it-IT"), (english, "en-US")):
            found = [run.find(f"{W}rPr/{W}lang") for item in column for run in item.iter(W + "r")]
            assert [item.get(W + "val") for item in found] == [language] * len(found)


def test_the_table_fits_the_page_and_repeats_its_header(data):
    root = part(data)
    page, margins = next(root.iter(W + "pgSz")), next(root.iter(W + "pgMar"))
    width, height = int(page.get(W + "w")), int(page.get(W + "h"))
    assert width > height
    assert sum(WIDTHS) == width - int(margins.get(W + "left")) - int(margins.get(W + "right"))
    assert [int(column.get(W + "w")) for column in root.iter(W + "gridCol")] == list(WIDTHS)
    first, *others = root.iter(W + "tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in others)


def test_the_footer_holds_pages_and_signature(data):
    footer = part(data, "word/footer1.xml")
    assert [item.get(W + "instr").strip() for item in footer.iter(W + "fldSimple")] == ["PAGE", "NUMPAGES"]
    assert text_of(footer).endswith(str(SIGNATURE))
    assert text_of(part(write(EMPTY, date=DAY), "word/footer1.xml")) == "Page 1 of 1"


def test_properties(data):
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == ARTICLE.title
    assert properties.author == properties.last_modified_by == "translator 0.1.0"
    assert properties.comments == str(SIGNATURE)
    assert properties.language == "it, en"
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    assert docx.Document(io.BytesIO(write(EMPTY, date=DAY))).core_properties.author == "translator"


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=40),
    ends=st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=5),
)
def test_any_text_survives(text, ends):
    uses = tuple(TermUse("", "", OK, "", Span(*pair), Span(*pair), "") for pair in ends)
    ((_, italian, english, _),) = rows(
        write(article(block(PARAGRAPH, Segment("", 0, 1, text, text, uses)), title=text, notes=(text,)), date=DAY)
    )
    expected = "".join("\ufffd" if c in ILLEGAL else c for c in text).replace("\r", "\n")
    assert text_of(italian[0]) == text_of(english[0]) == expected


@pytest.mark.parametrize(
    "text", ["  two spaces ", "]]>", "👩‍🚀", "\u200fשלום\u200e", "e\u0301", "\t", "a\nb", "\x85\u2028\x7f\ufdd0\U0001ffff"]
)
def test_difficult_text_survives(text):
    ((_, italian, _, _),) = rows(write(article(block(PARAGRAPH, sentence(text, text))), date=DAY))
    assert text_of(italian[0]) == text
