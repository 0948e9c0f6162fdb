"""A package as one ``.argosmodel`` file for machines without a connection, the same bytes wherever it is made."""

from __future__ import annotations

import os
import stat
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import ModelError
from translator.models.archive import check_archive, is_package_name
from translator.models.record import hash_file
from translator.models.verify import verify
from translator.translation import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from translator.translation import Package

# Sentence splitters that Argos Translate uses and this tool does not; they are the larger part of some packages.
_SPLITTERS = ("minisbd/", "spacy/", "stanza/")
# What has to go with the starter model when it is passed on; it stands beside its folder.
_STARTER_PAPERS = ("CARD.md", "CREDITS.tsv", "LICENSE.md")
# The earliest time that a zip file can give.
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Exported:
    """The file written, its size in bytes and its hash."""

    path: Path
    size: int
    sha256: str


def export(reference: str, path: Path, *, force: bool = False) -> Exported:
    """Write the package ``reference`` (see :func:`translator.translation.open_package`) to ``path``, without splitters.

    The files are in order of their names, not compressed (the numbers of a model hardly get smaller), with no time. ``force``:
    overwrite ``path``. Raises :class:`ModelError`, also when an installed package is not as it was recorded.
    """
    package = open_package(reference)
    _check(package, path, force=force)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                _write(file, package)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            size, sha256 = temporary.stat().st_size, hash_file(temporary)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ModelError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
    return Exported(path, size, sha256)


def _check(package: Package, path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise ModelError(f"{path}: is a folder; name a .argosmodel file in it")
    if path.exists() and not force:
        raise ModelError(f"{path}: exists; choose another name, or overwrite it with --force")
    if not is_package_name(package.name):
        raise ModelError(f"{package.location}: the folder's name becomes the package's; use letters, digits, '.', '_' and '-'")
    if package.origin == "file":
        check_archive(package.location)
    if package.origin == "installed" and any(item.differences for item in verify(package.name)):
        raise ModelError(
            f"{package.name}: is not as it was installed, and is not passed on; see 'translator models verify {package.name}'"
        )


def _write(file: IO[bytes], package: Package) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in _contents(package):
            info = zipfile.ZipInfo(f"{package.name}/{name}", _TIME)
            info.create_system = _UNIX
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)


def _contents(package: Package) -> Iterator[tuple[str, bytes]]:
    """What goes into the file: names inside the package's folder, in order, with the bytes."""
    beside = package.location.parent if package.origin == "shipped" else None
    for name in sorted({*package.files.names(), *(_STARTER_PAPERS if beside else ())}):
        if name.startswith(_SPLITTERS):
            continue
        yield name, (beside / name).read_bytes() if beside and name in _STARTER_PAPERS else package.files.read(name)
