"""A word-level difference between two texts: what was taken out and what was put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Words with the apostrophes and full stops inside them, runs of white space, and every other character for itself.
_TOKEN = re.compile(r"\w+(?:['’.]\w+)*|\s+|[^\w\s]")
# The matcher's time grows with the product of the lengths; beyond this a text counts as replaced as a whole.
_MOST_PAIRS = 400_000


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that has one fate."""

    kind: PieceKind
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """How ``old`` becomes ``new``: the pieces in order, a deletion before the insertion in its place.

    The same and the deleted pieces together are ``old``, the same and the inserted ones ``new``. A change of several words in
    a row is one deletion and one insertion.
    """
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    start = _common(zip(one, other, strict=False))
    end = _common(zip(reversed(one[start:]), reversed(other[start:]), strict=False))
    middle = _middle(one[start : len(one) - end], other[start : len(other) - end])
    same = "".join(one[:start]), "".join(one[len(one) - end :])
    return tuple(_pieces([(same[0], same[0]), *middle, (same[1], same[1])]))


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _middle(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Texts and what stands in their place. White space between two changes, though the same, is taken into them."""
    if len(one) * len(other) > _MOST_PAIRS:
        return [("".join(one), "".join(other))]
    pairs: list[tuple[str, str]] = []
    changed = False
    opcodes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for at, (name, start, end, to_start, to_end) in enumerate(opcodes):
        old, new = "".join(one[start:end]), "".join(other[to_start:to_end])
        between = name == "equal" and not old.strip() and 0 < at < len(opcodes) - 1
        if (changed and name != "equal") or between:
            pairs[-1] = pairs[-1][0] + old, pairs[-1][1] + new
        else:
            pairs.append((old, new))
        changed = name != "equal" or between
    return pairs


def _pieces(pairs: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    same = ""
    for old, new in pairs:
        if old == new:
            same += old
            continue
        if same:
            yield Piece(PieceKind.SAME, same)
            same = ""
        if old:
            yield Piece(PieceKind.DELETED, old)
        if new:
            yield Piece(PieceKind.INSERTED, new)
    if same:
        yield Piece(PieceKind.SAME, same)
