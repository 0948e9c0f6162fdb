"""The text of a piece of WordprocessingML, with its tracked changes accepted and rejected.

A reviewer's change counts whoever made it: what stands in ``w:ins`` and ``w:moveTo`` is text, what stands in ``w:del`` and
``w:moveFrom`` is not. Content controls, hyperlinks, smart tags and the like are looked through, runs are joined however a
program split them, and of a field only the result counts.

Element names: ECMA-376 part 1, chapter 17; ``mc:AlternateContent`` is part 3. Symbols: the character tables of the fonts
Symbol and Wingdings, as far as Word's automatic correction and its dialogue for symbols use them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from translator.exchange.xml_text import is_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_TEXT = frozenset({W + "t", W + "delText", _MATH + "t"})
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_SYMBOLS = {
    ("symbol", 0xA2): "′",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xA5): "∞",
    ("symbol", 0xAB): "↔",
    ("symbol", 0xAC): "←",
    ("symbol", 0xAD): "↑",
    ("symbol", 0xAE): "→",
    ("symbol", 0xAF): "↓",
    ("symbol", 0xB0): "°",
    ("symbol", 0xB1): "±",
    ("symbol", 0xB2): "″",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xB4): "×",
    ("symbol", 0xB7): "•",
    ("symbol", 0xB8): "÷",
    ("symbol", 0xB9): "≠",
    ("symbol", 0xBB): "≈",
    ("symbol", 0xBC): "…",
    ("wingdings", 0x4A): "☺",
    ("wingdings", 0x4B): "😐",
    ("wingdings", 0x4C): "☹",
    ("wingdings", 0xDF): "←",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xE7): "⇐",
    ("wingdings", 0xE8): "⇒",
    ("wingdings", 0xF3): "⇔",
    ("wingdings", 0xFC): "✓",
}
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_DELETED = frozenset({W + "del", W + "moveFrom"})
_NOT_TEXT = frozenset(
    {W + name for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "rt")}
)
# What holds or stands for text that is not read here, and how to call it.
_UNREAD = {
    W + "txbxContent": "a text box",
    W + "footnoteReference": "a footnote",
    W + "endnoteReference": "an endnote",
    W + "altChunk": "an inserted file",
}


class ChangeKind(StrEnum):
    """What a tracked change did."""

    INSERTION = "insertion"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change. ``date`` is as the program wrote it (ISO 8601, often local time called UTC), or empty."""

    kind: ChangeKind
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What says which kind of paragraph it is.

    ``style`` is the id of its style. The others are its own, beside the style: ``outline`` is the level of a heading from 1 on,
    0 for other text; ``numbered`` is whether it has a bullet or number, ``ruled`` whether a line stands at its left.
    """

    style: str = ""
    outline: int = 0
    numbered: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a cell or a paragraph; paragraphs and line breaks are line feeds.

    ``accepted`` is the text with all tracked changes made, ``rejected`` with all undone. ``comments`` are the ids of those
    that begin here; ``look`` is that of the first paragraph; ``unread`` says what else stands here and is not read.
    """

    accepted: str = ""
    rejected: str = ""
    changes: tuple[Change, ...] = ()
    comments: tuple[str, ...] = ()
    look: Look = Look()
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class Quoted:
    """The words that a comment stands at, and those among them that were deleted."""

    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return " ".join("".join(self.kept).split()) or " ".join("".join(self.deleted).split())


class Anchors:
    """The words at which comments stand, by their ids; filled while a document is read in its order."""

    def __init__(self) -> None:
        self.quoted: dict[str, Quoted] = {}
        self._open: dict[str, Quoted] = {}

    def begin(self, comment: str) -> bool:
        """Begin the range of ``comment``; False when it had begun before."""
        if comment in self.quoted:
            return False
        self.quoted[comment] = self._open[comment] = Quoted()
        return True

    def end(self, comment: str) -> None:
        """End the range of ``comment``."""
        self._open.pop(comment, None)

    def add(self, text: str, *, deleted: bool) -> None:
        """Text that stands at all comments that are open."""
        for quoted in self._open.values():
            (quoted.deleted if deleted else quoted.kept).append(text)


def read_text(elements: Iterable[etree._Element], anchors: Anchors) -> Text:
    """The text in ``elements`` (paragraphs, or what holds them), read once and in document order."""
    collector = _Collector(anchors)
    for element in elements:
        collector.visit(element)
    return collector.text()


def value(element: etree._Element, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` (names without prefix, parted by ``/``), None when there is none."""
    found = element.find(_path(path))
    return None if found is None else found.get(W + "val")


@cache
def _path(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def is_on(element: etree._Element, path: str) -> bool:
    """Whether the property at ``path`` is there and is not switched off (Google Docs writes all that are)."""
    found = element.find(_path(path))
    return found is not None and found.get(W + "val", "1") not in {"0", "false", "off"}


def look(paragraph: etree._Element) -> Look:
    """What says which kind of paragraph ``paragraph`` is."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return Look()
    outline = value(properties, "outlineLvl") or ""
    return Look(
        value(properties, "pStyle") or "",
        int(outline) + 1 if outline in set("012345678") else 0,  # 9 is body text
        value(properties, "numPr/numId") not in {None, "0"},
        value(properties, "pBdr/left") not in {None, "nil", "none"},
    )


def control(element: etree._Element) -> etree._Element | None:
    """The properties of the content control that ``element`` stands in as a whole, None when it stands in none."""
    above = element.getparent()
    around = None if above is None or above.tag != W + "sdtContent" else above.getparent()
    return None if around is None else around.find(W + "sdtPr")


def is_prompt(element: etree._Element) -> bool:
    """Whether ``element`` is the placeholder of a content control that nobody filled in: a prompt, and not text."""
    properties = control(element)
    return properties is not None and is_on(properties, "showingPlcHdr")


def joined(texts: Sequence[Text]) -> Text:
    """Several texts as the paragraphs of one."""
    if len(texts) == 1:
        return texts[0]
    return Text(
        "\n".join(text.accepted for text in texts),
        "\n".join(text.rejected for text in texts),
        tuple(change for text in texts for change in text.changes),
        tuple(comment for text in texts for comment in text.comments),
        next((text.look for text in texts), Look()),
        tuple(dict.fromkeys(item for text in texts for item in text.unread)),
    )


_Author = tuple[str, str]


def author(element: etree._Element) -> tuple[str, str]:
    """Who made a tracked change, and when (as the program wrote it)."""
    return " ".join(element.get(W + "author", "").split()), element.get(W + "date", "")


class _Collector:
    """Gathers text element by element."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._accepted: list[str] = []
        self._rejected: list[str] = []
        self._changes: list[tuple[ChangeKind, _Author, list[str]]] = []
        self._adjacent = False  # whether the last piece of text was a change
        self._comments: list[str] = []
        self._unread: list[str] = []
        self._first: etree._Element | None = None
        self._mark: tuple[_Author | None, _Author | None] | None = None  # of the paragraph before: who inserted, deleted it

    def text(self) -> Text:
        """What was gathered."""
        return Text(
            "".join(self._accepted),
            "".join(self._rejected),
            tuple(Change(kind, *by, "".join(texts)) for kind, by, texts in self._changes),
            tuple(self._comments),
            Look() if self._first is None else look(self._first),
            tuple(dict.fromkeys(self._unread)),
        )

    def visit(self, element: etree._Element, inserted: _Author | None = None, deleted: _Author | None = None) -> None:
        """Add ``element``, which stands in an insertion or deletion by these authors."""
        text = _letters(element)
        if text is not None:
            self._add(text, inserted, deleted)
        elif element.tag == W + "p":
            self._paragraph(element, inserted, deleted)
        elif element.tag in _UNREAD:
            if element.tag != W + "txbxContent" or any(item.text for item in element.iter(W + "t")):
                self._unread.append(_UNREAD[str(element.tag)])
        elif not self._comment(element) and element.tag not in _NOT_TEXT:
            inserted = author(element) if element.tag in _INSERTED else inserted
            deleted = author(element) if element.tag in _DELETED else deleted
            self._all(_content(element), inserted, deleted)

    def _all(self, elements: Iterable[etree._Element], inserted: _Author | None, deleted: _Author | None) -> None:
        for element in elements:
            self.visit(element, inserted, deleted)

    def _comment(self, element: etree._Element) -> bool:
        """Whether ``element`` is a mark of a comment: a start, an end, or a reference, which may stand alone."""
        comment = element.get(W + "id", "")
        if element.tag in {W + "commentRangeStart", W + "commentReference"}:
            if self._anchors.begin(comment):
                self._comments.append(comment)
            if element.tag == W + "commentReference":
                self._anchors.end(comment)
            return True
        if element.tag == W + "commentRangeEnd":
            self._anchors.end(comment)
            return True
        return False

    def _paragraph(self, element: etree._Element, inserted: _Author | None, deleted: _Author | None) -> None:
        if self._mark is not None:
            self._add("\n", *self._mark)
        if self._first is None:
            self._first = element
        self._all(element, inserted, deleted)
        properties = element.find(f"{W}pPr/{W}rPr")
        marks = () if properties is None else properties
        by_insertion = next((author(mark) for mark in marks if mark.tag in _INSERTED), inserted)
        by_deletion = next((author(mark) for mark in marks if mark.tag in _DELETED), deleted)
        self._mark = by_insertion, by_deletion

    def _add(self, text: str, inserted: _Author | None, deleted: _Author | None) -> None:
        if not text or (inserted and deleted):  # what one put in and another took out again is no change
            return
        if not deleted:
            self._accepted.append(text)
        if not inserted:
            self._rejected.append(text)
        self._anchors.add(text, deleted=deleted is not None)
        by = inserted or deleted
        if by is None:
            self._adjacent = False
            return
        kind = ChangeKind.INSERTION if inserted else ChangeKind.DELETION
        if self._adjacent and self._changes[-1][0] is kind and self._changes[-1][1][0] == by[0]:
            self._changes[-1][2].append(text)
        else:
            self._changes.append((kind, by, [text]))
        self._adjacent = True


def _letters(element: etree._Element) -> str | None:
    """The text that ``element`` itself is, None when it is none."""
    if element.tag in _TEXT:
        return element.text or ""
    return _symbol(element) if element.tag == W + "sym" else _CHARACTERS.get(str(element.tag))


def _content(element: etree._Element) -> Iterable[etree._Element]:
    """What counts in ``element``: of alternatives for programs of several ages the first, of a placeholder nothing."""
    if element.tag == _MC + "AlternateContent":
        return next(iter(element), ())
    if element.tag == W + "sdtContent" and any(map(is_prompt, element[:1])):
        return ()
    return element


def _symbol(element: etree._Element) -> str:
    """The character that a ``w:sym`` shows; one that is not in the table stays as its number in the private use area."""
    try:
        number = int(element.get(W + "char", ""), 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return "\ufffd"
    if is_forbidden(character):
        return "\ufffd"
    font = element.get(W + "font", "").casefold()
    return _SYMBOLS.get((font, number & 0xFF), character) if number >> 8 in {0, 0xF0} else character
