import pytest
from tests.writing.docx_articles import (
    ARTICLE,
    DAY,
    EMPTY,
    HEADING,
    KINDS,
    MISSING,
    OK,
    PARAGRAPH,
    UNUSUAL,
    W,
    article,
    block,
    cells,
    controls,
    marked,
    paragraphs,
    part,
    rows,
    sentence,
    style_of,
    tables,
    text_of,
)

from translator.article import Finding, Severity
from translator.fingerprint import segment_hash
from translator.writing.docx.document import write
from translator.writing.docx.options import DocxOptions
from translator.writing.docx.page import page
from translator.writing.docx.table import column_widths


@pytest.fixture(scope="module")
def data():
    return write(ARTICLE, date=DAY)


def texts(data):
    return [[text_of(cell) for cell in row] for row in rows(data)]


def test_every_segment_is_a_row(data):
    assert [row[:4] for row in texts(data)] == [
        [f"{number}\n{item.id} · {segment_hash(item.source)[:4]}", item.source, item.target, "To review"]
        for number, item in enumerate(ARTICLE.segments(), 1)
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("status", "notes"), ["#", "Italiano", "English", "Status", "Notes"]),
        (("notes", "status"), ["#", "Italiano", "English", "Status", "Notes"]),
        (("notes",), ["#", "Italiano", "English", "Notes"]),
        (("status",), ["#", "Italiano", "English", "Status"]),
        ((), ["#", "Italiano", "English"]),
    ],
    ids=["both", "order", "notes", "status", "none"],
)
def test_columns(columns, expected):
    data = write(ARTICLE, date=DAY, options=DocxOptions(columns=columns))
    for table in tables(data):
        assert [text_of(cell) for cell in next(table.iter(W + "tr")).iter(W + "tc")] == expected
        assert all(len(list(row.iter(W + "tc"))) == len(expected) for row in table.iter(W + "tr"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("columns", [("status", "notes"), ("notes",), ()], ids=["both", "notes", "none"])
def test_columns_fill_the_page(paper, orientation, columns):
    options = DocxOptions(paper=paper, orientation=orientation, columns=columns)
    data = write(ARTICLE, date=DAY, options=options)
    widths = list(column_widths(options, page(options)).values())
    root = part(data)
    sheet, margins = next(root.iter(W + "pgSz")), next(root.iter(W + "pgMar"))
    assert sum(widths) == int(sheet.get(W + "w")) - int(margins.get(W + "left")) - int(margins.get(W + "right"))
    for table in tables(data):
        assert [int(column.get(W + "w")) for column in table.iter(W + "gridCol")] == widths


def test_columns_have_the_ratios_of_memoq():
    widths = column_widths(DocxOptions(), page(DocxOptions()))
    shares = [100 * width / sum(widths.values()) for width in widths.values()]
    assert shares == pytest.approx([4.3, 38.8, 38.8, 7.7, 10.4], abs=0.6)


def test_the_header_is_flagged_in_each_table_and_no_short_row_breaks(data):
    for table in tables(data):
        first, *others = table.iter(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)


def test_the_table_is_split_at_headings(data):
    assert [text_of(table.findall(W + "tr")[1][2]) for table in tables(data)] == [
        "Il faro di Valdora torna a lampeggiare",
        "I lavori",
        "Che cosa manca",
    ]


def test_every_heading_is_in_the_navigation_once(data):
    outline = {
        style.get(W + "styleId"): style.find(f"{W}pPr/{W}outlineLvl") is not None
        for style in part(data, "word/styles.xml").iter(W + "style")
    }
    based = {
        style.get(W + "styleId"): style.find(W + "basedOn").get(W + "val")
        for style in part(data, "word/styles.xml").iter(W + "style")
        if style.find(W + "basedOn") is not None
    }
    listed = [
        text
        for style, text in [(style_of(item), text_of(item)) for item in part(data).iter(W + "p")]
        if outline[style] or outline.get(based.get(style, ""))
    ]
    assert listed[:4] == ["Il faro di Valdora torna a lampeggiare", "I lavori", "Che cosa manca", "Summary"]


def test_labels_stand_before_the_table_of_their_heading():
    body = part(write(KINDS, date=DAY))[0]
    labels = [(style_of(item), text_of(item), item.getnext().tag) for item in body if style_of_label(item)]
    assert labels == [
        ("SectionLabel2", "Due moli, un solo sindaco", W + "tbl"),
        ("SectionLabel3", "Le reti", W + "tbl"),
    ]


def style_of_label(item):
    return item.tag == W + "p" and style_of(item).startswith("SectionLabel")


def test_a_first_heading_that_is_not_the_title_gets_a_label():
    written = article(block(HEADING, sentence("Occhiello", "Kicker"), level=1), title="Il faro")
    assert ("SectionLabel1", "Occhiello") in paragraphs(write(written, date=DAY))


def test_blocks_are_recognised_by_their_style():
    styles = [style_of(row[1]) for row in rows(write(KINDS, date=DAY))]
    assert styles == [style_of(row[2]) for row in rows(write(KINDS, date=DAY))]
    assert styles == [
        "SegmentHeading1",
        "SegmentHeading2",
        "SegmentByline",
        "SegmentDateline",
        "Segment",
        "SegmentHeading3",
        "SegmentListItem",
        "SegmentListMore",
        "SegmentListItem",
        "SegmentQuote",
        "SegmentCaption",
    ]


def test_a_rule_stands_where_a_block_begins_but_not_between_list_items(data):
    ruled = [row for table in tables(data) for row in table.iter(W + "tr") if row.find(f".//{W}tcBorders") is not None]
    found = [text_of(next(row.iter(W + "tc"))).split("\n")[1].split()[0] for row in ruled]
    assert found == ["p1.s1", "p2.s1", "p3.s1", "p4.s1", "p5.s1", "p8.s1", "p9.s1", "p10.s1", "p11.s1"]


def test_terms_and_names_are_marked_in_both_columns(data):
    found = cells(data)
    assert marked(found["p2.s2"][1]) == [("Corte dei conti", "TermMissing"), ("Consiglio di Stato", "TermRepaired")]
    assert marked(found["p2.s2"][2]) == [("Council of State", "TermRepaired")]
    assert marked(found["p2.s3"][1]) == [("sindaco", "TermOk"), ("Lucio Prandelli", "GuardedName")]
    assert marked(found["p2.s3"][2]) == [("mayor", "TermOk"), ("Lucio Prandelli", "GuardedName")]
    assert marked(found["p11.s2"][1]) == [("Nerina Golfieri", "TermMissing")]


def test_a_term_of_the_name_guard_is_marked_as_a_name():
    uses = [("Golfieri", "Golfieri", OK, "name guard"), ("Nerina", "Nerina", MISSING, "name guard")]
    ((_, italian, english, *_),) = rows(
        write(article(block(PARAGRAPH, sentence("Nerina Golfieri", "Golfieri", *uses))), date=DAY)
    )
    assert marked(italian) == [("Nerina", "TermMissing"), ("Golfieri", "GuardedName")]
    assert marked(english) == [("Golfieri", "GuardedName")]


def test_spans_that_cannot_be_are_left_out():
    ((_, italian, english, *_),) = rows(write(UNUSUAL["spans that cannot be"], date=DAY))
    assert marked(italian) == [("uno due", "TermOk"), (" ", "TermOk"), ("tre", "TermOk")]
    assert marked(english) == []
    assert text_of(italian) == "uno due tre"
    assert text_of(english) == "one two three"


def test_notes_are_short_and_say_each_thing_once(data):
    notes = {name: marked(row[4]) for name, row in cells(data).items()}
    assert notes["p2.s1"] == []
    assert notes["p2.s2"] == [("Missing: Court of Auditors", "NoteError"), ("\nRepaired: Council of State", "NoteInfo")]
    assert notes["p2.s3"] == [("Name kept: Lucio Prandelli", "NoteInfo")]
    assert notes["p11.s1"] == [("The model gave no translation", "NoteError")]
    assert notes["p11.s2"] == [("Name lost: Nerina Golfieri", "NoteWarning")]


def test_notes_put_the_worst_first_and_leave_details_to_the_comments():
    ((*_, notes),) = [row for name, row in cells(write(KINDS, date=DAY)).items() if name == "p5.s1"]
    assert marked(notes) == [
        ("Number differs: 13 → 31", "NoteError"),
        ("\nNumber missing in the English: 13", "NoteError"),
        ("\nMuch longer than the Italian", "NoteWarning"),
        ("\nThe model is unsure of this sentence", "NoteInfo"),
    ]


def test_ids_and_italian_are_locked_and_the_rest_is_not(data):
    row = cells(data)["p2.s2"]
    italian, english = text_of(row[1]), text_of(row[2])
    assert [found for cell in row for found in controls(cell)] == [
        ("id:p2.s2", "sdtContentLocked", text_of(row[0])),
        ("it:p2.s2", "sdtContentLocked", italian),
        ("en:p2.s2", "sdtLocked", english),
        ("status:p2.s2", "sdtLocked", "To review"),
        ("notes:p2.s2", "", text_of(row[4])),
    ]


def test_an_empty_cell_has_no_control_that_would_show_a_prompt(data):
    assert controls(cells(data)["p11.s1"][2]) == []


def test_controls_have_numbers_of_their_own(data):
    numbers = [item.get(W + "val") for item in part(data).findall(f".//{W}sdtPr/{W}id")]
    assert len(numbers) == len(set(numbers)) > 60


def test_status_is_a_choice_of_four(data):
    choice = next(rows(data)[0][3].iter(W + "dropDownList"))
    assert [(item.get(W + "value"), item.get(W + "displayText")) for item in choice] == [
        ("initial", "To review"),
        ("approved", "Approved"),
        ("changed", "Changed"),
        ("question", "Question"),
    ]
    assert choice.get(W + "lastValue") == "initial"


def test_languages_are_set_for_proofing(data):
    for _, italian, english, *_ in rows(data):
        for cell, language in ((italian, "it-IT"), (english, "en-US")):
            found = [run.find(f"{W}rPr/{W}lang") for run in cell.iter(W + "r") if run.find(W + "t") is not None]
            assert [item.get(W + "val") for item in found] == [language] * len(found)


def test_an_article_without_segments_has_an_empty_table():
    (table,) = tables(write(EMPTY, date=DAY))
    assert len(table.findall(W + "tr")) == 1


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("side", ["italian", "english", "notes"])
def test_a_row_that_may_be_taller_than_a_page_may_break(orientation, side):
    long = "parola " * 300
    findings = [Finding(f"code {number}", Severity.INFO, f"A long story, number {number}") for number in range(60)]
    segment = {
        "italian": sentence(long, "word"),
        "english": sentence("parola", long),
        "notes": sentence("parola", "word", findings=findings),
    }[side]
    options = DocxOptions(orientation=orientation)
    (table,) = tables(write(article(block(PARAGRAPH, segment)), date=DAY, options=options))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr")] == [True, False]
