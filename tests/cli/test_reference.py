"""docs/cli.md and the man page say what --help says."""

import shutil
import subprocess
import tomllib

import click
import pytest
from tests.tools import ROOT, load

from translator.cli import cli

reference = load("reference")
PAGES = reference.pages()
COMMANDS = list(reference.described(cli, "translator").walk())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_is_up_to_date(path):
    text = path.read_text(encoding="utf-8")
    assert text == PAGES[path], f"{path.name} is not up to date; renew it: {reference.RENEW} (or: make docs)"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.path)
def test_holds_every_word_of_the_help(command, run):
    """Word for word what click prints, wherever it breaks the lines."""
    printed = run(*command.path.split()[1:], "--help").out
    section = PAGES[reference.MARKDOWN].partition(f" {command.path}\n")[2].partition("\n#")[0]
    unescaped = section.replace("\\", "").replace("&lt;", "<").replace("`", "").replace("'", "")
    missing = [word for word in printed.replace("`", "").replace("'", "").split() if word not in unescaped]
    # Headings; long words, which click breaks at a hyphen; and lines about subcommands, which it cuts off.
    assert [
        word for word in missing if word not in {"Usage:", "Options:", "Commands:"} and not word.endswith(("-", "..."))
    ] == []


def test_every_command_is_there():
    def paths(command, path):
        yield path
        if isinstance(command, click.Group):
            for name in command.list_commands(click.Context(command)):
                yield from paths(command.get_command(click.Context(command), name), f"{path} {name}")

    assert [command.path for command in COMMANDS] == list(paths(cli, "translator"))
    assert all(command.options for command in COMMANDS)


def test_the_man_page_is_valid_roff():
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", str(reference.MAN_PAGE)]
    done = subprocess.run(command, capture_output=True, check=True)
    printed = done.stdout.decode()
    assert done.stderr == b""
    for title in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXAMPLES", "EXIT STATUS"):
        assert f"\n{title}\n" in printed
    assert "--glossary NAME|FILE" in printed


def test_the_man_page_is_plain_ascii_without_stray_requests():
    lines = reference.MAN_PAGE.read_text(encoding="ascii").splitlines()
    requests = {line.split()[0] for line in lines if line.startswith((".", "'"))}
    assert requests <= {'.\\"', ".TH", ".SH", ".SS", ".PP", ".B", ".TP", ".RS", ".RE", ".nf", ".fi"}


def test_the_man_page_is_installed():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {str(reference.MAN_PAGE.relative_to(ROOT)): "share/man/man1/translator.1"}
