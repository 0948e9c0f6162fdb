"""Accepted targets out of a damaged file, and into a new one."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from translator.translation.memory.entries import COLUMNS, Accepted, DamagedEntryError, from_row, to_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def salvage(path: Path, *, timeout: float) -> tuple[dict[int, Accepted], bool]:
    """What can be read of the accepted targets in the database ``path``, by their numbers; and whether that is all of them.

    Rows are read from the first and from the last until SQLite can read no further; each is checked against its fingerprint.
    """
    found: dict[int, Accepted] = {}
    complete = False
    # A database that cannot be opened at all holds nothing that can be read.
    with suppress(sqlite3.Error), closing(connect(path, timeout=timeout)) as connection:
        connection.text_factory = bytes
        # Otherwise SQLite reads nothing of a file that is shorter than its header says.
        connection.execute("PRAGMA writable_schema = ON")
        with suppress(sqlite3.DatabaseError):
            # Whoever is still writing there comes first; whoever comes later sees that the file has moved.
            connection.execute("BEGIN IMMEDIATE")
        complete = _read(connection, "ASC", found)
        if not complete:
            _read(connection, "DESC", found)
    return dict(sorted(found.items())), complete


def connect(path: Path, *, timeout: float) -> sqlite3.Connection:
    """A connection to an existing database, without transactions of Python's own; ``timeout`` in seconds."""
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=timeout, isolation_level=None)


def insert(connection: sqlite3.Connection, entries: Mapping[int, Accepted]) -> None:
    """Put salvaged entries, with the numbers that they had, into an empty table of accepted targets."""
    marks = ", ".join("?" * (1 + len(COLUMNS.split(", "))))
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        f"INSERT OR IGNORE INTO accepted (id, {COLUMNS}) VALUES ({marks})",  # noqa: S608 - our own names of columns
        ((number, *to_row(entry)) for number, entry in entries.items()),
    )
    connection.execute("UPDATE changes SET accepted = accepted + 1")
    connection.execute("COMMIT")


def _read(connection: sqlite3.Connection, order: str, found: dict[int, Accepted]) -> bool:
    """Add the entries in one direction to ``found``; whether the end was reached with every row as it was written."""
    sound = True
    try:
        # NOT INDEXED: the table alone, whatever became of its indexes.
        query = f"SELECT id, {COLUMNS} FROM accepted NOT INDEXED ORDER BY id {order}"  # noqa: S608 - our own names of columns
        for number, *row in connection.execute(query):
            try:
                found[number] = from_row(row)
            except DamagedEntryError:
                sound = False
    except sqlite3.DatabaseError:
        return False
    return sound
