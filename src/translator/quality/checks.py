"""Running the checks on a segment and on an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.quality.check import Pair
from translator.quality.registry import ARTICLE_CHECKS, DEFAULT_CODES, SEGMENT_CHECKS, WHOLE_CHECKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from translator.article import Finding, Segment, TermUse


def check_segment(
    source: str,
    target: str,
    *,
    terms: Iterable[TermUse] = (),
    score: float | None = None,
    codes: Collection[str] = DEFAULT_CODES,
) -> tuple[Finding, ...]:
    """The findings of the checks ``codes`` on one segment, in the order of the registry.

    ``terms``: the segment's term uses; Italian inside them is wanted. ``score``: the mean log-probability a subword piece that
    the model gave the target, None when it is not known. A target that is empty or a copy of the source has that one finding.
    """
    pair = Pair(source, target, tuple(terms), score)
    findings: list[Finding] = []
    for check in SEGMENT_CHECKS:
        if check.code in codes:
            findings += map(check.finding, check.find(pair))
            if findings and check in WHOLE_CHECKS:
                break
    return tuple(findings)


def check_article(segments: Iterable[Segment], *, codes: Collection[str] = DEFAULT_CODES) -> dict[str, tuple[Finding, ...]]:
    """The findings of the checks ``codes`` that compare segments, by segment id; segments without any are left out."""
    finished = tuple(segments)
    found: dict[str, tuple[Finding, ...]] = {}
    for check in ARTICLE_CHECKS:
        if check.code in codes:
            for segment_id, remark in check.find(finished):
                found[segment_id] = (*found.get(segment_id, ()), check.finding(remark))
    return found
