"""Glossary entries that a review suggests: proper names that the reviewer wrote in one and the same other way throughout.

For each name of the Italian the machine's rendering is looked for: the name itself, a phrase of capitalised words that is
written much like it, or, when only one name and only one such phrase are left, that one. What the reviewer put in its place is
the suggestion, if it stands in the English of every segment in which the name stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary import Matcher, Term, candidates
from translator.review.diff import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.review.diff import Piece
    from translator.review.result import Review

_ALIKE = 70  # rapidfuzz's ratio, 0 to 100
_MOST_WORDS = 6
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’']*"
_JOINING = r"(?:(?:of|for|and|the|de|del|della|di|von|van) )"
_PHRASE = re.compile(rf"(?<!\w){_CAPITAL}(?:[ -]{_JOINING}*{_CAPITAL})*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words that have a capital only because a sentence begins with them.
_OPENER = re.compile(
    r"(?:The|An?|In|At|On|But|And|Or|From|To|For|By|With|As|Of|When|After|Before|If|While|This|That|These|It|He|She|They|We|I|"
    r"So|Then|Now|Yesterday|Today|Tomorrow|There|Here|Not|No|Only|Also|Yet)(?: |$)"
)
_QUOTES = " “”‘’\"'«»("
_ENDS = ".!?:"


@dataclass(frozen=True, slots=True)
class _Change:
    """What stood at ``old`` in the text before was replaced by what stands at ``new`` in the text after."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class _Edited:
    """A segment with its English before and after, and the changes between."""

    before: str
    after: str
    changes: tuple[_Change, ...]


def suggest(review: Review) -> list[Term]:
    """The suggested entries in the document's order; the note says where the name stands and what the machine had."""
    segments = [segment for segment in review.segments if segment.target and not segment.unsure]
    found = {item.name: item for item in candidates([(segment.id, segment.source) for segment in segments], Matcher(()))}
    renderings: dict[str, list[tuple[str, str]]] = {}
    for segment in segments:
        if segment.edited:
            standing = [name for name in found if _holds(segment.source, name)]
            for name, rendering in _rendered(_edited(segment.difference), standing):
                renderings.setdefault(name, []).append(rendering)
    terms = []
    for name, pairs in renderings.items():
        old, new = pairs[0]
        places = [segment for segment in segments if _holds(segment.source, name)]
        if all(target == new for _, target in pairs) and all(_holds(segment.target, new) for segment in places):
            where = f"{len(places)} {'segment' if len(places) == 1 else 'segments'}, first {places[0].id}"
            terms.append(Term(name, new, found[name].kind, note=f"from a review: {where}; the machine had {old!r}"))
    return terms


def _holds(text: str, phrase: str) -> bool:
    return phrase in text and next(_standing(text, phrase), None) is not None


def _standing(text: str, phrase: str) -> Iterator[Span]:
    """Where ``phrase`` stands in ``text`` as whole words."""
    return (Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))


def _edited(pieces: Sequence[Piece]) -> _Edited:
    before = after = ""
    changes: list[_Change] = []
    same = True
    for piece in pieces:
        deleted = piece.text if piece.kind is not PieceKind.INSERTED else ""
        inserted = piece.text if piece.kind is not PieceKind.DELETED else ""
        if piece.kind is not PieceKind.SAME:
            old = Span(len(before), len(before) + len(deleted))
            new = Span(len(after), len(after) + len(inserted))
            if same:
                changes.append(_Change(old, new))
            else:
                changes[-1] = _Change(Span(changes[-1].old.start, old.end), Span(changes[-1].new.start, new.end))
        same = piece.kind is PieceKind.SAME
        before, after = before + deleted, after + inserted
    return _Edited(before, after, tuple(changes))


def _rendered(edited: _Edited, names: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The names whose rendering was changed: each with what the machine had, and what stands there now."""
    phrases = list(_phrases(edited.before))
    taken: list[Span] = []
    left = []
    for name in sorted(names, key=len, reverse=True):
        spans = [span for span in _standing(edited.before, name) if not _overlaps(span, taken)]
        spans = spans or _most_alike(name, edited.before, [phrase for phrase in phrases if not _overlaps(phrase, taken)])
        taken += spans
        if not spans:
            left.append(name)
        for span in spans:
            new = _replaced(edited, span)
            if new:
                yield name, (edited.before[span.start : span.end], new)
    others = [phrase for phrase in phrases if not _overlaps(phrase, taken) and _replaced(edited, phrase)]
    if len(left) == 1 and len(others) == 1:
        yield left[0], (edited.before[others[0].start : others[0].end], _replaced(edited, others[0]))


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _most_alike(name: str, text: str, phrases: Sequence[Span]) -> list[Span]:
    """The one of ``phrases`` that is written most like ``name``, if it is alike enough."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - slow to import

    scored = [(ratio(name, text[phrase.start : phrase.end]), phrase) for phrase in phrases]
    return [phrase for score, phrase in scored if score >= _ALIKE and score == max(scored)[0]][:1]


def _replaced(edited: _Edited, span: Span) -> str:
    """What stands now in the place of the words at ``span``; empty when they were not changed, or not into a name."""
    start = end = 0
    for change in edited.changes:
        if change.old.end < span.start:
            start = change.new.end - change.old.end
        if change.old.end < span.end:
            end = change.new.end - change.old.end
    first = next((item for item in edited.changes if item.old.start <= span.start <= item.old.end), None)
    last = next((item for item in edited.changes if item.old.start <= span.end <= item.old.end), None)
    new_start = first.new.start if first else span.start + start
    new_end = last.new.end if last else span.end + end
    found = [phrase for phrase in _phrases(edited.after) if new_start <= phrase.start and phrase.end <= max(new_end, new_start)]
    if len(found) != 1:
        return ""
    new = edited.after[found[0].start : found[0].end]
    return "" if new == edited.before[span.start : span.end] or len(new.split()) > _MOST_WORDS else new


def _phrases(text: str) -> Iterator[Span]:
    """The runs of capitalised words, without the possessive and the word that begins a sentence, if it is no name."""
    for found in _PHRASE.finditer(text):
        before = text[: found.start()].rstrip(_QUOTES)
        phrase = _POSSESSIVE.sub("", found[0])
        opener = _OPENER.match(phrase) if before[-1:] in {"", *_ENDS} else None
        start = found.start() + (opener.end() if opener else 0)
        end = found.start() + len(phrase)
        if start < end:
            yield Span(start, end)
