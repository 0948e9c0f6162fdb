"""Quotation marks and apostrophes: what each of them is, and how deep a quotation lies in others.

Models write all kinds of marks, and a straight one says nothing of what it is. Its neighbours do: an opening mark has white
space, a bracket or a dash before it, a closing one has them or punctuation behind it, an apostrophe stands in a word. A
segment is often only a part of what somebody says, so a mark may lack its partner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

_MARK = re.compile(r"''|``|[«»“”„‟\"‹›‘’‚‛'`´ʼ]")
_OPENING = frozenset("«“„‟‹‘‚‛")
_CLOSING = frozenset("»”›")
_SINGLE = frozenset("‘’‚‛'`´ʼ")
_STRAIGHT = frozenset({'"', "''", "``"})
_BEFORE_OPENING = frozenset("([{<—–-/=+*|~>¿¡")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>—–-/%*")
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"(?:em|tis|twas|til|n|ndranghet\w*|ndrin[ae])(?!\w)", re.IGNORECASE)
_GENITIVE = re.compile(r"s(?!\w)")
_DECADE = re.compile(r"\d0s(?!\w)")
_SHORT_YEAR = re.compile(r"\d\d(?![\w%])")
_BEFORE_YEAR = re.compile(r"(?:^|\W)(?:of|in|since|from|until|till|before|after|during|to|and|or|by)\s+$", re.IGNORECASE)
_LENGTH_AFTER = re.compile(r"\s[a-zà-ÿ]")
_HISSING = frozenset("sSzZxX")


class Role(Enum):
    """What a mark is. ``OTHER``: a sign for feet, inches or minutes, or a mark of which nothing can be said."""

    OPEN = "opening"
    CLOSE = "closing"
    APOSTROPHE = "apostrophe"
    OTHER = "other"


class Family(Enum):
    """Kinds of marks that are partners of each other."""

    GUILLEMETS = "«»"
    ANGLES = "‹›"
    DOUBLE = "“”"
    STRAIGHT = '""'
    SINGLE = "‘’"


@dataclass(slots=True)
class Mark:
    """A mark at ``start`` to ``end``.

    ``partner``: the number of the other one of the pair. ``depth``: how many quotations the mark's own lies in. ``sure``: of a
    pair of single marks, that its closing one is no apostrophe. ``doubtful``: an apostrophe that might close a quotation.
    ``alone``: white space on both sides.
    """

    start: int
    end: int
    family: Family
    role: Role = Role.OTHER
    partner: int | None = None
    depth: int = 0
    sure: bool = True
    doubtful: bool = False
    alone: bool = False


class _Place(NamedTuple):
    """A mark and what stands before and after the run of marks that it is in."""

    text: str
    start: int
    end: int
    left: str
    right: str

    @property
    def opens(self) -> bool:
        return not self.left or self.left.isspace() or self.left in _BEFORE_OPENING

    @property
    def closes(self) -> bool:
        return not self.right or self.right.isspace() or self.right in _AFTER_CLOSING

    @property
    def by_place(self) -> Role | None:
        """What the neighbours say."""
        if self.opens == self.closes:
            return None
        return Role.OPEN if self.opens else Role.CLOSE


def read(text: str, *, british: bool = False) -> tuple[Mark, ...]:
    """The marks of ``text`` in order. ``british``: single marks without a partner may be those of outer quotations."""
    reader = _Reader(text)
    reader.read()
    if not british:
        reader.turn_lone_marks()
    _deepen(reader.marks, singles=british)
    return tuple(reader.marks)


def _places(text: str) -> list[_Place]:
    found = list(_MARK.finditer(text))
    places: list[_Place] = []
    first = 0
    for at, mark in enumerate(found):
        if at + 1 < len(found) and found[at + 1].start() == mark.end():
            continue
        start = found[first].start()
        left, right = text[start - 1 : start] if start else "", text[mark.end() : mark.end() + 1]
        places += [_Place(one.group(), one.start(), one.end(), left, right) for one in found[first : at + 1]]
        first = at + 1
    return places


def _family(mark: str) -> Family:
    if mark in _STRAIGHT:
        return Family.STRAIGHT
    if mark in _SINGLE:
        return Family.SINGLE
    return next((family for family in Family if mark in family.value), Family.DOUBLE)


class _Reader:
    """Goes through the marks once; ``waiting`` holds the opening marks without a partner so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = _places(text)
        self.marks = [Mark(place.start, place.end, _family(place.text)) for place in self._places]
        self._waiting: list[int] = []
        self._count = dict.fromkeys(Family, 0)
        singles = [at for at, mark in enumerate(self.marks) if mark.family is Family.SINGLE]
        self._last_closing = max((at for at in singles if self._places[at].by_place is Role.CLOSE), default=-1)
        self._last_single: Mark | None = None

    def read(self) -> None:
        for at, (mark, place) in enumerate(zip(self.marks, self._places, strict=True)):
            mark.alone = place.opens and place.closes
            single = mark.family is Family.SINGLE
            mark.role = self._single(at, place) if single else self._double(at, place)
            if mark.role is Role.OPEN:
                self._waiting.append(at)
                self._count[mark.family] += 1
                if single:
                    self._last_single = None
            elif mark.role is Role.CLOSE:
                self._close(at)
            elif single and place.by_place is Role.CLOSE and self._last_single:
                self._last_single.sure = False
                self._last_single = None

    def turn_lone_marks(self) -> None:
        """Take for an apostrophe what word processors make an opening mark of: ``the ‘90s``."""
        for mark in self.marks:
            if mark.family is Family.SINGLE and mark.role is Role.OPEN and mark.partner is None:
                clipped = _CLIPPED.match(self._text, mark.end) or _DECADE.match(self._text, mark.end)
                mark.role = Role.APOSTROPHE if clipped else mark.role

    def _close(self, at: int) -> None:
        """Find the partner of a closing mark, and give up the opening ones in between."""
        mark = self.marks[at]
        family = mark.family
        if not self._count[family]:
            top = self._waiting[-1] if self._waiting else None
            if family is Family.SINGLE or top is None or self.marks[top].family is Family.SINGLE:
                return
            family = self.marks[top].family
        while self._waiting:
            other = self._waiting.pop()
            self._count[self.marks[other].family] -= 1
            if self.marks[other].family is family:
                mark.partner, self.marks[other].partner = other, at
                if family is Family.SINGLE:
                    self._last_single = self.marks[other]
                return

    def _double(self, at: int, place: _Place) -> Role:
        mark = self.marks[at]
        by_place = place.by_place
        by_nature = Role.OPEN if place.text in _OPENING else Role.CLOSE if place.text in _CLOSING else None
        if by_nature:
            return self._by_nature(mark, place, by_nature)
        if self._is_inch(at, place):
            return Role.OTHER
        if by_place:
            return by_place
        if not place.left or not place.right:
            return Role.CLOSE if place.left else Role.OPEN
        if self._count[mark.family]:
            return Role.CLOSE
        return Role.OPEN if self._closed_later(at) or not mark.alone else Role.OTHER

    def _by_nature(self, mark: Mark, place: _Place, by_nature: Role) -> Role:
        """The role of a mark with a form of its own, unless its place says otherwise.

        So it does in „German“, and in Italian with » before a paragraph that goes on with a quotation.
        """
        if mark.alone and bool(place.left) is not bool(place.right):
            return Role.CLOSE if place.left else Role.OPEN
        if place.by_place in {None, by_nature}:
            return by_nature
        return Role.CLOSE if self._count[mark.family] else Role.OPEN

    def _closed_later(self, at: int) -> bool:
        following = at + 1
        return following < len(self.marks) and self.marks[following].family is self.marks[at].family

    def _is_inch(self, at: int, place: _Place) -> bool:
        """``a 15" screen``, ``5'10"``: after digits, with nothing to close, or with another mark that closes it."""
        if not place.left.isdecimal() or place.right.isalnum():
            return False
        if not self._count[Family.STRAIGHT]:
            before = self._text[max(place.start - 4, 0) : place.start]
            return _LENGTH_AFTER.match(self._text, place.end) is not None or "'" in before
        following = self._places[at + 1] if at + 1 < len(self._places) else None
        return following is not None and following.text in _STRAIGHT and following.by_place is Role.CLOSE

    def _single(self, at: int, place: _Place) -> Role:
        left, right = place.left, place.right
        if place.text == "‚":
            return Role.OPEN if place.by_place is Role.OPEN else Role.OTHER
        if (left.isalnum() and right.isalnum()) or (not place.opens and _GENITIVE.match(self._text, place.end)):
            return Role.OTHER if left.isdecimal() and right.isdecimal() and place.text == "'" else Role.APOSTROPHE
        by_place = place.by_place
        if by_place is Role.OPEN:
            return self._single_before_word(at, place)
        closable = bool(self._waiting) and self.marks[self._waiting[-1]].family is Family.SINGLE
        if by_place is Role.CLOSE:
            return self._single_after_word(at, place, closable=closable)
        return Role.CLOSE if closable and (place.opens or not right.isalnum()) else Role.OTHER

    def _single_before_word(self, at: int, place: _Place) -> Role:
        if place.text in {"‘", "‛"}:
            return Role.OPEN
        if not place.right.isalnum():
            return Role.OPEN if self._last_closing > at and place.text in {"'", "`"} else Role.OTHER
        if place.text in {"’", "ʼ", "´"} or _CLIPPED.match(self._text, place.end) or _DECADE.match(self._text, place.end):
            return Role.APOSTROPHE
        year = _SHORT_YEAR.match(self._text, place.end) is not None
        if year and _BEFORE_YEAR.search(self._text[max(place.start - 10, 0) : place.start]):
            return Role.APOSTROPHE
        return Role.OPEN if self._last_closing > at else Role.APOSTROPHE

    def _single_after_word(self, at: int, place: _Place, *, closable: bool) -> Role:
        if closable:
            return Role.CLOSE
        if place.left.isdecimal() and place.text == "'":
            return Role.OTHER
        inside = bool(self._waiting) and place.left.isalpha()
        if inside or (place.left in _HISSING and place.right.isspace()):
            self.marks[at].doubtful = not inside
            return Role.APOSTROPHE
        return Role.CLOSE


def _deepen(marks: list[Mark], *, singles: bool) -> None:
    """Set the depths. A mark without a partner encloses what is of another kind, to the end or from the start of the text."""
    closing = dict.fromkeys(Family, 0)
    counted = [
        mark.role in {Role.OPEN, Role.CLOSE} and mark.partner is None and (singles or mark.family is not Family.SINGLE)
        for mark in marks
    ]
    for mark, lone in zip(marks, counted, strict=True):
        closing[mark.family] += lone and mark.role is Role.CLOSE
    opening = dict.fromkeys(Family, 0)
    inside = 0
    for mark, lone in zip(marks, counted, strict=True):
        if mark.role is Role.CLOSE:
            closing[mark.family] -= lone
            if mark.partner is not None:
                inside -= 1
                mark.depth = marks[mark.partner].depth
                continue
        if mark.role not in {Role.OPEN, Role.CLOSE}:
            continue
        around = sum(opening.values()) - opening[mark.family] + sum(closing.values()) - closing[mark.family]
        mark.depth = inside + around
        if mark.role is Role.OPEN:
            inside += mark.partner is not None
            opening[mark.family] += lone
