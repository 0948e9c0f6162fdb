"""Rules on times of day and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.quality.numbers.tables import ENGLISH_MONTHS
from translator.typography.changes import Edit
from translator.typography.dashes import dateline_end

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from translator.typography.draft import Draft
    from translator.typography.italian import Clock

_NOON, _DAY = 12, 24
_TIME = re.compile(
    r"(?<![\w.,:/$€£])([0-9]{1,2}[.:][0-9]{2})(?![0-9]|[.,:][0-9]|\s?(?:[ap]\.?m\b|%|€|euro|thousand|million|billion))"
    r"(\s(?:hours|o['’]clock)(?!\w))?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"(?<![\w.,:])([0-9]{1,2})(?:[.:]([0-5][0-9]))?\s?([ap])(?:\.m(?!\w)\.?|m(?!\w)\.?)")
_DATE = re.compile(r"(?<![\w/.-])(the )?([0-3]?[0-9]([/.-])[01]?[0-9]\3[12][0-9]{3})(?![\w/-]|\.[0-9])", re.IGNORECASE)
_MONTH = "|".join(ENGLISH_MONTHS)
_DAY_FIRST = re.compile(rf"(?<!\w)([0-3]?[0-9]) ({_MONTH}) ([12][0-9]{{3}})(?![\w-]|[.,][0-9])", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_MONTH}) ([0-3]?[0-9]), ([12][0-9]{{3}})(?![\w-]|[.,][0-9])", re.IGNORECASE)
_NO_YEAR = re.compile(rf"(?<!\w)([0-3]?[0-9]) ({_MONTH})(?!\w| [12][0-9]{{3}})")
# 12 and 15 March 2024
_FIGURE_BEFORE = re.compile(r"[0-9][a-z]{0,2}[,)]?\s?(?:and|or|to|until|through|[-–—&/,])?\s?(?:the\s)?\Z", re.IGNORECASE)
_BEFORE = 16


def times(draft: Draft) -> Iterator[Edit]:
    """``18.30`` → 6:30 p.m., British 18:30, where the Italian says ``alle 18.30`` or the like; ``6.30 pm`` → 6:30 p.m."""
    known = draft.italian.times
    text = draft.masked
    if known:
        for found in _TIME.finditer(text):
            clock = known.get(found[1])
            if clock:
                written = found[1].replace(".", ":") if draft.style.british else draft.cased(_on_twelve_hours(clock))
                dotted = written.endswith(".") and text[found.end() : found.end() + 1] == "."
                yield Edit(*found.span(), written[:-1] if dotted else written)
    if not draft.style.british:
        for found in _HALF_DAY.finditer(text):
            minutes = f":{found[2]}" if found[2] else ""
            if int(found[1]) <= _NOON:
                yield Edit(*found.span(), f"{found[1]}{minutes} {found[3]}.m.")


def _on_twelve_hours(clock: Clock) -> str:
    """The American form: ``6:30 p.m.``, ``6 p.m.``, ``noon``; the half of the day only where it is certain."""
    hour = clock.hour % _DAY
    if clock.minute == 0 and hour in {0, _NOON}:
        return "noon" if hour else "midnight"
    if not clock.exact:
        return f"{hour}:{clock.minute:02}"
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{hour % _NOON or _NOON}{minutes} {'p' if hour >= _NOON else 'a'}.m."


def dates(draft: Draft) -> Iterator[Edit]:
    """``12/03/2024`` → March 12, 2024, British 12 March 2024, where the Italian has it; dates in words as well.

    Without a year only in datelines: ``ROME, 12 March —`` → ROME, March 12 —.
    """
    known = draft.italian.dates
    text = draft.masked
    if known:
        for found in _DATE.finditer(text):
            day = known.get(found[2])
            if day:
                yield Edit(*found.span(), draft.cased(_in_words(day, british=draft.style.british)))
    for found in (_MONTH_FIRST if draft.style.british else _DAY_FIRST).finditer(text):
        one, other, year = found.groups()
        if draft.style.british:
            yield Edit(*found.span(), f"{other} {one} {year}")
        elif not _FIGURE_BEFORE.search(text, max(found.start() - _BEFORE, 0), found.start()):
            yield Edit(*found.span(), f"{other} {one}, {year}")
    for found in () if draft.style.british else _NO_YEAR.finditer(text, 0, dateline_end(draft)):
        yield Edit(*found.span(), f"{found[2]} {found[1]}")


_MONTHS = {at: month for month, at in ENGLISH_MONTHS.items()}


def _in_words(day: date, *, british: bool) -> str:
    month = _MONTHS[day.month]
    return f"{day.day} {month} {day.year}" if british else f"{month} {day.day}, {day.year}"
