"""What a translation memory holds, and how an entry becomes a row and comes back.

Two sources are the same for the memory when they are equal after :func:`normalised`. The original is kept.

Texts are stored as bytes: a Python string may hold lone surrogates (from a broken file name or a careless program), which
SQLite's own text cannot; UTF-8 with ``surrogatepass`` brings every string back as it was.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What is typed or converted in the place of an apostrophe: quotation marks, modifier letter, accents, prime, full width.
_APOSTROPHES = dict.fromkeys(map(ord, "’‘‛ʼ′`´＇"), "'")

# The columns of the table ``accepted`` in the order of a row; see schema.
COLUMNS = (
    "key, fingerprint, source, target, accepted_at, status, article, article_sha256, segment, reviewer, machine_target, note"
)
Row = tuple[bytes | str, ...]


class DamagedEntryError(Exception):
    """A row does not hold what was once written there."""


class AcceptedStatus(StrEnum):
    """What the reviewer did: ``approved`` the machine's target as it stood, or ``changed`` it."""

    APPROVED = "approved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry is from: the article's file name, the SHA-256 of its content (hexadecimal) and the segment's id."""

    article: str = ""
    sha256: str = ""
    segment: str = ""


NO_ORIGIN = Origin()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A target that a reviewer accepted for a source.

    ``accepted_at`` must have a time zone and is kept in UTC. ``reviewer``, ``machine_target`` (what the machine had written)
    and ``note`` are empty when they are not known. Raises :class:`ValueError` for a time without a zone.
    """

    source: str
    target: str
    accepted_at: datetime
    status: AcceptedStatus = AcceptedStatus.APPROVED
    origin: Origin = NO_ORIGIN
    reviewer: str = ""
    machine_target: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.accepted_at.utcoffset() is None:
            raise ValueError("accepted_at needs a time zone")
        object.__setattr__(self, "accepted_at", self.accepted_at.astimezone(UTC))


@dataclass(frozen=True, slots=True)
class MachineKey:
    """What decides a machine's result: the exact source, the model, and everything else in one opaque string.

    ``recipe`` is the caller's: decoding settings, the terms that matched, the version of the code. Two runs with equal keys
    must give equal results; anything that can change a result belongs in it.
    """

    source: str
    model_sha256: str
    recipe: str

    def digest(self) -> bytes:
        """SHA-256 over the three parts."""
        return digest(encoded(self.source), encoded(self.model_sha256), encoded(self.recipe))


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """An accepted target for a similar source; ``score`` is 0 to 100, see :mod:`translator.translation.memory.fuzzy`."""

    accepted: Accepted
    score: float

    @property
    def source(self) -> str:
        """The similar source, as it was accepted."""
        return self.accepted.source

    @property
    def target(self) -> str:
        """Its accepted target."""
        return self.accepted.target


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of entries: ``added`` are new, ``known`` were there already (with a new date, perhaps).

    ``outdated`` of the added ones are older than another target for the same source, and go to its history only.
    """

    added: int = 0
    known: int = 0
    outdated: int = 0

    def __add__(self, other: Stored) -> Stored:
        """The sum of two parts."""
        return Stored(self.added + other.added, self.known + other.known, self.outdated + other.outdated)


@dataclass(frozen=True, slots=True)
class Stats:
    """What a memory holds.

    ``size`` is that of the files in bytes. ``accepted`` counts the sources that have an accepted target, ``history`` the older
    targets beside them; ``oldest`` and ``newest`` are dates of accepted targets, None when there are none. ``machine`` counts
    the machine's own results, ``machine_bytes`` is what :meth:`Memory.prune` measures, ``models`` the number of results by the
    model's SHA-256. ``journal`` is SQLite's journal mode (``wal``, or ``delete`` where that does not work). ``set_aside`` are
    damaged files of earlier times, which still hold texts.
    """

    path: Path
    size: int
    accepted: int
    history: int
    oldest: datetime | None
    newest: datetime | None
    machine: int
    machine_bytes: int
    models: dict[str, int] = field(default_factory=dict)
    journal: str = "wal"
    set_aside: tuple[Path, ...] = ()


def normalised(source: str) -> str:
    """``source`` for comparison: composed (NFC), one kind of apostrophe, runs of white space one space and none at the ends."""
    return " ".join(unicodedata.normalize("NFC", source).translate(_APOSTROPHES).split())


def source_key(source: str) -> bytes:
    """SHA-256 of the normalised source: what sources are looked up by."""
    return digest(encoded(normalised(source)))


def encoded(text: str) -> bytes:
    """Any string as bytes."""
    return text.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> str:
    """The string that :func:`encoded` was given."""
    return data.decode("utf-8", "surrogatepass")


def digest(*parts: bytes) -> bytes:
    """SHA-256 over ``parts``, each after its length, so that no two sequences of parts run together."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.digest()


def timestamp(moment: datetime) -> str:
    """A moment as text of one length, in UTC, that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_row(entry: Accepted) -> Row:
    """The values of :data:`COLUMNS`."""
    origin = entry.origin
    before = (encoded(entry.source), encoded(entry.target))
    after = tuple(
        encoded(text)
        for text in (origin.article, origin.sha256, origin.segment, entry.reviewer, entry.machine_target, entry.note)
    )
    # Without the date: the same decision on the same segment, made again, is the same entry.
    fingerprint = digest(*before, entry.status.encode(), *after)
    return (source_key(entry.source), fingerprint, *before, timestamp(entry.accepted_at), entry.status.value, *after)


def from_row(row: Sequence[bytes]) -> Accepted:
    """The entry of a row of :data:`COLUMNS` (all bytes). Raises :class:`DamagedEntryError` when it is not as it was written."""
    try:
        source, target, when, status, article, sha256, segment, reviewer, machine_target, note = map(decoded, row[2:])
        entry = Accepted(
            source,
            target,
            datetime.fromisoformat(when),
            AcceptedStatus(status),
            Origin(article, sha256, segment),
            reviewer,
            machine_target,
            note,
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedEntryError("an entry cannot be read") from error
    if to_row(entry)[:2] != tuple(row[:2]):
        raise DamagedEntryError("an entry is not as it was written")
    return entry
