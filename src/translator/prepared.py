"""What of a source the model is given: not its dateline, whose English goes before the translation, and no abbreviations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from translator.article import Span
from translator.translation import written_out
from translator.typography import dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation import Requirement, Result


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source as the model gets it.

    ``sentence`` and ``required``: what is to be translated, and what its target must hold. ``english``: the dateline as it goes
    before that, empty where there is none. ``held``: by their number among the source's requirements, the places of those that
    stand in ``english``; ``numbers``: the number of each of ``required``; ``asked``: all requirements of the source.
    """

    sentence: str
    required: tuple[Requirement, ...]
    asked: tuple[Requirement, ...]
    numbers: tuple[int, ...]
    english: str = ""
    held: tuple[tuple[int, Span], ...] = ()

    @classmethod
    def of(cls, source: str, requirements: Sequence[Requirement]) -> Self:
        """``source`` without its dateline, if that is surely one (by its form, or since a glossary knows its places)."""
        english, held, start = _head(source, requirements)
        sentence, at, moves = "", start, []
        for span, words in written_out(source, [item.span for item in requirements]):
            if span.start >= start:
                sentence += source[at : span.start] + words
                at = span.end
                moves.append((span.end, len(sentence) - (span.end - start)))
        numbers = tuple(number for number, item in enumerate(requirements) if item.span.start >= start)
        required = tuple(_moved(requirements[number], start, moves) for number in numbers)
        return cls(sentence + source[at:], required, tuple(requirements), numbers, english, held)

    def finished(self, result: Result) -> Result:
        """The ``result`` for the sentence as one for the source: with the dateline, and with the source's requirements."""
        translation, required = result
        before = len(self.english)
        number_at = {item.span: number for number, item in zip(self.numbers, self.required, strict=True)}
        places: dict[int, tuple[str, Span | None]] = {number: ("decode", span) for number, span in self.held}
        for item, method, span in zip(required, translation.methods, translation.spans, strict=True):
            places[number_at[item.span]] = method, span and Span(span.start + before, span.end + before)
        kept = sorted(places)
        return (
            replace(
                translation,
                target=self.english + translation.target,
                spans=tuple(places[number][1] for number in kept),
                methods=tuple(places[number][0] for number in kept),
            ),
            tuple(self.asked[number] for number in kept),
        )


def _head(source: str, requirements: Sequence[Requirement]) -> tuple[str, tuple[tuple[int, Span], ...], int]:
    """The English of the dateline, the places in it by the requirement's number, and where the sentence begins."""
    found = dateline(source)
    if found is None or any(item.span.start < found.end < item.span.end for item in requirements):
        return "", (), 0
    inside = {number: item for number, item in enumerate(requirements) if item.span.end <= found.end}
    terms = [item.span for item in inside.values() if not item.name]
    if not found.sure and not all(_is_covered(source, place, terms) for place in found.places):
        return "", (), 0
    free = [(None, *word) for word in found.words if all(word[0].end <= one.start or one.end <= word[0].start for one in terms)]
    named = [(number, item.span, item.form) for number, item in inside.items()]
    english, held, at = "", [], 0
    for number, span, form in sorted([*free, *named], key=lambda item: item[1]):
        english += source[at : span.start]
        if number is not None:
            held.append((number, Span(len(english), len(english) + len(form))))
        english, at = english + form, span.end
    return english + source[at : found.end], tuple(held), found.end


def _moved(item: Requirement, start: int, moves: Sequence[tuple[int, int]]) -> Requirement:
    """``item`` where it stands in the sentence. ``moves``: by how much what comes after each place moved besides."""
    by = next((by for end, by in reversed(moves) if end <= item.span.start), 0) - start
    return replace(item, span=Span(item.span.start + by, item.span.end + by))


def _is_covered(source: str, place: Span, terms: Sequence[Span]) -> bool:
    """Whether every letter of ``place`` stands in a term."""
    letters = [at for at in range(place.start, place.end) if source[at].isalpha()]
    return all(any(term.start <= at < term.end for term in terms) for at in letters)
