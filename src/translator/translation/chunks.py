"""Cutting a sentence that is too long for the model, at the places where it hurts least."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Where a clause ends, best first: after a semicolon or colon; before a spaced dash; after a comma; before a conjunction or a
# relative pronoun; at any white space.
_BOUNDARIES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[;:.!?…])[»”\")\]]*\s+",
        r"\s+(?=[–—-]\s)",
        r"(?<=,)\s+",
        r"\s+(?=(?:e|ed|ma|o|oppure|mentre|perché|quando|che|cui|dove|se|anche|però|quindi|poiché)\s)",
        r"\s+",
    )
)

# English words that are in lower case unless they start a sentence.
_NO_NAMES = frozenset(
    """
    a about after against all also although among an and as at because before between but by despite during even every except
    for
    from has have he her his however if in including into is it its many more most no not of on once one only or other our out
    over she since so some such than that the their then there these they this those though through to two under until up was
    were what when where which while who whose will with without would
    """.split()
)


def split_long(sentence: str, limit: int, size: Callable[[str], int], marks: tuple[str, str] | None = None) -> list[str]:
    """Cut ``sentence`` into parts of at most ``limit`` pieces each, as ``size`` counts them.

    A part ends at the boundary of the best kind that lies nearest to the middle, and never between ``marks``. A single word of
    more pieces than ``limit`` stays whole, as a part by itself. Nothing is lost but the white space at the cuts.
    """
    if size(sentence) <= limit:
        return [sentence]
    cut = _best_cut(sentence, marks)
    if cut is None:
        return [sentence]
    left, right = sentence[: cut[0]], sentence[cut[1] :]
    return [part for half in (left, right) for part in split_long(half, limit, size, marks)]


def _best_cut(sentence: str, marks: tuple[str, str] | None) -> tuple[int, int] | None:
    """The white space to cut at: of the first kind of boundary that divides the sentence no worse than one to three."""
    middle = len(sentence) / 2
    fallback: tuple[int, int] | None = None
    for boundary in _BOUNDARIES:
        places = [
            found.span()
            for found in boundary.finditer(sentence)
            if found.start() and found.end() < len(sentence) and not _inside_marks(sentence, found.start(), marks)
        ]
        if not places:
            continue
        nearest = min(places, key=lambda place: abs(place[0] - middle))
        if abs(nearest[0] - middle) <= middle / 2:
            return nearest
        fallback = fallback or nearest
    return fallback


def lowered(part: str) -> str:
    """``part`` with its first word in lower case, if that word is surely no name."""
    first = part.split(maxsplit=1)[0] if part else ""
    return part[0].lower() + part[1:] if first.lower() in _NO_NAMES else part


def _inside_marks(sentence: str, at: int, marks: tuple[str, str] | None) -> bool:
    return marks is not None and sentence.rfind(marks[0], 0, at) > sentence.rfind(marks[1], 0, at)


def rejoin(parts: list[str], sources: list[str]) -> str:
    """The parts' translations as one sentence.

    A part that ended at a clause boundary often comes back with a full stop and a capital of its own; they go where the source
    had none.
    """
    return " ".join(_trimmed(parts, sources))


def _trimmed(parts: list[str], sources: list[str]) -> Iterator[str]:
    for number, (written, source) in enumerate(zip(parts, sources, strict=True)):
        part = lowered(written) if number and source[:1].islower() else written
        last = number == len(parts) - 1
        if not last and part.endswith(".") and not source.rstrip().endswith((".", "…")):
            ending = source.rstrip()[-1:]
            yield part.rstrip(".") + (ending if ending in ",;:" else "")
        else:
            yield part
