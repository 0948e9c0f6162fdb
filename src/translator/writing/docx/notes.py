"""What the Notes column says of a segment: short, since the comments say it in full."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from translator.article import Severity, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.article import Finding, Segment

_STYLES = {Severity.ERROR: "NoteError", Severity.WARNING: "NoteWarning", Severity.INFO: "NoteInfo"}
# A message longer than this is cut at its colon, or else between words.
_LONG = 44
_LONGEST = 60


def notes(segment: Segment) -> list[tuple[str, str]]:
    """The notes on ``segment``, each once: text and character style; errors first, then warnings, then the rest."""
    told = Counter(_notes(segment))
    order = list(_STYLES.values())
    return [
        (text if number == 1 else f"{text} ×{number}", style)
        for (text, style), number in sorted(told.items(), key=lambda item: order.index(item[0][1]))
    ]


def _notes(segment: Segment) -> Iterator[tuple[str, str]]:
    missing = {use.source_span for use in segment.terms if use.status is TermStatus.MISSING}
    for target in _targets(segment, TermStatus.MISSING):
        yield f"Missing: {target}", _STYLES[Severity.ERROR]
    for finding in segment.findings:
        if finding.code != "term-missing" or finding.source_span not in missing:
            yield _short(finding), _STYLES[finding.severity]
    for target in _targets(segment, TermStatus.REPAIRED):
        yield f"Repaired: {target}", _STYLES[Severity.INFO]


def _targets(segment: Segment, status: TermStatus) -> dict[str, None]:
    return dict.fromkeys(use.target for use in segment.terms if use.status is status)


def _short(finding: Finding) -> str:
    message = " ".join(finding.message.split()).replace("Name kept as it stands: ", "Name kept: ")
    if len(message) > _LONG:
        message = message.partition(": ")[0].partition(" (")[0]
    return textwrap.shorten(message, _LONGEST, placeholder=" …")
