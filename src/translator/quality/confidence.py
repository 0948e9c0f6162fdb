"""``low-confidence``: the model was not sure of its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# Mean log-probability a piece.
THRESHOLD = -1.0


def low(pair: Pair) -> Iterator[Remark]:
    """A remark when the score is known and below the threshold."""
    if pair.score is not None and pair.score < THRESHOLD:
        yield Remark(f"The model was unsure here (score {pair.score:.2f})", *pair.spans)
