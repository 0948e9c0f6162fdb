"""Capitalised names that no glossary knows: the name guard keeps them as they stand, and they are candidates for a glossary.

A capital tells a name only inside a sentence. A name is a run of capitalised words there (``Carlo Valdesi``,
``Castel Mirano``), unless it holds a word that is translated though capitalised (``Partito``, ``Corte``) or stands in capitals
throughout (acronyms have English forms: PIL, GDP). A run that begins with a first name, follows a title or an office, or
repeats such a person's surname, is surely a name, and so is a run of two words; a single word may be a place with an English
name of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.name_words import COMMON_NOUNS, FIRST_NAMES, OFFICES, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Capitalised words, also joined by hyphens and apostrophes (D'Amico); other words and marks are only looked at.
_TOKEN = re.compile(r"\w+(?:['’-](?=[A-ZÀ-Þ])\w+)*|[^\w\s]")
_ELISION = re.compile(r"^\w+['’](?=\w)")
# After these a capital is a matter of course.
_SENTENCE_MARKS = frozenset('.!?…:;«“"„(–—-•*|')


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: ``surface`` as it stands at ``span``.

    ``certain``: surely a name, whatever a model makes of it. ``person``: it stands with a first name, an office or a title, or
    repeats the surname of one that does.
    """

    span: Span
    surface: str
    certain: bool
    person: bool


@dataclass(frozen=True, slots=True)
class _Run:
    words: tuple[str, ...]
    span: Span
    person: bool
    tentative: bool = False  # a single word that starts a sentence: a name only if the article elsewhere has it as a surname


def find_names(sources: Sequence[str], covered: Sequence[Sequence[Span]]) -> list[tuple[Name, ...]]:
    """The names in each segment of one article; ``covered`` are the spans that glossaries speak for.

    The article is looked at as a whole: a surname that once stood with a first name or title is a person's everywhere.
    """
    runs = [tuple(_runs(source, spans)) for source, spans in zip(sources, covered, strict=True)]
    surnames = {run.words[-1] for segment in runs for run in segment if run.person}
    return [
        tuple(_name(source, run, surnames) for run in segment if not run.tentative or run.words[-1] in surnames)
        for source, segment in zip(sources, runs, strict=True)
    ]


def _name(source: str, run: _Run, surnames: set[str]) -> Name:
    person = run.person or run.words[-1] in surnames
    return Name(run.span, source[run.span.start : run.span.end], person or len(run.words) > 1, person)


def _runs(source: str, covered: Sequence[Span]) -> Iterator[_Run]:
    if source.isupper():
        return
    tokens = [_without_elision(found) for found in _TOKEN.finditer(source)]
    at = 0
    while at < len(tokens):
        end = _run_end(source, tokens, at)
        if end > at:
            run = _trimmed(source, tokens, at, end, covered)
            if run is not None:
                yield run
        at = max(end, at + 1)


def _without_elision(found: re.Match[str]) -> tuple[str, int, int]:
    """A token's text, start and end; an elided article (``dell’``) is cut off the word that it leans on."""
    text, start = found[0], found.start()
    if text[0].islower() and (elision := _ELISION.match(text)):
        text, start = text[elision.end() :], start + elision.end()
    return text, start, found.end()


def _capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _run_end(source: str, tokens: Sequence[tuple[str, int, int]], at: int) -> int:
    """The end of the run of capitalised words that starts at token ``at``; particles may stand inside it."""
    end = at
    while end < len(tokens) and _capitalised(tokens[end][0]) and (end == at or _adjacent(source, tokens, end)):
        end += 1
        if (
            end + 1 < len(tokens)
            and tokens[end][0] in PARTICLES
            and _adjacent(source, tokens, end)
            and _adjacent(source, tokens, end + 1)
            and _capitalised(tokens[end + 1][0])
        ):
            end += 1
    return end


def _adjacent(source: str, tokens: Sequence[tuple[str, int, int]], at: int) -> bool:
    return source[tokens[at - 1][2] : tokens[at][1]] == " "


def _trimmed(source: str, tokens: Sequence[tuple[str, int, int]], at: int, end: int, covered: Sequence[Span]) -> _Run | None:
    """The name in a run of capitalised words, or None when there is none to guard."""
    before = tokens[at - 1][0].lower() if at else ""
    starts = at == 0 or before in _SENTENCE_MARKS
    tentative = starts and end == at + 1 and tokens[at][0] not in FIRST_NAMES
    if starts and not tentative and tokens[at][0] not in FIRST_NAMES:
        before, at = tokens[at][0].lower(), at + 1
    while at < end and tokens[at][0].lower() in OFFICES:
        before, at = tokens[at][0].lower(), at + 1
    if at < end and tokens[at][0] in PARTICLES:
        at += 1
    words = tuple(token[0] for token in tokens[at:end])
    if not words or any(word.lower() in COMMON_NOUNS for word in words):
        return None
    span = Span(tokens[at][1], tokens[end - 1][2])
    if span.end - span.start < 2 or any(span.start < other.end and other.start < span.end for other in covered):  # noqa: PLR2004
        return None
    person = words[0] in FIRST_NAMES or before.rstrip(".") in OFFICES or _abbreviated_title(source, span.start)
    return _Run(words, span, person, tentative)


def _abbreviated_title(source: str, at: int) -> bool:
    """Whether an abbreviated title (``dott.``, ``avv.``) or an initial stands before the name."""
    found = re.search(r"(\w+)\.\s$", source[max(0, at - 12) : at])
    return found is not None and (found[1].lower() in OFFICES or (len(found[1]) == 1 and found[1].isupper()))
