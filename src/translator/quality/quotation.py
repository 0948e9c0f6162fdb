"""``quotes`` and ``brackets``: marks that come in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# The outermost marks of a text are of the first style that it has any of; those inside them may be of another.
_STYLES = ("«»", "“”„", '"')
# Inside others, and in English headlines.
_SINGLE = re.compile(r"(?<!\w)['‘‹](?=\w)")
# Fewer words are a name or a word spoken of, which English may set in other ways.
_SPEECH_WORDS = 4
_BRACKETS = {"(": ")", "[": "]"}
_CLOSING = frozenset(_BRACKETS.values())
_DASH = re.compile(r"\s[-–—]\s|\w—\w")


def quotes(pair: Pair) -> Iterator[Remark]:
    """A remark when one of a pair of quotation marks is missing, or a quotation of some words is none any more.

    Segments may rightly have one mark only (speech of several sentences), so the target is measured by the source.
    """
    source, target = _marks(pair.source), _marks(pair.target)
    if len(source) % 2 != len(target) % 2:
        yield Remark(_unpaired(target), _around(source), _around(target))
    elif source and not target and not _SINGLE.search(pair.target) and _longest(pair.source, source) >= _SPEECH_WORDS:
        yield Remark("Quotation marks lost", _around(source))


def _unpaired(target: list[int]) -> str:
    if not target:
        return "Quotation mark lost"
    return "Quotation mark without its partner" if len(target) % 2 else "Quotation mark added"


def _marks(text: str) -> list[int]:
    """The places of the outermost double quotation marks."""
    for style in _STYLES:
        found = [at for at, character in enumerate(text) if character in style]
        if found:
            return found
    return []


def _around(places: list[int]) -> Span | None:
    return Span(places[0], places[-1] + 1) if places else None


def _longest(text: str, places: list[int]) -> int:
    """The words in the longest quotation."""
    return max(len(text[one + 1 : other].split()) for one, other in zip(places[::2], [*places[1::2], len(text)], strict=False))


def brackets(pair: Pair) -> Iterator[Remark]:
    """A remark when brackets match in the source and not in the target, or are gone without dashes in their place."""
    lone = _unmatched(pair.target)
    if lone is not None and _unmatched(pair.source) is None:
        yield Remark(f"Bracket without its partner: {pair.target[lone]}", None, Span(lone, lone + 1))
    elif "(" in pair.source and not any(mark in pair.target for mark in "([") and not _DASH.search(pair.target):
        start = pair.source.index("(")
        end = pair.source.find(")", start)
        yield Remark("Brackets lost: is what stood in them there?", Span(start, end + 1 if end >= 0 else len(pair.source)))


def _unmatched(text: str) -> int | None:
    """The place of the first bracket without a partner. Of closing ones, those of lists (``a)``) are none."""
    waiting: list[int] = []
    for at, character in enumerate(text):
        if character in _BRACKETS:
            waiting.append(at)
        elif character in _CLOSING:
            if waiting and _BRACKETS[text[waiting[-1]]] == character:
                waiting.pop()
            elif not _list_mark(text, at):
                return at
    return waiting[0] if waiting else None


def _list_mark(text: str, at: int) -> bool:
    word = text[max(at - 3, 0) : at].rsplit(maxsplit=1)[-1:]
    return bool(word) and len(word[0]) <= 2 and word[0].isalnum()  # noqa: PLR2004 - a) or 12)
