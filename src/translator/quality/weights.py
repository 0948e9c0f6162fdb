"""What is wrong enough with a translation to try it again, and how wrong; for :mod:`translator.translation.remedies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Finding, Severity, Span
from translator.quality.checks import check_segment
from translator.quality.copied import letters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from translator.article import TermUse

# How bad each fault is, compared with the others. A target that is empty or a copy has no other finding, so it weighs more than
# all that a translation may have wrong; one lost number weighs as much as a word or two left in Italian.
WEIGHTS = {
    "empty-target": 40,
    "untranslated": 40,
    "repetition": 8,
    "partly-untranslated": 6,
    "negation-lost": 4,
    "number-mismatch": 3,
    "address-altered": 3,
    "length-ratio": 3,
    "leftover-italian": 2,
    "quotes": 2,
    "brackets": 1,
    "doubled-word": 1,
    "end-punctuation": 1,
    "capitals-lost": 1,
    "low-confidence": 1,
}
# A segment of up to so many words that comes back as it is may be right (a name), and may be a copy.
_SHORT = 3


def faults(
    source: str, target: str, *, terms: Iterable[TermUse], score: float | None, codes: Collection[str]
) -> Iterator[tuple[Finding, int]]:
    """The findings of the checks ``codes`` on a segment that are worth another attempt, each with its weight.

    ``terms``, ``score``: as for :func:`translator.quality.check_segment`. One code comes up here alone: ``copied``, a segment
    of up to three words that came back as it is and is no term. That may be right, so no reviewer is told of it.
    """
    uses = tuple(terms)
    for finding in check_segment(source, target, terms=uses, score=score, codes=WEIGHTS.keys() & codes):
        yield finding, WEIGHTS[finding.code]
    if not uses and len(source.split()) <= _SHORT and letters(source) == letters(target):
        yield Finding("copied", Severity.INFO, "The same in both languages, or a copy", Span(0, len(source))), 1
