"""``repetition`` and ``doubled-word``: what a model says again and again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark
from translator.quality.text import excerpt, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.quality.text import Word

# Phrases of up to so many words are looked at; letters inside a word without end likewise.
_LONGEST_PHRASE = 12
_LONGEST_LETTERS = 6
# How often in a row makes a loop: one or two words may be said three times for effect, longer phrases twice are too many.
_WORD_TIMES, _PHRASE_TIMES, _LONG_PHRASE_TIMES = 4, 3, 2
_LONG_PHRASE = 4
_LETTER_TIMES, _LETTER_RUN = 6, 12
# What every loop of letters holds; nearly no text has it.
_ANY_LETTER_LOOP = re.compile(rf"(.{{1,{_LONGEST_LETTERS}}}?)\1{{{_LETTER_TIMES - 1}}}", re.DOTALL)

# English sentences rightly have these twice in a row: he had had, the fact that that, what it is is.
_DOUBLED_RIGHTLY = frozenset("had that is do her very so really much many long no bye ha oh well".split())


def loops(pair: Pair) -> Iterator[Remark]:
    """A remark when the target says a phrase, or some letters, over and over and the source does not."""
    found = _phrase_loop(words(pair.target)) or _letter_loop(pair.target)
    if found is None:
        return
    span, times = found
    if _phrase_loop(words(pair.source)) is None and _letter_loop(pair.source) is None:
        yield Remark(f"Repeated {times} times: {excerpt(pair.target[span.start : span.end])}", None, span)


def _phrase_loop(found: Sequence[Word]) -> tuple[Span, int] | None:
    """The first phrase that is repeated too often in a row, with all its repetitions, and how often it stands there."""
    keys = [word.key for word in found]
    for size in range(1, _LONGEST_PHRASE + 1):
        times = _PHRASE_TIMES if size < _LONG_PHRASE else _LONG_PHRASE_TIMES
        loop = _periodic(keys, size, size * (_WORD_TIMES if size == 1 else times))
        if loop is not None and not all(key.isdecimal() for key in keys[loop[0] : loop[0] + size]):
            first, last = loop
            times = (last - first) // size
            return Span(found[first].start, found[first + times * size - 1].end), times
    return None


def _letter_loop(text: str) -> tuple[Span, int] | None:
    if not _ANY_LETTER_LOOP.search(text):
        return None
    for size in range(1, _LONGEST_LETTERS + 1):
        loop = _periodic(text, size, max(size * _LETTER_TIMES, _LETTER_RUN))
        if loop is not None and any(map(str.isalpha, text[loop[0] : loop[0] + size])):
            times = (loop[1] - loop[0]) // size
            return Span(loop[0], loop[0] + times * size), times
    return None


def _periodic(items: Sequence[str], size: int, least: int) -> tuple[int, int] | None:
    """The first stretch of at least ``least`` items in which every item equals the one ``size`` before it."""
    start = 0
    for at in range(size, len(items) + 1):
        if at < len(items) and items[at] == items[at - size]:
            continue
        if at - start >= least:
            return start, at
        start = at - size + 1
    return None


def doubled_words(pair: Pair) -> Iterator[Remark]:
    """A remark for each word that stands twice in a row, unless English allows it or the source has a word twice as well."""
    target = words(pair.target)
    doubled = list(_doubled(pair.target, target))
    if not doubled or any(True for _ in _doubled(pair.source, words(pair.source))):
        return
    for one, other in doubled:
        span = Span(one.start, other.end)
        yield Remark(f"Word doubled: {pair.target[span.start : span.end]}", None, span)


def _doubled(text: str, found: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    for one, other in pairwise(found):
        doubled = one.key == other.key and text[one.end : other.start].isspace()
        if doubled and one.key.isalpha() and one.key not in _DOUBLED_RIGHTLY:
            yield one, other
