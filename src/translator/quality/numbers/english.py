"""The numbers of an English text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.numbers import reading, tables
from translator.quality.numbers.reading import Number, Reading, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
# 1.234,5 and 12,5; 1.234 may be a decimal number, but the Italian would have a comma then; 1.234.5 is half and half.
_ITALIAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:[,.][0-9]+)?|[0-9]+,[0-9]{1,2}")
_HALF_DAY = re.compile(r"\s?([ap])\.?\s?m\b", re.IGNORECASE)
_HALF = Decimal("0.5")
_HUNDRED, _THOUSAND, _MILLION = Decimal(100), Decimal(10**3), Decimal(10**6)


def numbers(text: str, hidden: Iterable[Span] = ()) -> list[Number]:
    """All numbers of ``text`` outside ``hidden``, and words that may translate a number (not required)."""
    return _Reader(text, reading.tokens(text, hidden)).read()


class _Reader:
    """Goes through the tokens once; ``at`` is the next."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._found: list[Number] = []
        self._bare: list[Span] = []
        self._scales: set[Decimal] = set()

    def read(self) -> list[Number]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.digits:
                self._digits(token)
            elif not self._cardinal(token):
                self._word(token)
                self._at += 1
        return reading.with_scales(self._found, self._bare, self._scales)

    def _next(self, ahead: int = 0) -> Token | None:
        return self._tokens[self._at + ahead] if 0 <= self._at + ahead < len(self._tokens) else None

    def _close(self, before: Token, token: Token | None) -> bool:
        """Whether ``token`` follows with nothing or one space or hyphen between."""
        return token is not None and self._text[before.end : token.start] in {"", " ", "-", "‑"}

    def _digits(self, token: Token) -> None:
        parts = list(_readings(token))
        before = self._next(-1)
        self._at += 1
        if len(parts) > 1:
            self._found += [Number(span, frozenset(readings)) for span, readings in parts]
            return
        span, readings = parts[0]
        following = self._next()
        attached = following.key if following is not None and following.start == token.end else ""
        if reading.after_year(self._text, token, before):
            readings |= reading.short_year(int(token.text))
        elif attached == "s" and token.text.isdecimal():
            readings |= _decade(token.text)
        elif self._text[token.start - 1 : token.start] in {"'", "’", "‘"} and len(token.text) == 2:  # noqa: PLR2004 - '68
            readings |= reading.short_year(int(token.text))
        if attached in tables.ENGLISH_SUFFIXES:
            readings |= reading.scaled(readings, tables.ENGLISH_SUFFIXES[attached])
        readings |= self._half_day(token, readings) | reading.month_in_date(self._text, token)
        self._finish(span, frozenset(readings), token, required=True, foreign=_ITALIAN.fullmatch(token.text) is not None)

    def _half_day(self, token: Token, readings: set[Reading]) -> set[Reading]:
        """The hour on a clock of 24 hours for ``6 p.m.`` and ``6:30 p.m.``."""
        found = _HALF_DAY.match(self._text, token.end)
        if not found:
            return set()
        hour_text, _, minutes = token.text.replace(".", ":").partition(":")
        if not (hour_text.isdecimal() and len(hour_text) <= 2 and (not minutes or minutes.isdecimal())):  # noqa: PLR2004 - an hour
            return set()
        hour = int(hour_text) % 12 + (12 if found[1] in "pP" else 0)
        hours = {hour, int(hour_text)} | ({24} if hour == 0 else set())
        times: set[Reading] = {f"{one}:{minutes or '00'}" for one in hours}
        return times if minutes and minutes != "00" else times | {Decimal(one) for one in hours} | readings

    def _finish(self, span: Span, readings: frozenset[Reading], last: Token, *, required: bool, foreign: bool = False) -> None:
        """Take the scale after a number (``1.9 billion``, ``two and a half million``) and keep the number."""
        scaled = False
        if half := self._half(last):
            readings, last = reading.plus(readings, _HALF) | readings, half
        while True:
            token = self._next()
            scale = tables.ENGLISH_SCALES.get(token.key) if token else None
            if token is None or scale is None or not self._close(last, token):
                break
            self._at += 1
            self._scales |= {scale} - {_HUNDRED}  # "one or two hundred" is rare
            readings, last, scaled = reading.scaled(readings, scale), token, True
            required = required or scale >= _MILLION or span.start < span.end  # "a hundred" is not missed
            if half := self._half(last):
                readings, last = reading.plus(readings, _HALF * scale), half
            elif more := self._rest(scale, last):
                readings, last = reading.plus(readings, more[0]), more[1]
        whole = Span(span.start, last.end)
        if not scaled:
            self._bare.append(whole)
        self._found.append(Number(whole, readings, required, reading.unit(self._text, whole), foreign))

    def _half(self, last: Token) -> Token | None:
        """The ``half`` of ``two and a half``."""
        ahead = [self._next(at) for at in range(3)]
        if all(ahead) and [token.key for token in ahead if token] == ["and", "a", "half"] and self._close(last, ahead[0]):
            self._at += 3
            return ahead[2]
        return None

    def _rest(self, scale: Decimal, before: Token) -> tuple[Decimal, Token] | None:
        """What is added after the scale: ``one hundred and twenty``, ``one million two hundred thousand``."""
        start = self._at
        group = self._group() if self._close(before, self._next()) else None
        if group is None or group[0] >= scale:
            self._at = start
            return None
        value, last = group
        thousand = self._next()
        if thousand and thousand.key == "thousand" and scale > _THOUSAND:
            self._at += 1
            more = self._group() or (0, thousand)
            value, last = 1000 * value + more[0], more[1]
        return Decimal(value), last

    def _group(self) -> tuple[int, Token] | None:
        """A cardinal below one thousand (``two hundred and five``) at the next token or after an ``and``, taken."""
        start = self._at
        if (token := self._next()) and token.key == "and":
            self._at += 1
        small = self._small()
        if small is None:
            self._at = start
            return None
        hundred = self._next()
        if hundred is None or hundred.key != "hundred":
            return small
        self._at += 1
        if (token := self._next()) and token.key == "and":
            self._at += 1
        more = self._small() or (0, hundred)
        return 100 * small[0] + more[0], more[1]

    def _small(self) -> tuple[int, Token] | None:
        """A cardinal below one hundred (``thirty-four``) at the next token, taken."""
        token = self._next()
        if token is None:
            return None
        if token.key in tables.ENGLISH_UNITS:
            self._at += 1
            return tables.ENGLISH_UNITS[token.key], token
        if token.key not in tables.ENGLISH_TENS:
            return None
        self._at += 1
        value = tables.ENGLISH_TENS[token.key]
        unit = self._next()
        if self._close(token, unit) and unit is not None:
            if 0 < tables.ENGLISH_UNITS.get(unit.key, 0) < 10:  # noqa: PLR2004 - units
                self._at += 1
                return value + tables.ENGLISH_UNITS[unit.key], unit
            if tables.ENGLISH_ORDINALS.get(unit.key, 10) < 10:  # noqa: PLR2004 - units
                self._at += 1
                return value + tables.ENGLISH_ORDINALS[unit.key], unit
        return value, token

    def _cardinal(self, token: Token) -> bool:
        first = self._at
        small = self._small()
        if small is not None:
            value, last = small
            readings: frozenset[Reading] = frozenset({Decimal(value)})
            named = first > 0 and token.text[0].isupper()
            required = token.key not in tables.ENGLISH_AMBIGUOUS and not named
            self._finish(Span(token.start, last.end), readings, last, required=required)
            return True
        if token.key not in tables.ENGLISH_SCALES:
            return False
        before = [item.key for item in self._tokens[max(first - 2, 0) : first]]
        half = before[-1:] == ["half"] or before == ["half", "a"]
        nothing = Token("", token.start, token.start)
        self._finish(nothing.span, frozenset({_HALF if half else Decimal(1)}), nothing, required=False)
        return True

    def _word(self, token: Token) -> None:
        key = token.key
        singular = key.removesuffix("s")
        if key in tables.ENGLISH_ORDINALS:
            ordinal = Decimal(tables.ENGLISH_ORDINALS[key])
            self._keep(token, reading.hints(token, tables.ENGLISH_HINTS) | {ordinal})
        elif key in tables.ENGLISH_DECADES:
            self._keep(token, frozenset(reading.short_year(tables.ENGLISH_DECADES[key])))
        elif key in tables.ENGLISH_HINTS:
            self._keep(token, reading.hints(token, tables.ENGLISH_HINTS))
        elif token.text in tables.ENGLISH_MONTHS:
            self._keep(token, frozenset({reading.month(tables.ENGLISH_MONTHS[token.text])}))
        elif singular in tables.ENGLISH_SCALES:
            self._scales |= {tables.ENGLISH_SCALES[singular]} - {_HUNDRED}
        elif token.text.isupper() and (value := reading.roman(token.text)) is not None:
            before = self._next(-1)
            if len(token.text) > 1 or (before is not None and before.text[0].isupper()):
                self._keep(token, frozenset({Decimal(value)}))

    def _keep(self, token: Token, readings: frozenset[Reading]) -> None:
        self._found.append(Number(token.span, readings, required=False))


def _readings(token: Token) -> Iterator[tuple[Span, set[Reading]]]:
    """Each number in a token of digits, with what it may mean; what is written the Italian way has no reading."""
    text = token.text
    if text.isdecimal():
        yield token.span, {reading.number(text)}
    elif _THOUSANDS.fullmatch(text):
        yield token.span, {reading.number(text.replace(",", ""))}
    elif _DECIMAL.fullmatch(text):
        value = reading.number(text)
        whole = isinstance(value, Decimal) and value == int(value) and _ITALIAN.fullmatch(text)
        yield token.span, {text if whole else value} | reading.clock(text)
    elif times := reading.clock(text):
        yield token.span, times
    elif _ITALIAN.fullmatch(text):
        yield token.span, {text}
    else:
        yield from reading.separate(token)


def _decade(text: str) -> set[Reading]:
    """``1990s`` and ``90s`` as the Italian may have them: 1990, 90, and the century that begins with the year."""
    value = int(text[-4:])
    found = reading.short_year(value % 100) | {Decimal(value)}
    if value % 100 == 0:
        found |= {Decimal(value // 100 + 1), Decimal(value % 1000)}
    return found
