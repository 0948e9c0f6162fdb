"""``number-mismatch``: the numbers of the Italian against those of the English."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from translator.quality.addresses import addresses
from translator.quality.check import Pair, Remark
from translator.quality.numbers import english, italian
from translator.quality.numbers.reading import PERCENT
from translator.quality.text import overlaps, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.article import Span
    from translator.quality.numbers.reading import Number


def mismatches(pair: Pair) -> Iterator[Remark]:
    """A remark for each number that is only on one side, and for each whose currency or per cent sign differs.

    A number written in digits must have a partner that may mean the same, wherever it stands and however often; number words
    must too, unless they have other meanings or often become other words. What stands as it is on the other side (in a
    name, a title) or in a glossary term is not asked for.
    """
    source = italian.numbers(pair.source, [span for _, span in addresses(pair.source)])
    target = english.numbers(pair.target, [span for _, span in addresses(pair.target)])
    source_terms = [use.source_span for use in pair.terms]
    target_terms = [use.target_span for use in pair.terms if use.target_span]
    missing = list(_without_partner(pair.source, source, source_terms, pair.target, target))
    extra = list(_without_partner(pair.target, target, target_terms, pair.source, source))
    for one, other in zip_longest(missing, extra):
        yield _remark(pair, one, other)
    yield from _units(pair, source, target)


def _without_partner(
    text: str, numbers: Sequence[Number], terms: Sequence[Span], other_text: str, others: Sequence[Number]
) -> Iterator[Number]:
    known = frozenset().union(*(other.readings for other in others))
    elsewhere: set[str] | None = None
    for number in numbers:
        if not number.required or number.readings & known or overlaps(number.span, terms):
            continue
        if elsewhere is None:
            elsewhere = {word.text for word in words(other_text)}
        surface = _surface(text, number)
        if surface[:1].isdecimal() or surface not in elsewhere:
            yield number


def _surface(text: str, number: Number) -> str:
    return text[number.span.start : number.span.end]


def _remark(pair: Pair, missing: Number | None, extra: Number | None) -> Remark:
    source = _surface(pair.source, missing) if missing else ""
    target = _surface(pair.target, extra) if extra else ""
    if missing and extra:
        if extra.foreign:
            return Remark(f"Number not in English form: {target}", missing.span, extra.span)
        return Remark(f"Number differs: {source} → {target}", missing.span, extra.span)
    if missing:
        return Remark(f"Number missing in the English: {source}", missing.span)
    assert extra is not None  # noqa: S101 - one of the two is there
    return Remark(f"Number not in the Italian: {target}", None, extra.span)


def _units(pair: Pair, source: Sequence[Number], target: Sequence[Number]) -> Iterator[Remark]:
    for number in source:
        partners = [other for other in target if number.unit and other.readings & number.readings]
        units = {other.unit for other in partners}
        if not partners or number.unit in units:
            continue
        lost = not _says_percent(pair.target) if number.unit == PERCENT else "" not in units
        if lost:
            partner = partners[0]
            surface = _surface(pair.source, number)
            yield Remark(f"Unit differs at {surface}: {number.unit} → {partner.unit or 'none'}", number.span, partner.span)


def _says_percent(text: str) -> bool:
    return "%" in text or "percent" in text.casefold() or "per cent" in text.casefold()
