"""``low-confidence``: the model was not sure of its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# Mean log-probability a piece. Of the translations that the starter model (0.2) makes of the samples and of 510 sentences of
# FLORES-200 dev, 2.3 % score lower, and 81 % of those are in the worst quarter by chrF (``benchmarks/checks.py
# --confidence``); at -0.9 it is 62 %. Larger models score higher; the threshold is cautious for them.
THRESHOLD = -1.0


def low(pair: Pair) -> Iterator[Remark]:
    """A remark when the score is known and below the threshold."""
    if pair.score is not None and pair.score < THRESHOLD:
        yield Remark(f"The model was unsure here (score {pair.score:.2f})", *pair.spans)
