"""What the checks share to read a segment: words with their places, and short quotations for messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

APOSTROPHES = "'’‘ʼ"
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}](?=[^\W_]))?")
_SHOWN = 40


class Word(NamedTuple):
    """A word as it stands in the text, an elided article with its apostrophe (``dell’``), and its place."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The word's place."""
        return Span(self.start, self.end)

    @property
    def key(self) -> str:
        """The word to compare with: no case, one kind of apostrophe."""
        return self.text.casefold().replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def words(text: str) -> list[Word]:
    """The words of ``text`` in order; hyphens part them, and so does an apostrophe, which stays with the word before it."""
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]


def excerpt(text: str) -> str:
    """``text`` cut to what fits into a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether ``span`` shares a character with one of ``others``."""
    return any(span.start < other.end and other.start < span.end for other in others)
