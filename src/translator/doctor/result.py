"""What an examination finds, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "translator.doctor/1"
"""The form of :func:`as_data`; a change that breaks readers gets another number."""

Facts = dict[str, str | int | float | bool | None]


class Verdict(StrEnum):
    """How good or bad a result is: with a ``FAULT`` no article can be translated as usual."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing looked at.

    ``check`` is the family, stable for scripts (one of :data:`translator.doctor.CHECKS`); ``what`` the thing itself;
    ``detail`` one line on it; ``remedy`` one line on what to do, empty where there is nothing to do. ``facts`` are the values
    behind the detail: sizes in bytes, times in seconds.
    """

    check: str
    what: str
    verdict: Verdict
    detail: str
    remedy: str = ""
    facts: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """All results, in the order in which they were found."""

    version: str
    results: tuple[Result, ...]

    @property
    def can_translate(self) -> bool:
        """Whether an article can be translated: there is no fault."""
        return self.count(Verdict.FAULT) == 0

    def count(self, verdict: Verdict) -> int:
        """How many results have this verdict."""
        return sum(result.verdict is verdict for result in self.results)


def as_data(examination: Examination) -> dict[str, object]:
    """The examination as what JSON can hold: documented in docs/installation.md."""
    return {
        "schema": SCHEMA,
        "translator": examination.version,
        "can_translate": examination.can_translate,
        "checks": [
            {
                "check": result.check,
                "what": result.what,
                "verdict": str(result.verdict),
                "detail": result.detail,
                "remedy": result.remedy or None,
                "facts": dict(result.facts),
            }
            for result in examination.results
        ],
    }


def size(number: float) -> str:
    """A number of bytes for people: ``87.2 MB``."""
    for unit, step in (("GB", 1e9), ("MB", 1e6)):
        if number >= step:
            return f"{number / step:.1f} {unit}"
    return f"{number / 1e3:.1f} kB"
