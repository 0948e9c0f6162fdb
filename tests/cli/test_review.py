import csv
import datetime
import json
import os
import subprocess
import sys
import zipfile

import docx
import pytest
from tests.review.fixtures import (
    ARTICLE_NAME,
    ARTICLE_SHA256,
    ARTICLE_TEXT,
    SEGMENTS,
    Del,
    Ins,
    LibreOffice,
    Remark,
    Row,
    Word,
    rows,
)

from translator.exchange import tmx
from translator.translation.memory.store import AcceptedStatus, Memory, Origin

EDITED = ["The minister ", Del("is arrived"), Ins("arrived"), " yesterday."]


@pytest.fixture
def reviewed(tmp_path):
    """A document with an edited, an approved and a questioned segment, a comment and a note."""
    changed = rows(
        p2_s1=Row("p2.s1", english=EDITED, status=["Changed"], notes=["Ask Rome"]),
        p2_s2=Row("p2.s2", english=["The ", Remark("mayor", "Which?"), " is silent."], status=["Approved"]),
        p3_s1=Row("p3.s1", status=["Question"]),
    )
    path = tmp_path / "porto.it-en.docx"
    path.write_bytes(Word().document(changed))
    return path


def words(path):
    return [paragraph.text for paragraph in docx.Document(path).paragraphs]


def test_read_shows_what_was_done(run, reviewed):
    result = run("review", "read", reviewed)
    assert result.out == (
        "porto.it-en.docx (porto-valdora.txt): 4 segments, 1 edited, 1 approved, 1 changed, 1 question, 1 to review, 1 comment, "
        "0 problems\n\n"
        "p2.s1  changed, by Anna Bianchi\n"
        "  The minister [-is -]arrived yesterday.\n"
        "  Note: Ask Rome\n\n"
        "p2.s2  approved\n"
        "  Anna Bianchi at “mayor”: Which?\n\n"
        "p3.s1  question\n"
        "  The crane is firm.\n"
    )
    assert result.err == ""


def test_read_ends_with_0_when_nothing_was_changed(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(Word().document(rows()))
    assert "0 edited" in run("review", "read", path).out


def test_read_in_colours_on_a_terminal(reviewed):
    pty = pytest.importorskip("pty", reason="no pseudo terminals here")
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "translator", "review", "read", reviewed]
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(command, stdout=slave, check=True, env=environment)
    os.close(slave)
    out = os.read(master, 100_000).decode()
    os.close(master)
    assert "\x1b[31m" in out
    assert "[-" not in out


def test_read_as_json(run, reviewed):
    data = json.loads(run("review", "read", reviewed, "--json").out)
    assert (data["schema"], data["article"], data["article_sha256"]) == ("translator.review/1", ARTICLE_NAME, ARTICLE_SHA256)
    assert data["counts"] == {
        "segments": 4,
        "edited": 1,
        "status": {"initial": 1, "approved": 1, "changed": 1, "question": 1},
    }
    segment = data["segments"][1]
    assert (segment["id"], segment["original"], segment["target"]) == (
        "p2.s1",
        SEGMENTS[1][3],
        "The minister arrived yesterday.",
    )
    assert [piece["kind"] for piece in segment["difference"]] == ["same", "deleted", "same"]
    assert [change["author"] for change in segment["changes"]] == ["Anna Bianchi", "Anna Bianchi"]
    assert data["segments"][2]["comments"][0]["words"] == "mayor"
    assert data["issues"] == []


def test_problems_come_last(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(Word().document(rows()[1:]))
    assert run("review", "read", path).out.endswith("To decide:\n  p1.s1: the row is missing\n")


def test_nothing_in_the_document_steers_the_terminal(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(LibreOffice().document(rows(p2_s1=[Del("a"), Ins("b\u202ec\u009bd\ue000")])))
    assert "{+b\\u{202E}c\\u{009B}d\ue000+}" in run("review", "read", path).out


def test_what_a_program_dropped_is_told_on_standard_error(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(LibreOffice().document(rows(p2_s1=["The minister came."])))
    assert "--original" in run("review", "read", path).err
    original = tmp_path / "original.docx"
    original.write_bytes(Word().document(rows()))
    result = run("review", "read", path, "--original", original)
    assert result.err == ""
    assert "The minister [-is arrived yesterday-]{+came+}." in result.out


@pytest.mark.parametrize("command", ["read", "apply"])
def test_a_refusal_is_one_line_and_status_1(run, tmp_path, reviewed, command):
    other = tmp_path / "altro.txt"
    other.write_text("Un altro articolo, con altre frasi.", encoding="utf-8")
    result = run("review", command, reviewed, "--article", other, status=1)
    assert result.err.startswith("Error: porto.it-en.docx: belongs to another article")
    assert result.err.count("\n") == 1
    assert result.out == ""
    assert not (tmp_path / "porto.en.docx").exists()


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_a_file_that_cannot_be_read(run, tmp_path, name):
    assert "cannot be read" in run("review", "read", tmp_path / name, status=1).err


def test_the_article_itself_is_accepted(run, tmp_path, reviewed):
    article = tmp_path / ARTICLE_NAME
    article.write_text(ARTICLE_TEXT, encoding="utf-8")
    run("review", "read", reviewed, "--article", article)


def test_apply(run, tmp_path, reviewed):
    memory = tmp_path / "memory.sqlite3"
    result = run("review", "apply", reviewed, "--memory", memory, "--tmx", tmp_path / "a.tmx")
    clean = tmp_path / "porto.en.docx"
    assert result.out.splitlines() == [str(clean), str(tmp_path / "a.tmx")]
    assert words(clean) == [
        "The port of Valdora reopens",
        "The minister arrived yesterday. The mayor is silent.",
        "The crane is firm.",
    ]
    properties = docx.Document(clean).core_properties
    assert (properties.identifier, properties.title) == (f"translator:{ARTICLE_SHA256}", "The port of Valdora reopens")
    with Memory(memory) as opened:
        found = opened.accepted(source for _, _, source, _ in SEGMENTS)
    assert {entry.origin.segment: (entry.target, entry.status) for entry in found.values()} == {
        "p2.s1": ("The minister arrived yesterday.", AcceptedStatus.CHANGED),
        "p2.s2": ("The mayor is silent.", AcceptedStatus.APPROVED),
    }
    entry = found["Il ministro è arrivato ieri."]
    assert entry.origin == Origin(ARTICLE_NAME, ARTICLE_SHA256, "p2.s1")
    assert (entry.reviewer, entry.machine_target) == ("Anna Bianchi", "The minister is arrived yesterday.")
    assert [unit.id for unit in tmx.read(tmp_path / "a.tmx")] == ["p2.s1", "p2.s2"]
    assert "accepted: 2 segments" in result.err
    assert "left out: 1 marked as a question" in result.err
    assert "memory: 2 new, 0 known" in result.err


def test_apply_again_changes_nothing(run, tmp_path, reviewed):
    memory = tmp_path / "memory.sqlite3"
    run("review", "apply", reviewed, "--memory", memory)
    before = (tmp_path / "porto.en.docx").read_bytes()
    assert "memory: 0 new, 2 known" in run("review", "apply", reviewed, "--memory", memory).err
    assert (tmp_path / "porto.en.docx").read_bytes() == before


def test_apply_without_memory(run, tmp_path, reviewed):
    assert "memory" not in run("review", "apply", reviewed, "--no-memory", "-o", f"{tmp_path}/out/").err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["porto.en.docx"]


def test_apply_all(run, tmp_path, reviewed):
    result = run("review", "apply", reviewed, "--memory", tmp_path / "m.sqlite3", "--all")
    assert "accepted: 4 segments" in result.err


def test_edited_segments_that_were_not_marked_are_told_of(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(Word().document(rows(p2_s1=EDITED)))
    assert "1 edited but not marked" in run("review", "apply", path, "--no-memory").err
    assert "not marked" not in run("review", "apply", path, "--no-memory", "--all").err


def test_an_emptied_cell_is_in_the_document_and_not_in_the_memory(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(
        Word().document(
            rows(
                p2_s1=Row(
                    "p2.s1", english=[Del(SEGMENTS[1][3]), Ins("The minister came, the mayor is silent.")], status=["Changed"]
                ),
                p2_s2=Row("p2.s2", english=[Del(SEGMENTS[2][3])], status=["Changed"]),
                p1_s1=Row("p1.s1", status=["Approved"]),
            )
        )
    )
    result = run("review", "apply", path, "--memory", tmp_path / "m.sqlite3")
    assert "accepted: 1 segment\n" in result.err
    assert words(tmp_path / "a.en.docx")[1] == "The minister came, the mayor is silent."


def test_names_that_were_changed_everywhere(run, tmp_path):
    segments = rows(p1_s1=["The port of ", Del("Valdora"), Ins("Waldora"), " reopens"])
    path = tmp_path / "a.docx"
    path.write_bytes(Word().document(segments))
    glossary = tmp_path / "names.csv"
    run("review", "apply", path, "--no-memory", "--glossary", glossary)
    (row,) = csv.DictReader(glossary.read_text(encoding="utf-8-sig").splitlines())
    assert (row["source"], row["target"]) == ("Valdora", "Waldora")
    run("glossary", "check", glossary)


def test_no_name_was_changed(run, tmp_path, reviewed):
    result = run("review", "apply", reviewed, "--no-memory", "--glossary", tmp_path / "names.csv")
    assert "the glossary is empty" in result.err


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--memory", "m.sqlite3", "--no-memory"], 2, "contradict each other"),
        (["-o", "a.docx", "--tmx", "a.docx"], 2, "same name"),
        (["-o", "a.txt"], 2, "is a Word document"),
        (["-o", "porto.it-en.docx"], 1, "is an input"),
        (["--no-memory", "--tmx", "mine.tmx"], 1, "is not as this tool wrote it"),
        (["--no-memory", "--glossary", "names.doc"], 1, "does not say a format"),
    ],
)
def test_nothing_is_written_when_an_option_is_wrong(run, tmp_path, monkeypatch, reviewed, options, status, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.tmx").write_text("my work")
    before = sorted(tmp_path.iterdir())
    assert message in run("review", "apply", reviewed, *options, status=status).err
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "mine.tmx").read_text() == "my work"


def test_nothing_is_written_when_the_memory_cannot_be_used(run, tmp_path, reviewed):
    memory = tmp_path / "folder"
    memory.mkdir()
    run("review", "apply", reviewed, "--memory", memory, status=1)
    assert not (tmp_path / "porto.en.docx").exists()


def test_problems_are_warnings(run, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(Word().document(rows()[1:]))
    assert "Warning: p1.s1: the row is missing" in run("review", "apply", path, "--no-memory").err


def test_quiet(run, reviewed):
    assert run("review", "apply", reviewed, "--no-memory", "-q").err == ""


def test_the_date_is_that_of_the_build(run, tmp_path, monkeypatch, reviewed):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("review", "apply", reviewed, "--no-memory", "--tmx", tmp_path / "a.tmx")
    (unit, *_) = tmx.read(tmp_path / "a.tmx")
    assert unit.created == datetime.datetime(1970, 1, 2, tzinfo=datetime.UTC)
    with zipfile.ZipFile(tmp_path / "porto.en.docx") as archive:
        assert b"1970-01-02" in archive.read("docProps/core.xml")


def test_help_costs_no_heavy_library():
    code = (
        "import sys; from translator.cli import run; run(['review', 'apply', '--help']);"
        "print(*(name for name in ('lxml', 'docx', 'ctranslate2') if name in sys.modules), file=sys.stderr)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split() == []
