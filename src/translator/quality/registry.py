"""The list of all checks: what is run, what a document can list, what a setting can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Severity
from translator.quality import (
    addresses,
    capitals,
    confidence,
    consistency,
    copied,
    length,
    memory,
    negation,
    numbers,
    punctuation,
    quotation,
    remedied,
    repetition,
    terms,
)
from translator.quality.check import ArticleCheck, SegmentCheck

if TYPE_CHECKING:
    from translator.quality.check import Check

# A target that one of these finds fault with is not looked at by the others: every other complaint would follow from theirs.
WHOLE_CHECKS = (
    SegmentCheck(
        code="empty-target",
        severity=Severity.ERROR,
        description="There is no English at all.",
        find=length.empty,
    ),
    SegmentCheck(
        code="untranslated",
        severity=Severity.ERROR,
        description="The English is the Italian, letter for letter (four words or more).",
        find=copied.untranslated,
    ),
)
SEGMENT_CHECKS = (
    *WHOLE_CHECKS,
    SegmentCheck(
        code="partly-untranslated",
        severity=Severity.ERROR,
        description="Three words or more in a row were left in Italian.",
        find=copied.partly_untranslated,
    ),
    SegmentCheck(
        code="leftover-italian",
        severity=Severity.WARNING,
        description="A word or two were left in Italian, outside of names, titles in quotation marks and glossary terms.",
        find=copied.leftover_italian,
    ),
    SegmentCheck(
        code="number-mismatch",
        severity=Severity.ERROR,
        description="A number, date, time, sum or share is only on one side, or its currency or per cent sign differs.",
        find=numbers.mismatches,
    ),
    SegmentCheck(
        code="negation-lost",
        severity=Severity.WARNING,
        description="The Italian has a negation, and nothing in the English could stand for one.",
        find=negation.lost,
    ),
    SegmentCheck(
        code="length-ratio",
        severity=Severity.WARNING,
        description="The English is much shorter or longer than human translations of an Italian sentence of this length.",
        find=length.ratio,
    ),
    SegmentCheck(
        code="repetition",
        severity=Severity.ERROR,
        description="The English says a phrase or some letters over and over.",
        find=repetition.loops,
    ),
    SegmentCheck(
        code="doubled-word",
        severity=Severity.WARNING,
        description="A word stands twice in a row, and no word of the Italian does.",
        find=repetition.doubled_words,
    ),
    SegmentCheck(
        code="quotes",
        severity=Severity.WARNING,
        description="A quotation mark is missing or too many, or a quotation of four words or more has none any more.",
        find=quotation.quotes,
    ),
    SegmentCheck(
        code="brackets",
        severity=Severity.WARNING,
        description="A bracket has no partner, or the brackets of the Italian are gone and no dashes stand for them.",
        find=quotation.brackets,
    ),
    SegmentCheck(
        code="end-punctuation",
        severity=Severity.WARNING,
        description="One side is a question, an announcement with a colon, a sentence or a heading, and the other is not.",
        find=punctuation.ends,
    ),
    SegmentCheck(
        code="address-altered",
        severity=Severity.ERROR,
        description="A web or mail address, a hashtag or a handle does not stand in the English as it is.",
        find=addresses.altered,
    ),
    SegmentCheck(
        code="capitals-lost",
        severity=Severity.INFO,
        description="The English begins in lower case where the Italian begins with a capital.",
        find=capitals.lost,
    ),
    SegmentCheck(
        code="low-confidence",
        severity=Severity.INFO,
        description="The model gave its translation a very low probability.",
        find=confidence.low,
    ),
)
ARTICLE_CHECKS = (
    ArticleCheck(
        code="inconsistent",
        severity=Severity.INFO,
        description="The same Italian stood before in the article and was translated otherwise.",
        find=consistency.inconsistent,
    ),
)
# All codes that a finding may have; the last ones are found while terms and names are enforced, faults remedied and the
# memory is asked.
CHECKS: tuple[Check, ...] = (
    *SEGMENT_CHECKS,
    *ARTICLE_CHECKS,
    terms.TERM_MISSING,
    terms.NAME_LOST,
    terms.NAME_KEPT,
    remedied.REMEDIED,
    memory.MEMORY_USED,
    memory.MEMORY_TERM,
    memory.MEMORY_SIMILAR,
)
DEFAULT_CODES = frozenset(check.code for check in CHECKS if check.default)
"""The codes of the checks that are run unasked."""
