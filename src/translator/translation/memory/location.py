"""The place of a translation memory on disk: its folder, permissions, and where a damaged file goes.

The texts are nobody else's business: only the owner may read the file, links that others planted are not followed, and
nothing that is not a memory is moved or changed.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import MemoryStoreError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

# What SQLite writes beside a database, and the database itself, last: without it the others mean nothing.
_COMPANIONS = ("-wal", "-shm", "-journal")
_SUFFIXES = (*_COMPANIONS, "")
_DATABASE_NAMES = frozenset({".sqlite3", ".sqlite", ".db"})
_OTHER_FILE = "name another file for the translation memory"
_PAUSE = 0.02  # seconds between two tries


def default_path() -> Path:
    """``memory.sqlite3`` in the user's data folder."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("translator", appauthor=False)) / "memory.sqlite3"


def resolve(path: Path) -> Path:
    """The absolute path of the file itself; a link is followed if it is the user's own.

    Raises :class:`MemoryStoreError`.
    """
    try:
        if path.is_symlink() and not _is_trusted(path.lstat().st_uid):
            raise MemoryStoreError(f"{path}: is a link that belongs to another user; {_OTHER_FILE}")
        return path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise MemoryStoreError(f"{path}: cannot be reached (links in a circle, or a broken path); {_OTHER_FILE}") from error


def prepare(path: Path) -> tuple[str, ...]:
    """Make the folder (mode 0700) and an empty file (0600) where they are missing; tighten a file that others may read.

    Gives notes, one line each. Raises :class:`MemoryStoreError` when there is something else, or no permission to write.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise MemoryStoreError(f"{path}: no permission to write in {path.parent}; {_OTHER_FILE}")
        with suppress(FileExistsError):
            create(path)
        return _checked(path, path.lstat())
    except OSError as error:
        raise MemoryStoreError(f"{path}: cannot be opened ({error.strerror}); {_OTHER_FILE}") from error


def create(path: Path) -> None:
    """An empty file that only its owner may read. Raises :class:`FileExistsError` and other :class:`OSError`."""
    # With O_EXCL a link in this place is not followed. SQLite gives its other files the mode of this one.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _checked(path: Path, found: os.stat_result) -> tuple[str, ...]:
    if stat.S_ISDIR(found.st_mode):
        raise MemoryStoreError(f"{path}: is a folder; name a file in it for the translation memory")
    if not stat.S_ISREG(found.st_mode):
        raise MemoryStoreError(f"{path}: is not an ordinary file; {_OTHER_FILE}")
    if not _is_trusted(found.st_uid) and os.geteuid() != 0:
        raise MemoryStoreError(f"{path}: belongs to another user; {_OTHER_FILE}")
    if not os.access(path, os.R_OK | os.W_OK):
        raise MemoryStoreError(f"{path}: no permission to read and write it; change its permissions, or {_OTHER_FILE}")
    if os.name != "posix" or not found.st_mode & 0o077:
        return ()
    for file in (_beside(path, suffix) for suffix in _SUFFIXES):
        if file.is_file() and not file.is_symlink():
            file.chmod(0o600)
    return (f"{path}: other users had access to this file; now only you have",)


def _is_trusted(owner: int) -> bool:
    """Whether the owner is this user or the administrator; everybody where there are no such numbers."""
    return os.name != "posix" or owner in {os.geteuid(), 0}


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another that takes its place; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_named_as_database(path: Path) -> bool:
    """Whether the name says that it is a database: one that is none must then be damaged, and not somebody's letter."""
    return path.suffix.lower() in _DATABASE_NAMES


def set_aside(path: Path, day: datetime.date) -> Path:
    """Rename the file and SQLite's others beside it to ``….damaged-DATE`` (then ``-2`` and so on); gives the new path.

    Raises :class:`MemoryStoreError` where that is not possible.
    """
    for number in count(1):
        aside = _beside(path, f".damaged-{day.isoformat()}" + (f"-{number}" if number > 1 else ""))
        if not any(os.path.lexists(_beside(aside, suffix)) for suffix in _SUFFIXES):
            break
    try:
        _move(path, aside)
    except OSError as error:
        with suppress(OSError):
            _move(aside, path)
        raise MemoryStoreError(
            f"{path}: the translation memory is damaged and cannot be set aside ({error.strerror}); move it away and try again"
        ) from error
    return aside


def put_back(aside: Path, path: Path) -> None:
    """Undo :func:`set_aside`; what stands at ``path`` by now is removed."""
    for suffix in _SUFFIXES:
        _beside(path, suffix).unlink(missing_ok=True)
    _move(aside, path)


def files_set_aside(path: Path) -> tuple[Path, ...]:
    """The damaged databases that were set aside beside ``path``, sorted."""
    found = path.parent.glob(f"{_escaped(path.name)}.damaged-*")
    return tuple(sorted(item for item in found if not item.name.endswith(_COMPANIONS)))


def size(path: Path) -> int:
    """The size of the database and SQLite's other files, in bytes."""
    total = 0
    for suffix in _SUFFIXES:
        with suppress(OSError):
            total += _beside(path, suffix).stat().st_size
    return total


def _move(old: Path, new: Path) -> None:
    for suffix in _SUFFIXES:
        with suppress(FileNotFoundError):
            _beside(old, suffix).rename(_beside(new, suffix))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


@contextmanager
def folder_lock(folder: Path, *, exclusive: bool, timeout: float) -> Iterator[None]:
    """Keep others from setting files aside in ``folder`` meanwhile (shared), or from opening them (exclusive).

    The lock is on the folder itself: SQLite's own locks would be lost if the database were opened a second time here. Where the
    system has no such locks, there is none. Raises :class:`MemoryStoreError` after ``timeout`` seconds.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
    deadline = time.monotonic() + timeout
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        while True:
            try:
                fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise MemoryStoreError(
                        f"{folder}: another program is repairing a translation memory there; wait until it has finished"
                    ) from error
                time.sleep(_PAUSE)
                continue
            except OSError:
                pass  # some network file systems
            break
        yield
    finally:
        os.close(descriptor)
