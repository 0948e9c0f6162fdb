"""What a target must hold: the required forms, and where they stand in a finished text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.terms import TermKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_INFLECTED = frozenset({TermKind.DEMONYM, TermKind.TITLE})


@dataclass(frozen=True, slots=True)
class Requirement:
    """A form that a segment's target must hold, for the words of its source at ``span``.

    ``forms``: the form to use, then further accepted ones. ``capitals``: the source stands in ALL CAPS, so the target may.
    ``name``: asked for by the name guard, not by a glossary. ``certain``: surely a name, whatever the model makes of it.
    """

    span: Span
    surface: str
    forms: tuple[str, ...]
    kind: TermKind = TermKind.OTHER
    capitals: bool = False
    name: bool = False
    certain: bool = False

    @property
    def form(self) -> str:
        """The form to put into the text."""
        return self.forms[0].upper() if self.capitals else self.forms[0]


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...], kind: TermKind, any_case: bool) -> re.Pattern[str]:
    """The forms as whole words. Possessives stand outside; demonyms and titles may have a plural, titles any letter case."""
    written = sorted((form.translate(_APOSTROPHES) for form in forms), key=len, reverse=True)
    alternatives = "|".join(_either_initial(form) for form in written)
    plural = "(?:e?s)?" if kind in _INFLECTED else ""
    flags = re.IGNORECASE if any_case or kind is TermKind.TITLE else re.NOFLAG
    return re.compile(rf"(?<!\w)(?:{alternatives}){plural}(?!\w)", flags)


def _either_initial(form: str) -> str:
    """A form whose first word is in lower case, or an article, may be capitalised as a sentence's first word is, and back."""
    first = form[:1]
    if first.islower() or form.lower().startswith("the "):
        return f"[{re.escape(first.lower())}{re.escape(first.upper())}]{re.escape(form[1:])}"
    return re.escape(form)


def locate(target: str, requirements: Sequence[Requirement]) -> tuple[Span | None, ...]:
    """Where each requirement stands in ``target`` as whole words; None where it does not.

    Each place is used once; longer forms choose first.
    """
    plain = target.translate(_APOSTROPHES)
    spans: list[Span | None] = [None] * len(requirements)
    taken: list[Span] = []
    order = sorted(range(len(requirements)), key=lambda number: -len(requirements[number].forms[0]))
    for number in order:
        requirement = requirements[number]
        for found in _pattern(requirement.forms, requirement.kind, requirement.capitals).finditer(plain):
            span = Span(*found.span())
            if all(span.end <= other.start or other.end <= span.start for other in taken):
                spans[number] = span
                taken.append(span)
                break
    return tuple(spans)
