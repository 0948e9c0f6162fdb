"""What the checks share to read a segment: words with their places, and short quotations for messages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

APOSTROPHES = "'’‘ʼ"
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}](?=[^\W_]))?")
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_SHOWN = 40


class Word(NamedTuple):
    """A word as it stands in the text, an elided article with its apostrophe (``dell’``), and its place.

    ``key``: the word to compare with: no case, one kind of apostrophe.
    """

    text: str
    start: int
    end: int
    key: str

    @property
    def span(self) -> Span:
        """The word's place."""
        return Span(self.start, self.end)


@lru_cache(maxsize=64)
def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order; hyphens part them, and so does an apostrophe, which stays with the word before it.

    One check after another asks for those of the same text.
    """
    return tuple(Word(word := found.group(), found.start(), found.end(), _key(word)) for found in _WORD.finditer(text))


def _key(word: str) -> str:
    return word.casefold().translate(_ONE_APOSTROPHE)


def excerpt(text: str) -> str:
    """``text`` cut to what fits into a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether ``span`` shares a character with one of ``others``."""
    return any(span.start < other.end and other.start < span.end for other in others)
