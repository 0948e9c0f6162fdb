"""Similar sources: which texts are at least so many per cent alike.

The score is rapidfuzz's ``ratio`` on normalised texts, from 0 to 100: 200 · LCS / (|a| + |b|), with LCS the length of the
longest common subsequence of characters.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class FuzzyIndex:
    """Distinct texts in order of length: the LCS is no longer than the shorter text, so most lengths are out from the start."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts, key=len)
        self._lengths = list(map(len, self._texts))

    def search(self, text: str, *, threshold: float, limit: int) -> list[tuple[str, float]]:
        """Up to ``limit`` texts with scores of at least ``threshold``, best first (equal ones by code points).

        ``text`` itself is left out.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only who looks for similar sources needs it

        shortest, longest = _lengths(len(text), threshold)
        candidates = self._texts[bisect_left(self._lengths, shortest) : bisect_right(self._lengths, longest)]
        found = process.extract(text, candidates, scorer=fuzz.ratio, score_cutoff=threshold, limit=None)
        scores = ((other, float(score)) for other, score, _ in found if other != text)
        return sorted(scores, key=lambda match: (-match[1], match[0]))[:limit]


def _lengths(length: int, threshold: float) -> tuple[float, float]:
    """The shortest and the longest text that can reach the threshold; from 2 · min(a, b) / (a + b) ≥ threshold / 100."""
    if threshold <= 0:
        return 0, math.inf
    part = threshold / 100
    return math.floor(length * part / (2 - part)), math.ceil(length * (2 - part) / part)
