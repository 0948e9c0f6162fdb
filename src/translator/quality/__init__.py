"""Checks on finished segments: what a reviewer should look at."""

from translator.quality.checks import check_target
from translator.quality.terms import name_findings, term_findings

__all__ = ["check_target", "name_findings", "term_findings"]
