"""One run at a time in an output folder.

The lock is a file that says who holds it, locked by the operating system for as long as that process lives: a process that was
killed leaves the file but not the lock, so the next run takes it over. The operating system of another machine may not see the
lock (network folders), so a file from another host is respected until the user says that it is stale.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from translator.batch.errors import LockedError
from translator.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE = ".translator.lock"

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte beyond the text, which others may still read

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FolderLock:
    """Holds the output folder ``folder`` while used in a ``with`` statement.

    ``notify`` gets a line when the lock of a dead process was taken over. ``break_lock``: take it from another host.
    Entering raises :class:`LockedError` when another run holds it.
    """

    def __init__(self, folder: Path, *, break_lock: bool, notify: Callable[[str], None]) -> None:
        self._path = folder / FILE
        self._break = break_lock
        self._notify = notify
        self._handle: int | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = self._acquired()
        except OSError as error:
            raise OutputError(
                f"{self._path.parent}: cannot be locked ({error.strerror}); choose another output folder"
            ) from error
        return self

    def _acquired(self) -> int:
        while True:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                holder = _free(handle, self._path, break_lock=self._break)
                # The holder before may have removed the file between our opening and our locking it.
                if _same_file(handle, self._path):
                    if holder:
                        self._notify(
                            f"the run of process {holder['pid']} on {holder['host']}, since {holder['since']}, did not end "
                            "properly; going on from what it finished"
                        )
                    _sign(handle)
                    return handle
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)

    def __exit__(self, *_: object) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):  # an open file cannot be removed on Windows
                self._path.unlink()
            os.close(self._handle)
            self._handle = None


def check_free(folder: Path, *, break_lock: bool) -> None:
    """Raise :class:`LockedError` if another run holds ``folder``; writes nothing."""
    path = folder / FILE
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return
    try:
        _free(handle, path, break_lock=break_lock)
    finally:
        os.close(handle)


def _free(handle: int, path: Path, *, break_lock: bool) -> dict[str, str] | None:
    """Lock the open file; gives who had signed it, if anybody. Raises :class:`LockedError`."""
    locked = _try_lock(handle)
    holder = _holder(path)
    if not locked:
        raise _held(path, holder)
    if holder and holder["host"] != platform.node() and not break_lock:
        raise LockedError(
            f"{path.parent}: a run on {holder['host']} (process {holder['pid']}, since {holder['since']}) holds this folder; "
            "if it is no longer at work, use --break-lock"
        )
    return holder


def _sign(handle: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps({"host": platform.node(), "pid": os.getpid(), "since": since})
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text.encode())
    os.fsync(handle)


def _held(path: Path, holder: dict[str, str] | None) -> LockedError:
    who = f"process {holder['pid']} on {holder['host']}, since {holder['since']}" if holder else "another process"
    return LockedError(f"{path.parent}: another run is at work in this folder ({who}); wait for it, or choose another folder")


def _holder(path: Path) -> dict[str, str] | None:
    """Who signed the lock; None when the file is empty (its maker was killed before it signed)."""
    try:
        value = json.loads(path.read_bytes() or b"null")
    except (OSError, ValueError):
        return None
    if not isinstance(value, dict) or not {"host", "pid", "since"} <= value.keys():
        return None
    return {key: str(value[key]) for key in ("host", "pid", "since")}


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False
