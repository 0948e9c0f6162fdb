import pytest
from tests.review.fixtures import PROGRAMS, TARGETS, Del, Ins, NewParagraph, Raw, Row, Word, rows

from translator.review import read
from translator.review.text import Change, ChangeKind

MARCO = "Marco Neri"
EDITS = {
    "untouched": ([TARGETS["p2.s1"]], TARGETS["p2.s1"], []),
    "a word replaced": (
        ["The minister ", Del("is arrived"), Ins("arrived"), " yesterday."],
        "The minister arrived yesterday.",
        ["Anna Bianchi"],
    ),
    "by two authors": (
        ["The ", Del("minister", MARCO), Ins("secretary", MARCO), " is ", Del("arrived "), "yesterday."],
        "The secretary is yesterday.",
        [MARCO, "Anna Bianchi"],
    ),
    "everything anew": ([Del(TARGETS["p2.s1"]), Ins("Yesterday he came.")], "Yesterday he came.", ["Anna Bianchi"]),
    "all deleted": ([Del(TARGETS["p2.s1"])], "", ["Anna Bianchi"]),
    "added at both ends": (
        [Ins("So: "), TARGETS["p2.s1"], Ins(" Really.")],
        "So: The minister is arrived yesterday. Really.",
        ["Anna Bianchi"],
    ),
    "doubled spaces that changes leave": (
        ["The minister ", Del("is"), " arrived yesterday."],
        "The minister arrived yesterday.",
        ["Anna Bianchi"],
    ),
    "a new paragraph": (
        ["The minister is arrived.", Del(" yesterday."), NewParagraph(), Ins("It was yesterday.")],
        "The minister is arrived.\nIt was yesterday.",
        ["Anna Bianchi"],
    ),
    "typographic quotation marks": (
        ["The “", Ins("new"), "” minister’s … is arrived yesterday."],
        "The “new” minister’s … is arrived yesterday.",
        ["Anna Bianchi"],
    ),
}


@pytest.fixture(params=PROGRAMS, ids=lambda program: program.name)
def program(request):
    return request.param()


@pytest.mark.parametrize("edit", EDITS)
def test_changes_of_any_author_are_the_reviewers_text(program, edit):
    english, expected, authors = EDITS[edit]
    review = read(program.document(rows(p2_s1=english)), "a.docx")
    segment = review.segments[1]
    assert segment.target == expected
    assert list(segment.reviewers) == authors
    assert segment.edited == (edit != "untouched")
    assert [item.target for item in review.segments if item.id != "p2.s1"] == [
        "The port of Valdora reopens",
        "The mayor is silent.",
        "The crane is firm.",
    ]
    assert not review.issues
    if authors and program.has_custom:
        assert segment.original == TARGETS["p2.s1"]


def test_where_the_written_english_is_lost_the_changes_tell_it(program):
    english, _, _ = EDITS["a word replaced"]
    review = read(program.document(rows(p2_s1=english)), "a.docx")
    assert review.segments[1].original == TARGETS["p2.s1"]
    assert review.segments[2].original == (TARGETS["p2.s2"] if program.has_custom else None)
    assert bool(review.notes) != program.has_custom


def test_an_edit_without_tracked_changes_shows_where_the_file_still_has_what_was_written(program):
    review = read(program.document(rows(p2_s1=["The minister arrived yesterday."])), "a.docx")
    assert review.segments[1].target == "The minister arrived yesterday."
    assert review.segments[1].edited == program.has_custom
    assert not review.segments[1].reviewers


def _tracked(tag, text, mark="t"):
    return Raw(
        f'<w:{tag} w:id="77" w:author="Anna Bianchi" w:date="2026-11-20T10:00:00Z"><w:r><w:{mark} xml:space="preserve">{text}</w:{mark}></w:r></w:{tag}>'
    )


def _run(xml):
    return Raw(f"<w:r>{xml}</w:r>")


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(
            [_tracked("moveTo", "Yesterday "), "he came", _tracked("moveFrom", " yesterday")], "Yesterday he came", id="moves"
        ),
        pytest.param(
            [Raw('<w:ins w:author="A"><w:del w:author="B"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>'), "here"],
            "here",
            id="deleted what another had inserted",
        ),
        pytest.param(
            [Raw('<w:hyperlink r:id="x"><w:ins w:author="A"><w:r><w:t>link</w:t></w:r></w:ins></w:hyperlink>')],
            "link",
            id="hyperlink",
        ),
        pytest.param(
            [Raw("<w:smartTag><w:smartTag><w:r><w:t>Valdora</w:t></w:r></w:smartTag></w:smartTag>")], "Valdora", id="smart tags"
        ),
        pytest.param(
            [
                Raw(
                    "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
                )
            ],
            "in",
            id="nested content controls",
        ),
        pytest.param(
            [
                Raw(
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>20 May</w:t></w:r>'
                    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                )
            ],
            "20 May",
            id="result of a field",
        ),
        pytest.param(
            [Raw('<w:fldSimple w:instr="DATE"><w:r><w:t>20 May</w:t></w:r></w:fldSimple>')], "20 May", id="simple field"
        ),
        pytest.param(
            [_run("<w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t><w:tab/><w:t>four</w:t>")],
            "one\ntwo\nthree four",
            id="breaks and tabs",
        ),
        pytest.param([_run("<w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t>")], "e\u2011mail", id="no-break hyphen"),
        pytest.param([_run("<w:t>har</w:t><w:softHyphen/><w:t>bour</w:t>")], "har\u00adbour", id="soft hyphen"),
        pytest.param(
            [_run('<w:t>30 </w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0E0"/>')],
            "30 °→",
            id="symbols",
        ),
        pytest.param(
            [_run('<w:sym w:font="Odd" w:char="F0E0"/><w:sym w:char="nonsense"/><w:sym w:char="0007"/>')],
            "\uf0e0\ufffd\ufffd",
            id="unknown symbols",
        ),
        pytest.param(
            [
                Raw(
                    "<mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice>"
                    "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
                )
            ],
            "new",
            id="alternatives",
        ),
        pytest.param(
            [
                Raw(
                    "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                )
            ],
            "base",
            id="ruby",
        ),
        pytest.param(
            [Raw('<w:bookmarkStart w:id="1"/><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/>'), "b"],
            "ab",
            id="noise",
        ),
        pytest.param([Raw("<w:r><w:t>5\u00a0%</w:t></w:r>")], "5\u00a0%", id="no-break space"),
    ],
)
def test_every_way_of_holding_text(pieces, expected):
    assert read(Word().document(rows(p2_s1=pieces)), "a.docx").segments[1].target == expected


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = '<w:del w:id="9" w:author="Anna Bianchi"/>'
    segment = read(Word().document(rows(p2_s1=["The minister ", NewParagraph(mark), "arrived."])), "a.docx").segments[1]
    assert segment.target == "The minister arrived."
    assert segment.changes == (Change(ChangeKind.DELETION, "Anna Bianchi", "", "\n"),)


def test_an_inserted_paragraph_mark_was_not_there_before():
    mark = '<w:ins w:id="9" w:author="Anna Bianchi" w:date="2026-11-20T10:00:00Z"/>'
    content = ["The minister is arrived", NewParagraph(mark), " yesterday."]
    from tests.review.fixtures import LibreOffice

    segment = read(LibreOffice().document(rows(p2_s1=content)), "a.docx").segments[1]
    assert (segment.original, segment.target) == (TARGETS["p2.s1"], "The minister is arrived\nyesterday.")


def test_split_changes_come_together():
    segment = read(Word().document(rows(p2_s1=[Ins("One"), Ins(" more"), Del("x"), "y", Del("z")])), "a.docx").segments[1]
    assert [(change.kind, change.text) for change in segment.changes] == [
        (ChangeKind.INSERTION, "One more"),
        (ChangeKind.DELETION, "x"),
        (ChangeKind.DELETION, "z"),
    ]


def test_a_control_that_shows_its_prompt_is_empty():
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
    segment = read(Word().document(rows(p2_s1=[Raw(prompt)])), "a.docx").segments[1]
    assert (segment.target, segment.emptied) == ("", True)


def test_a_prompt_in_a_control_around_the_cell_is_empty_too():
    from tests.review.fixtures import WordWithCellControls

    class Emptied(WordWithCellControls):
        def control(self, tag, xml, kind):
            made = super().control(tag, xml, kind)
            return made.replace("<w:lock", "<w:showingPlcHdr/><w:lock") if tag == "en:p2.s1" else made

    assert read(Emptied().document(rows(p2_s1=["Click here"])), "a.docx").segments[1].target == ""


@pytest.mark.parametrize(
    ("xml", "thing"),
    [
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "a footnote"),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", "a text box"),
    ],
)
def test_what_is_not_read_is_told(xml, thing):
    review = read(Word().document(rows(p2_s1=["Text", Raw(xml)])), "a.docx")
    assert [(issue.segment, issue.message.partition(" in")[0]) for issue in review.issues] == [("p2.s1", thing)]
    assert review.segments[1].unsure


def test_what_was_not_touched_is_exactly_as_it_was_written():
    """White space, composed accents and characters that Word cannot hold come back from the custom part."""
    from tests.review.fixtures import custom, pack

    written = "A  caf\u00e9\twith \x07 bell"
    segments = (("p1.s1", "Segment", "Il porto di Valdora riapre", written),)
    program = Word()
    data = program.document([Row("p1.s1", english=["A cafe\u0301 with \ufffd bell"], number=1)])
    import io
    import zipfile

    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    parts["customXml/item2.xml"] = custom(segments=segments).replace("\x07", "\\u{0007}")
    segment = read(pack(parts), "a.docx").segments[0]
    assert (segment.target, segment.edited) == (written, False)
