"""Proper names of an article that no glossary covers: the start of a new glossary."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.name_words import INSTITUTIONS, PLACE_NOUNS
from translator.glossary.names import find_names
from translator.glossary.terms import Glossary, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.glossary.matching import Matcher

_WORD = r"[A-ZÀ-Þ]\w*(?:['’.-]\w+)*"
# Banca Popolare di Valdora, Fondazione per il Sud: an institution's noun and the capitalised words that follow it.
_INSTITUTION = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(INSTITUTIONS))})"
    rf"(?: (?:{_WORD}|(?:di|del|dei|della|delle|degli|dello|per|per il|per la) {_WORD}|dell['’]{_WORD}))+"
)
_ACRONYM = re.compile(r"(?<![\w.])[A-Z][A-Z0-9]{1,6}(?![\w.])")
_LOCATIVE = re.compile(r"(?:^|\W)(?:a|ad|in|da|nel|nella|verso|presso)\s+$", re.IGNORECASE)
_NEAR = 85  # rapidfuzz's ratio, 0 to 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name without a term: how often it stands in the article, the first segment that has it, a guess of its kind.

    ``near``: a glossary's form that is written almost like it; empty when there is none.
    """

    name: str
    kind: TermKind
    count: int
    first: str
    near: str = ""


def candidates(
    segments: Sequence[tuple[str, str]], matcher: Matcher, glossaries: Sequence[Glossary] = ()
) -> tuple[Candidate, ...]:
    """The names in ``segments`` (ids and sources) without a term in ``matcher``, the most frequent first.

    ``glossaries`` are looked through for forms that are written almost like the name.
    """
    sources = [source for _, source in segments]
    covered = [[match.span for match in matches] for matches in matcher.match_all(sources)]
    found: dict[str, list[tuple[str, TermKind]]] = {}
    institutions = [list(_institutions(source, spans)) for source, spans in zip(sources, covered, strict=True)]
    taken = [[*spans, *(span for span, _ in more)] for spans, more in zip(covered, institutions, strict=True)]
    names = find_names(sources, taken)
    for (identity, source), named, more in zip(segments, names, institutions, strict=True):
        for span, kind in more:
            found.setdefault(source[span.start : span.end], []).append((identity, kind))
        for name in named:
            kind = TermKind.PERSON if name.person else _kind(source, name.span)
            found.setdefault(name.surface, []).append((identity, kind))
    near = _near(list(found), glossaries)
    listed = [
        Candidate(name, _likeliest(kind for _, kind in places), len(places), places[0][0], near.get(name, ""))
        for name, places in _without_surnames(found).items()
    ]
    return tuple(sorted(listed, key=lambda item: (-item.count, item.name)))


def _institutions(source: str, covered: Sequence[Span]) -> Iterator[tuple[Span, TermKind]]:
    patterns = (_INSTITUTION,) if source.isupper() else (_INSTITUTION, _ACRONYM)
    taken = list(covered)
    for pattern in patterns:
        for found in pattern.finditer(source):
            span = Span(*found.span())
            if not any(span.start < other.end and other.start < span.end for other in taken):
                taken.append(span)
                yield span, TermKind.ORGANISATION


def _kind(source: str, span: Span) -> TermKind:
    before = source[: span.start]
    words = before.split()
    if _LOCATIVE.search(before) or any(word.lower() in PLACE_NOUNS for word in words[-2:]):
        return TermKind.PLACE
    return TermKind.OTHER


def _likeliest(kinds: Iterator[TermKind]) -> TermKind:
    counts = Counter(kinds)
    return max(counts, key=lambda kind: (kind is not TermKind.OTHER, counts[kind]))


def _without_surnames(found: dict[str, list[tuple[str, TermKind]]]) -> dict[str, list[tuple[str, TermKind]]]:
    """A surname alone is counted with the full name that ends with it: the entry for the full name covers both."""
    joined = {name: list(places) for name, places in found.items()}
    for name in list(joined):
        full = [other for other in joined if other != name and other.endswith(f" {name}") and " " in other]
        if len(full) == 1 and any(kind is TermKind.PERSON for _, kind in joined[full[0]]):
            joined[full[0]] += joined.pop(name)
    return joined


def _near(names: Sequence[str], glossaries: Sequence[Glossary]) -> dict[str, str]:
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    forms = [form for glossary in glossaries for term in glossary.terms for form in term.sources if form[:1].isupper()]
    near = {}
    for name in names:
        best = process.extractOne(name, forms, scorer=ratio, score_cutoff=_NEAR)
        if best is not None:
            near[name] = best[0]
    return near
