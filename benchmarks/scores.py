"""BLEU and chrF by sacrebleu, with 95 % confidence intervals and differences by paired bootstrap (Koehn 2004)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sacrebleu.metrics import BLEU, CHRF
from sacrebleu.significance import PairedTest

from faults import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score, 0 to 100, and half the width of its 95 % confidence interval."""

    value: float
    interval: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a translation; ``change`` is the chrF that it has more than another one, None where the texts are equal.

    ``p``: how likely so large a change is by chance.
    """

    bleu: Score
    chrf: Score
    change: float | None = None
    p: float | None = None


def scored(
    targets: Sequence[str], references: Sequence[str], other: Sequence[str] | None = None
) -> tuple[Scores, tuple[str, ...]]:
    """The scores of ``targets``, compared with those of ``other``, and sacrebleu's signatures.

    Quotation marks and apostrophes are made straight on both sides: models write either kind, and so do references.
    """
    systems = [("this", [folded(text) for text in targets])]
    if other is not None:
        systems.insert(0, ("other", [folded(text) for text in other]))
    test = PairedTest(
        systems,
        {"BLEU": BLEU(), "chrF": CHRF()},
        [[folded(text) for text in references]],
        test_type="bs",
        n_samples=RESAMPLES,
    )
    signatures, results = test()
    bleu, chrf = (results[name] for name in signatures)
    changed = systems[0][1] != systems[-1][1]
    scores = Scores(
        Score(bleu[-1].score, float(bleu[-1].ci)),
        Score(chrf[-1].score, float(chrf[-1].ci)),
        chrf[-1].score - chrf[0].score if changed else None,
        chrf[-1].p_value if changed else None,
    )
    return scores, tuple(f"{name}|{signature}" for name, signature in signatures.items())


def sentence_chrf(target: str, reference: str) -> float:
    """The chrF of one sentence, 0 to 100."""
    return CHRF().sentence_score(folded(target), [folded(reference)]).score
