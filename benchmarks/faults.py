"""The robustness set, and what can be wrong with a translation of one of its segments that needs no reader to see.

The columns of the set and how its names and numbers are counted: ``benchmarks/data/README.md``.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translator.article import Span, TermStatus, TermUse
from translator.quality import check_segment

if TYPE_CHECKING:
    from collections.abc import Callable

SET = Path(__file__).parent / "data" / "robustness.tsv"
_FOLDED = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'"), "−": "-"})
_PLACE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Case:
    """A segment of the set. Each item of ``names`` and ``numbers`` has its alternatives, apart by `` / ``."""

    identity: str
    group: str
    source: str
    reference: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]


def cases(path: Path = SET) -> list[Case]:
    """The segments of the set, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(row["id"], row["group"], row["source"], row["reference"], _items(row["names"]), _items(row["numbers"]))
        for row in rows
    ]


def _items(cell: str | None) -> tuple[str, ...]:
    return tuple(item for item in (cell or "").split("|") if item)


def folded(text: str) -> str:
    """``text`` with straight quotation marks and apostrophes and single ordinary spaces."""
    return " ".join(text.translate(_FOLDED).split())


def untranslated(case: Case, target: str) -> bool:
    """The target is the Italian and the reference is not, or three words in a row or more were left in Italian."""
    same = _letters(target) == _letters(case.source) != _letters(case.reference)
    return (bool(target) and same) or _remarked(case, target, "partly-untranslated")


def loops(case: Case, target: str) -> bool:
    """A phrase, or some letters, over and over."""
    return _remarked(case, target, "repetition")


def lost_names(case: Case, target: str) -> list[str]:
    """The names that do not stand in the target, or not as often as they should."""
    return _lost(case.names, lambda item: _found(target, item.removeprefix("~"), _name, any_case=item.startswith("~")))


def lost_numbers(case: Case, target: str) -> list[str]:
    """The numbers that do not stand in the target, or not as often as they should."""
    return _lost(case.numbers, lambda item: _found(target, item, _number, any_case=True))


def empty(_: Case, target: str) -> bool:
    """There is no English."""
    return not target.strip()


def wrong_length(case: Case, target: str) -> bool:
    """Far shorter or longer than human translations of an Italian sentence of this length."""
    return _remarked(case, target, "length-ratio")


FAULTS: dict[str, Callable[[Case, str], object]] = {
    "untranslated": untranslated,
    "loop": loops,
    "lost name": lost_names,
    "lost number": lost_numbers,
    "empty": empty,
    "length": wrong_length,
}


def faults(case: Case, target: str) -> frozenset[str]:
    """The names in :data:`FAULTS` of what is wrong with ``target``."""
    return frozenset(name for name, is_faulty in FAULTS.items() if is_faulty(case, target))


def may_have(case: Case, fault: str) -> bool:
    """Whether a translation of the segment can have the fault at all: without a name none is lost."""
    return bool({"lost name": case.names, "lost number": case.numbers}.get(fault, True))


def _remarked(case: Case, target: str, code: str) -> bool:
    """Whether the product's own check finds fault with the target; Italian inside the listed names is right."""
    terms = tuple(
        TermUse(target[start:end], target[start:end], TermStatus.OK, "decode", _PLACE, Span(start, end))
        for item in case.names
        for start, end in _found(target, item.removeprefix("~"), _name, any_case=item.startswith("~"))
    )
    return bool(check_segment(case.source, target, terms=terms, codes={code}))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _lost(items: tuple[str, ...], places: Callable[[str], list[tuple[int, int]]]) -> list[str]:
    return [item for item, wanted in Counter(items).items() if len(places(item)) < wanted]


def _found(target: str, item: str, pattern: Callable[[str], str], *, any_case: bool) -> list[tuple[int, int]]:
    """Where one of the alternatives of ``item`` stands; the text keeps its length, so the places are the target's own."""
    text = "".join(" " if char.isspace() else char for char in target.translate(_FOLDED))
    forms = sorted((folded(form) for form in item.split(" / ")), key=len, reverse=True)
    flags = re.IGNORECASE if any_case else re.NOFLAG
    return [found.span() for found in re.finditer("|".join(map(pattern, forms)), text, flags)]


def _name(form: str) -> str:
    return "".join(_whole(form))


def _number(form: str) -> str:
    """A number is not part of a longer one: beyond a point, comma or colon at its edge no digit may follow."""
    before, middle, after = _whole(form)
    before += r"(?<!\d[.,:])" if form[0].isdigit() else ""
    after += r"(?![.,:]\d)" if form[-1].isdigit() else ""
    return before + middle + after


def _whole(form: str) -> tuple[str, str, str]:
    """``form`` as a whole word, with what must not stand before and after it: a word character beside one at its edge."""
    before = r"(?<!\w)" if re.match(r"\w", form) else ""
    after = r"(?!\w)" if re.search(r"\w$", form) else ""
    return before, re.escape(form), after
