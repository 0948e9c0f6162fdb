import pytest
from tests.review.fixtures import (
    PROGRAMS,
    SEGMENTS,
    TARGETS,
    Del,
    GoogleDocs,
    Ins,
    LibreOffice,
    NewParagraph,
    Pages,
    Raw,
    Row,
    Word,
    rows,
)

from translator.article import BlockKind
from translator.review import IssueKind, ReviewStatus, read
from translator.review.issues import STATUSES
from translator.writing.docx.controls import STATUSES as OFFERED

CONTINUED = "<w:vMerge/>"
FIRST = '<w:vMerge w:val="restart"/>'


@pytest.fixture(params=PROGRAMS, ids=lambda program: program.name)
def program(request):
    return request.param()


def issues(review):
    return [(str(issue.kind), issue.segment) for issue in review.issues]


def test_statuses_are_those_that_the_writer_offers():
    assert {name.casefold(): value for value, name in OFFERED.items()} == {name: str(value) for name, value in STATUSES.items()}


@pytest.mark.parametrize(
    ("written", "status", "issue"),
    [
        (["Approved"], ReviewStatus.APPROVED, False),
        ([Del("To review"), Ins("Changed")], ReviewStatus.CHANGED, False),
        ([" question "], ReviewStatus.QUESTION, False),
        ([""], ReviewStatus.INITIAL, False),
        (["fine by me"], ReviewStatus.INITIAL, True),
    ],
)
def test_status(program, written, status, issue):
    review = read(program.document(rows(p2_s1=Row("p2.s1", status=written))), "a.docx")
    assert review.segments[1].status is status
    assert review.counts()[ReviewStatus.INITIAL] == 3 + (status is ReviewStatus.INITIAL)
    assert issues(review) == ([("status-unknown", "p2.s1")] if issue else [])


def test_who_chose_the_status_is_the_reviewer_where_nothing_was_edited():
    status = [Del("To review"), Ins("Approved", by="Marco Neri")]
    assert read(Word().document(rows(p2_s1=Row("p2.s1", status=status))), "a.docx").segments[1].reviewers == (
        "Anna Bianchi",
        "Marco Neri",
    )


def test_without_the_reviewers_columns(program):
    program.reviewer_columns = False
    review = read(program.document(rows()), "a.docx")
    assert not review.has_status
    assert not review.counts()
    assert [segment.target for segment in review.segments] == [*TARGETS.values()]


def test_the_notes_that_a_reviewer_wrote(program):
    review = read(program.document(rows(p2_s1=Row("p2.s1", notes=["Ask the desk", NewParagraph(), "and Rome"]))), "a.docx")
    assert review.segments[1].note == "Ask the desk\nand Rome"


def test_a_deleted_row(program):
    kept = [row for row in rows() if row.segment != "p2.s2"]
    review = read(program.document(kept), "a.docx")
    assert issues(review) == [("row-missing", "p2.s2" if program.has_custom else "")]
    assert len(review.segments) == 3


def test_a_row_deleted_with_changes_tracked(program):
    row = Row("p2.s2", english=[Del(TARGETS["p2.s2"])], row_properties='<w:del w:id="1" w:author="Anna Bianchi"/>')
    review = read(program.document(rows(p2_s2=row)), "a.docx")
    assert issues(review) == [("row-deleted", "p2.s2")]
    assert "by Anna Bianchi: “The mayor is silent.”" in review.issues[0].message


def test_rows_in_another_order(program):
    one, two, three, four = rows()
    review = read(program.document([one, three, two, four]), "a.docx")
    assert issues(review) in ([("row-moved", "p2.s1")], [("row-moved", "p2.s2")])
    assert [segment.id for segment in review.segments] == ["p1.s1", "p2.s2", "p2.s1", "p3.s1"]
    assert not any(segment.unsure for segment in review.segments)


def test_a_row_moved_with_changes_tracked_is_no_deleted_row(program):
    one, two, three, four = rows()
    gone = Row("p1.s1", row_properties='<w:del w:author="A"/>')
    one.row_properties = '<w:ins w:author="A"/>'
    assert issues(read(program.document([gone, two, three, one, four]), "a.docx")) == [("row-moved", "p1.s1")]


def test_an_id_that_stands_twice(program):
    one, two, three, four = rows()
    review = read(program.document([one, two, Row("p2.s1", ["Copied."]), three, four]), "a.docx")
    assert issues(review) == [("id-twice", "p2.s1")]
    assert [segment.unsure for segment in review.segments] == [False, True, True, False, False]


def test_an_edited_source(program):
    review = read(
        program.document(rows(p2_s1=Row("p2.s1", italian=["Il ministro ", Del("è arrivato"), Ins("arriva"), " domani."]))),
        "a.docx",
    )
    assert issues(review) == [("source-edited", "p2.s1")]
    assert "Il ministro arriva domani." in review.issues[0].message
    assert review.segments[1].unsure


def test_an_added_row_without_an_id():
    for make in (LibreOffice, GoogleDocs, Pages):
        program = make()
        one, *rest = rows()
        empty = "".join(program.cell(program.paragraph("", "Segment")) for _ in range(5))
        text = program.cell(program.paragraph("", "")) * 2 + program.cell(program.paragraph(program.run("An addition."), ""))
        review = read(program.document([one, f"<w:tr>{empty}</w:tr><w:tr>{text}</w:tr>", *rest]), "a.docx")
        assert issues(review) == [("row-added", "")]
        assert "“An addition.”" in review.issues[0].message


def test_two_rows_merged_into_one():
    program = GoogleDocs()
    one, two, _, four = rows()
    both = program.row(two).replace("p2.s1 · ", "p2.s2 · 0000 p2.s1 · ")
    review = read(program.document([one, both, four]), "a.docx")
    assert ("cells-merged", "p2.s1") in issues(review)
    assert ("cells-merged", "p2.s2") in issues(review)


def test_english_cells_merged_over_two_rows(program):
    joined = Row("p2.s1", english=["The minister came. The mayor is silent."], cell_properties={"en": FIRST})
    below = Row("p2.s2", english=[], cell_properties={"en": CONTINUED})
    review = read(program.document(rows(p2_s1=joined, p2_s2=below)), "a.docx")
    assert issues(review) == [("cells-merged", "p2.s1"), ("cells-merged", "p2.s2")]
    assert [segment.target for segment in review.segments[1:3]] == ["The minister came. The mayor is silent.", ""]


def test_italian_and_english_merged_into_one_cell():
    program = LibreOffice()
    cells = [program.cell(program.paragraph(program.run(text), "Segment")) for text in ("2 p2.s1 · 1234", "Both.", "", "")]
    cells[1] = cells[1].replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')
    one, _, *rest = rows()
    review = read(program.document([one, f"<w:tr>{''.join(cells)}</w:tr>", *rest]), "a.docx")
    assert issues(review) == [("cells-merged", "p2.s1")]


def test_a_row_split_in_two():
    program = LibreOffice()
    one, two, three, four = rows()
    two.cell_properties = dict.fromkeys(("id", "it", "status", "notes"), FIRST)
    two.english = ["The minister came."]
    parts = ["", "", "It was yesterday.", "", ""]
    below = "".join(
        program.cell(program.paragraph(program.run(text) if text else "", ""), "" if text else CONTINUED) for text in parts
    )
    review = read(program.document([one, two, f"<w:tr>{below}</w:tr>", three, four]), "a.docx")
    assert issues(review) == [("row-split", "p2.s1")]
    assert review.segments[1].target == "The minister came.\nIt was yesterday."


def test_an_english_cell_split_in_two():
    """Word then gives the table one more column, which the other rows span."""
    program = Word()
    one, two, three, four = rows()
    for row in (one, three, four):
        row.cell_properties["en"] = '<w:gridSpan w:val="2"/>'
    xml = program.row(two).replace('w:val="en:p2.s1"', 'w:val="x"')
    place = xml.index("<w:tc>", xml.index('w:val="x"'))
    added = program.cell(program.paragraph(program.run("Half."), "Segment"))
    data = program.table([one, xml[:place] + added + xml[place:], three, four])
    data = data.replace(
        '<w:gridCol w:w="6000"/><w:gridCol w:w="1200"/>',
        '<w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="1200"/>',
    )
    header = data.index("<w:tcPr>", data.index("Ital"))
    data = data[:header] + '<w:tcPr><w:gridSpan w:val="2"/>' + data[header + len("<w:tcPr>") :]
    review = read(program.package(data), "a.docx")
    assert issues(review) == [("row-split", "p2.s1")]
    assert review.segments[1].target == f"{TARGETS['p2.s1']}\nHalf."


def test_a_row_of_another_document(program):
    foreign = Row("p2.s2", mark="p9.s9 · abcd", italian=["Altro."], english=["Other."])
    one, two, three, four = rows()
    foreign.number = 5
    review = read(program.document([one, two, three, four, foreign]), "a.docx")
    expected = {("id-unknown", "p9.s9")} if program.has_custom else {("source-edited", "p9.s9")}
    assert set(issues(review)) == expected


def test_an_id_that_somebody_deleted_is_read_from_the_tags():
    for make in PROGRAMS[:2]:
        review = read(make().document(rows(p2_s1=Row("p2.s1", mark="", english=["Edited."]))), "a.docx")
        assert [segment.id for segment in review.segments] == [segment for segment, *_ in SEGMENTS]
        assert not review.issues


@pytest.mark.parametrize("mark", ["p2.s1·{}", "p2.s1 - {}", "p2.s1\u00a0•\u00a0{}", "p2.s1\t· {}"])
def test_a_mark_that_was_rewritten_a_little(mark):
    from tests.review.fixtures import mark_of

    written = mark.format(mark_of("p2.s1")[-4:])
    assert not read(GoogleDocs().document(rows(p2_s1=Row("p2.s1", mark=written))), "a.docx").issues


def test_a_column_dragged_to_another_place():
    """The header says what a column is."""
    program = GoogleDocs()
    program.header = lambda: (
        "<w:tr>"
        + "".join(
            program.cell(program.paragraph(program.run(name), "")) for name in ("#", "English", "Italiano", "Status", "Notes")
        )
        + "</w:tr>"
    )
    swapped = [Row(segment, italian=[target], english=[source]) for segment, _, source, target in SEGMENTS]
    review = read(program.document(swapped), "a.docx")
    assert [segment.target for segment in review.segments] == [*TARGETS.values()]
    assert not review.issues


def test_a_table_that_lost_its_header_is_read_as_the_one_before():
    program = Pages()
    one, *rest = rows()
    body = program.table([one]) + program.table(rest, header=False)
    review = read(program.package(body), "a.docx")
    assert [segment.target for segment in review.segments] == [*TARGETS.values()]
    assert review.segments[-1].status is ReviewStatus.INITIAL


def test_tables_that_were_joined_are_read_past_the_second_header(program):
    one, two, *rest = rows()
    review = read(program.document([one, two, program.header(), *rest]), "a.docx")
    assert [segment.target for segment in review.segments] == [*TARGETS.values()]
    assert not review.issues


def test_tables_that_are_not_ours_are_passed_over(program):
    summary = f"<w:tbl><w:tr>{program.cell(program.paragraph(program.run('p2.s1'), ''))}</w:tr></w:tbl>"
    review = read(program.document(rows(), before=summary, after=summary), "a.docx")
    assert len(review.segments) == 4
    assert not review.issues


@pytest.mark.parametrize("make", [Word, LibreOffice])
def test_kinds_of_blocks_are_told_by_their_styles(make):
    review = read(make().document(rows()), "a.docx")
    assert [(segment.kind, segment.level) for segment in review.segments] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.QUOTATION, 0),
    ]


def test_stacked(program):
    english = ["The ", Del("minister"), Ins("secretary"), " arrived."]
    review = read(program.document(rows(p2_s1=english), stacked=True), "a.docx")
    assert review.layout == "stacked"
    assert [segment.target for segment in review.segments] == [
        TARGETS["p1.s1"],
        "The secretary arrived.",
        TARGETS["p2.s2"],
        TARGETS["p3.s1"],
    ]
    assert [segment.source for segment in review.segments] == [source for _, _, source, _ in SEGMENTS]
    assert not review.issues
    assert not review.has_status


def test_stacked_with_a_second_paragraph(program):
    """Where no style is left to tell, the second paragraph is nobody's, and told of."""
    review = read(program.document(rows(p2_s1=["It came.", NewParagraph(), "Yesterday."]), stacked=True), "a.docx")
    styled = program.has_controls or program.name == "libreoffice"
    assert review.segments[1].target == ("It came.\nYesterday." if styled else "It came.")
    assert issues(review) == ([] if styled else [("text-between-rows", "p2.s1")])


def test_stacked_with_an_empty_english(program):
    review = read(program.document(rows(p2_s1=[]), stacked=True, after=""), "a.docx")
    assert review.segments[1].target == ""
    assert not review.issues


def test_stacked_before_the_documents_own_end(program):
    after = program.paragraph(program.run("Summary"), "Heading 1")
    review = read(program.document(rows(), stacked=True, after=after), "a.docx")
    assert review.segments[-1].target == TARGETS["p3.s1"]
    assert not review.issues


def test_stacked_with_rows_missing_and_no_numbers():
    kept = [row for row in rows() if row.segment != "p2.s1"]
    assert issues(read(GoogleDocs().document(kept, stacked=True), "a.docx")) == [("row-missing", "p2.s1")]


def test_every_kind_of_issue_has_a_name_of_its_own():
    assert len({*IssueKind}) == len(IssueKind)


def test_nothing_typed_between_the_tables_is_taken_for_a_row():
    program = Word()
    after = program.paragraph(Raw("<w:r><w:t>p9.s9 · abcd</w:t></w:r>").xml, "Segment")
    assert len(read(program.document(rows(), after=after), "a.docx").segments) == 4
