"""An agency's dateline is not the model's work: it is cut off before decoding, and its English put before the translation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from translator.article import Span
from translator.typography import dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation import Requirement, Result


@dataclass(frozen=True, slots=True)
class Headed:
    """A source without its dateline, if it has one.

    ``sentence`` and ``required``: what is to be translated, and what its target must hold. ``english``: the dateline as it goes
    before that, empty where there is none. ``start``: where the sentence begins in the source. ``held``: by their number among
    the source's requirements, the places of those that stand in ``english``; ``asked``: all requirements of the source.
    """

    sentence: str
    required: tuple[Requirement, ...]
    english: str = ""
    start: int = 0
    held: tuple[tuple[int, Span], ...] = ()
    asked: tuple[Requirement, ...] = ()

    @classmethod
    def of(cls, source: str, requirements: Sequence[Requirement]) -> Self:
        """``source`` cut after its dateline, if that is surely one: by its form, or since a glossary knows its places."""
        whole = cls(source, tuple(requirements))
        found = dateline(source)
        if found is None or any(item.span.start < found.end < item.span.end for item in requirements):
            return whole
        inside = {number: item for number, item in enumerate(requirements) if item.span.end <= found.end}
        terms = [item.span for item in inside.values() if not item.name]
        if not found.sure and not all(_is_covered(source, place, terms) for place in found.places):
            return whole
        english, held, at = "", [], 0
        free = [
            (None, *word)
            for word in found.words
            if all(word[0].end <= term.start or term.end <= word[0].start for term in terms)
        ]
        named = [(number, item.span, item.form) for number, item in inside.items()]
        for number, span, form in sorted([*free, *named], key=lambda item: item[1]):
            english += source[at : span.start]
            if number is not None:
                held.append((number, Span(len(english), len(english) + len(form))))
            english, at = english + form, span.end
        return cls(
            source[found.end :],
            tuple(_moved(item, -found.end) for number, item in enumerate(requirements) if number not in inside),
            english + source[at : found.end],
            found.end,
            tuple(held),
            tuple(requirements),
        )

    def headed(self, result: Result) -> Result:
        """The ``result`` for the sentence, with the dateline before it."""
        if not self.english:
            return result
        translation, required = result
        before = len(self.english)
        places = {number: ("decode", span) for number, span in self.held}
        done = {
            item.span.start + self.start: (method, span and Span(span.start + before, span.end + before))
            for item, method, span in zip(required, translation.methods, translation.spans, strict=True)
        }
        kept = [
            (item, *found)
            for number, item in enumerate(self.asked)
            if (found := places.get(number) or done.get(item.span.start)) is not None
        ]
        return (
            replace(
                translation,
                target=self.english + translation.target,
                spans=tuple(span for _, _, span in kept),
                methods=tuple(method for _, method, _ in kept),
            ),
            tuple(item for item, _, _ in kept),
        )


def _moved(item: Requirement, by: int) -> Requirement:
    return replace(item, span=Span(item.span.start + by, item.span.end + by))


def _is_covered(source: str, place: Span, terms: Sequence[Span]) -> bool:
    """Whether every letter of ``place`` stands in a term."""
    letters = [at for at in range(place.start, place.end) if source[at].isalpha()]
    return all(any(term.start <= at < term.end for term in terms) for at in letters)
