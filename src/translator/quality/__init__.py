"""Checks on finished segments: what a reviewer should look at."""

from translator.quality import memory
from translator.quality.check import Check
from translator.quality.checks import check_article, check_segment
from translator.quality.registry import CHECKS, DEFAULT_CODES
from translator.quality.terms import name_findings, term_findings

__all__ = ["CHECKS", "DEFAULT_CODES", "Check", "check_article", "check_segment", "memory", "name_findings", "term_findings"]
