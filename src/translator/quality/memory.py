"""``memory-used``, ``memory-term`` and ``memory-similar``: findings on what the translation memory had for a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Finding, Severity
from translator.quality.check import Check, Remark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

MEMORY_USED = Check(
    code="memory-used",
    severity=Severity.INFO,
    description="The English is what a reviewer accepted for the same Italian before.",
)
MEMORY_TERM = Check(
    code="memory-term",
    severity=Severity.WARNING,
    description="What a reviewer accepted for the same Italian lacks a term of the glossaries, so it was not used.",
)
MEMORY_SIMILAR = Check(
    code="memory-similar",
    severity=Severity.INFO,
    description="A reviewer accepted a translation of a similar Italian sentence.",
)


def used(accepted: datetime.datetime, reviewer: str) -> Finding:
    """The finding on a target from the memory, ``accepted`` at that time by ``reviewer`` (empty when not known)."""
    by = f" by {reviewer}" if reviewer else ""
    return MEMORY_USED.finding(Remark(f"Accepted translation{by}, {accepted:%Y-%m-%d}"))


def breaks_terms(target: str, missing: Sequence[str]) -> Finding:
    """The finding on an accepted ``target`` that was not used since it lacks the English forms ``missing``."""
    return MEMORY_TERM.finding(Remark(f"Accepted translation not used, it lacks {', '.join(missing)}: “{target}”"))


def similar(source: str, target: str, score: float) -> Finding:
    """The finding on a similar sentence; ``score`` is 0 to 100."""
    return MEMORY_SIMILAR.finding(Remark(f"{score:.0f} % similar: “{source}” was accepted as “{target}”"))
