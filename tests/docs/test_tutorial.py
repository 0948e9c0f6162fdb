"""The commands of docs/tutorial.md, run one after another as they stand there, in a folder with the samples of a clone."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.examples import ROOT, blocks
from tests.review.edits import Reviewing

import translator

# What sets up the machine: not for a test, which has it all.
SETTING_UP = ("python3 -m venv", ". .venv/bin/activate", "pip install")
PAGE = blocks("docs/tutorial.md")
COMMANDS = [
    line for block in PAGE if block.language == "sh" for line in block.text.splitlines() if not line.startswith(SETTING_UP)
]


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
    if shutil.which("sh") is None:
        pytest.skip("no POSIX shell")
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "samples", folder / "samples")
    for block in PAGE:
        if block.title:
            (folder / block.title).write_text(block.text, encoding="utf-8")
    bin_folder = tmp_path_factory.mktemp("bin")
    command = bin_folder / "translator"
    source = Path(translator.__file__).parents[1]
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(source))} exec {shlex.quote(sys.executable)} -m translator "$@"\n'
    )
    command.chmod(0o755)
    home = tmp_path_factory.mktemp("home")
    printed = {}
    for line in COMMANDS:
        if line.startswith("translator review read"):
            review(folder / line.split()[-1])
        # So that the last of two equal lines does not hide the first.
        key = line if line not in printed else f"{line} (again)"
        done = subprocess.run(
            ["sh", "-c", f'PATH={shlex.quote(str(bin_folder))}:"$PATH"; export PATH; {line}'],
            cwd=folder,
            env={**_environment(), "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        printed[key] = done.stdout + done.stderr
    return folder, printed


def _environment():
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


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
