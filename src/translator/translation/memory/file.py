"""The open file of a translation memory: transactions, waiting for other processes, and beginning again when it is damaged.

Several processes may use one file at once: each does one short transaction at a time, and a writer waits for the one before it.
That needs SQLite's write-ahead log, and this needs shared memory: one machine and a local disk. Where a file system refuses it,
a rollback journal is used instead. A network file system may allow it though it does not work between machines: keep the file
local.

A connection belongs to one thread of one process; it must not be taken along by a fork.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from translator.errors import MemoryStoreError
from translator.translation.memory import location, schema
from translator.translation.memory.entries import DamagedEntryError
from translator.translation.memory.salvage import connect, insert, salvage
from translator.translation.memory.schema import primary_code

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path

    Work = Callable[[sqlite3.Connection], "Result"]

Result = TypeVar("Result")

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# More than enough for every process that finds the damage to be second once.
_ATTEMPTS = 5
_OTHER_FILE = "name another file for the translation memory"


class _MovedError(Exception):
    """Another file has taken the place of the one that is open."""


class MemoryFile:
    """An open, sound database at ``path`` (absolute, links followed).

    ``timeout`` is how long to wait for other processes, in seconds; ``clock`` gives the date for the name of a damaged file.
    ``notes`` are things that the user should know, one line each; they may become more with every use.

    All methods raise :class:`MemoryStoreError`; what is called after that tries to open the file again. After :meth:`close`
    they raise :class:`ValueError`.
    """

    def __init__(self, path: Path, *, timeout: float, clock: Callable[[], datetime.datetime]) -> None:
        self.path = location.resolve(path)
        self.timeout = timeout
        self.notes: list[str] = []
        # How often the file was opened: what is kept in memory of an earlier one is worth nothing.
        self.generation = 0
        self._clock = clock
        self._identity: tuple[int, int] | None = None
        self._is_closed = False
        self._connection: sqlite3.Connection | None = self._open()

    def read(self, work: Work[Result]) -> Result:
        """What ``work`` gives, all its queries answered from one state of the file. It may be called twice."""
        return self._do(work, "BEGIN")

    def write(self, work: Work[Result]) -> Result:
        """What ``work`` gives, its changes made together or not at all. It may be called twice."""
        return self._do(work, "BEGIN IMMEDIATE")

    def write_if_free(self, work: Work[None]) -> None:
        """:meth:`write`, or nothing when another process is writing."""
        connection = self._current()
        connection.execute("PRAGMA busy_timeout = 0")
        # Whatever else is wrong is found, and said, by those who need an answer.
        with suppress(_MovedError, sqlite3.DatabaseError):
            self._attempt(connection, work, "BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA busy_timeout = {int(self.timeout * 1000)}")

    def shrink(self, *, rewrite: bool) -> None:
        """Give free space back, and keep no copies of what was removed in the log; ``rewrite``: write the whole file anew.

        Where that is not possible now, a note says so: what was removed stays removed.
        """
        connection = self._current()
        try:
            # As a script: execute() takes the first step of this pragma only, which frees one page.
            connection.executescript("VACUUM" if rewrite else "PRAGMA incremental_vacuum")
            # DELETE mode keeps no log, and answers (0, -1, -1).
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.DatabaseError as error:
            reason = str(error)
        else:
            reason = "another program is reading it" if busy else ""
        if reason:
            self.notes.append(
                f"{self.path}: the entries are removed, but traces may stay in the file for now ({reason}); remove some again "
                "when no other program uses it"
            )

    def close(self) -> None:
        """Close the file; the last process to do so leaves one file only."""
        self._drop()
        self._is_closed = True

    def _current(self) -> sqlite3.Connection:
        """The open connection; a new one after an error or a move."""
        if self._is_closed:
            raise ValueError("the translation memory is closed")
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _do(self, work: Work[Result], begin: str) -> Result:
        for _ in range(_ATTEMPTS):
            try:
                return self._attempt(self._current(), work, begin)
            except _MovedError:
                self._drop()
            except sqlite3.ProgrammingError:
                raise  # in another thread: the caller's mistake
            except (sqlite3.DatabaseError, DamagedEntryError) as error:
                if not _is_damage(error):
                    raise self._explained(error) from error
                self._drop()
                self._connection = self._begin_again(error)
        raise MemoryStoreError(
            f"{self.path}: the translation memory is damaged again and again; check the disk, or {_OTHER_FILE}"
        )

    def _attempt(self, connection: sqlite3.Connection, work: Work[Result], begin: str) -> Result:
        connection.execute(begin)
        try:
            self._check_moved()
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise
        return result

    def _check_moved(self) -> None:
        if self._identity is None or location.identity(self.path) != self._identity:
            raise _MovedError

    def _open(self) -> sqlite3.Connection:
        for _ in range(_ATTEMPTS):
            self.notes.extend(location.prepare(self.path))
            try:
                with location.folder_lock(self.path.parent, exclusive=False, timeout=self.timeout):
                    return self._connect()
            except _MovedError:
                continue
            except (sqlite3.DatabaseError, DamagedEntryError) as error:
                if not _is_damage(error):
                    raise self._explained(error) from error
                return self._begin_again(error)
        raise MemoryStoreError(f"{self.path}: the file is replaced again and again; wait until the other program has finished")

    def _connect(self) -> sqlite3.Connection:
        """A connection to what is at the path now; raises what SQLite raises, and :class:`_MovedError`."""
        self.generation += 1
        self._identity = location.identity(self.path)
        try:
            try:
                return self._prepared(alone=False)
            except sqlite3.OperationalError as error:
                if not schema.needs_to_be_alone(error):
                    raise
                return self._prepared(alone=True)
        except sqlite3.OperationalError:
            self._check_moved()
            raise

    def _prepared(self, *, alone: bool) -> sqlite3.Connection:
        connection = connect(self.path, timeout=self.timeout)
        try:
            schema.prepare(connection, self.path, timeout=self.timeout, alone=alone)
            # Looked at after the first reading: SQLite opens the log only then, and by its name.
            self._check_moved()
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin_again(self, damage: Exception) -> sqlite3.Connection:
        """Set the damaged file aside and begin a new one with what can be salvaged, unless another process has done so."""
        if not location.is_named_as_database(self.path) and primary_code(damage) == sqlite3.SQLITE_NOTADB:
            raise MemoryStoreError(f"{self.path}: is not a translation memory; {_OTHER_FILE}") from damage
        try:
            with location.folder_lock(self.path.parent, exclusive=True, timeout=self.timeout):
                if location.identity(self.path) != self._identity:
                    location.prepare(self.path)
                    return self._connect()
                return self._replace(damage)
        except (sqlite3.DatabaseError, DamagedEntryError, _MovedError) as error:
            raise self._explained(error) from error

    def _replace(self, damage: Exception) -> sqlite3.Connection:
        aside = location.set_aside(self.path, self._clock().date())
        try:
            location.create(self.path)
            connection = self._connect()
            try:
                entries, complete = salvage(aside, timeout=self.timeout)
                insert(connection, entries)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            location.put_back(aside, self.path)  # so that the next try can salvage
            raise
        saved = f"{len(entries)}" + ("" if complete else " (more could not be read)")
        self.notes.append(
            f"{self.path}: the translation memory was damaged ({damage}); it is now {aside.name}, and a new one is begun; "
            f"accepted targets saved from it: {saved}"
        )
        return connection

    def _explained(self, error: Exception) -> MemoryStoreError:
        code = primary_code(error)
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}:
            advice = (
                f"another program has kept the translation memory locked for {self.timeout:g} s; wait until it has finished"
            )
        elif code == sqlite3.SQLITE_FULL:
            advice = "the disk is full; make room for the translation memory"
        elif code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
            advice = f"no permission to write; change the permissions of file and folder, or {_OTHER_FILE}"
        elif code == sqlite3.SQLITE_CANTOPEN:
            advice = f"cannot be opened; check the folder's permissions and what stands beside the file, or {_OTHER_FILE}"
        elif code == sqlite3.SQLITE_IOERR:
            advice = f"cannot be read or written (disk error); check the disk, or {_OTHER_FILE}"
        else:
            advice = f"cannot be used as translation memory ({error}); {_OTHER_FILE}"
        return MemoryStoreError(f"{self.path}: {advice}")


def _is_damage(error: Exception) -> bool:
    return isinstance(error, DamagedEntryError) or primary_code(error) in _DAMAGED
