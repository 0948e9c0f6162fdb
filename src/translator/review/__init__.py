"""The way back: what a reviewer did in the Word document, and what becomes of it.

:func:`read` gives a :class:`Review`; :mod:`translator.review.applying` turns it into entries of a translation memory, a clean
document and a TMX, and :mod:`translator.review.suggestions` into suggestions for a glossary.
"""

from translator.review.originals import read_original
from translator.review.reading import read
from translator.review.result import Issue, IssueKind, Review, ReviewedSegment, ReviewStatus

__all__ = ["Issue", "IssueKind", "Review", "ReviewStatus", "ReviewedSegment", "read", "read_original"]
