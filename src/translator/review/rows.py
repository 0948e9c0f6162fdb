"""The rows of a reviewed document, as they stand on the page, and how they are told.

A row is told by the text in its first cell (``p3.s2 · 4f2a``: the segment's id and the beginning of its source's hash), which
every program keeps, or else by the tags of its content controls, which some drop. Nothing is repaired here: a row without an
id, or with two, is given as such. :mod:`~translator.review.tables` reads the rows of layout ``table``,
:mod:`~translator.review.stacked` those of ``stacked``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.review.text import Text, W, control

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

NUMBER, SOURCE, TARGET, STATUS, NOTES = "#", "Italiano", "English", "Status", "Notes"
COLUMNS = (NUMBER, SOURCE, TARGET, STATUS, NOTES)
_TAGS = {"id": NUMBER, "it": SOURCE, "en": TARGET, "status": STATUS, "notes": NOTES}
_TAG = re.compile(r"(id|it|en|status|notes):(p[0-9]{1,9}\.s[0-9]{1,9})")
# Between the two any space and any sign that a program or a person may have put in the place of the middle dot.
MARK = re.compile(r"(p[0-9]{1,9}\.s[0-9]{1,9})(?:\s*[^\w\s]\s*([0-9a-f]{4})(?![0-9a-f]))?")
ROW_NUMBER = re.compile(r"\s*(\d+)\s*(?=p\d|$)")
_WRAPPERS = frozenset({W + name for name in ("sdt", "sdtContent", "customXml")})


@dataclass(frozen=True, slots=True)
class Mark:
    """A segment's id as it stands on the page, with the first four digits of its source's hash; these may be missing."""

    id: str
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``cells`` holds the text by the name of the column; a column may be missing.

    ``number`` is the row's number in the whole document as it stands there, 0 when it does not. ``marks`` are the segments
    that it says it is about: one, unless it was damaged. ``deleted`` names the author of a tracked deletion of the whole row,
    None when there is none. ``continued`` are the columns whose cell is the lower part of a cell
    that begins in a row above, ``spread`` those that share a cell with another column, ``divided`` those that have several
    cells. ``extra`` is text after the row that belongs to no row.
    """

    cells: dict[str, Text]
    number: int = 0
    marks: tuple[Mark, ...] = ()
    deleted: str | None = None
    continued: frozenset[str] = frozenset()
    spread: frozenset[str] = frozenset()
    divided: frozenset[str] = frozenset()
    extra: str = ""


def flat(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """``elements``; in the place of content controls and other wrappers, what stands in them."""
    for element in elements:
        if element.tag in _WRAPPERS:
            yield from flat(element)
        else:
            yield element


def mark_before(text: str) -> int:
    """Where the mark at the beginning of ``text`` ends; 0 when there is none."""
    number = ROW_NUMBER.match(text)
    found = MARK.match(text, number.end() if number else len(text) - len(text.lstrip()))
    return found.end() if found and found[2] else 0


def marks_in(text: Text) -> tuple[Mark, ...]:
    """The marks in the text of a first cell, also those that somebody deleted with changes tracked."""
    found = list(MARK.finditer(text.accepted)) or list(MARK.finditer(text.rejected))
    return tuple(Mark(item[1], item[2] or "") for item in found)


def letters(element: etree._Element) -> str:
    """All letters in ``element``, whatever became of them, with spaces for tabs and breaks: enough to look for a mark."""
    texts = element.iter(W + "t", W + "delText", W + "tab", W + "br")
    return "".join(item.text or " " for item in texts)


def tags(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Which column and which segment the content controls in ``element`` say that they are."""
    for item in element.iter(W + "tag"):
        found = _TAG.fullmatch(item.get(W + "val", ""))
        if found:
            yield _TAGS[found[1]], found[2]


def tags_of(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The tags of the content controls in a cell or paragraph, and of the one that it stands in."""
    properties = control(element)
    if properties is not None:
        yield from tags(properties)
    yield from tags(element)
