import pytest
from tests.review.fixtures import PROGRAMS, TARGETS, Del, GoogleDocs, Ins, Raw, Remark, Row, Word, rows

from translator.review import read
from translator.review.rows import NOTES, SOURCE, TARGET


@pytest.fixture(params=PROGRAMS, ids=lambda program: program.name)
def program(request):
    return request.param()


def test_author_text_and_words(program):
    remark = Remark("is arrived", "“has arrived”?", by="Anna  Bianchi")
    review = read(program.document(rows(p2_s1=["The minister ", remark, " yesterday."])), "a.docx")
    (comment,) = review.segments[1].comments
    assert (comment.author, comment.text, comment.words, comment.column) == (
        "Anna Bianchi",
        "“has arrived”?",
        "is arrived",
        TARGET,
    )
    assert comment.date == "2026-11-20T11:00:00Z"
    assert review.segments[1].target == TARGETS["p2.s1"]
    assert not review.comments


def test_answers(program):
    remark = Remark(
        "minister", "Which one?", answers=(("Marco Neri", "Of the interior."), ("Anna Bianchi", "Thanks.")), done=True
    )
    review = read(program.document(rows(p2_s1=["The ", remark, " is arrived yesterday."])), "a.docx")
    comments = review.segments[1].comments
    if program.has_threads:
        (comment,) = comments
        assert comment.resolved
        assert [(reply.author, reply.text) for reply in comment.replies] == [
            ("Marco Neri", "Of the interior."),
            ("Anna Bianchi", "Thanks."),
        ]
    else:  # nothing in the file says what answers what
        assert [(item.author, item.text, item.words) for item in comments] == [
            ("Anna Bianchi", "Which one?", "minister"),
            ("Marco Neri", "Of the interior.", "minister"),
            ("Anna Bianchi", "Thanks.", "minister"),
        ]


@pytest.mark.parametrize(("column", "name"), [("italian", SOURCE), ("notes", NOTES)])
def test_in_other_columns(program, column, name):
    row = Row("p2.s2", **{column: [Remark("Il sindaco tace.", "Sure?")]})
    (comment,) = read(program.document(rows(p2_s2=row)), "a.docx").segments[2].comments
    assert (comment.column, comment.words) == (name, "Il sindaco tace.")


def test_at_words_that_were_changed_or_deleted():
    program = Word()
    start, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/><w:r><w:commentReference w:id="{}"/></w:r>'
    program._remarks = [("A", "one", None, False), ("A", "two", None, False)]
    changed = [
        Raw(start.format(0)),
        Del("old"),
        Ins("new"),
        Raw(end.format(0, 0)),
        Raw(start.format(1)),
        Del("gone"),
        Raw(end.format(1, 1)),
    ]
    comments = read(program.document(rows(p2_s1=changed)), "a.docx").segments[1].comments
    assert [comment.words for comment in comments] == ["new", "gone"]


def test_over_two_rows():
    program = Word()
    program._remarks = [("A", "Both", None, False)]
    first = ["The minister ", Raw('<w:commentRangeStart w:id="0"/>'), "came."]
    second = ["The mayor", Raw('<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'), " waits."]
    review = read(program.document(rows(p2_s1=first, p2_s2=second)), "a.docx")
    (comment,) = review.segments[1].comments
    assert comment.words.startswith("came.")
    assert comment.words.endswith("The mayor")
    assert not review.segments[2].comments


def test_with_a_reference_and_no_range():
    program = GoogleDocs()
    program._remarks = [("A", "Here", None, False)]
    content = ["Text", Raw('<w:r><w:commentReference w:id="0"/></w:r>'), " after"]
    (comment,) = read(program.document(rows(p2_s1=content)), "a.docx").segments[1].comments
    assert (comment.text, comment.words) == ("Here", "")


def test_outside_all_rows(program):
    before = program.paragraph(program.remark(Remark("Il porto", "A better title?")), "Title")
    review = read(program.document(rows(), before=before), "a.docx")
    assert [(comment.text, comment.words, comment.column) for comment in review.comments] == [
        ("A better title?", "Il porto", "")
    ]
    assert not any(segment.comments for segment in review.segments)


def test_in_a_deleted_row(program):
    row = Row("p2.s2", english=[Remark("The mayor", "Out?")], row_properties="<w:del/>")
    assert [comment.text for comment in read(program.document(rows(p2_s2=row)), "a.docx").comments] == ["Out?"]


def test_findings_of_the_tool_are_told_from_the_reviewers_comments(program):
    finding = Remark("crane", "Warning. Name lost: Gru", by="translator", answers=(("Anna Bianchi", "Right."),))
    other = Remark("mayor", "Warning. Name lost: Tace", by="translator")
    review = read(program.document(rows(p3_s1=["The ", finding, " is firm."], p2_s2=["The ", other, " is silent."])), "a.docx")
    assert [comment.is_from_tool for comment in review.segments[2].comments] == [True]
    if program.has_threads:
        assert [comment.is_from_tool for comment in review.segments[3].comments] == [False]


def test_the_tools_own_notes_are_not_the_reviewers():
    finding = Remark("mayor", "Warning. Name lost: Nerina Golfieri", by="translator")
    notes = ["Name lost: Nerina Golfieri", "Missing: Golfieri", "Repaired: mayor", "Repaired: nothing of ours", "Mine"]
    from tests.review.fixtures import NewParagraph

    content = [piece for note in notes for piece in (note, NewParagraph())]
    row = Row("p2.s2", english=["The ", finding, " is silent."], notes=content)
    review = read(Word().document(rows(p2_s2=row)), "a.docx")
    assert review.segments[2].note.splitlines() == ["Missing: Golfieri", "Repaired: nothing of ours", "Mine"]


def test_circles_and_broken_references_do_no_harm():
    program = Word()
    program._remarks = [("A", "one", 1, False), ("B", "two", 0, False), ("C", "three", 99, False), ("D", "four", 3, False)]
    content = [Raw(f'<w:commentRangeStart w:id="{number}"/>') for number in range(4)]
    comments = read(program.document(rows(p2_s1=[*content, "Text."])), "a.docx").segments[1].comments
    assert sorted(comment.text for comment in comments) == ["four", "one", "three", "two"]
