"""The numbers of an Italian text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.numbers import reading, tables
from translator.quality.numbers.reading import Number, Reading, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+[,.][0-9]+")
_APOSTROPHES = frozenset("'’‘ʼ")
_HALF = Decimal("0.5")


def numbers(text: str, hidden: Iterable[Span] = ()) -> list[Number]:
    """All numbers of ``text`` outside ``hidden``, and words that may be translated with a number (not required)."""
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
            elif not (self._decade(token) or self._cardinal(token)):
                self._word(token)
                self._at += 1
        return reading.with_scales(self._found, self._bare, self._scales)

    def _next(self, ahead: int = 0) -> Token | None:
        return self._tokens[self._at + ahead] if 0 <= self._at + ahead < len(self._tokens) else None

    def _close(self, before: Token, token: Token | None) -> bool:
        """Whether ``token`` follows with nothing or one space or hyphen between."""
        return token is not None and self._text[before.end : token.start] in {"", " ", "-"}

    def _digits(self, token: Token) -> None:
        parts = list(_readings(token))
        before = self._next(-1)
        self._at += 1
        if len(parts) > 1:
            self._found += [Number(span, frozenset(readings)) for span, readings in parts]
            return
        span, readings = parts[0]
        if reading.after_year(self._text, token, before) or self._apostrophe(token):
            readings |= _shortened(token.text)
        readings |= reading.month_in_date(self._text, token)
        self._finish(span, frozenset(readings), token, required=True)

    def _apostrophe(self, token: Token) -> bool:
        """Whether the digits are those of a shortened year or century: ``'68``, ``l'800``."""
        return token.start > 0 and self._text[token.start - 1] in _APOSTROPHES

    def _finish(self, span: Span, readings: frozenset[Reading], last: Token, *, required: bool) -> None:
        """Take the scale after a number (``1,9 mld``, ``300mila``, ``due milioni e mezzo``) and keep the number."""
        scaled = False
        while True:
            token = self._next()
            scale = tables.ITALIAN_SCALES.get(token.key) if token else None
            if token is None or scale is None or not self._close(last, token):
                break
            self._at += 1
            self._scales.add(scale)
            readings, last, scaled, required = reading.scaled(readings, scale), token, True, True
            more = self._half() or self._rest(scale)
            if more is not None:
                value, last = more
                readings = reading.plus(readings, value * scale if value == _HALF else value)
        whole = Span(span.start, last.end)
        if not scaled:
            self._bare.append(whole)
        self._found.append(Number(whole, readings, required, reading.unit(self._text, whole)))

    def _half(self) -> tuple[Decimal, Token] | None:
        one, other = self._next(), self._next(1)
        if one and other and one.key == "e" and other.key in {"mezzo", "mezza"}:
            self._at += 2
            return _HALF, other
        return None

    def _rest(self, scale: Decimal) -> tuple[Decimal, Token] | None:
        """What is added after the scale: ``un milione e duecentomila``."""
        ahead = 1 if (token := self._next()) and token.key == "e" else 0
        token = self._next(ahead)
        value = None if token is None or token.digits else cardinal(token.key)
        if token is None or not value or value >= scale or value < 100:  # noqa: PLR2004 - "tre milioni e due feriti"
            return None
        self._at += ahead + 1
        return Decimal(value), token

    def _decade(self, token: Token) -> bool:
        """``anni Sessanta``; ``anni '60`` is read by its digits."""
        following = self._next(1)
        if token.key not in {"anni", "decennio"} or following is None or following.key not in tables.italian_tens():
            return False
        value = tables.italian_tens()[following.key]
        self._found.append(Number(following.span, frozenset(reading.short_year(value)), following.text[0].isupper()))
        self._at += 2
        return True

    def _cardinal(self, token: Token) -> bool:
        value = cardinal(token.key)
        following = self._next(1)
        scale = bool(following and following.key in tables.ITALIAN_SCALES and self._close(token, following))
        if value is None and scale and token.key in {"un", "mezzo"}:
            readings: frozenset[Reading] = frozenset({Decimal(1) if token.key == "un" else _HALF})
        elif value is not None:
            readings = frozenset({Decimal(value)}) | reading.hints(token, tables.ITALIAN_HINTS)
        else:
            return False
        century = tables.italian_centuries().get(token.key)
        if century and token.text[0].isupper():
            readings |= {Decimal(century), Decimal(century // 100 + 1)}
        named = self._at > 0 and token.text[0].isupper()
        self._at += 1
        after_per = token.key == "cento" and (before := self._next(-2)) is not None and before.key == "per"
        if not after_per:
            required = token.key not in tables.ITALIAN_AMBIGUOUS and not named
            self._finish(token.span, readings, token, required=required)
        return True

    def _word(self, token: Token) -> None:
        key = token.key
        if key in tables.ITALIAN_SCALES:
            self._scales.add(tables.ITALIAN_SCALES[key])
            self._keep(token, frozenset({tables.ITALIAN_SCALES[key]}))
        elif key in tables.italian_ordinals():
            ordinal = Decimal(tables.italian_ordinals()[key])
            self._keep(token, reading.hints(token, tables.ITALIAN_HINTS) | {ordinal})
        elif key in tables.italian_ages():
            self._keep(token, frozenset({Decimal(tables.italian_ages()[key])}), required=True)
        elif key in tables.ITALIAN_MONTHS:
            self._keep(token, frozenset({reading.month(tables.ITALIAN_MONTHS[key])}))
        elif key in tables.ITALIAN_HINTS:
            self._keep(token, reading.hints(token, tables.ITALIAN_HINTS))
        elif token.text.isupper() and (value := reading.roman(token.text)) is not None:
            following = self._next(1)
            century = following is not None and following.key in {"secolo", "sec", "secoli"}
            self._keep(token, frozenset({Decimal(value)}), required=century)

    def _keep(self, token: Token, readings: frozenset[Reading], *, required: bool = False) -> None:
        self._found.append(Number(token.span, readings, required))


def _readings(token: Token) -> Iterator[tuple[Span, set[Reading]]]:
    """Each number in a token of digits, with what it may mean."""
    text = token.text
    if text.isdecimal():
        yield token.span, {reading.number(text)}
    elif _THOUSANDS.fullmatch(text):
        yield token.span, {reading.number(text.replace(".", "").replace(",", "."))}
    elif _DECIMAL.fullmatch(text):
        yield token.span, {reading.number(text.replace(",", "."))} | reading.clock(text)
    elif times := reading.clock(text):
        yield token.span, times
    else:
        yield from reading.separate(token)


def _shortened(text: str) -> set[Reading]:
    if not text.isdecimal():
        return set()
    if len(text) == 2:  # noqa: PLR2004 - '68
        return reading.short_year(int(text))
    if len(text) == 3 and text.endswith("00"):  # noqa: PLR2004 - l'800
        return {Decimal(1000 + int(text)), Decimal(int(text) // 100 + 11)}
    return set()


def cardinal(key: str) -> int | None:
    """The value of a cardinal in one word (``trecentoquarantamila``), None when ``key`` is none."""
    known = tables.italian_cardinals()
    if key in known:
        return known[key]
    for thousands in ("mila", "mille"):
        before, found, after = key.partition(thousands)
        if not found:
            continue
        count = known.get(before) if thousands == "mila" else (None if before else 1)
        rest = known.get(after, None if after else 0)
        if count is not None and rest is not None:
            return 1000 * count + rest
    return None
