"""``translate --preview``: both languages in the terminal, sentence by sentence.

Side by side where there is room, one below the other where there is not. On a terminal the terms are in colour and underlined;
on a pipe they stand in square brackets, and everything is plain text.
"""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from translator.article import BlockKind, Severity, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rich.console import RenderableType

    from translator.article import Article, Finding, Segment, Span, TermUse

# Below this many columns the languages stand one below the other.
_LEAST_SIDE_BY_SIDE = 72
_PIPE_WIDTH = 100
_GAP = 2
# The styles on a terminal, and the sign after the brackets elsewhere.
_STYLES = {TermStatus.OK: "underline green", TermStatus.REPAIRED: "underline yellow", TermStatus.MISSING: "bold underline red"}
_SIGNS = {TermStatus.OK: "", TermStatus.REPAIRED: "*", TermStatus.MISSING: "!"}
_NOTES = {Severity.INFO: "dim", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}
_LEGEND = "terms: [found]  [repaired]*  [missing]!"


def show(article: Article, *, stream: TextIO | None = None) -> None:
    """Print the translated ``article`` on ``stream`` (standard output if not given), as wide as the terminal or ``COLUMNS``."""
    out = stream or sys.stdout
    coloured = out.isatty()
    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, force_terminal=coloured)
    for item in _renderables(article, width=width, coloured=coloured):
        if coloured:
            console.print(item)
        else:
            with console.capture() as captured:
                console.print(item)
            out.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _renderables(article: Article, *, width: int, coloured: bool) -> Iterator[RenderableType]:
    label = max((len(segment.id) for segment in article.segments()), default=0)
    page = _Page(width, label, coloured=coloured)
    if page.beside:
        yield page.row("", Text("Italian", "bold"), Text("English", "bold"))
    for block in article.blocks:
        yield Text()
        base = "bold" if block.kind is BlockKind.HEADING else ""
        for segment in block.segments:
            yield from page.segment(segment, base)
    if not coloured and any(segment.terms for segment in article.segments()):
        yield Text()
        yield Text(_LEGEND)


class _Page:
    """How one sentence is laid out in ``width`` columns, with ``label`` columns for its id."""

    def __init__(self, width: int, label: int, *, coloured: bool) -> None:
        self._label = label
        self._coloured = coloured
        self._column = (width - label - 2 * _GAP) // 2
        self.beside = width >= _LEAST_SIDE_BY_SIDE

    def row(self, name: str, source: Text, target: Text) -> Table:
        """One line of the two columns."""
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        for columns in (self._label, self._column, self._column):
            grid.add_column(width=columns, overflow="fold")
        grid.add_row(Text(name, "dim"), source, target)
        return grid

    def segment(self, segment: Segment, base: str) -> Iterator[RenderableType]:
        """The sentence in both languages, and what is to be said of it below."""
        source = self._marked(segment.source, ((use.source_span, use) for use in segment.terms), base)
        target = self._marked(segment.target, ((use.target_span, use) for use in segment.terms), base)
        indent = self._label + _GAP
        if self.beside:
            yield self.row(segment.id, source, target)
        else:
            source.stylize("dim")
            yield self._below(segment.id, source)
            yield self._below("→", target)
        for finding in segment.findings:
            yield Padding(_note(finding), (0, 0, 0, indent))

    def _below(self, name: str, text: Text) -> Table:
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        grid.add_column(width=self._label)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(Text(name, "dim"), text)
        return grid

    def _marked(self, text: str, uses: Iterable[tuple[Span | None, TermUse]], base: str) -> Text:
        """``text`` with its terms marked; control characters, which could drive the terminal, are made visible."""
        marked, end = Text(style=base), 0
        for span, use in sorted(((span, use) for span, use in uses if span is not None), key=lambda item: item[0]):
            if span.start < end:
                continue  # inside a longer term
            marked.append(_visible(text[end : span.start]))
            term = _visible(text[span.start : span.end])
            marked.append(*((term, _STYLES[use.status]) if self._coloured else (f"[{term}]{_SIGNS[use.status]}",)))
            end = span.end
        return marked.append(_visible(text[end:]))


def _note(finding: Finding) -> Text:
    return Text(f"{finding.severity}: {_visible(finding.message)} [{finding.code}]", _NOTES[finding.severity])


def _visible(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "�", text)
