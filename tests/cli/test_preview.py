"""``translate --preview``: both languages in the terminal."""

import io
import os
import subprocess
import sys
from contextlib import suppress

import pytest
from rich.cells import cell_len

from translator.article import Article, Block, BlockKind, Finding, Segment, Severity, Span, TermStatus, TermUse
from translator.cli import preview

STARTER = ("--model", "starter", "--no-memory")


def article(*segments):
    return Article("a.txt", "", "", (Block("p1", BlockKind.PARAGRAPH, 0, 0, segments=segments),))


def shown(monkeypatch, width, *segments):
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    preview.show(article(*segments), stream=out)
    lines = out.getvalue().splitlines()
    assert all(cell_len(line) <= width and line == line.rstrip() for line in lines)
    return lines


def segment(source, target, **more):
    return Segment("p1.s1", 0, 0, source, target, **more)


def test_shows_both_languages_and_writes_nothing(run, article_file):
    result = run("translate", article_file, *STARTER, "--preview")
    lines = result.out.splitlines()
    assert lines[0].split() == ["Italian", "English"]
    assert any("[Mosca]" in line and "[Moscow]" in line for line in lines)
    assert "\x1b" not in result.out
    assert "segments" in result.err
    assert list(article_file.parent.iterdir()) == [article_file]


def test_writes_what_is_asked_for_besides(run, article_file, tmp_path):
    result = run("translate", article_file, *STARTER, "--preview", "-q", "-o", tmp_path / "out.json")
    assert result.out.splitlines()[-1] == str(tmp_path / "out.json")
    assert "[Moscow]" in result.out
    run("translate", article_file, *STARTER, "--preview", "-q", "-f", "txt")
    assert article_file.with_name("articolo.it-en.txt").is_file()


def test_prints_one_thing_only(run, article_file):
    assert "contradict" in run("translate", article_file, "--preview", "-o", "-", "-f", "txt", status=2).err


def test_a_missing_term_is_shown_and_ends_a_strict_run(run, article_file, tmp_path):
    glossary = tmp_path / "impossible.csv"
    glossary.write_text(f"source,target\npronti,{'very ' * 80}ready\n", encoding="utf-8")
    result = run("translate", article_file, *STARTER, "-g", glossary, "--preview", "--strict", status=3)
    assert "[pronti]!" in result.out
    assert "error: Term missing: pronti → " in result.out
    assert "Warning: " not in result.err


@pytest.mark.parametrize("width", [72, 100, 200])
def test_side_by_side_the_sentences_are_aligned(monkeypatch, width):
    lines = shown(monkeypatch, width, segment("parola " * 40, "word " * 10), segment("fine", "end"))
    column = lines[0].index("English")
    assert "".join(line[column:] for line in lines).count("word") == 10
    last = next(line for line in lines if "fine" in line)
    assert last[column:] == "end"


@pytest.mark.parametrize("width", [30, 60, 71])
def test_in_a_narrow_terminal_they_stand_one_below_the_other(monkeypatch, width):
    lines = shown(monkeypatch, width, segment("parola " * 20, "word " * 20))
    assert not any("parola" in line and "word" in line for line in lines)
    assert "Italian" not in lines[0]


def test_terms_and_findings_are_marked(monkeypatch):
    uses = tuple(
        TermUse(name, name, status, "", Span(at, at + 1), None if status is TermStatus.MISSING else Span(at, at + 1))
        for at, (name, status) in enumerate([("a", TermStatus.OK), ("b", TermStatus.REPAIRED), ("c", TermStatus.MISSING)])
    )
    finding = Finding("quotes", Severity.WARNING, "Quotation mark lost")
    lines = shown(monkeypatch, 100, segment("abc", "abx", terms=uses, findings=(finding,)))
    assert "p1.s1  [a][b]*[c]!" in lines[2]
    assert lines[2].endswith("[a][b]*x")
    assert lines[3] == "       warning: Quotation mark lost [quotes]"
    assert "[missing]!" in lines[-1]


def test_wide_characters_and_long_words_stay_in_their_column(monkeypatch):
    address = "https://example.org/" + "a" * 150
    lines = shown(monkeypatch, 80, segment("東京都" * 30, f"Tokyo {address} 東京"))
    assert sum(line.count("東") for line in lines) == 31
    assert sum(line.count("a") for line in lines) >= 151


def test_signs_that_drive_a_terminal_are_not_passed_on(monkeypatch):
    lines = shown(monkeypatch, 80, segment("uno\x1b[31m", "one\x07 [bold]x[/bold]"))
    assert not any(sign in line for line in lines for sign in "\x1b\x07")
    assert "[bold]x[/bold]" in "".join(lines)


def test_an_article_without_terms_needs_no_legend(monkeypatch):
    assert not any("terms:" in line for line in shown(monkeypatch, 80, segment("uno", "one")))


def test_a_terminal_shows_terms_in_colour(article_file):
    pty = pytest.importorskip("pty", reason="terminals of this kind are on POSIX systems")
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {
        "TERM": "xterm",
        "COLUMNS": "100",
    }
    command = [sys.executable, "-m", "translator", "translate", str(article_file), *STARTER, "--preview", "-q"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environment, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        data = b""
        with suppress(OSError):  # the end of a terminal
            while chunk := os.read(ours, 65536):
                data += chunk
        os.close(ours)
        assert process.stderr.read() == b""
    assert process.returncode == 0
    assert b"\x1b[4;32m" in data
    assert b"[Moscow]" not in data
    assert b"Moscow" in data
