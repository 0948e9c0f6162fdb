"""The queries on reviewers' accepted targets; each function works inside a transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.translation.memory.entries import COLUMNS, Accepted, Row, Stored, decoded, encoded, from_row, to_row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

BATCH = 500  # older builds of SQLite take 999 values in a query

_SELECT = f"SELECT {COLUMNS} FROM accepted "  # noqa: S608 - our own names of columns
_INSERT = f"INSERT OR IGNORE INTO accepted ({COLUMNS}) VALUES ({', '.join('?' * len(COLUMNS.split(', ')))})"  # noqa: S608
# The newest accepted target of a source: of two with one date, the one that came later.
_NEWEST = "id = (SELECT id FROM accepted AS other WHERE other.key = accepted.key ORDER BY accepted_at DESC, id DESC LIMIT 1)"


def newest(connection: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, Accepted]:
    """The newest accepted target under each of ``keys`` that has one."""
    found: dict[bytes, Accepted] = {}
    for batch in batches(list(dict.fromkeys(keys))):
        rows = connection.execute(f"{_SELECT} WHERE key IN ({marks(batch)}) AND {_NEWEST}", batch).fetchall()
        found |= {row[0]: from_row(row) for row in rows}
    return found


def history(connection: sqlite3.Connection, key: bytes) -> tuple[Accepted, ...]:
    """All accepted targets under ``key``, the newest first."""
    rows = connection.execute(f"{_SELECT} WHERE key = ? ORDER BY accepted_at DESC, id DESC", (key,)).fetchall()
    return tuple(map(from_row, rows))


def page(connection: sqlite3.Connection, after: int, *, only_newest: bool) -> list[tuple[int, Accepted]]:
    """The next entries after the number ``after``, with their numbers."""
    condition = f"AND {_NEWEST}" if only_newest else ""
    query = f"SELECT id, {COLUMNS} FROM accepted WHERE id > ? {condition} ORDER BY id LIMIT {BATCH}"  # noqa: S608 - our own
    return [(number, from_row(row)) for number, *row in connection.execute(query, (after,)).fetchall()]


def sources(connection: sqlite3.Connection) -> list[str]:
    """One of the spellings of every source."""
    return [decoded(source) for (source,) in connection.execute("SELECT source FROM accepted GROUP BY key").fetchall()]


def accept(connection: sqlite3.Connection, entries: Iterable[Accepted]) -> Stored:
    """Add ``entries`` in their order."""
    added = known = outdated = 0
    for entry in entries:
        row = to_row(entry)
        key, fingerprint, _, _, when, *_ = row
        query = "SELECT 1 FROM accepted WHERE key = ? AND accepted_at > ? LIMIT 1"
        has_newer = connection.execute(query, (key, when)).fetchone() is not None
        # Taken out and put in again, so that it comes after others of the same date.
        query = "DELETE FROM accepted WHERE fingerprint = ? AND accepted_at <= ?"
        removed = connection.execute(query, (fingerprint, when)).rowcount
        if connection.execute(_INSERT, row).rowcount and not removed:
            added += 1
            outdated += has_newer
        else:
            known += 1
    count_change(connection)
    return Stored(added, known, outdated)


def changes(connection: sqlite3.Connection) -> int:
    """A number that is another one after every change of accepted targets, by any process."""
    return int(connection.execute("SELECT accepted FROM changes").fetchone()[0])


def count_change(connection: sqlite3.Connection) -> None:
    """Make :func:`changes` give another number."""
    connection.execute("UPDATE changes SET accepted = accepted + 1")


def forget(connection: sqlite3.Connection, *, keys: Sequence[bytes] | None, before: str | None, article: str | None) -> int:
    """Remove the entries that fit all that is given, of reviewers and machine; gives their number."""
    count_change(connection)
    count = 0
    for batch in [None] if keys is None else batches(keys):
        count += _delete(connection, "accepted", _conditions(("key", batch), ("accepted_at", before), article))
        count += _delete(connection, "machine", _conditions(("source_key", batch), ("made_at", before), article))
    return count


def _conditions(
    keys: tuple[str, Sequence[bytes] | None], before: tuple[str, str | None], article: str | None
) -> Iterator[tuple[str, Row]]:
    """SQL conditions with their values, for columns and what is asked of them."""
    if keys[1] is not None:
        yield f"{keys[0]} IN ({marks(keys[1])})", tuple(keys[1])
    if before[1] is not None:
        yield f"{before[0]} < ?", (before[1],)
    if article is not None:
        yield "(article = ? OR article_sha256 = ?)", (encoded(article), encoded(article))


def _delete(connection: sqlite3.Connection, table: str, conditions: Iterable[tuple[str, Row]]) -> int:
    terms, values = zip(*conditions, strict=True)
    query = f"DELETE FROM {table} WHERE {' AND '.join(terms)}"  # noqa: S608 - our own names
    return connection.execute(query, [value for some in values for value in some]).rowcount


def batches(values: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """``values`` in parts that fit one query."""
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))


def marks(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))
