"""What a glossary holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What a term names; decides which inflected forms count as the term."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DEMONYM = "demonym"
    TITLE = "title"
    WORK = "work"
    OTHER = "other"


class CaseRule(StrEnum):
    """How a term's source must be written to match.

    ``AS_WRITTEN``: as in the glossary, also in ALL CAPS, never in lower case when the glossary has a capital; a source that
    starts in lower case also matches with a capital at the start of a sentence. ``EXACT``: only as in the glossary.
    ``IGNORE``: in any case.
    """

    AS_WRITTEN = ""
    EXACT = "exact"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry.

    ``source`` and the further ``forms`` are Italian, written out (the reader expands ``nordcoreano/-a/-i/-e``). ``target`` is
    the English form to use; ``target_forms`` are further English forms that are accepted when the model gives them.
    ``context`` is a regular expression that limits where the term matches, see :mod:`translator.glossary.context`. ``line``
    is the entry's line (in a spreadsheet its row) in its file, counted from 1.
    """

    source: str
    target: str
    kind: TermKind = TermKind.OTHER
    case: CaseRule = CaseRule.AS_WRITTEN
    note: str = ""
    target_forms: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    context: str = ""
    line: int = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """All Italian forms, the first one first."""
        return (self.source, *self.forms)


@dataclass(frozen=True, slots=True)
class Glossary:
    """A named list of terms; ``sha256`` is the hash of the file's bytes, in hexadecimal digits."""

    name: str
    sha256: str
    terms: tuple[Term, ...]
