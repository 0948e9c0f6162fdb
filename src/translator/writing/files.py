"""Putting an output in its place: whole or not at all, and never over somebody's work.

Every file that is written is remembered by the hash of its content, in a folder of the user's state directory (one small file
an output, named after the hash of the output's path). An output that stands there already is replaced only if it is still what
was written; a reviewer's edits, or a file that is not ours, stay.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from translator.errors import OutputError


class OutputRecord:
    """What this tool wrote where. ``folder`` is created when first needed; where that is not possible nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def _entry(self, path: Path) -> Path:
        if self._folder is None:
            import platformdirs  # noqa: PLC0415

            self._folder = Path(platformdirs.user_state_dir("translator", appauthor=False)) / "outputs"
        return self._folder / hashlib.sha256(os.fsencode(path.resolve())).hexdigest()

    def is_unchanged(self, path: Path) -> bool:
        """Whether the file ``path`` is, byte for byte, what was last written there."""
        try:
            written = self._entry(path).read_text(encoding="ascii")
            return hashlib.sha256(path.read_bytes()).hexdigest() == written
        except OSError:
            return False

    def remember(self, path: Path, data: bytes) -> None:
        """Note that ``path`` now holds ``data``."""
        entry = self._entry(path)
        try:
            entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(entry, hashlib.sha256(data).hexdigest().encode())
        except OSError:
            return  # the next run will ask for --force: safe, if less convenient


def check_place(path: Path, *, force: bool, record: OutputRecord | None = None) -> None:
    """Raise :class:`OutputError` if writing to ``path`` would lose something or must fail; folders may still be missing."""
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it, or end the name with a slash")
    if path.exists() and not path.is_file():
        raise OutputError(f"{path}: is not an ordinary file; name another, or use -o - for standard output")
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir():
        raise OutputError(f"{path}: {folder} is not a folder; choose another place with -o")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{path}: no permission to write in {folder}; choose another place with -o")
    if path.exists() and not force and not (record or OutputRecord()).is_unchanged(path):
        raise OutputError(
            f"{path}: exists and is not as this tool wrote it; choose another name with -o, or overwrite it with --force"
        )


def write_file(path: Path, data: bytes, *, force: bool = False, record: OutputRecord | None = None) -> None:
    """Write ``data`` to ``path`` atomically: beside its place first, then renamed.

    A symbolic link is followed; missing folders are made.

    Raises :class:`OutputError` when the place cannot be written, or holds a file that is not as it was written and ``force``
    is not given.
    """
    record = record or OutputRecord()
    check_place(path, force=force, record=record)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path.resolve(), data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place with -o") from error
    record.remember(path, data)


def _replace(path: Path, data: bytes) -> None:
    """Write beside ``path`` and rename; the mode is that of a file newly created, or of the one replaced."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
