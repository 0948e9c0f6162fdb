"""The queries on the machine's own work; each function works inside a transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.translation.memory.accepted_table import batches, marks
from translator.translation.memory.entries import MachineKey, Origin, decoded, digest, encoded, source_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_OVERHEAD = 450  # bytes that a result takes on the disk beside its own: keys, dates, indexes (measured on 10,000)


def recall(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, str]:
    """The results under ``keys``. One whose bytes have changed on the disk is as good as none."""
    found: dict[bytes, str] = {}
    for batch in batches(keys):
        query = f"SELECT key, result, checksum FROM machine WHERE key IN ({marks(batch)})"  # noqa: S608 - marks only
        rows = connection.execute(query, batch).fetchall()
        found |= {key: decoded(result) for key, result, checksum in rows if checksum == digest(key, result)}
    return found


def touch(connection: sqlite3.Connection, keys: Iterable[bytes], now: str) -> None:
    """Note that the results under ``keys`` were used ``now``."""
    connection.executemany("UPDATE machine SET used_at = ? WHERE key = ?", [(now, key) for key in keys])


def row(key: MachineKey, result: str, origin: Origin, now: str) -> tuple[bytes | str | int, ...]:
    """The values of a row of the table ``machine``."""
    name, data = key.digest(), encoded(result)
    return (
        name,
        source_key(key.source),
        encoded(key.model_sha256),
        encoded(origin.article),
        encoded(origin.sha256),
        data,
        digest(name, data),
        len(data) + _OVERHEAD,
        now,
        now,
    )


def remember(connection: sqlite3.Connection, rows: Iterable[tuple[bytes | str | int, ...]]) -> None:
    """Put ``rows`` in the place of what was there."""
    connection.executemany("INSERT OR REPLACE INTO machine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def prune(connection: sqlite3.Connection, *, max_bytes: int | None, oldest: str) -> int:
    """Drop results last used before ``oldest``, then the least recently used beyond ``max_bytes``; gives their number."""
    removed = connection.execute("DELETE FROM machine WHERE used_at < ?", (oldest,)).rowcount
    if max_bytes is None:
        return removed
    total, drop = 0, []
    for rowid, size in connection.execute("SELECT rowid, size FROM machine ORDER BY used_at DESC, rowid DESC"):
        total += size
        if total > max_bytes:
            drop.append((rowid,))
    connection.executemany("DELETE FROM machine WHERE rowid = ?", drop)
    return removed + len(drop)
