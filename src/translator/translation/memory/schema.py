"""The tables of a translation memory, and how a file is made ready for use.

A file is ours when SQLite's ``application_id`` says so; ``user_version`` is the number of migrations that it has been through.
Nothing is written to a file before that is known.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

from translator.errors import MemoryStoreError
from translator.translation.memory.entries import COLUMNS, DamagedEntryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

APPLICATION_ID = int.from_bytes(b"ItEn", "big")
# SQLite reads a file of this size in some ten milliseconds; what is larger is checked as it is used.
_CHEAP_BYTES = 8 << 20
_PAUSE = 0.02  # seconds between two tries

_SETTINGS = (
    "secure_delete = ON",  # what is forgotten is overwritten
    "temp_store = MEMORY",  # no copies of the texts in the folder for temporary files
    "journal_size_limit = 4194304",  # a large import need not leave a large log
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

_FIRST = (
    # AUTOINCREMENT: a number is never used twice, so that a later entry always has a higher one.
    """CREATE TABLE accepted (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key BLOB NOT NULL,
        fingerprint BLOB NOT NULL UNIQUE,
        source BLOB NOT NULL,
        target BLOB NOT NULL,
        accepted_at TEXT NOT NULL,
        status TEXT NOT NULL,
        article BLOB NOT NULL,
        article_sha256 BLOB NOT NULL,
        segment BLOB NOT NULL,
        reviewer BLOB NOT NULL,
        machine_target BLOB NOT NULL,
        note BLOB NOT NULL
    )""",
    "CREATE INDEX accepted_by_key ON accepted (key, accepted_at)",
    """CREATE TABLE machine (
        key BLOB PRIMARY KEY NOT NULL,
        source_key BLOB NOT NULL,
        model BLOB NOT NULL,
        article BLOB NOT NULL,
        article_sha256 BLOB NOT NULL,
        result BLOB NOT NULL,
        checksum BLOB NOT NULL,
        size INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        used_at TEXT NOT NULL
    )""",
    "CREATE INDEX machine_by_use ON machine (used_at, size)",
    # Counts the changes of accepted targets, for those who keep a copy of the sources in memory.
    "CREATE TABLE changes (accepted INTEGER NOT NULL)",
    "INSERT INTO changes VALUES (0)",
)


def _create(connection: sqlite3.Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


# The function at n takes a file from version n to n + 1, inside a transaction.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_create,)


def primary_code(error: BaseException) -> int | None:
    """SQLite's primary result code of ``error``; None when it is not from SQLite itself."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def prepare(connection: sqlite3.Connection, path: Path, *, timeout: float, alone: bool = False) -> None:
    """Make a new connection to the file ``path`` ready: settings, journal, tables, and a check where it is cheap.

    ``timeout`` is in seconds. ``alone``: do without memory that is shared with other processes, and without a write-ahead log
    from now on. Raises :class:`MemoryStoreError` for a file of another program or a newer version (the file is left as it is),
    :class:`DamagedEntryError` or :class:`sqlite3.DatabaseError` for a damaged one.
    """
    connection.text_factory = bytes
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    version = _version(connection, path)
    if version == 0:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    if alone:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA locking_mode = NORMAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # gives the exclusive lock up
    elif version == 0:
        _begin_log(connection, timeout)
    if version < len(MIGRATIONS):
        _migrate(connection, path)
    else:
        _check(connection)


def needs_to_be_alone(error: BaseException) -> bool:
    """Whether ``error`` is what SQLite says where a file system cannot share memory between processes."""
    return primary_code(error) in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file, 0 for an empty one; all from one snapshot."""
    connection.execute("BEGIN")
    try:
        return _version_inside(connection, path)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version_inside(connection: sqlite3.Connection, path: Path) -> int:
    application, version, tables = (
        int(connection.execute(query).fetchone()[0])
        for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if application == APPLICATION_ID:
        if version > len(MIGRATIONS):
            raise MemoryStoreError(
                f"{path}: this translation memory was made by a newer version of translator; update translator, or name "
                "another file for the memory"
            )
        return version
    if application or version or tables:
        raise MemoryStoreError(f"{path}: belongs to another program; name another file for the translation memory")
    return 0


def _begin_log(connection: sqlite3.Connection, timeout: float) -> None:
    """Use a write-ahead log from now on, if SQLite finds that it can; changing to it does not wait for others by itself."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if primary_code(error) not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been first.
        version = _version_inside(connection, path)
        for migration in MIGRATIONS[version:]:
            migration(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check(connection: sqlite3.Connection) -> None:
    """Raise when tables are missing or, in a small file, when SQLite finds its structure broken."""
    try:
        connection.execute(f"SELECT id, {COLUMNS} FROM accepted LIMIT 0")  # noqa: S608 - our own names of columns
        connection.execute(
            "SELECT key, source_key, model, article, article_sha256, result, checksum, size, made_at, used_at "
            "FROM machine LIMIT 0"
        )
        counted = connection.execute("SELECT count(*) FROM changes").fetchone()[0]
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:
            raise
        raise DamagedEntryError(str(error)) from error
    if counted != 1:
        raise DamagedEntryError("its count of changes is lost")
    pages, page_size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if pages * page_size <= _CHEAP_BYTES:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != b"ok":
            raise DamagedEntryError("SQLite finds its structure broken")
