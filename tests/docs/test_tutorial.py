"""The commands of docs/tutorial.md, run one after another as they stand there, in a folder with the samples of a clone."""

import pytest
from tests.docs.clone import Clone
from tests.docs.examples import blocks
from tests.review.edits import Reviewing

PAGE = blocks("docs/tutorial.md")
COMMANDS = [line for block in PAGE if block.language == "sh" and block.no_run is None for line in block.text.splitlines()]


def review(document):
    """What the page tells the reader to do in Word."""
    reviewing = Reviewing(document.read_bytes())
    reviewing.retype("p1.s1", "Valdora, Water Council halts the canal")
    reviewing.choose("p1.s1", "Changed")
    reviewing.choose("p2.s1", "Approved")
    document.write_bytes(reviewing.saved())


@pytest.fixture(scope="module")
def hour(tmp_path_factory):
    """The folder after all commands, and what each of them printed."""
    clone = Clone(tmp_path_factory.mktemp("hour"))
    for block in PAGE:
        if block.title:
            (clone.folder / block.title).write_text(block.text, encoding="utf-8")
    printed = {}
    for line in COMMANDS:
        if line.startswith("translator review read"):
            review(clone.folder / line.split()[-1])
        # So that the last of two equal lines does not hide the first.
        key = line if line not in printed else f"{line} (again)"
        printed[key] = clone.run(line)
    return clone.folder, printed


def test_every_command_works(hour):
    _, printed = hour
    assert len(printed) == len(COMMANDS) >= 15


def test_the_files_that_the_page_names_are_there(hour):
    folder, _ = hour
    for name in ("first/vertice-artico.it-en.docx", "articolo.it-en.docx", "articolo.en.docx", "accepted.tmx", "again.docx"):
        assert (folder / name).is_file(), name
    assert (folder / "translated" / "report.html").is_file()
    assert len(list((folder / "translated").rglob("*.docx"))) == 3


def test_it_goes_as_the_page_says(hour):
    _, printed = hour
    candidates = printed["translator glossary candidates articolo.txt"]
    assert "Consiglio delle Acque" in candidates
    assert "0 missing" in printed["translator translate articolo.txt -g desk.csv -g world"]
    read = printed["translator review read articolo.it-en.docx"]
    assert "1 edited, 1 approved, 1 changed" in read
    assert "accepted:2" in printed["translator translate articolo.txt -g desk.csv -g world -o again.docx"]
    batch = "translator batch articles/ -g desk.csv -g world -o translated/"
    assert "up to date" in printed[f"{batch} (again)"]
