"""What a glossary holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What a term names; decides which inflected English forms count as the term."""

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

    ``target`` is the form to use; ``target_forms`` are further English forms that are accepted when the model gives them.
    ``line`` is the entry's line in its file, counted from 1.
    """

    source: str
    target: str
    kind: TermKind = TermKind.OTHER
    case: CaseRule = CaseRule.AS_WRITTEN
    note: str = ""
    target_forms: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """A named list of terms; ``sha256`` is the hash of the file's bytes, in hexadecimal digits."""

    name: str
    sha256: str
    terms: tuple[Term, ...]
