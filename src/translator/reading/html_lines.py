"""The lines of text in an HTML element, as a browser would break them, and what each is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.pieces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

# trafilatura's own elements are among these: head, item, quote, cell, lb; hi, ref, del.
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), BlockKind.HEADING),
    **dict.fromkeys(("li", "item"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("blockquote", "quote"), BlockKind.QUOTATION),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
}
_CELLS = frozenset({"td", "th", "cell"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font hi i img ins kbd label mark math nobr q ref ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
_BREAKS = frozenset({"br", "lb"})
_INVISIBLE = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "rt", "rp", "datalist"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def lines(root: _Element) -> list[Piece]:
    """The lines of ``root`` (a page, or what trafilatura makes of it) in document order, white space collapsed.

    A line break ends a line except in headings. What a page keeps invisible (scripts, styles, hidden elements) is left out.
    """
    from lxml import etree  # noqa: PLC0415 - slow to import, and only web pages need it

    collected = _Lines()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in _INVISIBLE or _is_hidden(element) or _is_page_head(element):
                walk.skip_subtree()
            else:
                collected.open(element)
        else:
            if event == "end":
                collected.close(element)
            if element is not root:
                collected.add(element.tail)
    return collected.pieces


class _Lines:
    """The pieces so far and the line that is growing."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._line: list[str] = []
        self._kinds: list[tuple[_Element, BlockKind, int]] = []
        self._cells: list[_Element] = []
        self._gap = True

    def open(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag in _BREAKS:
            self._break(gap=False)
        elif tag not in _INLINE:
            self._break(gap=True)
        if tag in _KINDS:
            digit = element.get("rend", tag)[-1:]
            level = (int(digit) if digit.isdecimal() else 2) if _KINDS[tag] is BlockKind.HEADING else 0
            self._kinds.append((element, _KINDS[tag], level))
        if tag in _CELLS:
            self._cells.append(element)
        self.add(element.text)

    def close(self, element: _Element) -> None:
        if element.tag not in _INLINE and element.tag not in _BREAKS:
            self._break(gap=True)
        if self._kinds and self._kinds[-1][0] is element:
            self._kinds.pop()
        if self._cells and self._cells[-1] is element:
            self._cells.pop()

    def add(self, text: str | None) -> None:
        if text:
            self._line.append(text)

    def _break(self, *, gap: bool) -> None:
        _, kind, level = self._kinds[-1] if self._kinds else (None, BlockKind.PARAGRAPH, 0)
        if kind is BlockKind.HEADING and not gap:
            self._line.append(" ")
            return
        text = " ".join("".join(self._line).split())
        self._line.clear()
        if text:
            self.pieces.append(Piece(text, kind, level, gap=self._gap, in_table=bool(self._cells)))
            self._gap = gap
        else:
            self._gap |= gap


def _is_page_head(element: _Element) -> bool:
    """A page's ``<head>``; in trafilatura's trees that is the name of a heading."""
    parent = element.getparent()
    return element.tag == "head" and parent is not None and parent.tag == "html"


def _is_hidden(element: _Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
