"""What is exchanged: a sentence with its translation, and how far the work on it has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

ITALIAN = "it-IT"
"""The language code that is written for the source."""
ENGLISH = "en-US"
"""The language code that is written for the translation."""


class Status(StrEnum):
    """How far a translation has come: the four states of XLIFF 2, and one between.

    ``INITIAL``: nothing done yet. ``TRANSLATED``: there is a translation. ``QUESTION``: there is one, and something in it that
    a reviewer has to decide. ``REVIEWED``: somebody has checked it. ``FINAL``: nothing more will be changed.

    Source of the four: https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#state
    """

    INITIAL = "initial"
    TRANSLATED = "translated"
    QUESTION = "question"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One entry of a translation memory.

    ``status`` is None when the file does not say. ``created`` and ``changed`` are points in time with a time zone, in whole
    seconds; ``author`` is who changed the entry last, or made it. ``properties`` are (type, value) pairs in the file's order; a
    type may stand more than once, and types of our own start with ``x-``.
    """

    source: str
    target: str
    id: str = ""
    status: Status | None = None
    author: str = ""
    created: datetime.datetime | None = None
    changed: datetime.datetime | None = None
    notes: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
