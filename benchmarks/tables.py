"""Tables for the terminal and for Markdown, and the part of a document that a benchmark renews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEGIN = "<!-- benchmarks/quality.py writes from here -->"
END = "<!-- to here -->"


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a heading, perhaps with text before it. ``left``: the columns of text; all others are numbers."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    text: str = ""
    left: frozenset[int] = frozenset({0})

    def plain(self) -> str:
        """The table with columns of even width."""
        lines = [self.header, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        body = [
            "  ".join(
                cell.ljust(width) if at in self.left else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        ]
        return "\n".join([f"== {self.title} ==", *([self.text] if self.text else []), "", *body])

    def markdown(self) -> str:
        """The table as GitHub writes it, under a heading of the third level."""
        marks = ["---" if at in self.left else "--:" for at in range(len(self.header))]
        body = [f"| {' | '.join(map(_cell, line))} |" for line in (self.header, marks, *self.rows)]
        return "\n".join([f"### {self.title}", "", *([self.text, ""] if self.text else []), *body])


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def renewed(document: str, part: str) -> str:
    """``document`` with ``part`` between the marks :data:`BEGIN` and :data:`END`. Raises :class:`ValueError` without them."""
    if document.count(BEGIN) != 1 or document.count(END) != 1 or document.index(BEGIN) > document.index(END):
        raise ValueError(f"needs one line {BEGIN} and below it one line {END}")
    before, rest = document.split(BEGIN)
    return f"{before}{BEGIN}\n\n{part}\n\n{END}{rest.split(END)[1]}"


def renew(path: Path, part: str) -> None:
    """Write ``part`` into the document ``path``, whole or not at all."""
    try:
        text = renewed(path.read_text(encoding="utf-8"), part)
    except (OSError, ValueError) as error:
        raise SystemExit(f"{path}: {error}") from error
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
