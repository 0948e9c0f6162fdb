"""The command line's reference, as Markdown and as a man page, from the same texts as ``--help``.

    python docs/tools/reference.py           writes docs/cli.md and docs/translator.1
    python docs/tools/reference.py --check   writes nothing; ends with 1 if one of them is not up to date

Both are made from one walk over the click commands. A test fails when they are stale.
"""

from __future__ import annotations

import argparse
import inspect
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator import __version__
from translator.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = ROOT / "docs" / "cli.md"
MAN_PAGE = ROOT / "docs" / "translator.1"
RENEW = "python docs/tools/reference.py"

_VERBATIM = "\b"
_INTRODUCTION = f"""\
# Command line

<!-- Made by `{RENEW}` from the commands themselves; do not edit. -->

What `--help` says of every command, on one page. It is also there as a man page: `man translator` after `pip install`, or
`man -l docs/translator.1` in a clone.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or lines that stay as they are: then ``lead`` stands above them ("Examples:") or is empty."""

    lead: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """What ``--help`` says of one command; ``options`` are pairs of names and explanation."""

    path: str
    usage: str
    summary: str
    text: tuple[Passage, ...]
    options: tuple[tuple[str, str], ...]
    subcommands: tuple[Command, ...]

    def walk(self) -> Iterator[Command]:
        """The command itself, and all below it."""
        yield self
        for command in self.subcommands:
            yield from command.walk()


def described(command: click.Command, name: str, parent: click.Context | None = None) -> Command:
    """The ``command`` called ``name``, with its subcommands."""
    context = command.make_context(name, [], parent=parent, resilient_parsing=True)
    options = (item for item in command.get_params(context) if isinstance(item, click.Option))
    records = (option.get_help_record(context) for option in options)
    subcommands: tuple[Command, ...] = ()
    if isinstance(command, click.Group):
        found = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        subcommands = tuple(described(item, name, context) for name, item in found if item is not None and not item.hidden)
    return Command(
        context.command_path,
        " ".join(filter(None, command.collect_usage_pieces(context))),
        command.get_short_help_str(limit=200),
        (*_passages(command.help or ""), *_passages(command.epilog or "")),
        tuple((names, text) for names, text in filter(None, records)),
        subcommands,
    )


def _passages(text: str) -> Iterator[Passage]:
    """The paragraphs of a help text; click keeps the lines of those that begin with a backspace character."""
    for part in re.split(r"\n\s*\n", inspect.cleandoc(text).partition("\f")[0]):
        verbatim = part.startswith(_VERBATIM)
        lines = part.removeprefix(_VERBATIM).strip("\n").splitlines()
        plain = [line for line in lines if not (verbatim and line.startswith(" "))]
        kept = lines[len(plain) :]
        if any(plain) or kept:
            yield Passage(" ".join(" ".join(plain).split()), tuple(textwrap.dedent("\n".join(kept)).splitlines()))


def markdown(root: Command) -> str:
    """The page of the site."""
    parts = [_INTRODUCTION]
    for command in root.walk():
        parts.append(f"{'#' * min(command.path.count(' ') + 2, 4)} {command.path}\n")
        parts.append(f"```text\n{command.path} {command.usage}\n```\n")
        for passage in command.text:
            parts += [_prose(passage.lead) + "\n"] if passage.lead else []
            parts += ["```text\n" + "\n".join(passage.lines) + "\n```\n"] if passage.lines else []
        if command.subcommands:
            links = (
                f"- [`{item.path}`](#{item.path.replace(' ', '-')}): {_prose(item.summary)}" for item in command.subcommands
            )
            parts += ["Commands:\n", "\n".join(links) + "\n"]
        parts.append("Options:\n")
        parts.append("\n".join(f"- `{names}`: {_prose(text)}" for names, text in command.options) + "\n")
    return "\n".join(parts)


def _prose(text: str) -> str:
    """A help text as Markdown: commands in it as code, marks of Markdown as ordinary characters."""
    pieces = re.split(r"'((?:translator|translate|batch)\b[^']*)'", " ".join(text.split()))
    return "".join(f"`{piece}`" if at % 2 else _escaped(piece) for at, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]])", r"\\\1", text).replace("<", "&lt;")


def man_page(root: Command) -> str:
    """The man page, in the roff of the man macros."""
    sections = {"Examples:": "EXAMPLES", "Exit status:": "EXIT STATUS"}
    head, tail = [], []
    for passage in root.text:
        title = next((title for start, title in sections.items() if passage.lead.startswith(start)), None)
        lead = passage.lead if title is None else passage.lead.partition(":")[2].strip().capitalize()
        (head if title is None else tail).append((title, Passage(lead, passage.lines)))
    lines = [
        f'.\\" Made by {RENEW} from the commands themselves; do not edit.',
        f'.TH TRANSLATOR 1 "" "translator {__version__}" "User Commands"',
        ".SH NAME",
        f"translator \\- {_roff(root.text[0].lead.rstrip('.'))}",
        ".SH SYNOPSIS",
    ]
    for command in root.walk():
        if not command.subcommands:
            lines += _usage(command)
    lines.append(".SH DESCRIPTION")
    for _, passage in head:
        lines += _passage(passage)
    lines += [".SH OPTIONS", *_options(root), ".SH COMMANDS"]
    for command in list(root.walk())[1:]:
        lines += [f".SS {_roff(command.path)}"]
        lines += _usage(command) if not command.subcommands else []
        for passage in command.text:
            lines += _passage(passage)
        lines += _options(command)
    for title, passage in tail:
        lines += [f'.SH "{title}"', *_passage(passage)]
    return "\n".join(lines) + "\n"


def _usage(command: Command) -> list[str]:
    return [".PP", f".B {_roff(command.path)}", _roff(command.usage)]


def _passage(passage: Passage) -> list[str]:
    lines = [".PP", _roff(passage.lead)] if passage.lead else []
    if passage.lines:
        lines += [".RS 4", ".nf", *map(_roff, passage.lines), ".fi", ".RE"]
    return lines


def _options(command: Command) -> list[str]:
    return [line for names, text in command.options for line in (".TP", f".B {_roff(names)}", _roff(" ".join(text.split())))]


def _roff(text: str) -> str:
    """``text`` as one line of roff: hyphens that can be copied, nothing taken for a request, ASCII only."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    escaped = re.sub(r"[^\x00-\x7f]", lambda found: f"\\[u{ord(found[0]):04X}]", escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "\\(aq")) else escaped


def pages() -> dict[Path, str]:
    """The files that this makes, each with what must stand in it."""
    root = described(cli, "translator")
    return {MARKDOWN: markdown(root), MAN_PAGE: man_page(root)}


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description="Renew docs/cli.md and docs/translator.1 from the commands.")
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 if one is not up to date")
    check = parser.parse_args().check
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(pages()[path], encoding="utf-8", newline="\n")
        print(f"{path.relative_to(ROOT)}: {f'not up to date; renew it: {RENEW}' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
