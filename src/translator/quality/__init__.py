"""Checks on finished segments: what a reviewer should look at."""

from translator.quality import memory, remedied
from translator.quality.check import Check
from translator.quality.checks import check_article, check_segment
from translator.quality.registry import CHECKS, DEFAULT_CODES
from translator.quality.terms import name_findings, term_findings
from translator.quality.weights import faults

__all__ = [
    "CHECKS",
    "DEFAULT_CODES",
    "Check",
    "check_article",
    "check_segment",
    "faults",
    "memory",
    "name_findings",
    "remedied",
    "term_findings",
]
