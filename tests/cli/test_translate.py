import io
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest

from translator.cli import main
from translator.writing import files

STARTER = ("--model", "starter")


@pytest.fixture(autouse=True)
def _state(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def test_writes_a_word_document_beside_the_source_and_prints_its_path(run, article_file):
    result = run("translate", article_file, *STARTER)
    written = article_file.with_name("articolo.it-en.docx")
    assert result.out == f"{written}\n"
    assert zipfile.is_zipfile(written)


def test_the_summary_says_what_was_done(run, article_file):
    err = run("translate", article_file, *STARTER).err
    assert "articolo.txt (utf-8): 6 segments, " in err
    assert "world 3" in err
    assert "set aside: advertising 1\n" in err
    assert "translator:" in err


def test_quiet_prints_the_path_only(run, article_file):
    result = run("translate", article_file, *STARTER, "-q")
    assert "segments" not in result.err


def test_english_alone_on_standard_output(run, article_file):
    result = run("translate", article_file, *STARTER, "-o", "-", "-f", "txt")
    out = result.out
    assert "- Advertisement -" in result.err
    assert "Moscow" in out
    assert "Ukraine" in out
    assert "Advertisement" not in out
    assert list(article_file.parent.iterdir()) == [article_file]


def test_several_formats_into_a_folder(run, article_file, tmp_path):
    run("translate", article_file, *STARTER, "-f", "docx", "-f", "txt", "-f", "json", "-o", f"{tmp_path}/out/")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "articolo.it-en.docx",
        "articolo.it-en.json",
        "articolo.it-en.txt",
    ]


@pytest.mark.parametrize("name", ["x.docx", "x.TXT", "x.json"])
def test_the_name_of_the_output_says_the_format(run, article_file, tmp_path, name):
    run("translate", article_file, *STARTER, "-o", tmp_path / name)
    data = (tmp_path / name).read_bytes()
    assert re.match({"d": rb"PK", "T": rb"[^\n]*Valdora", "j": rb"{"}[name[2]], data)


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Grazie a tutti.")))
    assert run("translate", "-", *STARTER, "-o", "-", "-f", "txt").out.strip()


def test_standard_input_without_an_output_goes_to_the_current_folder(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Grazie a tutti.")))
    assert run("translate", "-", *STARTER).out == "stdin.it-en.docx\n"


def test_the_same_inputs_give_the_same_bytes(run, article_file, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one.docx", "two.docx"):
        run("translate", article_file, *STARTER, "-o", tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_an_own_glossary_by_file_and_a_shipped_one_by_name(run, article_file, tmp_path):
    (tmp_path / "desk.csv").write_text("source,target,kind\nValdora,Vale d'Or,place\n", encoding="utf-8")
    data = json.loads(
        run("translate", article_file, *STARTER, "-g", tmp_path / "desk.csv", "-g", "world", "-o", "-", "-f", "json").out
    )
    uses = {use["source"]: use for block in data["blocks"] for item in block["segments"] for use in item["terms"]}
    assert uses["Valdora"]["target"] == "Vale d'Or"
    assert "desk.csv:" in data["signature"]
    assert "italy:" not in data["signature"]


def test_own_abbreviations_are_in_the_signature(run, article_file, tmp_path):
    article_file.write_text("Vince la Pall. Il Faro in trasferta.\n", encoding="utf-8")
    (tmp_path / "own.txt").write_text("Pall. title\n", encoding="utf-8")
    options = ("--abbreviations", tmp_path / "own.txt", "-o", "-", "-f", "json")
    data = json.loads(run("translate", article_file, *STARTER, *options).out)
    assert [len(block["segments"]) for block in data["blocks"]] == [1]
    assert "|abbreviations:" in data["signature"]


def test_no_glossary(run, article_file):
    data = json.loads(run("translate", article_file, *STARTER, "--no-glossary", "-o", "-", "-f", "json").out)
    assert "glossary:none" in data["signature"]
    assert not any(item["terms"] for block in data["blocks"] for item in block["segments"])


@pytest.fixture
def unheard_of(tmp_path):
    """A glossary with a term that no step can bring into this text: its target is many times longer than the sentence."""
    path = tmp_path / "impossible.csv"
    path.write_text(f"source,target\npronti,{'very ' * 80}ready\n", encoding="utf-8")
    return path


def test_strict_ends_with_three_when_terms_are_missing(run, article_file, unheard_of, tmp_path):
    result = run("translate", article_file, *STARTER, "-g", unheard_of, "--strict", "-o", tmp_path / "x.docx", status=3)
    assert "term missing: pronti" in result.err
    assert (tmp_path / "x.docx").exists()


def test_missing_terms_alone_are_no_failure(run, article_file, unheard_of, tmp_path):
    assert "term missing" in run("translate", article_file, *STARTER, "-g", unheard_of, "-o", tmp_path / "x.docx").err


def test_an_edited_output_is_refused_before_any_work(run, article_file):
    run("translate", article_file, *STARTER)
    run("translate", article_file, *STARTER)
    written = article_file.with_name("articolo.it-en.docx")
    written.write_bytes(b"a reviewer's work")
    result = run("translate", article_file, *STARTER, status=1)
    assert "--force" in result.err
    assert written.read_bytes() == b"a reviewer's work"
    run("translate", article_file, *STARTER, "--force")
    assert zipfile.is_zipfile(written)


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_an_input_is_never_overwritten(run, article_file, force):
    before = article_file.read_bytes()
    assert "is an input" in run("translate", article_file, *STARTER, "-o", article_file, *force, status=1).err
    assert article_file.read_bytes() == before


def test_nothing_is_half_written_when_the_second_output_fails(run, article_file, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articolo.it-en.json").write_text("mine")
    run("translate", article_file, *STARTER, "-f", "txt", "-f", "json", "-o", tmp_path / "out", status=1)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["articolo.it-en.json"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["-o", "-"], "one format", id="stdout-without-format"),
        pytest.param(["-o", "-", "-f", "txt", "-f", "json"], "one format", id="stdout-two-formats"),
        pytest.param(["-o", "x.pdf"], ".docx, .html", id="unknown-suffix"),
        pytest.param(["-o", "x.docx", "-f", "txt"], "contradict", id="suffix-against-format"),
        pytest.param(["-o", "x.docx", "-f", "txt", "-f", "docx"], "folder", id="one-file-two-formats"),
        pytest.param(["--no-glossary", "-g", "world"], "contradict", id="glossary-and-none"),
        pytest.param(["-f", "odt"], "odt", id="unknown-format"),
        pytest.param(["--beam", "0"], "--beam", id="beam-zero"),
        pytest.param(["--colour"], "--colour", id="unknown-option"),
    ],
)
def test_wrong_usage_ends_with_two(run, article_file, arguments, says):
    assert says in run("translate", article_file, *arguments, status=2).err
    assert list(article_file.parent.iterdir()) == [article_file]


def bad_input(folder, kind):
    contents = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n\xc2\xa0\n",
        "binary.txt": bytes(range(256)) * 8,
        "broken.docx": b"PK\x03\x04 not a document",
        "old.doc": b"\xd0\xcf\x11\xe0",
        "open.odt": b"PK\x03\x04",
        "rich.rtf": b"{\\rtf1 ciao}",
        "page.pdf": b"%PDF-1.7",
    }
    path = folder / kind
    if kind in contents:
        path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("none.txt", "none.txt"),
        ("empty.txt", "empty"),
        ("blank.txt", ""),
        ("binary.txt", ""),
        ("broken.docx", "Word"),
        ("old.doc", "docx"),
        ("open.odt", "docx"),
        ("rich.rtf", "docx"),
        ("page.pdf", "text"),
    ],
)
def test_bad_articles_give_one_line_and_status_one(run, tmp_path, kind, says):
    path = bad_input(tmp_path, kind)
    before = sorted(tmp_path.iterdir())
    err = run("translate", path, *STARTER, status=1).err
    assert err.startswith("Error: ")
    assert err.count("\n") == 1
    assert kind in err
    assert says in err
    assert sorted(tmp_path.iterdir()) == before


def test_an_unknown_model_and_an_unknown_glossary(run, article_file):
    assert "starter" in run("translate", article_file, "--model", "none", status=1).err
    assert "italy, people, world" in run("translate", article_file, "-g", "none", status=1).err


def test_a_malformed_glossary_is_named_with_its_line(run, article_file, tmp_path):
    (tmp_path / "desk.csv").write_text("source,target,kind\nMosca,Moscow,river\n", encoding="utf-8")
    assert "desk.csv, line 2" in run("translate", article_file, "-g", tmp_path / "desk.csv", status=1).err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_unwritable_folder(run, article_file, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert "permission" in run("translate", article_file, *STARTER, "-o", f"{tmp_path}/locked/", status=1).err


def test_not_italian_is_a_warning(run, tmp_path):
    path = tmp_path / "english.txt"
    path.write_text("The minister said that the government will not change the law and that it is too late. " * 3)
    assert "Italian" in run("translate", path, *STARTER).err


def test_an_interrupt_ends_with_130_and_writes_nothing(run, article_file, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("translator.pipeline.Translator.translate", interrupted)
    assert "Interrupted" in run("translate", article_file, *STARTER, status=130).err
    assert list(article_file.parent.iterdir()) == [article_file]


def test_a_full_disk_is_an_error_that_loses_nothing(run, article_file, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    assert "No space left" in run("translate", article_file, *STARTER, status=1).err
    assert list(article_file.parent.iterdir()) == [article_file]


def english_of(path):
    """The command that prints the English of ``path``, for a process of its own."""
    return [sys.executable, "-m", "translator", "translate", str(path), *STARTER, "-q", "-o", "-", "-f", "txt"]


def test_no_progress_on_a_pipe(article_file):
    done = subprocess.run(english_of(article_file), capture_output=True, check=True)
    assert b"Translating" not in done.stderr


def test_progress_on_a_terminal(article_file):
    pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
    parent, child = pty.openpty()
    subprocess.run(english_of(article_file), stdout=subprocess.DEVNULL, stderr=child, check=True)
    os.close(child)
    assert b"Translating" in os.read(parent, 100_000)
    os.close(parent)


def test_the_reader_of_the_pipe_may_go(article_file):
    command = f"{sys.executable} -m translator segment {article_file} | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_the_command_ends_the_process_with_its_status(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["translator", "translate"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


def document(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def test_layouts_of_the_word_document(run, article_file, tmp_path):
    texts = {}
    for layout in ("table", "stacked", "clean"):
        out = tmp_path / f"{layout}.docx"
        run("translate", article_file, "-o", out, "--layout", layout)
        texts[layout] = document(out)
    assert "<w:tbl>" in texts["table"]
    assert "SegmentSource" in texts["stacked"]
    assert "SegmentSource" not in texts["clean"]
    assert "Italiano" not in texts["clean"]


@pytest.mark.parametrize(
    ("columns", "there", "gone"),
    [("status", "Status", "Notes"), ("notes", "Notes", "Status"), ("none", "English", "Status")],
)
def test_columns_can_be_dropped(run, article_file, tmp_path, columns, there, gone):
    out = tmp_path / "out.docx"
    run("translate", article_file, "-o", out, "--columns", columns)
    text = document(out)
    assert f">{there}<" in text
    assert f">{gone}<" not in text


def test_an_unknown_column_is_refused(run, article_file):
    assert "no column 'colour'" in run("translate", article_file, "--columns", "colour", status=2).err


def test_paper_and_protection(run, article_file, tmp_path):
    out = tmp_path / "out.docx"
    run("translate", article_file, "-o", out, "--paper", "letter", "--orientation", "portrait", "--protect")
    assert 'w:w="12240"' in document(out)
    with zipfile.ZipFile(out) as archive:
        assert "documentProtection" in archive.read("word/settings.xml").decode()


def test_a_document_goes_out_and_comes_back(run, article_file, tmp_path):
    out = tmp_path / "out.docx"
    run("translate", article_file, "-o", out)
    assert "0 edited" in run("review", "read", out).out
