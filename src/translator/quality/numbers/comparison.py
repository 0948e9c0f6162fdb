"""``number-mismatch``: the numbers of the Italian against those of the English."""

from __future__ import annotations

from collections import deque
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from translator.quality.addresses import addresses
from translator.quality.check import Pair, Remark
from translator.quality.numbers import english, italian
from translator.quality.numbers.reading import PERCENT
from translator.quality.text import excerpt, overlaps, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.article import Span
    from translator.quality.numbers.reading import Number, Reading

# A garbled target would have any number of them; these are enough to send a reviewer there.
_MOST = 4


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
    for one, other in islice(_matched(pair, missing, extra), _MOST):
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


def _matched(pair: Pair, missing: Sequence[Number], extra: Sequence[Number]) -> Iterator[tuple[Number | None, Number | None]]:
    """What is missing with what is there instead: first by equal digits, then in order."""
    waiting: dict[str, deque[Number]] = {}
    for other in extra:
        waiting.setdefault(_digits(_surface(pair.target, other)), deque()).append(other)
    same = {one: found.popleft() for one in missing if (found := waiting.get(_digits(_surface(pair.source, one))))}
    yield from same.items()
    taken = set(same.values())
    yield from zip_longest((one for one in missing if one not in same), (other for other in extra if other not in taken))


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text)) or text


def _surface(text: str, number: Number) -> str:
    return text[number.span.start : number.span.end]


def _remark(pair: Pair, missing: Number | None, extra: Number | None) -> Remark:
    source = excerpt(_surface(pair.source, missing)) if missing else ""
    target = excerpt(_surface(pair.target, extra)) if extra else ""
    if missing and extra:
        if extra.foreign and _digits(source) == _digits(target):
            return Remark(f"Number not in English form: {target}", missing.span, extra.span)
        return Remark(f"Number differs: {source} → {target}", missing.span, extra.span)
    if missing:
        return Remark(f"Number missing in the English: {source}", missing.span)
    assert extra is not None  # noqa: S101 - one of the two is there
    return Remark(f"Number not in the Italian: {target}", None, extra.span)


def _units(pair: Pair, source: Sequence[Number], target: Sequence[Number]) -> Iterator[Remark]:
    """A remark for each number that has a unit, and in all places where it stands in the target another or, of shares, none."""
    partners: dict[Reading, dict[str, Number]] = {}
    for other in target:
        for reading in other.readings:
            partners.setdefault(reading, {}).setdefault(other.unit, other)
    percent = _says_percent(pair.target)
    for number in source:
        if not number.unit:
            continue
        units = {unit: other for reading in number.readings for unit, other in partners.get(reading, {}).items()}
        if not units or number.unit in units or ("" in units and (number.unit != PERCENT or percent)):
            continue
        unit, partner = next(iter(units.items()))
        surface = excerpt(_surface(pair.source, number))
        yield Remark(f"Unit differs at {surface}: {number.unit} → {unit or 'none'}", number.span, partner.span)


def _says_percent(text: str) -> bool:
    return "%" in text or "percent" in text.casefold() or "per cent" in text.casefold()
