"""Enforcing terms: decode, check, repair, check again, and never be silent.

No model can be made to use a term, so every step is verified on the finished English text, and what cannot be brought about is
reported as missing. The steps, each tried only on the segments that still lack something:

==============  =====================================================================================================
``decode``      the model's best hypothesis already holds every required form
``pick``        another hypothesis of the same search does, at nearly the same score
``marks``       decode again with the English form between the package's term marks (packages that were trained for it)
``replace``     put the form in place of the Italian form itself, or of the English form in another letter case
``prefix``      keep the translation up to the words that attend to the term, put the form there, let the search go on
``substitute``  decode again with the English form in the Italian sentence: models mostly copy what they do not know
``replace``     put the form in place of what the model makes of the bare term
==============  =====================================================================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.terms import TermKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translator.translation.decoder import Decoder, Hypothesis

# How much worse (mean log-probability a piece) than the best hypothesis another may be. Within a beam the alternatives lie
# closely together; a decode of a changed source is another sentence to the model, so more is allowed there.
_PICK_MARGIN = 0.3
_REDECODE_MARGIN = 1.0
_PREFIX_PLACES = 3  # for a term; a guarded name gets one
# So many equal letters at the start make two words of one root.
_STEM = 4
# A repaired translation outside these bounds of the first one's length has lost or doubled something.
_SHORTEST, _LONGEST = 0.55, 1.8

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_INFLECTED = frozenset({TermKind.DEMONYM, TermKind.TITLE})


@dataclass(frozen=True, slots=True)
class Requirement:
    """A form that a segment's target must hold, for the words of its source at ``span``.

    ``forms``: the form to use, then further accepted ones. ``capitals``: the source stands in ALL CAPS, so the target may.
    ``name``: asked for by the name guard, not by a glossary. ``certain``: surely a name, whatever the model makes of it.
    """

    span: Span
    surface: str
    forms: tuple[str, ...]
    kind: TermKind = TermKind.OTHER
    capitals: bool = False
    name: bool = False
    certain: bool = False

    @property
    def form(self) -> str:
        """The form to put into the text."""
        return self.forms[0].upper() if self.capitals else self.forms[0]


@dataclass(frozen=True, slots=True)
class Translation:
    """A finished target; for each requirement where it stands in ``target`` (None: missing) and the step that brought it."""

    target: str
    spans: tuple[Span | None, ...]
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    score: float
    method: str
    spans: tuple[Span | None, ...]


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...], kind: TermKind, any_case: bool) -> re.Pattern[str]:
    """The forms as whole words. Possessives stand outside; demonyms and titles may have a plural, titles any letter case."""
    written = sorted((form.translate(_APOSTROPHES) for form in forms), key=len, reverse=True)
    alternatives = "|".join(_either_initial(form) for form in written)
    plural = "(?:e?s)?" if kind in _INFLECTED else ""
    flags = re.IGNORECASE if any_case or kind is TermKind.TITLE else re.NOFLAG
    return re.compile(rf"(?<!\w)(?:{alternatives}){plural}(?!\w)", flags)


def _either_initial(form: str) -> str:
    """A form whose first word is in lower case, or an article, may be capitalised as a sentence's first word is, and back."""
    first = form[:1]
    if first.islower() or form.lower().startswith("the "):
        return f"[{re.escape(first.lower())}{re.escape(first.upper())}]{re.escape(form[1:])}"
    return re.escape(form)


def locate(target: str, requirements: Sequence[Requirement]) -> tuple[Span | None, ...]:
    """Where each requirement stands in ``target`` as whole words; None where it does not.

    Each place is used once; longer forms choose first.
    """
    plain = target.translate(_APOSTROPHES)
    spans: list[Span | None] = [None] * len(requirements)
    taken: list[Span] = []
    order = sorted(range(len(requirements)), key=lambda number: -len(requirements[number].forms[0]))
    for number in order:
        requirement = requirements[number]
        for found in _pattern(requirement.forms, requirement.kind, requirement.capitals).finditer(plain):
            span = Span(*found.span())
            if all(span.end <= other.start or other.end <= span.start for other in taken):
                spans[number] = span
                taken.append(span)
                break
    return tuple(spans)


def _value(requirements: Sequence[Requirement], spans: Sequence[Span | None]) -> tuple[int, int]:
    """What a candidate is worth: the terms it holds, then the names."""
    held = [requirement for requirement, span in zip(requirements, spans, strict=True) if span]
    return sum(not requirement.name for requirement in held), sum(requirement.name for requirement in held)


def _stutters(text: str, form: str) -> bool:
    """Whether the word before ``form`` in ``text`` is the form's beginning again (``Moscow Moscow``)."""
    stem = re.escape(form.split(maxsplit=1)[0][:_STEM])
    return re.search(rf"(?<!\w){stem}\w*\W{{1,3}}{re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None


class _Segment:
    """One segment on its way up the ladder."""

    def __init__(self, source: str, requirements: Sequence[Requirement], hypotheses: Sequence[Hypothesis]) -> None:
        self.source = source
        self.tried = {source}  # what was decoded already, as rewritten
        self.requirements = tuple(requirements)
        best = hypotheses[0]
        self.first = self.best = _Candidate(best.text, best.score, "decode", locate(best.text, self.requirements))
        self._history = [self.first]
        self.offer(hypotheses[1:], "pick", _PICK_MARGIN)

    def missing(self) -> list[Requirement]:
        return [item for item, span in zip(self.requirements, self.best.spans, strict=True) if span is None]

    def offer(self, hypotheses: Iterable[Hypothesis], method: str, margin: float) -> None:
        """Take the first hypothesis that holds more than the best so far and is sound."""
        for hypothesis in hypotheses:
            if hypothesis.score >= self.first.score - margin:
                self.consider(hypothesis.text, hypothesis.score, method)

    def consider(self, text: str, score: float, method: str) -> None:
        spans = locate(text, self.requirements)
        if _value(self.requirements, spans) > _value(self.requirements, self.best.spans) and self._sound(text):
            self.best = _Candidate(text, score, method, spans)
            self._history.append(self.best)

    def _sound(self, text: str) -> bool:
        ratio = (len(text) + 1) / (len(self.first.text) + 1)
        if not _SHORTEST <= ratio <= _LONGEST:
            return False
        return not any(_stutters(text, item.form) for item in self.requirements) or any(self._side_by_side())

    def _side_by_side(self) -> Iterable[bool]:
        """Whether the source itself has the same form twice in a row."""
        for one, other in zip(self.requirements, self.requirements[1:], strict=False):
            yield one.form == other.form and other.span.start - one.span.end <= 3  # noqa: PLR2004 - ", " and the like

    def rewritten(self, requirements: Sequence[Requirement], marks: tuple[str, str] | None) -> str:
        """The source with the English forms of ``requirements`` in place of the Italian, between ``marks`` if given."""
        text, at = "", 0
        for item in sorted(requirements, key=lambda item: item.span):
            if marks:
                text += f"{self.source[at : item.span.start].rstrip()} {marks[0]} {item.form} {marks[1]} "
            else:
                text += self.source[at : item.span.start] + item.form
            at = item.span.end
        text += self.source[at:].lstrip() if marks else self.source[at:]
        return re.sub(r" ([,.;:!?)])", r"\1", " ".join(text.split())) if marks else text

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
        return Translation(self.best.text, self.best.spans, tuple(methods))


def translate(
    sources: Sequence[str],
    requirements: Sequence[Sequence[Requirement]],
    decoder: Decoder,
    *,
    progress: Callable[[int], None] | None = None,
) -> list[tuple[Translation, tuple[Requirement, ...]]]:
    """Translate the ``sources`` of one article so that each target holds its ``requirements``.

    Returns for each source the translation and the requirements that it speaks of, in the order given: all those of a glossary,
    and of the guarded names those that still apply (a place whose English name the model knows is no longer asked for).
    A source without any letter is its own translation. ``progress`` gets the number of segments decoded once.
    """
    worded = [number for number, source in enumerate(sources) if any(map(str.isalpha, source))]
    beam = decoder.decoding.beam
    decoded = decoder.decode([sources[number] for number in worded], hypotheses=beam, progress=progress)
    applicable = _without_translated_names(
        [requirements[number] for number in worded], [hypotheses[0].text for hypotheses in decoded], decoder
    )
    segments = {
        number: _Segment(sources[number], items, hypotheses)
        for number, items, hypotheses in zip(worded, applicable, decoded, strict=True)
    }
    marks = decoder.package.term_markup
    if marks:
        _redecode(segments.values(), decoder, "marks", lambda segment: segment.rewritten(segment.missing(), marks))
        _redecode(segments.values(), decoder, "marks", lambda segment: segment.rewritten(segment.requirements, marks))
    for segment in segments.values():
        segment.replace({})
    _complete(segments.values(), decoder)
    _redecode(segments.values(), decoder, "substitute", lambda segment: segment.rewritten(segment.missing(), None))
    _replace(list(segments.values()), decoder)
    results = []
    for number, source in enumerate(sources):
        if number in segments:
            segment = segments[number]
            results.append((segment.result(), segment.requirements))
        else:
            spans = locate(source, requirements[number])
            methods = tuple("decode" if span else "" for span in spans)
            results.append((Translation(source, spans, methods), tuple(requirements[number])))
    return results


def _redecode(segments: Iterable[_Segment], decoder: Decoder, method: str, rewrite: Callable[[_Segment], str]) -> None:
    """Decode the rewritten sources of the segments that lack something, in one batch, and offer them the results."""
    rewritten = [(segment, rewrite(segment)) for segment in segments if segment.missing()]
    pending = [(segment, text) for segment, text in rewritten if text not in segment.tried]
    if not pending:
        return
    decoded = decoder.decode([text for _, text in pending], hypotheses=decoder.decoding.beam)
    marks = decoder.package.term_markup or ()
    for (segment, text), hypotheses in zip(pending, decoded, strict=True):
        segment.tried.add(text)
        clean = [item for item in hypotheses if not any(mark in item.text for mark in marks)]
        segment.offer(clean, method, _REDECODE_MARGIN)


def _complete(segments: Iterable[_Segment], decoder: Decoder) -> None:
    """Force one missing form after the other into its place in the best translation of the whole source."""
    pending = [(segment, item) for segment in segments for item in segment.missing()]
    if not pending:
        return
    found = decoder.complete(
        [segment.source for segment, _ in pending],
        [item.span for _, item in pending],
        [item.form for _, item in pending],
        places=[1 if item.name else _PREFIX_PLACES for _, item in pending],
    )
    for (segment, _), hypotheses in zip(pending, found, strict=True):
        segment.offer(hypotheses, "prefix", _REDECODE_MARGIN)


def _replace(segments: Sequence[_Segment], decoder: Decoder) -> None:
    pending = [segment for segment in segments if segment.missing()]
    surfaces = sorted({item.surface for segment in pending for item in segment.missing()})
    renderings = dict(zip(surfaces, _bare(surfaces, decoder), strict=True))
    for segment in pending:
        segment.replace(renderings)


def _without_translated_names(
    requirements: Sequence[Sequence[Requirement]], targets: Sequence[str], decoder: Decoder
) -> list[list[Requirement]]:
    """The requirements without the names that the model gives as it gives them by themselves (``Natale``, Christmas).

    What is surely a name stays required: ``Meloni``, Melons is as consistent.
    """
    lost = [
        {
            item.surface
            for item, span in zip(items, locate(target, items), strict=True)
            if span is None and item.name and not item.certain
        }
        for items, target in zip(requirements, targets, strict=True)
    ]
    surfaces = sorted(set().union(*lost))
    renderings = dict(zip(surfaces, _bare(surfaces, decoder), strict=True))
    return [
        [item for item in items if item.surface not in doubtful or not _holds_any(target, renderings[item.surface])]
        for items, target, doubtful in zip(requirements, targets, lost, strict=True)
    ]


def _holds_any(text: str, renderings: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(item)}(?!\w)", text, re.IGNORECASE) for item in renderings)


def _bare(surfaces: Sequence[str], decoder: Decoder) -> list[tuple[str, ...]]:
    """What the model makes of each surface by itself, without article and full stop; at least three letters long."""
    if not surfaces:
        return []
    decoded = decoder.decode(surfaces, hypotheses=decoder.decoding.beam)
    return [
        tuple(dict.fromkeys(text for item in hypotheses if len(text := _stripped(item.text)) > 2))  # noqa: PLR2004
        for hypotheses in decoded
    ]


def _stripped(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", text.strip(" .,;:!?\"'"), flags=re.IGNORECASE)
