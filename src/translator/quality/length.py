"""``empty-target`` and ``length-ratio``: how much English there is for the Italian."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# In human translations the logarithm of English characters / Italian characters is distributed about normally: with this mean,
# and with a variance that falls with the number n of Italian characters, VARIANCE_BY_LENGTH / n + VARIANCE. Fitted by maximum
# likelihood (``benchmarks/checks.py --fit-length``) on the samples' references and 510 sentences of FLORES-200 dev.
MEAN = -0.13
VARIANCE_BY_LENGTH = 1.1**2
VARIANCE = 0.11**2
# So many standard deviations are allowed.
_ALLOWED = 3.0


def empty(pair: Pair) -> Iterator[Remark]:
    """A remark when there is nothing in the target and something in the source."""
    if pair.source.strip() and not pair.target.strip():
        yield Remark("The model gave no translation", Span(0, len(pair.source)))


def ratio(pair: Pair) -> Iterator[Remark]:
    """A remark when the target is shorter or longer than human translations of sources of this length are."""
    size, other = len(pair.source.strip()), len(pair.target.strip())
    if not size or not other:
        return
    least, most = limits(size)
    if other < least:
        yield Remark(f"Much shorter than the Italian ({other} characters for {size}): part may be missing", *pair.spans)
    elif other > most:
        yield Remark(f"Much longer than the Italian ({other} characters for {size}): something may be added", *pair.spans)


def limits(size: int) -> tuple[float, float]:
    """The least and the most characters that a translation of ``size`` characters has."""
    deviation = math.sqrt(VARIANCE_BY_LENGTH / size + VARIANCE)
    return size * math.exp(MEAN - _ALLOWED * deviation), size * math.exp(MEAN + _ALLOWED * deviation)
