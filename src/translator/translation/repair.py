"""One segment while its terms are enforced: candidates come, the best sound one stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.terms import TermKind
from translator.translation.english import HEADS, in_english_order, with_articles
from translator.translation.requirements import Requirement, locate
from translator.translation.soundness import doubled, plausible_length, stutters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translator.translation.decoder import Hypothesis

# How much worse (mean log-probability a piece) than the best hypothesis another may be. Within a beam the alternatives lie
# closely together; a decode of a changed source is another sentence to the model, so more is allowed there.
PICK_MARGIN = 0.3
REDECODE_MARGIN = 1.0
_LAST_ARTICLE = re.compile(r"\s(?:il|lo|la|i|gli|le|l['’]|un|uno|una|un['’])\s*$")
# A source without one of these is a headline.
_SENTENCE_END = (".", "!", "?", "…", ".»", ".”", '."', ":", ";")


@dataclass(frozen=True, slots=True)
class Translation:
    """A finished target; for each requirement where it stands in ``target`` (None: missing) and the step that brought it.

    ``score``: the mean log-probability of its pieces (0 is certain), of the translation before words were replaced in it; None
    where the model was not asked. ``remedy``: what was done when something was wrong with the first translation
    (:mod:`translator.translation.remedies`); empty when it is the first. ``remedied``: the codes of what was wrong with that.
    """

    target: str
    spans: tuple[Span | None, ...]
    methods: tuple[str, ...]
    score: float | None = None
    remedy: str = ""
    remedied: tuple[str, ...] = ()


Result = tuple[Translation, tuple[Requirement, ...]]
"""A translation, and the requirements that it speaks of."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    score: float
    method: str
    spans: tuple[Span | None, ...]


def _value(requirements: Sequence[Requirement], spans: Sequence[Span | None]) -> tuple[int, int]:
    """What a candidate is worth: the terms it holds, then the names."""
    held = [requirement for requirement, span in zip(requirements, spans, strict=True) if span]
    return sum(not requirement.name for requirement in held), sum(requirement.name for requirement in held)


class SegmentState:
    """One segment on its way up the ladder: its best translation so far, and how it came about.

    ``capital``: the source's first letter was made a small one for decoding; the translation begins with a capital.
    """

    def __init__(
        self,
        source: str,
        requirements: Sequence[Requirement],
        hypotheses: Sequence[Hypothesis],
        *,
        pick: bool,
        capital: bool = False,
    ) -> None:
        self.source = source
        self._capital = capital
        self.tried = {source}  # what was decoded already, as rewritten
        self.requirements = tuple(requirements)
        best = hypotheses[0]
        text = self._begun(best.text)
        self.first = self.best = _Candidate(text, best.score, "decode", locate(text, self.requirements))
        self._history = [self.first]
        if pick:
            self.offer(hypotheses[1:], "pick", PICK_MARGIN)

    def _begun(self, text: str) -> str:
        """``text`` with a capital, where the source had one that was taken away for decoding."""
        return text[:1].upper() + text[1:] if self._capital else text

    def is_only_terms(self) -> bool:
        """Whether the source is nothing but terms and punctuation (a name as a heading)."""
        spans = sorted(item.span for item in self.requirements)
        gaps = zip([0, *(span.end for span in spans)], [*(span.start for span in spans), len(self.source)], strict=True)
        return not any(character.isalnum() for start, end in gaps for character in self.source[start:end])

    def missing(self) -> list[Requirement]:
        """The requirements that the best translation does not hold."""
        return [item for item, span in zip(self.requirements, self.best.spans, strict=True) if span is None]

    def offer(self, hypotheses: Iterable[Hypothesis], method: str, margin: float) -> None:
        """Take the first hypothesis that holds more than the best so far and is sound."""
        for hypothesis in hypotheses:
            if hypothesis.score >= self.first.score - margin:
                self.consider(hypothesis.text, hypothesis.score, method)

    def consider(self, text: str, score: float, method: str) -> None:
        """Take ``text`` if it holds more than the best so far and is sound."""
        text = self._begun(text)
        spans = locate(text, self.requirements)
        if _value(self.requirements, spans) > _value(self.requirements, self.best.spans) and self._sound(text, spans):
            self.best = _Candidate(text, score, method, spans)
            self._history.append(self.best)

    def _sound(self, text: str, spans: Sequence[Span | None]) -> bool:
        taken = [span for span in spans if span]
        if doubled(text, taken) - doubled(self.first.text) - doubled(self.source):
            return False
        if self.is_only_terms():
            return True
        return plausible_length(text, self.first.text) and not any(
            stutters(text, span, (*item.form.split(), *item.surface.split()), taken)
            for item, span in zip(self.requirements, spans, strict=True)
            if span
        )

    def rewritten(self, requirements: Sequence[Requirement], marks: tuple[str, str] | None, *, joined: bool = False) -> str:
        """The source with the English forms of ``requirements`` in place of the Italian, between ``marks`` if given.

        ``joined``: terms that stand side by side go between one pair of marks.
        """
        if marks is None:
            return self.substituted({item: item.form for item in requirements})
        text, at = "", 0
        for span, form in self._units(requirements, joined=joined):
            text += f"{self.source[at : span.start].rstrip()} {marks[0]} {form} {marks[1]} "
            at = span.end
        return re.sub(r" ([,.;:!?)])", r"\1", " ".join((text + self.source[at:].lstrip()).split()))

    def _units(self, requirements: Sequence[Requirement], *, joined: bool) -> list[tuple[Span, str]]:
        """What goes between marks: an office and the adjective after it in English order, or all that stand side by side."""
        units: list[tuple[Span, str, TermKind]] = []
        for item in sorted(requirements, key=lambda item: item.span):
            last = units[-1] if units else None
            if last and self.source[last[0].end : item.span.start] == " ":
                span = Span(last[0].start, item.span.end)
                if last[2] in HEADS and item.kind is TermKind.DEMONYM:
                    units[-1] = (span, f"{item.form} {last[1]}", item.kind)
                    continue
                if joined:
                    units[-1] = (span, f"{last[1]} {item.form}", item.kind)
                    continue
            units.append((item.span, item.form, item.kind))
        return [(span, form) for span, form, _ in units]

    def substituted(self, words: Mapping[Requirement, str]) -> str:
        """The source with ``words`` in the places of their requirements."""
        text, at = "", 0
        for item in sorted(words, key=lambda item: item.span):
            text += self.source[at : item.span.start] + words[item]
            at = item.span.end
        return text + self.source[at:]

    def pieces(self, cuts: Sequence[Requirement], marks: tuple[str, str] | None) -> Iterator[tuple[str, tuple[str, str]]]:
        """The source cut at the terms ``cuts``: pieces to decode, each with what to write before and after its translation.

        A term is an empty piece, with its form. Other terms in a piece are between ``marks``, or in English. An article that a
        piece ends with is left out: English names mostly have none.
        """
        held = [item for item in self.requirements if item not in cuts]
        at = 0
        for item in [*sorted(cuts, key=lambda item: item.span), None]:
            end = len(self.source) if item is None else item.span.start
            inside = [other for other in held if at <= other.span.start and other.span.end <= end]
            text = self._between(at, end, inside, marks)
            core = text.strip(" ,;:()[]«»“”\"'’–—-")
            if any(map(str.isalpha, core)):
                before, _, after = text.partition(core)
                yield _LAST_ARTICLE.sub("", core), (before, after)
            else:
                yield "", (text, "")
            if item is not None:
                yield "", (item.form, "")
                at = item.span.end

    def _between(self, start: int, end: int, inside: Sequence[Requirement], marks: tuple[str, str] | None) -> str:
        text, at = "", start
        for item in sorted(inside, key=lambda item: item.span):
            form = f" {marks[0]} {item.form} {marks[1]} " if marks else item.form
            text += self.source[at : item.span.start] + form
            at = item.span.end
        return text + self.source[at:end]

    def spell(self) -> None:
        """Where the source is nothing but terms, write their forms in its punctuation: there is nothing to decode."""
        if self.requirements and self.missing() and self.is_only_terms():
            self.consider(self.rewritten(self.requirements, None), self.best.score, "replace")

    def replace(self, renderings: dict[str, tuple[str, ...]]) -> None:
        """Swap known wrong renderings for the missing forms, at word boundaries, one requirement at a time."""
        for item in self.missing():
            for wrong in (*item.forms, item.surface, *renderings.get(item.surface, ())):
                text = self._swapped(item, wrong)
                if text is not None:
                    before = self.best
                    self.consider(text, self.best.score, "replace")
                    if self.best is not before:
                        break

    def _swapped(self, item: Requirement, wrong: str) -> str | None:
        pattern = re.compile(rf"(?<!\w){re.escape(wrong)}(?!\w)", re.IGNORECASE)
        taken = [span for span in self.best.spans if span]
        places = [
            found
            for found in pattern.finditer(self.best.text)
            if all(found.end() <= span.start or span.end <= found.start() for span in taken)
        ]
        lacking = sum(other.surface == item.surface for other in self.missing())
        if not places or len(places) > lacking:  # none, or no telling which
            return None
        place = places[0]
        return self.best.text[: place.start()] + item.form + self.best.text[place.end() :]

    def result(self) -> Translation:
        """The best translation, with English articles and order, and the step that brought each requirement."""
        target, spans = self.best.text, self.best.spans
        sentence = self.source.endswith(_SENTENCE_END)
        for polish in (in_english_order, partial(with_articles, sentence=sentence)):
            polished = polish(target, self.requirements, spans)
            located = locate(polished, self.requirements) if polished != target else spans
            if all(now or not then for now, then in zip(located, spans, strict=True)):
                target, spans = polished, located
        methods = []
        for number, span in enumerate(self.best.spans):
            if span is None:
                methods.append("")
            elif self.first.spans[number] is not None:
                methods.append("decode")
            else:
                # The step that first brought it and from which on it stayed.
                lacking = [at for at, step in enumerate(self._history) if step.spans[number] is None]
                methods.append(self._history[lacking[-1] + 1].method)
        return Translation(target, spans, tuple(methods), self.best.score)
