"""Findings as Word comments.

Source: ECMA-376, part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from translator.article import Severity, Span
from translator.writing.docx.xml import ENGLISH, paragraph, run, w

if TYPE_CHECKING:
    import datetime

    from lxml import etree

    from translator.article import Finding, Segment

AUTHOR = "translator"
_INITIALS = "T"
SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "For information"}


class Anchor(NamedTuple):
    """The characters of a text that the comment with this number speaks of."""

    start: int
    end: int
    number: int


class Comments:
    """The comments of one document, in the order in which they were added; all are from ``date``, midnight UTC."""

    def __init__(self, date: datetime.date) -> None:
        self._date = f"{date.isoformat()}T00:00:00Z"
        self._comments: list[etree._Element] = []

    def __len__(self) -> int:
        return len(self._comments)

    def add(self, segment: Segment) -> tuple[list[Anchor], list[Anchor]]:
        """A comment for each finding of ``segment``: where they are anchored in its source, and where in its target.

        The English words come first, since they are what the reviewer changes; then the Italian ones; a finding
        without words speaks of the whole English.
        """
        source, target = [], []
        for finding in segment.findings:
            number = self._number(finding)
            if _lies_in(finding.target_span, segment.target):
                target.append(Anchor(finding.target_span.start, finding.target_span.end, number))
            elif _lies_in(finding.source_span, segment.source):
                source.append(Anchor(finding.source_span.start, finding.source_span.end, number))
            else:
                target.append(Anchor(0, len(segment.target), number))
        return source, target

    def _number(self, finding: Finding) -> int:
        number = len(self._comments)
        mark = w("r", w("rPr", w("rStyle", val="CommentReference")), w("annotationRef"))
        severity = run(f"{SEVERITIES[finding.severity]}. ", style="Strong", language=ENGLISH)
        text = paragraph("CommentText", mark, severity, run(finding.message, language=ENGLISH))
        self._comments.append(w("comment", text, id=str(number), author=AUTHOR, date=self._date, initials=_INITIALS))
        return number

    def part(self) -> etree._Element:
        """The root element of the comments part."""
        return w("comments", *self._comments)


def _lies_in(span: Span | None, text: str) -> TypeGuard[Span]:
    return span is not None and 0 <= span.start < span.end <= len(text)
