"""What the user may choose: American or British usage, and which rules are off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Variety(StrEnum):
    """The English of the target."""

    AMERICAN = "american"
    BRITISH = "british"


class Rule(StrEnum):
    """The rules by name, in the order in which they are applied."""

    NON_BREAKING_SPACES = "non-breaking-spaces"
    SCALES = "scales"
    NUMBERS = "numbers"
    PER_CENT = "per-cent"
    CURRENCIES = "currencies"
    TIMES = "times"
    DATES = "dates"
    ORDINALS = "ordinals"
    ATTRIBUTIONS = "attributions"
    COMPANY_FORMS = "company-forms"
    DATELINES = "datelines"
    DASHES = "dashes"
    RANGES = "ranges"
    QUOTATION_MARKS = "quotation-marks"
    APOSTROPHES = "apostrophes"
    SPACING = "spacing"
    PUNCTUATION_INSIDE = "punctuation-inside"
    SPELLING = "spelling"


WORD_RULES = frozenset(
    {Rule.SCALES, Rule.CURRENCIES, Rule.TIMES, Rule.DATES, Rule.ORDINALS, Rule.ATTRIBUTIONS, Rule.COMPANY_FORMS, Rule.SPELLING}
)
"""The rules that may change letters and digits; all others change nothing but punctuation and spaces."""


@dataclass(frozen=True, slots=True)
class Style:
    """The wanted usage. ``off``: rules that are not applied. ``str(style)`` is its line in an output's signature."""

    variety: Variety = Variety.AMERICAN
    off: frozenset[Rule] = frozenset()

    @property
    def british(self) -> bool:
        """Whether British usage is wanted."""
        return self.variety is Variety.BRITISH

    def __str__(self) -> str:
        without = [rule for rule in Rule if rule in self.off]
        return "-".join([self.variety, *(f"no-{rule}" for rule in without)])
