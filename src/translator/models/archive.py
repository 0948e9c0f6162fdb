"""Packages as files: a ``.argosmodel`` file is looked through before anything of it is written, then unpacked within bounds.

A zip file may hold names that lead out of the folder, links, the same name twice, or a few kilobytes that unpack to a whole
disk. None of these is in a genuine package, so each is a reason to refuse the file, and not something to be mended.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING

from translator.errors import ModelError
from translator.models.known import is_version
from translator.translation.argos import MAX_BYTES, open_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from translator.translation import Package

# The packages of the Argos index hold about ten files and unpack to at most twice their size.
_MAX_FILES = 500
_MAX_RATIO = 50
_MAX_METADATA = 1 << 20
_MAX_NAME = 120

# What a name may not hold on Windows, control characters, and the separators of other systems.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_ROOT = re.compile(r"\w[\w.+-]*", re.ASCII)

# What zipfile raises for damaged files.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class RefusedError(ModelError):
    """A file that is not, or not safely, an Italian→English package; trying again with the same file will not help."""

    code = "model-refused"


def check_archive(path: Path) -> Package:
    """The package in the file ``path``, after looking at everything that can be seen without unpacking it.

    Raises :class:`RefusedError` when the file is not exactly one Italian→English package, and :class:`ModelError` when it
    cannot be read.
    """
    if not path.is_file():
        raise ModelError(f"{path}: no such file; give a .argosmodel file")
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); change its permissions") from error
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (*_DAMAGE, OSError) as error:
        raise RefusedError(f"{path}: not an Argos package (not a zip file, or damaged); download the file again") from error
    root = _check_names(path, infos)
    _check_sizes(path, infos, size, root)
    try:
        package = open_package(str(path.resolve()))
    except ModelError as error:
        raise RefusedError(str(error)) from error
    if not is_version(package.version):
        raise RefusedError(f"{path}: the package's version, {package.version[:40]!r}, is none; ask its maker for another file")
    return package


def _check_names(path: Path, infos: Sequence[zipfile.ZipInfo]) -> str:
    """The one folder that everything is in; names that lead elsewhere, and anything but files and folders, are refused."""
    if len(infos) > _MAX_FILES:
        raise RefusedError(f"{path}: holds {len(infos):,} files; no translation package has more than {_MAX_FILES}")
    files: set[str] = set()
    folders: set[str] = set()
    for info in infos:
        name = info.orig_filename
        parts = name.removesuffix("/").split("/")
        if any(_is_bad(part) for part in parts):
            raise RefusedError(f"{path}: holds an unsafe name, {name[:_MAX_NAME]!r}; get the package from its maker")
        if _kind(info) not in {0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG}:
            raise RefusedError(f"{path}: holds a link or a special file, {name!r}; get the package from its maker")
        if info.flag_bits & 0x1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise RefusedError(f"{path}: {name!r} is encrypted or compressed in a rare way; get the package from its maker")
        # Two names that some systems take for one are the same name here.
        folded = [unicodedata.normalize("NFC", part).casefold() for part in parts]
        whole = "/".join(folded)
        if not info.is_dir():
            if whole in files:
                raise RefusedError(f"{path}: holds {name!r} twice; get the package from its maker")
            files.add(whole)
            folded.pop()
        folders.update("/".join(folded[:depth]) for depth in range(1, len(folded) + 1))
    if files & folders:
        raise RefusedError(f"{path}: holds a file and a folder of the same name; get the package from its maker")
    return _root(path, infos)


def _root(path: Path, infos: Iterable[zipfile.ZipInfo]) -> str:
    roots = {info.filename.split("/")[0] for info in infos}
    if len(roots) != 1 or any("/" not in info.filename for info in infos):
        raise RefusedError(f"{path}: not an Argos package (not exactly one folder inside); give a .argosmodel file")
    root = roots.pop()
    if not _ROOT.fullmatch(root):
        raise RefusedError(f"{path}: the package's folder, {root!r}, is not named in letters, digits, '.', '_' and '-'")
    return root


def is_package_name(name: str) -> bool:
    """Whether a package's folder may be called so: ASCII letters, digits, ``.``, ``_``, ``+`` and ``-``."""
    return bool(_ROOT.fullmatch(name)) and not _is_bad(name)


def _is_bad(part: str) -> bool:
    return (
        not part
        or len(part) > _MAX_NAME
        or part.endswith((".", " "))  # this includes . and ..
        or bool(_FORBIDDEN.search(part))
        or bool(_DEVICE.fullmatch(part))
    )


def _kind(info: zipfile.ZipInfo) -> int:
    """The kind of file by its Unix mode; 0 where none is given, as on other systems."""
    return stat.S_IFMT(info.external_attr >> 16)


def _check_sizes(path: Path, infos: Iterable[zipfile.ZipInfo], size: int, root: str) -> None:
    total = sum(info.file_size for info in infos)
    if total > MAX_BYTES:
        raise RefusedError(f"{path}: unpacks to more than {MAX_BYTES >> 30} GB, which no translation package does")
    if total > _MAX_RATIO * size:
        raise RefusedError(f"{path}: unpacks to more than {_MAX_RATIO} times its size, which no translation package does")
    if any(info.filename == f"{root}/metadata.json" and info.file_size > _MAX_METADATA for info in infos):
        raise RefusedError(f"{path}: its metadata.json is too large; get the package from its maker")


def unpack(path: Path, package: Package, folder: Path) -> Path:
    """Unpack the file ``path``, which :func:`check_archive` found to hold ``package``, into ``folder``; gives the new folder.

    Raises :class:`RefusedError` when the file is damaged, and :class:`OSError` when there is no room.
    """
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            target = folder / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                # Reading ends at the size that the zip file gives, and compares the checksum.
                with archive.open(info) as source, target.open("xb") as file:
                    shutil.copyfileobj(source, file, 1 << 20)
            except _DAMAGE as error:
                raise RefusedError(f"{path}: {info.filename} is damaged; download the file again") from error
    return folder / package.name
