"""What the Tab key offers, as the shells ask for it."""

import os
import shutil
import subprocess
import sys

import pytest
from tests.test_imports import HEAVY

from translator.cli import completion
from translator.translation import starter_package

PATH = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))


@pytest.fixture
def environment(tmp_path):
    """Shells find a ``translator`` command, and two models."""
    for name in ("it_en", "translate-it_en-9"):
        shutil.copytree(starter_package().location, tmp_path / "packages" / name)
    (tmp_path / "packages" / "broken").mkdir()
    (tmp_path / "packages" / "broken" / "metadata.json").write_text("{")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "translator"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m translator "$@"\n')
    command.chmod(0o755)
    places = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages"), "PYTHONPATH": PATH}
    return os.environ | places | {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def ask(environment, *words):
    line = " ".join(("translator", *words))
    asked = {"_TRANSLATOR_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    done = subprocess.run(
        [sys.executable, "-m", "translator"], env=environment | asked, capture_output=True, text=True, check=True
    )
    return [tuple(item.split(",")) for item in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("tran",), [("plain", "translate")]),
        (("doc",), [("plain", "doctor")]),
        (("translate", "-g", "i"), [("file", "i"), ("plain", "international"), ("plain", "italy")]),
        (("translate", "-g", "desk"), [("file", "desk")]),
        (("batch", "-g", "wor"), [("file", "wor"), ("plain", "world")]),
        (("translate", "--model", "s"), [("file", "s"), ("plain", "starter")]),
        (("doctor", "--model", "translate"), [("file", "translate"), ("plain", "translate-it_en-9")]),
        (("models", "remove", "it"), [("file", "it"), ("plain", "it_en")]),
        (("translate", "-f", "t"), [("plain", "txt"), ("plain", "tmx"), ("plain", "tsv")]),
        (("translate", "art"), [("file", "art")]),
        (("translate", "--prev"), [("plain", "--preview")]),
    ],
)
def test_what_is_offered(environment, words, offered):
    assert ask(environment, *words) == offered


def test_the_models_are_those_that_are_found_otherwise(environment, monkeypatch):
    code = "from translator.translation import installed_packages as p; print(*sorted(m.name for m in p()))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", environment["ARGOS_PACKAGES_DIR"])
    assert list(completion.installed_models()) == done.stdout.split() == ["it_en", "translate-it_en-9"]


def test_the_folder_is_argos_translates_own_without_a_variable(tmp_path):
    code = "from translator.translation.argos import package_folders as f; from translator.cli.completion import installed_models as m;"
    code += "import shutil; from translator.translation import starter_package as s;"
    code += "shutil.copytree(s().location, f()[0] / 'it_en'); print(*m())"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
    for more in ({}, {"XDG_DATA_HOME": str(tmp_path / "data")}):
        home = {"HOME": str(tmp_path / f"home{len(more)}"), "PYTHONPATH": PATH}
        (tmp_path / f"home{len(more)}").mkdir()
        done = subprocess.run([sys.executable, "-c", code], env=clean | home | more, capture_output=True, text=True, check=True)
        assert done.stdout.split()[-1] == "it_en"


def test_nothing_heavy_is_loaded_for_it(environment):
    code = f"import sys, atexit; atexit.register(lambda: print(*(n for n in {HEAVY} if n in sys.modules), file=sys.stderr));"
    code += "from translator.cli import main; main()"
    for words in ("translator translate -g ", "translator translate --model "):
        asked = {"_TRANSLATOR_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"}
        done = subprocess.run([sys.executable, "-c", code], env=environment | asked, capture_output=True, text=True, check=True)
        assert done.stdout.count("plain,") > 1
        assert done.stderr.split() == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_with_the_script(environment, tmp_path):
    script = _script(environment, "bash")
    asked = """
source "$1"
ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _translator_completion translator 2>/dev/null; echo "${COMPREPLY[*]}"; }
ask translator trans
ask translator translate -g wor
ask translator translate --model it
complete -p translator
"""
    (tmp_path / "complete.bash").write_text(script, encoding="utf-8")
    done = subprocess.run(
        ["bash", "--norc", "-c", asked, "bash", str(tmp_path / "complete.bash")],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert lines[:3] == ["translate", "world", "it_en"]
    assert "_translator_completion translator" in lines[3]


@pytest.mark.parametrize(
    ("shell", "holds"), [("zsh", "#compdef translator"), ("fish", "complete --no-files --command translator")]
)
def test_the_other_shells_get_their_scripts(environment, tmp_path, shell, holds):
    script = _script(environment, shell)
    assert holds in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)


def _script(environment, shell):
    asked = environment | {"_TRANSLATOR_COMPLETE": f"{shell}_source"}
    return subprocess.run([sys.executable, "-m", "translator"], env=asked, capture_output=True, text=True, check=True).stdout
