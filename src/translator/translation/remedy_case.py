"""One segment in whose translation something is wrong: candidates come, the best one stays.

A candidate is kept only if it holds every term and name that the translation before it holds, its faults weigh less, and the
model does not think it much less likely. So nothing gets worse by what the faults' judge can see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from translator.translation.repair import REDECODE_MARGIN, Translation
from translator.translation.requirements import locate
from translator.translation.soundness import doubled, mangled, plausible_length

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from translator.article import Span
    from translator.translation.repair import Result
    from translator.translation.requirements import Requirement

    Faults = Callable[[str, Result], tuple["Fault", ...]]

# Another length than that of the first translation is no reason against a candidate when one of these was wrong with the first.
_LENGTH_UNKNOWN = frozenset({"empty-target", "untranslated", "partly-untranslated", "length-ratio", "repetition"})
# What has these is no translation, whatever else is wrong with the other one.
_NO_TRANSLATION = frozenset({"empty-target", "length-ratio"})
# Italian words were left in the target: these name them.
_ITALIAN = frozenset({"copied", "leftover-italian"})
# A translation with one of these says nothing, so its score is no measure: copies and loops are what models are surest of.
_SCORE_UNKNOWN = frozenset({"empty-target", "untranslated", "repetition", "copied"})
# An Italian word that is gone and nothing in its place: a text shorter by its letters, but for so many.
_SLACK = 2
# A mean log-probability a piece below which a text is no translation but a guess.
_GUESS = -1.5


class Fault(NamedTuple):
    """One thing that is wrong with a translation.

    ``code``: what, in the words of the checks (``untranslated``, ``repetition`` …). ``weight``: how bad it is, compared with
    others; at least 1. ``span``: where in the source, if a place can be named. ``form``: what should stand in the target for
    the words there, if that is certain (a number, an address).
    """

    code: str
    weight: int
    span: Span | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A translation by a remedy: the text, its score, and by which step each of its requirements was brought about.

    ``methods``: by requirement of the case; one that is not in it was given by the model.
    """

    text: str
    score: float | None
    methods: Mapping[Requirement, str]


class Case:
    """One segment in whose translation something is wrong, and the best translation of it so far.

    ``asked``: all that was required of it; ``held``: those requirements that its result speaks of.
    """

    def __init__(
        self, source: str, asked: Sequence[Requirement], result: Result, found: tuple[Fault, ...], judge: Faults
    ) -> None:
        self.source = source
        self.asked = tuple(asked)
        self._judge = judge
        self.first, self.held = result
        self.best = self.first
        self._first_faults = self.faults = found

    def result(self) -> Result:
        """The best translation, and the requirements that it speaks of."""
        return self.best, self.held

    @property
    def codes(self) -> frozenset[str]:
        """What is wrong with the best translation."""
        return frozenset(fault.code for fault in self.faults)

    def methods(self) -> dict[Requirement, str]:
        """By which step each requirement that the best translation holds was brought about."""
        return {item: method for item, method in zip(self.held, self.best.methods, strict=True) if method}

    def offer(self, attempt: Attempt, remedy: str) -> None:
        """Keep ``attempt`` if it is better than the best so far."""
        if not attempt.text or attempt.text == self.best.target or not self._likely(attempt):
            return
        spans = locate(attempt.text, self.held)
        if any(then and not now for then, now in zip(self.best.spans, spans, strict=True)):
            return
        methods = tuple(
            "" if span is None else attempt.methods.get(item, "decode") for item, span in zip(self.held, spans, strict=True)
        )
        codes = tuple(dict.fromkeys(fault.code for fault in self._first_faults))
        candidate = Translation(attempt.text, spans, methods, attempt.score, remedy, codes)
        faults = self._judge(self.source, (candidate, self.held))
        if any(fault.code in _NO_TRANSLATION for fault in faults) and not self._hardly_worse(attempt.text):
            return
        if _weight(faults) < _weight(self.faults) and self._complete(attempt.text):
            self.best, self.faults = candidate, faults

    def _likely(self, attempt: Attempt) -> bool:
        if attempt.score is None or self.best.score is None:
            return True
        least = _GUESS if self.codes & _SCORE_UNKNOWN else self.best.score - REDECODE_MARGIN
        return attempt.score >= least

    def _hardly_worse(self, text: str) -> bool:
        """Whether ``text`` is of a wrong length as the best so far is, but not so short that most must be missing."""
        return bool(self.codes & _NO_TRANSLATION) and 2 * len(text) >= len(self.source)

    def _italian(self) -> list[Span]:
        """The words of the source that the best translation has left in Italian."""
        return [fault.span for fault in self.faults if fault.code in _ITALIAN and fault.span is not None]

    def _complete(self, text: str) -> bool:
        """Whether ``text`` has not lost or doubled something by which its faults are gone."""
        if doubled(text) - doubled(self.first.target) - doubled(self.source):
            return False
        italian = self._italian()
        if any(mangled(text, self.source[span.start : span.end]) for span in italian):
            return False
        left_out = sum(span.end - span.start for span in italian)
        if italian and len(text) <= len(self.best.target) - left_out + _SLACK:
            return False
        return bool(self.codes & _LENGTH_UNKNOWN) or plausible_length(text, self.best.target)


def _weight(faults: Sequence[Fault]) -> int:
    return sum(fault.weight for fault in faults)
