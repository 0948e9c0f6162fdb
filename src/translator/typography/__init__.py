"""The finishing step: English quotation marks, dashes, spaces, figures, times, dates and spelling in a finished target."""

from translator.typography.changes import Change, moved
from translator.typography.datelines import Dateline, dateline
from translator.typography.finishing import finish, number_only
from translator.typography.rules import RULES
from translator.typography.style import WORD_RULES, Rule, Style, Variety

__all__ = [
    "RULES",
    "WORD_RULES",
    "Change",
    "Dateline",
    "Rule",
    "Style",
    "Variety",
    "dateline",
    "finish",
    "moved",
    "number_only",
]
