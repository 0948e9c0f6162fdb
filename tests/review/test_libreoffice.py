"""LibreOffice itself: a reviewed document goes through .odt and back, and every edit is still there."""

import shutil
import subprocess

import pytest
from tests.review.edits import Reviewing
from tests.writing.docx_articles import ARTICLE, DAY

from translator.article import BlockKind
from translator.review import ReviewStatus, read, read_original
from translator.writing.docx.document import write
from translator.writing.docx.options import DocxOptions

LAYOUTS = {"table": DocxOptions(), "stacked": DocxOptions(layout="stacked")}


def reviewed(layout):
    """As it was written, and as the reviewer left it."""
    written = write(ARTICLE, date=DAY, options=LAYOUTS[layout])
    document = Reviewing(written)
    document.replace("p1.s1", "flashes", "blinks")
    document.replace("p2.s1", "lantern", "lamp")
    document.replace("p4.s1", "promised", "pledged – “soon” –", by="Marco Neri")
    document.comment("p2.s3", "evening", "Or night?")
    document.retype("p4.s2", "They are for three things:")
    document.empty("p6.s2")
    if layout == "table":
        document.choose("p2.s1", "Changed")
        document.choose("p2.s2", "Approved")
        document.note("p1.s1", "A better title?")
        document.delete_row("p8.s2")
    return written, document.saved()


@pytest.fixture(scope="module", params=LAYOUTS)
def through(request, tmp_path_factory):
    """Layout, the document as it was written, and what came back from LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip("soffice (LibreOffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    written, data = reviewed(request.param)
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for target, source, to in (("odt", folder / "a.docx", "odt"), ("docx:MS Word 2007 XML", folder / "odt" / "a.odt", "back")):
        command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", folder / to, source]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return request.param, written, (folder / "back" / "a.docx").read_bytes()


def test_every_tracked_edit_comes_back(through):
    layout, _, back = through
    review = read(back, "a.docx")
    assert review.layout == layout
    assert {segment.id: (segment.target, segment.reviewers) for segment in review.segments if segment.edited} == {
        "p1.s1": ("The Valdora lighthouse blinks again", ("Anna Bianchi",)),
        "p2.s1": (
            "After fourteen months of work the lamp of the Valdora lighthouse was lit again last night, shortly before nine.",
            ("Anna Bianchi",),
        ),
        "p4.s1": (
            "The Minister of Infrastructure pledged – “soon” – another two million euros from the European Union.",
            ("Marco Neri",),
        ),
        "p6.s2": ("", ("Anna Bianchi",)),
    }


def test_untracked_edits_come_back_with_the_document_as_it_was_written(through):
    _, written, back = through
    review = read(back, "a.docx", original=read_original(written, "written.docx"))
    (retyped,) = [segment for segment in review.segments if segment.id == "p4.s2"]
    assert (retyped.edited, retyped.target) == (True, "They are for three things:")
    assert sum(segment.edited for segment in review.segments) == 5
    assert not review.notes


def test_everything_else_is_as_it_was(through):
    layout, _, back = through
    review = read(back, "a.docx")
    gone = {"p8.s2"} if layout == "table" else set()
    expected = [segment for segment in ARTICLE.segments() if segment.id not in gone]
    assert [(segment.id, segment.source) for segment in review.segments] == [(item.id, item.source) for item in expected]
    changed = {"p1.s1", "p2.s1", "p4.s1", "p4.s2", "p6.s2"}
    untouched = {item.id: item.target for item in expected if item.id not in changed}
    assert {segment.id: segment.target for segment in review.segments if segment.id not in changed} == untouched
    assert review.article == ARTICLE.name
    assert review.sha256


def test_comments_come_back_at_their_words(through):
    _, _, back = through
    found = {
        (segment.id, comment.author, comment.words, comment.text)
        for segment in read(back, "a.docx").segments
        for comment in segment.comments
    }
    assert ("p2.s3", "Anna Bianchi", "evening", "Or night?") in found
    assert sum(author == "translator" for _, author, _, _ in found) == 4


def test_headings_lists_and_quotations_are_still_told(through):
    _, _, back = through
    kinds = {segment.id.partition(".")[0]: segment.kind for segment in read(back, "a.docx").segments}
    told = {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
    assert {block: kind for block, kind in kinds.items() if kind in told} == {
        block.id: block.kind for block in ARTICLE.blocks if block.kind in told
    }


def test_statuses_notes_and_deleted_rows(through):
    layout, _, back = through
    review = read(back, "a.docx")
    if layout == "stacked":
        assert not review.has_status
        assert not review.issues
        return
    statuses = {segment.id: segment.status for segment in review.segments if segment.status is not ReviewStatus.INITIAL}
    assert statuses == {"p2.s1": ReviewStatus.CHANGED, "p2.s2": ReviewStatus.APPROVED}
    assert review.segments[0].note == "A better title?"
    assert [(str(issue.kind), issue.segment) for issue in review.issues] == [("row-deleted", "p8.s2")]
