"""What both languages share in reading numbers: tokens, the ways to understand digits, Roman numerals, units."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span
from translator.quality.numbers.tables import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# A value, a time of day (``18:30``), a month (``month 6``), or digits too many for a quantity (telephone and account numbers).
Reading = Decimal | str
PERCENT = "per cent"

# Digits in groups of three (24 000), digits with points, commas or colons between, or letters.
_TOKEN = re.compile(r"(?<![0-9.,:])[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")
_SPACES = re.compile(r"\s")
_PARTS = re.compile(r"[0-9]+")
_CLOCK = re.compile(r"([0-9]{1,2})[.:]([0-5][0-9])")
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LONGEST_QUANTITY = 18
_LONGEST_ROMAN = 8
_PERCENT_AFTER = re.compile(r"\s?(?:%|per\s?cento\b|per\s?cent\b)", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"\s?([€$£¥])|[\s-](?:di\s|of\s|US\s|U\.S\.\s)?([^\W\d_]+)")
# km², mm2: no number but a unit.
_POWER_OF_UNIT = re.compile(r"[kcdm]?m")
_FIRST_LONG_YEAR = 1000


class Token(NamedTuple):
    """A run of letters, or digits with the points, commas and colons between them; spaces between digits are left out."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word to look up: no case, no accents on the last letter (``ventitré``)."""
        return self.text.casefold().replace("é", "e")

    @property
    def span(self) -> Span:
        """The token's place."""
        return Span(self.start, self.end)

    @property
    def digits(self) -> bool:
        """Whether the token is a number in digits."""
        return self.text[0] in "0123456789"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text and all that it may mean.

    ``required``: it should be found on the other side; else it may only be what the other side's number is a translation of.
    ``unit``: a currency or ``PERCENT``, empty when there is none. ``foreign``: written as the other language writes numbers.
    """

    span: Span
    readings: frozenset[Reading]
    required: bool = True
    unit: str = ""
    foreign: bool = False


def tokens(text: str, hidden: Iterable[Span]) -> list[Token]:
    """The tokens of ``text`` outside the spans ``hidden``, without the 2 of ``km2``."""
    pieces, at = [], 0
    for span in sorted(hidden):
        if span.start >= at:
            pieces += [text[at : span.start], "\0" * (span.end - span.start)]
            at = span.end
    text = "".join([*pieces, text[at:]])
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        token = Token(_SPACES.sub("", match.group()), match.start(), match.end())
        before = found[-1] if found else None
        if token.text in {"2", "3"} and before and before.end == token.start and _POWER_OF_UNIT.fullmatch(before.text):
            continue
        found.append(token)
    return found


def number(text: str) -> Reading:
    """The value of plain digits with at most one decimal point."""
    return Decimal(text) if len(text) <= _LONGEST_QUANTITY else text.lstrip("0")


def clock(text: str) -> set[Reading]:
    """The time of day that the token may be."""
    found = _CLOCK.fullmatch(text)
    if found and int(found[1]) <= 24:  # noqa: PLR2004 - hours
        return {f"{int(found[1])}:{found[2]}"}
    return set()


def separate(token: Token) -> Iterator[tuple[Span, set[Reading]]]:
    """The numbers of a token that is several: a date, a version, a list without spaces."""
    for part in _PARTS.finditer(token.text):
        value = number(part.group())
        yield Span(token.start + part.start(), token.start + part.end()), {value} | _months(value)


def month(at: int) -> Reading:
    """The month ``at`` of the year, as a word or in a date; no value, so that June is not the missing 6."""
    return f"month {at}"


def _months(value: Reading) -> set[Reading]:
    return {month(int(value))} if isinstance(value, Decimal) and 1 <= value <= 12 else set()  # noqa: PLR2004 - months


def month_in_date(text: str, token: Token) -> set[Reading]:
    """The month that a number of a date with slashes may be."""
    around = text[max(token.start - 1, 0) : token.start] + text[token.end : token.end + 1]
    return _months(number(token.text)) if "/" in around and token.text.isdecimal() else set()


def scaled(readings: Iterable[Reading], scale: Decimal) -> frozenset[Reading]:
    """The values times ``scale``; what is no value is left out."""
    return frozenset(value * scale for value in readings if isinstance(value, Decimal))


def plus(readings: Iterable[Reading], more: Decimal) -> frozenset[Reading]:
    """The values with ``more`` added."""
    return frozenset(value + more for value in readings if isinstance(value, Decimal))


def short_year(value: int) -> set[Reading]:
    """What two digits of a year may be: ``'68``, ``1995-96``."""
    return {Decimal(value), Decimal(1900 + value), Decimal(2000 + value)}


def after_year(text: str, token: Token, before: Token | None) -> bool:
    """Whether ``token`` is the short end of a span of years: ``1995-96``, ``2027/28``."""
    if before is None or not before.digits or len(token.text) != 2 or len(before.text) != 4:  # noqa: PLR2004 - digits of years
        return False
    joined = text[before.end : token.start] in {"-", "–", "/", "‑"}
    return joined and before.text.isdecimal() and int(before.text) >= _FIRST_LONG_YEAR


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals."""
    if len(text) > _LONGEST_ROMAN or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def unit(text: str, span: Span) -> str:
    """The currency or per cent sign at the number; also the words for them."""
    before = text[max(span.start - 2, 0) : span.start].rstrip()[-1:]
    if before in CURRENCIES:
        return CURRENCIES[before]
    if _PERCENT_AFTER.match(text, span.end):
        return PERCENT
    found = _CURRENCY_AFTER.match(text, span.end)
    if found:
        return CURRENCIES.get((found[1] or found[2]).casefold(), "")
    return ""


def with_scales(found: Iterable[Number], bare: Iterable[Span], scales: Iterable[Decimal]) -> list[Number]:
    """The numbers, the ``bare`` ones also times the scales of their neighbours: *between 295 and 305 million*."""
    without = set(bare)
    factors = set(scales)
    return [
        replace(item, readings=item.readings.union(*(scaled(item.readings, factor) for factor in factors)))
        if item.span in without
        else item
        for item in found
    ]


def hints(token: Token, table: Mapping[str, tuple[str, ...]]) -> frozenset[Reading]:
    """The readings of a word in a table of hints."""
    return frozenset(item if ":" in item else Decimal(item) for item in table.get(token.key, ()))
