"""Rules on figures: numbers, scales, per cent signs, sums of money, ordinals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from translator.quality.numbers import reading
from translator.quality.numbers.tables import ENGLISH_MONTHS, ITALIAN_SCALES
from translator.typography.changes import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_NUMBER = r"[0-9]++(?:[.,][0-9]++)*+"
_SPACE = re.compile(r"\s")
_SCALED = re.compile(
    rf"(?<![\w.,:])(?:(?P<low>{_NUMBER})(?P<dash>\s?[-–]\s?))?(?P<number>{_NUMBER})\s?"
    r"(?P<scale>mila|milion[ei]|miliard[oi]|ml[nd])(?!\w|\s(?:di|d['’])(?!\w))",
    re.IGNORECASE,
)
_SIMPLE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
_COMMA_BEFORE_SCALE = re.compile(
    r"(?<![\w.,:])[0-9]{1,3},[0-9]{1,2}(?=\s?%|\s(?:thousand|million|billion|trillion|percent|per\scent)(?!\w))", re.IGNORECASE
)
_PER_CENT = re.compile(r"(?<=[0-9])\s+(?=%(?!\w))")
_SIGN = r"[€$£]"
_SIGN_BEFORE = re.compile(rf"(?<!\w)({_SIGN})\s+(?=[0-9])")
_SIGN_AFTER = re.compile(
    rf"(?<![\w.,:€$£+–-])(?P<low>{_NUMBER}\s?[-–]\s?)?(?P<amount>{_NUMBER}(?:\s(?:thousand|million|billion|trillion))?)"
    rf"\s?(?P<sign>{_SIGN})(?!\w|\s?[0-9])",
    re.IGNORECASE,
)
_SIGN_JUST_BEFORE = re.compile(rf"{_SIGN}\s?\Z")
_EURO = re.compile(
    rf"(?<![\w.,:])(?P<amount>{_NUMBER})(?P<scale>\s(?:thousand|million|billion|trillion))?\seuro(?P<plural>)"
    r"(?=$|[.,;:!?)\]”’»\"—–]|\s(?:[-–—(]|(?:a|after|against|an|and|are|as|at|because|before|but|by|compared|each|every|for|from|if"
    r"|in|instead|is|last|less|more|next|of|on|or|over|per|since|so|than|thanks|that|this|to|until|was|were|when|which|while|will"
    r"|with|would)(?!\w)))",
    re.IGNORECASE,
)
# The sum twice over: EUR 3,500 euros
_TWICE = re.compile(rf"(?<!\w)(?:EUR\s|€\s?)(?={_NUMBER}(?:\s(?:thousand|million|billion|trillion))?\seuros?(?!\w))")
_GROUPED = re.compile(r"(?<![\w.,:])[0-9]{1,3}(?:[.,]\s?[0-9]{3})+(?:[.,]\s?[0-9]+)?(?!\w|[.,:][0-9])")
_SEPARATOR = re.compile(r"[.,]\s?")
_ORDINAL = re.compile(r"(?<![\w.,])([0-9]{1,4})\s?([°ºª^])(?![\w^]|\s?(?:C|F|K|Celsius|Fahrenheit)(?!\w))")
_ENDED = re.compile(r"(?<![\w.,])([0-9]{1,4})(st|nd|rd|th)(?!\w)", re.IGNORECASE)
_MONTH = "|".join(ENGLISH_MONTHS)
_MONTH_AFTER = re.compile(rf"\s({_MONTH})(?!\w)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"(?:^|\W)(?:{_MONTH})\s\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"\s[12][0-9]{3}(?![\w-]|[.,][0-9])")
_LONGEST_MONTH = 12
_THE = re.compile(r"(?<!\w)the\s\Z", re.IGNORECASE)
_ENGLISH_SCALES = {"mln": "million", "mld": "billion", "milion": "million", "miliard": "billion"}


def scales(draft: Draft) -> Iterator[Edit]:
    """``300mila`` → 300,000; ``2,3 milioni`` → 2,3 million; ``1,9 mld`` → 1,9 billion. The comma is left to ``numbers``."""
    for found in _SCALED.finditer(draft.masked):
        scale = found["scale"].lower()
        if scale == "mila":
            numbers = [number for number in (found["low"], found["number"]) if number]
            if all(map(_SIMPLE.fullmatch, numbers)):
                written = (found["dash"] or "").join(map(_in_thousands, numbers))
                yield Edit(*found.span(), written)
        else:
            yield Edit(found.end("number"), found.end(), " " + draft.cased(_ENGLISH_SCALES[scale.rstrip("eoi")]))


def _in_thousands(number: str) -> str:
    value = Decimal(number.replace(",", ".")) * ITALIAN_SCALES["mila"]
    return f"{int(value):,}"


def numbers(draft: Draft) -> Iterator[Edit]:
    """``1.234,5`` → 1,234.5 where the Italian has just that number; ``2,3 million``, ``3,5%`` → 2.3 million, 3.5% anywhere.

    So is ``1.234.5``, or ``1.234, 5``, with the same digits between other separators.
    """
    forms = draft.italian.numbers
    text = draft.masked
    if forms:
        for token in reading.tokens(text, ()):
            if token.digits and (english := forms.get(_SPACE.sub(" ", text[token.start : token.end]))):
                yield Edit(token.start, token.end, english)
        groups = {tuple(_SEPARATOR.split(number)): english for number, english in forms.items()}
        for found in _GROUPED.finditer(text):
            parts = tuple(_SEPARATOR.split(found.group()))
            if (len(parts) > 2 or " " in found.group()) and parts in groups and found.group() not in forms:  # noqa: PLR2004
                yield Edit(*found.span(), groups[parts])
    for found in _COMMA_BEFORE_SCALE.finditer(text):
        yield Edit(*found.span(), found.group().replace(",", "."))


def per_cent(draft: Draft) -> Iterator[Edit]:
    """``10 %`` → 10%."""
    for found in _PER_CENT.finditer(draft.masked):
        yield Edit(*found.span(), "")


def currencies(draft: Draft) -> Iterator[Edit]:
    """``€ 12.50`` → €12.50; ``1,000 €`` → €1,000; ``12.50 euro`` → 12.50 euros, but a 10 euro note; ``EUR 5 euros``."""
    text = draft.masked
    for found in _TWICE.finditer(text):
        yield Edit(*found.span(), "")
    for found in _SIGN_BEFORE.finditer(text):
        yield Edit(found.start(), found.end(), found[1])
    for found in _SIGN_AFTER.finditer(text):
        if not _SIGN_JUST_BEFORE.search(text, max(found.start() - 2, 0), found.start()):
            yield Edit(*found.span(), found["sign"] + (found["low"] or "") + found["amount"])
    for found in _EURO.finditer(text):
        if found["amount"] != "1" or found["scale"]:
            yield Edit(*found.span("plural"), draft.cased("s"))


def ordinals(draft: Draft) -> Iterator[Edit]:
    """``3°`` → 3rd, ``2ª`` → 2nd where the Italian has that ordinal; beside a month without ending (``1° May`` → May 1).

    So is ``the 1st March`` where the Italian has ``1° marzo``; wrong endings (``1th``) are put right.
    """
    known = draft.italian.ordinals
    text = draft.masked
    for found in _ORDINAL.finditer(text):
        if found[1] + found[2] not in known:
            continue
        month = _MONTH_AFTER.match(text, found.end())
        if month:
            yield Edit(found.start(), month.end(), _day(found[1], month, british=draft.style.british))
        elif _MONTH_BEFORE.search(text, max(found.start() - _LONGEST_MONTH, 0), found.start()):
            yield Edit(*found.span(), found[1])
        else:
            yield Edit(*found.span(), found[1] + draft.cased(_ending(int(found[1]))))
    for found in _ENDED.finditer(text):
        month = _MONTH_AFTER.match(text, found.end())
        if month and f"{found[1]}°" in known:
            the = _THE.search(text, max(found.start() - 4, 0), found.start())
            yield Edit(the.start() if the else found.start(), month.end(), _day(found[1], month, british=draft.style.british))
        elif found[2].lower() != _ending(int(found[1])):
            yield Edit(*found.span(), found[1] + draft.cased(_ending(int(found[1]))))


def _day(day: str, month: re.Match[str], *, british: bool) -> str:
    """The day of a month; American usage has a comma before the year that may follow."""
    if british:
        return f"{day} {month[1]}"
    return f"{month[1]} {day}," if _YEAR_AFTER.match(month.string, month.end()) else f"{month[1]} {day}"


def _ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
