"""What was installed, and what was first seen: the hashes that later downloads and checks are compared with.

One JSON file in the user's state folder. It is not in the packages' folder, so that what changes a package does not change
what it is compared with. A damaged file is an error and not an empty record: that would trust anything again.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from translator.errors import ModelError

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """A file downloaded for the first time: the package's later downloads must have the same hash."""

    sha256: str
    size: int
    link: str
    date: str


@dataclass(frozen=True, slots=True)
class Installation:
    """A package put in its folder: where from, the hash of the ``.argosmodel`` file, and the hash of each file inside.

    ``archive`` is empty where no such file was seen: a package of another program whose files were accepted as they were.
    """

    version: str
    source: str
    archive: str
    date: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record: downloads by identifier, installations by the path of their folder."""

    seen: dict[str, Seen] = field(default_factory=dict)
    installed: dict[str, Installation] = field(default_factory=dict)


def record_path() -> Path:
    """``models.json`` in the user's state folder."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_state_dir("translator", appauthor=False)) / "models.json"


def load_record() -> Record:
    """What is on record; raises :class:`ModelError` when the file cannot be read or is damaged."""
    path = record_path()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Record()
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path) from error
    try:
        data = json.loads(text)
        if data["format"] != _FORMAT:
            raise ModelError(f"{path}: was written by a newer version of this tool; use that one")
        seen = {name: Seen(**entry) for name, entry in data["seen"].items()}
        return Record(seen, {name: Installation(**entry) for name, entry in data["installed"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path) from error


def save_record(record: Record) -> None:
    """Write the record atomically, in a folder that only its owner may open. Raises :class:`ModelError`."""
    path = record_path()
    data = json.dumps({"format": _FORMAT, **asdict(record)}, indent=1, sort_keys=True)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".models.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ModelError(
            f"{path}: the record of models cannot be written ({error.strerror}); change its permissions"
        ) from error


def key(folder: Path, name: str) -> str:
    """Under what the package ``name`` in the packages' folder ``folder`` is on record."""
    return str(folder.resolve() / name)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits. Raises :class:`OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(folder: Path) -> dict[str, str]:
    """The hashes of all files in ``folder`` by their paths inside it, with ``/`` between folders. Raises :class:`OSError`."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in sorted(files)}


def today() -> str:
    """Today's date (UTC) as it is put on record."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _damaged(path: Path) -> ModelError:
    return ModelError(f"{path}: the record of models is damaged; move it away, and install the models again")
