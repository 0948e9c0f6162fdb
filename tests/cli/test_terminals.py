"""Terminals and pipes that cannot show every letter, and file names that are hardly names."""

import os
import subprocess
import sys

import pytest

PATH = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))


def run(*arguments, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "translator", *arguments],
        env=os.environ | {"PYTHONPATH": PATH} | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_that_the_terminal_lacks_stop_nothing(encoding):
    assert b"Italian" in run("models", "show", "starter", PYTHONIOENCODING=encoding)
    assert run("glossary", "list", "world", PYTHONIOENCODING=encoding).count(b"\n") > 3000


@pytest.mark.parametrize(
    "name", ["perché no.txt", " l'«articolo» di oggi .txt", "-x.txt", "東京.txt", "a&b;c$d.txt", "[a]*.txt"]
)
def test_names_of_all_kinds(tmp_path, name):
    path = tmp_path / "più cartelle" / name
    path.parent.mkdir()
    try:
        path.write_text("Il porto riapre.", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    out = run("translate", str(path), "-f", "txt", "--no-memory", "-q")
    assert out.decode().strip() == str(path.with_name(f"{path.stem}.it-en.txt"))
    assert path.with_name(f"{path.stem}.it-en.txt").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are on Linux")
def test_a_name_that_is_no_text(tmp_path):
    path = os.fsencode(tmp_path) + b"/caff\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(b"Il porto riapre.")
    assert run("translate", os.fsdecode(path), "-f", "txt", "-f", "docx", "--no-memory", "-q").splitlines() == [
        path.replace(b".txt", b".it-en.txt"),
        path.replace(b".txt", b".it-en.docx"),
    ]
