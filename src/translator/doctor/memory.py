"""The translation memory, looked at without changing it: a damaged one is left for the next translation to set aside."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from translator.doctor.result import Facts, Result, Verdict, size
from translator.errors import MemoryStoreError
from translator.translation.memory import location, schema
from translator.translation.memory.salvage import connect

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 5.0  # seconds, for another process that is writing
_ELSEWHERE = "give translate --memory FILE, or --no-memory"
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def check_memory(path: Path | None) -> Result:
    """The memory in the file ``path`` (None: the user's own): where it is, whether it opens, and what it holds."""
    wanted = location.default_path() if path is None else path
    try:
        place = location.resolve(wanted)
        facts: Facts = {"path": str(place), "bytes": location.size(place)}
        obstacle = _obstacle(place)
    except (MemoryStoreError, OSError) as error:
        return _result(Verdict.FAULT, f"{wanted}: cannot be reached ({getattr(error, 'strerror', None) or error})", _ELSEWHERE)
    if obstacle:
        return _result(Verdict.FAULT, f"{place}: {obstacle}", f"change the permissions, or {_ELSEWHERE}", facts)
    if not place.exists():
        return _result(Verdict.WARNING, f"none yet ({place})", "nothing to do: the first translation makes it", facts)
    try:
        return _opened(place, facts)
    except sqlite3.DatabaseError as error:
        if schema.primary_code(error) in _DAMAGED:
            return _damaged(place, str(error), facts)
        return _result(Verdict.FAULT, f"{place}: cannot be opened ({error})", _ELSEWHERE, facts)


def _obstacle(place: Path) -> str:
    """Why a translation could not use a file there; empty if it could."""
    if place.exists():
        if not place.is_file():
            return "is not an ordinary file"
        return (
            "" if os.access(place, os.R_OK | os.W_OK) and os.access(place.parent, os.W_OK) else "no permission to write there"
        )
    folder = next(parent for parent in place.parents if parent.exists())
    if not folder.is_dir():
        return f"{folder} is not a folder"
    return "" if os.access(folder, os.W_OK | os.X_OK) else f"no permission to write in {folder}"


def _opened(place: Path, facts: Facts) -> Result:
    """Raises what SQLite raises."""
    with closing(connect(place, timeout=_WAIT)) as connection:
        connection.execute("PRAGMA query_only = ON")
        application, version, tables = (
            connection.execute(query).fetchone()[0]
            for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if application != schema.APPLICATION_ID:
            if application or version or tables:
                return _result(Verdict.FAULT, f"{place}: belongs to another program", _ELSEWHERE, facts)
            return _result(Verdict.OK, f"empty ({place})", facts=facts)
        if version > len(schema.MIGRATIONS):
            detail = f"{place}: was made by a newer version of translator"
            return _result(Verdict.FAULT, detail, f"update translator, or {_ELSEWHERE}", facts)
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            return _damaged(place, str(found), facts)
        for table in ("accepted", "machine"):
            facts[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - two names of ours
    held = f"{facts['accepted']:,} accepted and {facts['machine']:,} of the machine's sentences"
    return _result(Verdict.OK, f"{held}, {size(location.size(place))} ({place})", facts=facts)


def _damaged(place: Path, reason: str, facts: Facts) -> Result:
    if not location.is_named_as_database(place):
        return _result(Verdict.FAULT, f"{place}: is not a translation memory", _ELSEWHERE, facts)
    remedy = "run 'translator memory stats': it sets the file aside and saves what can be read"
    return _result(Verdict.WARNING, f"{place}: is damaged ({' '.join(reason.split())})", remedy, facts)


def _result(verdict: Verdict, detail: str, remedy: str = "", facts: Facts | None = None) -> Result:
    return Result("memory", "memory", verdict, detail, remedy, facts or {})
