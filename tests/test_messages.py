"""Every error and finding has a code of its own, and docs/messages.md explains each of them."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest

import translator
from translator import cli
from translator.batch.errors import InputNameError
from translator.errors import TranslatorError
from translator.quality import CHECKS
from translator.review.result import IssueKind

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "messages.md").read_text(encoding="utf-8")
ERRORS, FINDINGS = PAGE.partition("\n## Errors\n")[2].split("\n## Findings\n")


def entries(part):
    """The entries of a part of the page by their code."""
    found = re.findall(r"^### (\S+)\n\n(.*?)(?=^### |\Z)", part, re.MULTILINE | re.DOTALL)
    assert len(dict(found)) == len(found), "a code has two entries"
    return {code: " ".join(text.split()) for code, text in found}


def classes():
    """All errors of the tool, after every module of it was imported."""
    for module in pkgutil.walk_packages(translator.__path__, "translator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting, found = [TranslatorError], []
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return [item for item in found if item.__module__.startswith("translator")]


def test_every_error_has_a_code_of_its_own():
    assert [item.__name__ for item in classes() if "code" not in vars(item)] == []
    codes = [item.code for item in classes()]
    assert len(set(codes)) == len(codes) > 20
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


def test_no_code_is_both_an_errors_and_a_findings():
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(codes)
    assert not {item.code for item in classes()} & set(codes)


def test_every_error_is_explained_with_its_exit_status():
    explained = entries(ERRORS)
    assert set(explained) == {item.code for item in classes()}
    for item in classes():
        assert f"Exit status {item.exit_status}. **Cause:** " in explained[item.code]
        assert " **What to do:** " in explained[item.code]


def test_every_finding_is_explained_with_its_severity():
    explained = entries(FINDINGS)
    assert set(explained) == {check.code for check in CHECKS}
    for check in CHECKS:
        assert f"{check.severity.capitalize()}. **Cause:** " in explained[check.code]
        assert " **What to do:** " in explained[check.code]


def test_the_guides_name_no_code_that_is_not_there():
    known = {item.code for item in classes()} | {check.code for check in CHECKS}
    table = (
        (DOCS / "batch.md").read_text(encoding="utf-8").partition("| code | the article failed because |")[2].split("\n\n")[0]
    )
    named = set(
        re.findall(r"`([a-z-]+)`", "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `")))
    )
    assert len(named) > 8
    assert named <= known
    checks = set(
        re.findall(r"^\| `([a-z-]+)` \| (?:info|warning|error) ", (DOCS / "checks.md").read_text("utf-8"), re.MULTILINE)
    )
    assert checks == {check.code for check in CHECKS}


def test_every_kind_of_issue_of_a_review_is_explained():
    assert set(IssueKind) <= set(re.findall(r"`([a-z-]+)`", (DOCS / "review.md").read_text(encoding="utf-8")))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """What goes wrong in as many ways as the page shows."""
    for name, text in {
        "articolo.txt": "Il porto riapre.\n",
        "articolo.pdf": "Il porto riapre.\n",
        "vuoto.txt": "",
        "foto.txt": "a\0b\1c\0\0",
        "desk.csv": "source,target,kind\nValdora,Valdora,town\n",
        "own.txt": "Circ. of\n",
        "job.toml": 'inputs = ["*.txt"]\noutput = "out"\n\nformat = "docx"\n',
        "memoria.tmx": "<tmx><body>",
        "a.docx": "x",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "metadata.json").write_text(json.dumps({"from_code": "en", "to_code": "it"}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("usage", "translate articolo.txt --no-glossary -g world"),
        ("job", "batch job.toml"),
        ("input-not-found", "translate manca.txt"),
        ("input-empty", "translate vuoto.txt --no-memory"),
        ("input-format", "translate articolo.pdf"),
        ("input-encoding", "translate foto.txt"),
        ("glossary", "translate articolo.txt --no-memory -g desk.csv"),
        ("abbreviations", "translate articolo.txt --abbreviations own.txt"),
        ("model", "translate articolo.txt --no-memory --model full"),
        ("model-language", "translate articolo.txt --no-memory --model m"),
        ("model-refused", "models install a.docx"),
        ("memory", "translate articolo.txt --memory articolo.txt"),
        ("exchange", "memory import memoria.tmx --memory m.sqlite3"),
        ("review", "review read a.docx"),
        ("output", "translate articolo.txt -o a.docx"),
        ("cluster", "batch . -o out --model starter --scheduler nothing://here"),
    ],
)
def test_what_is_shown_is_what_is_printed(folder, capsys, code, call):
    if code == "cluster":
        pytest.importorskip("distributed")
    assert cli.run(call.split()) == next(item.exit_status for item in classes() if item.code == code)
    printed = capsys.readouterr().err.splitlines()[-1].replace(f"{folder}/", "")
    assert printed.endswith(f" [{code}]")
    assert printed in entries(ERRORS)[code]


def test_what_a_name_with_a_line_break_gives_is_what_is_shown(folder, capsys):
    (folder / "in").mkdir()
    try:
        (folder / "in" / "a\nb.txt").write_text("Il porto.", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert cli.run(["batch", "in", "-o", "out"]) == cli.EXIT_FAILED_ARTICLES
    message = entries(ERRORS)[InputNameError.code].partition("Error: ")[2].partition(" [")[0]
    assert f"failed {InputNameError.code}: {message}" in capsys.readouterr().err
