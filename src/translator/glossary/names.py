"""Capitalised names that no glossary knows: the name guard keeps them as they stand, and they are candidates for a glossary.

A capital tells a name only inside a sentence. A name is a run of capitalised words there (``Carlo Valdesi``, ``Castel
Mirano``), unless it holds a word that is translated though capitalised (``Partito``, ``Corte``) or stands in capitals
throughout (acronyms have English forms: PIL, GDP). A run that begins with a first name, follows a title or an office, or
repeats such a person's surname, is surely a name, and so is a run of two words, a word beside a person's name
(``Valdesi-Conte``), a surname that is also an ordinary word, and what a longer name of the article ends with; another single
word may be a place with an English name of its own. In a headline in ALL CAPS a first name and the word after it are a name,
and the surnames of the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.name_words import COMMON_NOUNS, COMMON_SURNAMES, FIRST_NAMES, OFFICES, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Capitalised words, also joined by hyphens and apostrophes (D'Amico); other words and marks are only looked at.
_TOKEN = re.compile(r"\w+(?:['’-](?=[A-ZÀ-Þ])\w+)*|[^\w\s]")
_ELISION = re.compile(r"^\w+['’](?=\w)")
# After these a capital is a matter of course.
_SENTENCE_MARKS = frozenset('.!?…:;«“"„(–—-•*|')
# What stands between the names of a list of persons.
_JOINTS = frozenset({" ", "-", "–", ", ", " e "})
# Words that belong to the surname after them, in lower case.
# The legal form of a company after its name.
_COMPANY = re.compile(
    r"\s(?:[Ss]\.\s?[Pp]\.\s?[Aa]\.|[Ss]\.\s?[Rr]\.\s?[Ll]\.|[Ss]\.\s?[Nn]\.\s?[Cc]\.|[Ss]\.\s?[Aa]\.\s?[Ss]\.|S[Pp]A|Spa|Srl|SRL)(?!\w)"
)
_BEFORE_SURNAMES = PARTICLES | frozenset("d' da dal dalla de' degli dei del della delle di la lo li".split())


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
    tentative: bool = False  # a single word that starts a sentence: a name only if another name of the article ends with it
    company: bool = False  # its legal form stands after it


def find_names(
    sources: Sequence[str], covered: Sequence[Sequence[Span]], people: Sequence[Sequence[Span]] | None = None
) -> list[tuple[Name, ...]]:
    """The names in each segment of one article; ``covered`` are the spans that glossaries speak for, ``people`` the persons'.

    The article is looked at as a whole: a surname that once stood with a first name or title is a person's everywhere.
    """
    persons = people or [()] * len(sources)
    runs = [
        tuple(_shouted(source, spans) if source.isupper() else _runs(source, spans, known))
        for source, spans, known in zip(sources, covered, persons, strict=True)
    ]
    surnames = {_surname(run.words) for segment in runs for run in segment if run.person}
    repeated = surnames | _last_words(sources, runs)
    found = []
    for source, spans, segment in zip(sources, covered, runs, strict=True):
        names = [
            _name(source, run, surnames, repeated) for run in segment if not run.tentative or _surname(run.words) in repeated
        ]
        names += _more_surnames(source, [*spans, *(name.span for name in names)], surnames)
        found.append(tuple(sorted(names, key=lambda name: name.span)))
    return found


def _surname(words: Sequence[str]) -> str:
    """The last word, with what belongs to it (``La Porta``, ``de la Torre``); the same in ordinary letters and in capitals."""
    at = len(words) - 1
    while at > 0 and words[at - 1].lower() in _BEFORE_SURNAMES:
        at -= 1
    return " ".join(words[at:]).casefold()


def _last_words(sources: Sequence[str], runs: Sequence[Sequence[_Run]]) -> set[str]:
    """What names of two words and more end with: alone, it is the same name, if it is no ordinary word of the article.

    First names are too many to know them all, so most of these are surnames.
    """
    found = {_surname(run.words) for segment in runs for run in segment if len(run.words) > 1}
    ordinary = {word for source in sources for word in _TOKEN.findall(source) if word.islower()}
    return {word for word in found if len(word) > 3 and word not in ordinary and word not in COMMON_NOUNS}  # noqa: PLR2004


def _name(source: str, run: _Run, surnames: set[str], repeated: set[str]) -> Name:
    person = run.person or _surname(run.words) in surnames
    certain = person or run.company or len(run.words) > 1 or run.words[0] in COMMON_SURNAMES or _surname(run.words) in repeated
    return Name(run.span, source[run.span.start : run.span.end], certain, person)


def _shouted(source: str, covered: Sequence[Span]) -> Iterator[_Run]:
    """In ALL CAPS: a first name and the word after it, with the particle between them."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(source)]
    at = 0
    while at + 1 < len(tokens):
        end = at + 2
        if tokens[at][0].capitalize() in FIRST_NAMES and _adjacent(source, tokens, at + 1) and tokens[at + 1][0].isalpha():
            while end < len(tokens) and tokens[end - 1][0].lower() in _BEFORE_SURNAMES and _adjacent(source, tokens, end):
                end += 1
            span = Span(tokens[at][1], tokens[end - 1][2])
            if not _overlaps(span, covered):
                yield _Run(tuple(token[0] for token in tokens[at:end]), span, person=True)
            at = end
        else:
            at += 1


def _more_surnames(source: str, taken: Sequence[Span], surnames: set[str]) -> Iterator[Name]:
    """The ``surnames`` in a text in ALL CAPS; elsewhere those of several words (``La Porta``), which start a sentence too."""
    for surname in sorted(surnames):
        for found in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", source, re.IGNORECASE):
            span = Span(*found.span())
            spelt = source.isupper() or (" " in surname and all(map(_capitalised, found[0].split())))
            if spelt and not _overlaps(span, taken):
                yield Name(span, found[0], certain=True, person=True)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _runs(source: str, covered: Sequence[Span], people: Sequence[Span]) -> Iterator[_Run]:
    tokens = [token for found in _TOKEN.finditer(source) for token in _split(_without_elision(found), covered)]
    at = 0
    while at < len(tokens):
        end = _run_end(source, tokens, at, covered)
        if end > at:
            run = _trimmed(source, tokens, at, end, people)
            if run is not None:
                yield run
        at = max(end, at + 1)


def _without_elision(found: re.Match[str]) -> tuple[str, int, int]:
    """A token's text, start and end; an elided article (``dell’``) is cut off the word that it leans on."""
    text, start = found[0], found.start()
    if text[0].islower() and (elision := _ELISION.match(text)):
        text, start = text[elision.end() :], start + elision.end()
    return text, start, found.end()


def _split(token: tuple[str, int, int], covered: Sequence[Span]) -> list[tuple[str, int, int]]:
    """A token, cut at its hyphens where a glossary speaks for a part of it (``Valdesi-Conte``)."""
    text, start, end = token
    if "-" not in text or not _overlaps(Span(start, end), covered):
        return [token]
    return [(found[0], start + found.start(), start + found.end()) for found in re.finditer(r"[^-]+|-", text)]


def _capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _run_end(source: str, tokens: Sequence[tuple[str, int, int]], at: int, covered: Sequence[Span]) -> int:
    """The end of the run of capitalised words, none of them covered, that starts at token ``at``; it may hold particles."""

    def belongs(number: int) -> bool:
        word, start, end = tokens[number]
        return _capitalised(word) and not _overlaps(Span(start, end), covered)

    end = at
    while end < len(tokens) and belongs(end) and (end == at or _adjacent(source, tokens, end)):
        end += 1
        after = end
        while after < len(tokens) and tokens[after][0] in PARTICLES and _adjacent(source, tokens, after):
            after += 1
        if end < after < len(tokens) and _adjacent(source, tokens, after) and belongs(after):
            end = after
    return end


def _adjacent(source: str, tokens: Sequence[tuple[str, int, int]], at: int) -> bool:
    return source[tokens[at - 1][2] : tokens[at][1]] == " "


def _trimmed(source: str, tokens: Sequence[tuple[str, int, int]], at: int, end: int, people: Sequence[Span]) -> _Run | None:
    """The name in a run of capitalised words, or None when there is none to guard; ``people`` are persons that are known."""
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
    named = len(words) > 1 and words[0] in FIRST_NAMES
    if not named and any(word.lower() in COMMON_NOUNS for word in words):
        # Festival del Libro di Portovento: what it is is translated, where it is need not be.
        of = next((number for number in reversed(range(at, end)) if tokens[number][0] == "di"), None)
        return None if of is None else _trimmed(source, tokens, of + 1, end, people)
    if not words:
        return None
    span = Span(tokens[at][1], tokens[end - 1][2])
    if span.end - span.start < 2:  # noqa: PLR2004
        return None
    company = _COMPANY.match(source, span.end)
    beside = any(_between(source, span, person) in _JOINTS for person in people)
    person = beside or words[0] in FIRST_NAMES or before.rstrip(".") in OFFICES or _abbreviated_title(source, span.start)
    return _Run(words, span, person, tentative and not beside, company is not None)


def _between(source: str, one: Span, other: Span) -> str:
    return source[one.end : other.start] if one.end <= other.start else source[other.end : one.start]


def _abbreviated_title(source: str, at: int) -> bool:
    """Whether an abbreviated title (``dott.``, ``avv.``) or an initial stands before the name."""
    found = re.search(r"(\w+)\.\s$", source[max(0, at - 12) : at])
    return found is not None and (found[1].lower() in OFFICES or (len(found[1]) == 1 and found[1].isupper()))
