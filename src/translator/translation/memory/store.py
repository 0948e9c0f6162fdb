"""The translation memory: what reviewers accepted, and what the machine did before, in one SQLite file.

The two are kept apart. An accepted target belongs to the Italian sentence, whatever model or glossary is in use; the newest one
counts, older ones are its history. The machine's own work is a cache: it is found again only under exactly the same source,
model and recipe, and dropping it costs nothing but time.

The texts are confidential: the file is for its owner's eyes only, what is forgotten is overwritten, and no text ever appears in
a note or an error.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Self

from translator.translation.memory import accepted_table, location, machine_table
from translator.translation.memory.entries import (
    NO_ORIGIN,
    Accepted,
    AcceptedStatus,
    FuzzyMatch,
    MachineKey,
    Origin,
    Stats,
    Stored,
    decoded,
    normalised,
    source_key,
    timestamp,
)
from translator.translation.memory.file import MemoryFile
from translator.translation.memory.fuzzy import FuzzyIndex

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = [
    "Accepted",
    "AcceptedStatus",
    "FuzzyMatch",
    "MachineKey",
    "Memory",
    "Origin",
    "Stats",
    "Stored",
    "normalised",
]

MACHINE_BYTES = 256 << 20  # what the machine's own work may take up


def _now() -> datetime:
    return datetime.now(UTC)


class Memory:
    """An open translation memory; close it, or use it in a ``with`` statement.

    ``path`` is the SQLite file, made if it is missing; None for ``memory.sqlite3`` in the user's data folder. ``timeout`` is
    how long to wait for other processes, in seconds. ``clock`` gives the time for what the machine did, and the date in the
    name of a damaged file. Use it in the thread and process that opened it; others open the same file themselves (see
    :mod:`translator.translation.memory.file`).

    The constructor and all methods raise :class:`MemoryStoreError` when the file cannot be used. A damaged file is set aside
    and a new one begun, with what can be salvaged of the accepted targets and a line in :attr:`notes`.
    """

    def __init__(self, path: Path | None = None, *, timeout: float = 30.0, clock: Callable[[], datetime] = _now) -> None:
        self._clock = clock
        self._file = MemoryFile(location.default_path() if path is None else path, timeout=timeout, clock=clock)
        self._fuzzy: tuple[tuple[int, int], FuzzyIndex] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; may be called twice. Everything else raises :class:`ValueError` afterwards."""
        self._file.close()

    @property
    def path(self) -> Path:
        """The file, absolute, links followed."""
        return self._file.path

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know, one line each, as of now: there may be more at the end of the work."""
        return tuple(self._file.notes)

    # What reviewers accepted

    def accepted(self, sources: Iterable[str]) -> dict[str, Accepted]:
        """The newest accepted target of each of ``sources`` that has one, by the source as given."""
        keys = {source: source_key(source) for source in sources}
        found = self._file.read(lambda connection: accepted_table.newest(connection, keys.values()))
        return {source: found[key] for source, key in keys.items() if key in found}

    def history(self, source: str) -> tuple[Accepted, ...]:
        """All targets that were accepted for ``source``, the newest first."""
        return self._file.read(lambda connection: accepted_table.history(connection, source_key(source)))

    def accept(self, entries: Iterable[Accepted]) -> Stored:
        """Add ``entries`` in one transaction, in their order: of two with one date, the later one counts as newer.

        An entry that is there already but for its date gets the later of the two dates.
        """
        given = list(entries)
        return self._file.write(lambda connection: accepted_table.accept(connection, given)) if given else Stored()

    def units(self, *, history: bool = False) -> Iterator[Accepted]:
        """Accepted targets for export, in the order in which they came: the newest of each source, or with all older ones."""
        last = 0
        while page := self._page(last, only_newest=not history):
            yield from (entry for _, entry in page)
            last = page[-1][0]

    def _page(self, after: int, *, only_newest: bool) -> list[tuple[int, Accepted]]:
        return self._file.read(lambda connection: accepted_table.page(connection, after, only_newest=only_newest))

    def import_units(self, units: Iterable[Accepted]) -> Stored:
        """Add what another memory or program exported: for each source the newest target counts, all others are history.

        Stored in batches, so that others need not wait; what is stored before ``units`` raises an error stays.
        """
        remaining, total = iter(units), Stored()
        while batch := list(islice(remaining, accepted_table.BATCH)):
            total += self.accept(batch)
        return total

    def fuzzy(self, source: str, *, threshold: float = 90.0, limit: int = 3) -> list[FuzzyMatch]:
        """Accepted targets of up to ``limit`` other sources that score at least ``threshold`` (0 to 100), best first.

        The same source (see :func:`normalised`) is left out: :meth:`accepted` finds that. The first call reads all sources into
        memory, and so does the first one after a change.
        """
        matches = self._fuzzy_index().search(normalised(source), threshold=threshold, limit=limit)
        found = self.accepted(other for other, _ in matches)
        return [FuzzyMatch(found[other], score) for other, score in matches if other in found]

    def _fuzzy_index(self) -> FuzzyIndex:
        state = (self._file.generation, self._file.read(accepted_table.changes))
        if self._fuzzy is None or self._fuzzy[0] != state:
            changes, sources = self._file.read(
                lambda connection: (accepted_table.changes(connection), accepted_table.sources(connection))
            )
            self._fuzzy = ((self._file.generation, changes), FuzzyIndex(map(normalised, sources)))
        return self._fuzzy[1]

    # What the machine did

    def recall(self, keys: Iterable[MachineKey]) -> dict[MachineKey, str]:
        """The results that are remembered under ``keys``; they count as used now."""
        digests = {key: key.digest() for key in keys}
        if not digests:
            return {}
        found = self._file.read(lambda connection: machine_table.recall(connection, list(digests.values())))
        if found:
            now = timestamp(self._clock())
            self._file.write_if_free(lambda connection: machine_table.touch(connection, found, now))
        return {key: found[value] for key, value in digests.items() if value in found}

    def remember(self, results: Mapping[MachineKey, str], *, origin: Origin = NO_ORIGIN) -> None:
        """Keep ``results`` (any string, such as JSON) under their keys, in place of what was there.

        ``origin`` is the article that they are from, so that it can be forgotten; its segment does not matter.
        """
        now = timestamp(self._clock())
        rows = [machine_table.row(key, result, origin, now) for key, result in results.items()]
        if rows:
            self._file.write(lambda connection: machine_table.remember(connection, rows))

    def prune(self, *, max_bytes: int | None = MACHINE_BYTES, max_age: timedelta | None = None) -> int:
        """Drop the machine's work that was not used for ``max_age``, and the least recently used beyond ``max_bytes``.

        None for no limit. Accepted targets are never dropped. Gives the number of results that were dropped.
        """
        oldest = "" if max_age is None else timestamp(self._clock() - max_age)
        return self._removed(
            lambda connection: machine_table.prune(connection, max_bytes=max_bytes, oldest=oldest), rewrite=False
        )

    # The whole

    def stats(self) -> Stats:
        """What the memory holds."""
        return self._file.read(self._stats)

    def _stats(self, connection: sqlite3.Connection) -> Stats:
        total, sources, oldest, newest = connection.execute(
            "SELECT count(*), count(DISTINCT key), min(accepted_at), max(accepted_at) FROM accepted"
        ).fetchone()
        machine, machine_bytes = connection.execute("SELECT count(*), coalesce(sum(size), 0) FROM machine").fetchone()
        models = connection.execute("SELECT model, count(*) FROM machine GROUP BY model ORDER BY model").fetchall()
        return Stats(
            path=self.path,
            size=location.size(self.path),
            accepted=sources,
            history=total - sources,
            oldest=None if oldest is None else datetime.fromisoformat(decoded(oldest)),
            newest=None if newest is None else datetime.fromisoformat(decoded(newest)),
            machine=machine,
            machine_bytes=machine_bytes,
            models={decoded(model): count for model, count in models},
            journal=decoded(connection.execute("PRAGMA journal_mode").fetchone()[0]),
            set_aside=location.files_set_aside(self.path),
        )

    def forget(
        self, *, sources: Iterable[str] | None = None, before: datetime | None = None, article: str | None = None
    ) -> int:
        """Remove what fits all that is given, of reviewers and machine alike; gives the number of entries removed.

        ``sources``: only these sentences (see :func:`normalised`). ``before``: only what was accepted or made before (with time
        zone). ``article``: only what is from the article with this file name or SHA-256; a result of the machine counts as from
        the article that it was last made for. The file is written anew, so that nothing of it is left there. Raises
        :class:`ValueError` when nothing is given, or a time without a zone.
        """
        if sources is None and before is None and article is None:
            raise ValueError("say what to forget")
        if before is not None and before.utcoffset() is None:
            raise ValueError("before needs a time zone")
        keys = None if sources is None else list({source_key(source) for source in sources})
        moment = None if before is None else timestamp(before)
        return self._removed(
            lambda connection: accepted_table.forget(connection, keys=keys, before=moment, article=article), rewrite=True
        )

    def forget_machine_work(self) -> int:
        """Remove all of the machine's own work, and nothing else; gives the number of results removed."""
        return self._removed(lambda connection: connection.execute("DELETE FROM machine").rowcount, rewrite=True)

    def forget_everything(self) -> int:
        """Remove all entries; gives their number. Damaged files that were set aside earlier stay, and notes name them."""

        def work(connection: sqlite3.Connection) -> int:
            accepted_table.count_change(connection)
            return sum(connection.execute(query).rowcount for query in ("DELETE FROM accepted", "DELETE FROM machine"))

        count = self._removed(work, rewrite=True)
        self._file.notes.extend(
            f"{path}: a damaged memory that was set aside earlier still holds texts; delete it if you need nothing of it"
            for path in location.files_set_aside(self.path)
        )
        return count

    def _removed(self, work: Callable[[sqlite3.Connection], int], *, rewrite: bool) -> int:
        self._fuzzy = None  # it holds texts, too
        count = self._file.write(work)
        if count:
            self._file.shrink(rewrite=rewrite)
        return count
