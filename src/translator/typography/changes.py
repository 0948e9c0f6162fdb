"""Changes of a text, one after the other, as one list: from the text as it was to the text as it is.

Every step changes the text that the step before has left. A :class:`Ledger` keeps, for all steps together, which stretch of the
first text has become which stretch of the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Edit(NamedTuple):
    """``text`` is to stand in the place of the characters ``start`` to ``end``; an insertion where these are equal."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one stretch: ``before`` stood there, ``after`` stands now at ``span`` of the new text.

    ``rule`` is the name of the rule, or the names of several that changed the same stretch, joined by ``+``.
    """

    rule: str
    span: Span
    before: str
    after: str


class _Stretch(NamedTuple):
    """The characters ``old`` of the first text have become the characters ``new`` of the current one."""

    rules: tuple[str, ...]
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def growth(self) -> int:
        return (self.new_end - self.new_start) - (self.old_end - self.old_start)


class Ledger:
    """All that was changed in the text ``first`` so far."""

    def __init__(self, first: str) -> None:
        self._first = first
        self._stretches: list[_Stretch] = []

    def add(self, rule: str, edits: Sequence[Edit]) -> None:
        """Note ``edits`` (sorted, none overlapping another) of the current text.

        Stretches that overlap become one, and so do two without characters at the same place.
        """
        known = [(one.new_start, one.new_end, one) for one in self._stretches]
        parts = sorted([*known, *((edit.start, edit.end, edit) for edit in edits)], key=lambda part: part[:2])
        merged: list[_Stretch] = []
        before, shift, at = 0, 0, 0  # what the stretches and the edits so far have added to the length
        while at < len(parts):
            low, high, _ = parts[at]
            first = at
            while at < len(parts) and (parts[at][0] < high or parts[at][:2] == (low, high)):
                high = max(high, parts[at][1])
                at += 1
            group = [part[2] for part in parts[first:at]]
            old = [one for one in group if isinstance(one, _Stretch)]
            new = [one for one in group if isinstance(one, Edit)]
            grown = before + sum(one.growth for one in old)
            moved = shift + sum(len(one.text) - (one.end - one.start) for one in new)
            rules = dict.fromkeys([name for one in old for name in one.rules] + ([rule] if new else []))
            merged.append(_Stretch(tuple(rules), low - before, high - grown, low + shift, high + moved))
            before, shift = grown, moved
        self._stretches = merged

    def changes(self, last: str) -> tuple[Change, ...]:
        """The changes from the first text to ``last``, the current one, in their order."""
        found = (
            Change(
                "+".join(one.rules),
                Span(one.new_start, one.new_end),
                self._first[one.old_start : one.old_end],
                last[one.new_start : one.new_end],
            )
            for one in self._stretches
        )
        return tuple(change for change in found if change.before != change.after)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` after ``edits`` (sorted, none overlapping another)."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def moved(span: Span, changes: Iterable[Change]) -> Span:
    """Where the characters at ``span`` of the old text stand in the new one.

    A span that holds nothing changed keeps its text to the letter: what is put directly before it or after it stays outside.
    One that holds a part of a change holds all of it afterwards.
    """
    start, end, shift = span.start, span.end, 0
    new_start: int | None = None
    new_end: int | None = None
    for change in changes:
        old_start = change.span.start - shift
        old_end = old_start + len(change.before)
        if new_start is None and (start < old_end or start < old_start):
            new_start = start + shift if start <= old_start else change.span.start
        if new_end is None and end <= old_end:
            new_end = end + shift if end <= old_start else change.span.end
        shift += len(change.after) - len(change.before)
    new_start = start + shift if new_start is None else new_start
    new_end = end + shift if new_end is None else new_end
    return Span(new_start, max(new_start, new_end))


def shifted(spans: Sequence[Span], edits: Sequence[Edit]) -> list[Span]:
    """The sorted ``spans``, which no edit overlaps, where they stand after the sorted ``edits``."""
    found, at, shift = [], 0, 0
    for span in spans:
        while at < len(edits) and edits[at].end <= span.start:
            shift += len(edits[at].text) - (edits[at].end - edits[at].start)
            at += 1
        found.append(Span(span.start + shift, span.end + shift))
    return found
