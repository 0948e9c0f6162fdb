"""Argos Translate packages: where they are, what they say of themselves, and their files.

A package is a folder, or a zip file (``.argosmodel``) holding one folder, with ``metadata.json``, a tokenizer
(``sentencepiece.model`` or ``bpe.model``) and a CTranslate2 model in ``model/``. A zip file is read where it is and never
unpacked to disk. Nothing here opens a connection.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from translator.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STARTER = "translate-it_en-starter"
TOKENIZER_FILES = ("sentencepiece.model", "bpe.model")
# The largest package of the Argos index unpacks to about 300 MB; more than this is no translation package.
MAX_BYTES = 4 << 30


# What reading from a damaged or encrypted zip file raises; a RuntimeError is also what too deep nesting in JSON gives.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)


class _OtherPairError(ModelError):
    """A package in order, but for other languages."""

    code = "model-language"


class _Files(Protocol):
    """The files of a package by their path inside it, with ``/`` between folders."""

    def names(self) -> tuple[str, ...]: ...
    def read(self, name: str) -> bytes: ...
    def size(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Folder:
    root: Path

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()))

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def size(self) -> int:
        return sum((self.root / name).stat().st_size for name in self.names())


@dataclass(frozen=True, slots=True)
class _Archive:
    path: Path
    root: str  # the one folder in the zip, with a slash

    def names(self) -> tuple[str, ...]:
        with zipfile.ZipFile(self.path) as archive:
            inside = (name for name in archive.namelist() if name.startswith(self.root) and not name.endswith("/"))
            return tuple(sorted(name.removeprefix(self.root) for name in inside))

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(self.root + name)

    def size(self) -> int:
        with zipfile.ZipFile(self.path) as archive:
            return sum(info.file_size for info in archive.infolist() if info.filename.startswith(self.root))


@dataclass(frozen=True, slots=True)
class Package:
    """An Italian→English package, ready to be loaded.

    ``name`` is the name of its folder; ``origin`` one of ``shipped``, ``installed``, ``folder``, ``file``; ``location`` the
    folder or the zip file. ``term_markup`` is the pair of marks between which the model copies text, or None.
    """

    name: str
    version: str
    origin: str
    location: Path
    term_markup: tuple[str, str] | None
    files: _Files

    @property
    def tokenizer_file(self) -> str:
        """``sentencepiece.model`` or ``bpe.model``."""
        names = self.files.names()
        return next(name for name in TOKENIZER_FILES if name in names)

    def model_folder(self) -> Path | None:
        """The CTranslate2 model's folder on disk, or None when the package is a zip file."""
        return self.location / "model" if isinstance(self.files, _Folder) else None

    def model_files(self) -> Mapping[str, bytes]:
        """The CTranslate2 model's files by name."""
        return {
            name.removeprefix("model/"): self.files.read(name)
            for name in self.files.names()
            if name.startswith("model/") and name.count("/") == 1
        }

    def sha256(self) -> str:
        """The hash of the files that decide a translation (tokenizer and model), the same for a folder and its zip file.

        SHA-256 over ``name NUL sha256-hex LF`` of each file in order of names, in hexadecimal digits.
        """
        digest = hashlib.sha256()
        for name in self.files.names():
            if name in TOKENIZER_FILES or name.startswith("model/"):
                digest.update(f"{name}\0{hashlib.sha256(self.files.read(name)).hexdigest()}\n".encode())
        return digest.hexdigest()


def starter_package() -> Package:
    """The starter model that comes with the tool."""
    return _from_folder(Path(str(files("translator"))) / "data" / "starter" / STARTER, "shipped")


def installed_packages() -> tuple[Package, ...]:
    """The Italian→English packages in Argos Translate's folders, the newest version first, without broken ones."""
    packages = (item for item in _installed() if isinstance(item, Package))
    return tuple(sorted(packages, key=lambda package: version_key(package.version), reverse=True))


def broken_packages() -> tuple[str, ...]:
    """What is wrong with the folders among the installed packages that hold none, one line each."""
    return tuple(str(item) for item in _installed() if not isinstance(item, Package | _OtherPairError))


def is_other_pair(path: Path) -> bool:
    """Whether the folder ``path`` is a package, but for other languages or another purpose."""
    try:
        _from_folder(path, "folder")
    except (ModelError, OSError) as error:
        return isinstance(error, _OtherPairError)
    return False


def _installed() -> Iterator[Package | ModelError]:
    """The Italian→English packages that are installed, and what is wrong with the other folders."""
    for folder in package_folders():
        try:
            found = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        except OSError as error:
            yield ModelError(f"{folder}: the installed models cannot be read ({error.strerror}); change its permissions")
            continue
        for path in found:
            try:
                yield _from_folder(path, "installed", path.name)
            except ModelError as error:
                yield error
            except OSError as error:
                yield ModelError(f"{path}: cannot be read ({error.strerror}); change its permissions")


def package_folders() -> tuple[Path, ...]:
    """Argos Translate's package folders: ``ARGOS_PACKAGES_DIR`` or its own default, and others that its settings name.

    Argos Translate creates its folders when its settings are read; where that is not allowed, nothing is installed either.
    """
    try:
        from argostranslate import settings  # noqa: PLC0415 - creates folders on import
    except OSError:
        return ()
    return tuple(folder for folder in map(Path, settings.package_dirs) if folder.is_dir())


def open_package(reference: str | None = None) -> Package:
    """Find the package called ``reference``: a ``.argosmodel`` file, a folder, an installed package's name, or ``starter``.

    Without a reference: the newest installed Italian→English package, else the starter model. Raises :class:`ModelError`.
    """
    if reference is None:
        return next(iter(installed_packages()), None) or starter_package()
    if reference in {"starter", STARTER}:
        return starter_package()
    for package in installed_packages():
        if package.name == reference:
            return package
    path = Path(reference)
    if path.is_dir():
        return _from_folder(path, "folder")
    if path.is_file():
        return _from_archive(path)
    names = ", ".join(["starter", *(package.name for package in installed_packages())])
    raise ModelError(f"{reference}: no such model; give a .argosmodel file, a package's folder, or one of: {names}")


def _from_folder(path: Path, origin: str, name: str = "") -> Package:
    path = path.resolve()
    if not (path / "metadata.json").is_file():
        raise ModelError(f"{path}: not an Argos package (no metadata.json); give the folder that holds metadata.json")
    return _package(name or path.name, origin, path, _Folder(path))


def _from_archive(path: Path) -> Package:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise ModelError(
            f"{path}: not an Argos package (not a zip file, or damaged); download the .argosmodel file again"
        ) from error
    if sum(info.file_size for info in infos) > MAX_BYTES:
        raise ModelError(f"{path}: unpacks to more than 4 GB, which no translation package does; download it again")
    roots = {info.filename.split("/")[0] for info in infos if info.filename.count("/") == 1}
    roots = {root for root in roots if f"{root}/metadata.json" in {info.filename for info in infos}}
    if len(roots) != 1:
        raise ModelError(f"{path}: not an Argos package (no folder with metadata.json inside); download it again")
    root = roots.pop()
    return _package(root, "file", path.resolve(), _Archive(path.resolve(), f"{root}/"))


def _package(name: str, origin: str, location: Path, package_files: _Files) -> Package:
    try:
        metadata = json.loads(package_files.read("metadata.json"))
        names = package_files.names()
    except (*_DAMAGE, OSError, ValueError) as error:
        raise ModelError(f"{location}: the package's metadata.json cannot be read; install or download it again") from error
    if not isinstance(metadata, dict):
        raise ModelError(f"{location}: the package's metadata.json is not an object; install or download it again")
    pair = (metadata.get("from_code"), metadata.get("to_code"))
    if pair != ("it", "en"):
        raise _OtherPairError(
            f"{location}: translates {pair[0]}→{pair[1]}; this tool takes Italian→English (it→en) packages only"
        )
    if "model/model.bin" not in names or not any(name in names for name in TOKENIZER_FILES):
        raise ModelError(
            f"{location}: the package is incomplete (needs model/model.bin and {' or '.join(TOKENIZER_FILES)}); "
            "download it again"
        )
    return Package(
        name,
        str(metadata.get("package_version", "")),
        origin,
        location,
        _markup(metadata.get("term_markup")),
        package_files,
    )


def _markup(value: object) -> tuple[str, str] | None:
    match value:
        case [str(opening), str(closing)] if opening and closing:
            return opening, closing
        case _:
            return None


def version_key(version: str) -> tuple[int, ...]:
    """What orders versions: ``1.10`` comes after ``1.9``."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
