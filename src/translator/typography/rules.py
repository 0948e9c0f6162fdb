"""The table of rules: what each name of :class:`Rule` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.typography.attribution import attributions
from translator.typography.companies import company_forms
from translator.typography.dashes import dashes, datelines, ranges
from translator.typography.figures import currencies, numbers, ordinals, per_cent, scales
from translator.typography.moments import dates, times
from translator.typography.quotation import apostrophes, punctuation_inside, quotation_marks
from translator.typography.spaces import non_breaking_spaces, spacing
from translator.typography.spelling import spelling
from translator.typography.style import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from translator.typography.changes import Edit
    from translator.typography.draft import Draft

RULES: Mapping[Rule, Callable[[Draft], Iterator[Edit]]] = {
    Rule.NON_BREAKING_SPACES: non_breaking_spaces,
    Rule.SCALES: scales,
    Rule.NUMBERS: numbers,
    Rule.PER_CENT: per_cent,
    Rule.CURRENCIES: currencies,
    Rule.TIMES: times,
    Rule.DATES: dates,
    Rule.ORDINALS: ordinals,
    Rule.ATTRIBUTIONS: attributions,
    Rule.COMPANY_FORMS: company_forms,
    Rule.DATELINES: datelines,
    Rule.DASHES: dashes,
    Rule.RANGES: ranges,
    Rule.QUOTATION_MARKS: quotation_marks,
    Rule.APOSTROPHES: apostrophes,
    Rule.SPACING: spacing,
    Rule.PUNCTUATION_INSIDE: punctuation_inside,
    Rule.SPELLING: spelling,
}
"""In the order in which they are applied: figures first, since dashes and spaces depend on what is one."""
