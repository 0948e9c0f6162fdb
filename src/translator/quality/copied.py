"""Italian in the English: ``untranslated``, ``partly-untranslated`` and ``leftover-italian``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.addresses import addresses
from translator.quality.check import Pair, Remark
from translator.quality.italian_words import (
    ENGLISH_FUNCTION_WORDS,
    ENGLISH_TOO,
    ITALIAN_ENDINGS,
    ITALIAN_ONLY,
    SHORTEST_WITH_ENDING,
)
from translator.quality.text import excerpt, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from translator.quality.text import Word

# Shorter segments (names, headlines of names, scores) are often rightly the same in both languages.
_COPIED_WORDS = 4
# So many words make a stretch of Italian; fewer are single words.
_STRETCH = 3
_TITLE_WORDS = 8
_PLACES_TRIED = 20
_QUOTED = re.compile(r"[«“\"]([^«»“”\"]*)[»”\"]|‘([^‘’]*)’")
# What follows a quotation that somebody said: «…», ha detto.
_SPEECH = re.compile(r",\s(?:ha|hanno|aveva|avevano|è|dice|dicono|disse|spiega|afferma|sostiene|aggiunge|ricorda)\b")


def untranslated(pair: Pair) -> Iterator[Remark]:
    """A remark when the target is the source: letter for letter, but for case, spaces and punctuation."""
    worded = [word for word in pair.source.split() if any(map(str.isalpha, word))]
    if len(worded) >= _COPIED_WORDS and letters(pair.source) == letters(pair.target):
        yield Remark("The model copied the Italian", *pair.spans)


def letters(text: str) -> str:
    """The letters and digits of ``text``, without case: what two copies have in common."""
    return "".join(filter(str.isalnum, text.casefold()))


def partly_untranslated(pair: Pair) -> Iterator[Remark]:
    """A remark for each stretch of three words or more that was left in Italian."""
    yield from _remarks(pair, "Left in Italian", lambda stretch: len(stretch) >= _STRETCH)


def leftover_italian(pair: Pair) -> Iterator[Remark]:
    """A remark for each word or two that are Italian and not English, outside of longer stretches."""
    yield from _remarks(pair, "Italian word left", lambda stretch: len(stretch) < _STRETCH)


def _remarks(pair: Pair, message: str, wanted: Callable[[Sequence[Word]], bool]) -> Iterator[Remark]:
    source = words(pair.source)
    stretches = [stretch for stretch in _found(pair) if wanted(stretch)]
    if not stretches:
        return
    places: dict[str, list[int]] = {}
    for at, word in enumerate(source):
        places.setdefault(word.key, []).append(at)
    for stretch in stretches:
        span = Span(stretch[0].start, stretch[-1].end)
        yield Remark(f"{message}: {excerpt(pair.target[span.start : span.end])}", _place(source, places, stretch), span)


def _place(source: Sequence[Word], places: Mapping[str, Sequence[int]], stretch: Sequence[Word]) -> Span | None:
    """Where the words of ``stretch`` stand one after the other in the source, if they do."""
    keys = [word.key for word in stretch]
    for at in places.get(keys[0], ())[:_PLACES_TRIED]:
        if [other.key for other in source[at : at + len(keys)]] == keys:
            return Span(source[at].start, source[at + len(keys) - 1].end)
    return None


@lru_cache(maxsize=64)
def _found(pair: Pair) -> tuple[list[Word], ...]:
    """All stretches: the two checks look at the longer and at the shorter ones."""
    return tuple(_stretches(pair, words(pair.source)))


def _stretches(pair: Pair, source: Sequence[Word]) -> Iterator[list[Word]]:
    """The Italian stretches of the target: neighbours that are surely Italian, or follow each other in the source too."""
    target = words(pair.target)
    sure = _surely_italian(pair, source, target)
    follow = set(pairwise(word.key for word in source))
    free = _free(pair, source, target, sure)
    group: list[int] = []
    for at in (*range(len(target)), None):
        if at is not None and group and free[at]:
            before = group[-1]
            if before == at - 1 and ((sure[before] and sure[at]) or (target[before].key, target[at].key) in follow):
                group.append(at)
                continue
        yield from _italian_part(target, sure, group)
        group = [at] if at is not None and free[at] else []


def _italian_part(target: Sequence[Word], sure: Sequence[bool], group: Sequence[int]) -> Iterator[list[Word]]:
    """What of a group of copied words is Italian: all of it but names at its ends, or its surely Italian words."""
    lower = [at for at in group if sure[at] or target[at].text.islower()]
    certain = [at for at in group if sure[at]]
    quoted = any(target[at].key in ENGLISH_FUNCTION_WORDS for at in group)
    if not quoted and len(lower) >= _STRETCH and (certain or len(lower) > _STRETCH):
        yield [target[at] for at in group if lower[0] <= at <= lower[-1]]
        return
    run: list[int] = []
    for at in certain:
        if run and at != run[-1] + 1:
            yield [target[one] for one in run]
            run = []
        run.append(at)
    if run:
        yield [target[one] for one in run]


def _surely_italian(pair: Pair, source: Sequence[Word], target: Sequence[Word]) -> list[bool]:
    """Which words of the target are Italian and not English. Capitalised words are taken for names, except in ALL CAPS."""
    capitals = not any(map(str.islower, pair.target))
    known = {word.key for word in source}

    def italian(word: Word) -> bool:
        around = pair.target[max(word.start - 1, 0) : word.start] + pair.target[word.end : word.end + 1]
        if not (capitals or word.text[0].islower()) or "-" in around:
            return False
        key = word.key
        if key in ITALIAN_ONLY:
            return True
        shared = len(key) < SHORTEST_WITH_ENDING or not key.isalpha() or key in ENGLISH_TOO
        return key in known and key.endswith(ITALIAN_ENDINGS) and not shared

    return [italian(word) for word in target]


def _free(pair: Pair, source: Sequence[Word], target: Sequence[Word], sure: Sequence[bool]) -> list[bool]:
    """Which words of the target are not in terms, addresses, titles or names, where Italian is right."""
    right = bytearray(len(pair.target))
    spans = [use.target_span for use in pair.terms if use.target_span]
    spans += [span for _, span in addresses(pair.target)]
    spans += _titles(pair)
    spans += _names(source, target, sure)
    for span in spans:
        right[span.start : span.end] = b"\1" * (span.end - span.start)
    return [not right[word.start] for word in target]


def _titles(pair: Pair) -> Iterator[Span]:
    """The titles of works in the target: short, in quotation marks, capitalised, and in quotation marks in the source too."""
    titles = {
        letters(found.group())
        for found in _QUOTED.finditer(pair.source)
        if not _SPEECH.match(pair.source, found.end()) and len(found.group().split()) <= _TITLE_WORDS
    }
    for found in _QUOTED.finditer(pair.target):
        inside = found[1] or found[2] or ""
        if inside and not inside[0].islower() and letters(inside) in titles:
            yield Span(*found.span())


def _names(source: Sequence[Word], target: Sequence[Word], sure: Sequence[bool]) -> Iterator[Span]:
    """One or two small words between the capitalised words of a name that the source has as well: ``Corriere della Sera``."""
    if not any(sure):
        return
    known = {tuple(word.key for word in source[at : at + size]) for at in range(len(source)) for size in (3, 4)}
    for at, word in enumerate(target):
        if not (sure[at] and at and target[at - 1].text[0].isupper()):
            continue
        for size in (1, 2):
            after = target[at + size : at + size + 1]
            phrase = target[at - 1 : at + size + 1]
            if after and after[0].text[0].isupper() and tuple(one.key for one in phrase) in known:
                yield Span(word.start, target[at + size - 1].end)
