"""Installing a package from a file, and removing one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.errors import ModelError
from translator.models.archive import RefusedError, check_archive, unpack
from translator.models.folder import packages_folder, put_in, staging, take_out
from translator.models.record import Installation, hash_file, hash_files, key, load_record, save_record, today
from translator.translation import Decoder, Package, installed_packages, open_package
from translator.translation.argos import STARTER, is_other_pair, package_folders, version_key

if TYPE_CHECKING:
    from pathlib import Path

# Plain sentences with the words of which a translation has some, if the model is one from Italian to English at all.
_TRIAL = (
    ("Il governo ha approvato la legge.", {"government", "law", "approved"}),
    ("La scuola resta chiusa per due giorni.", {"school", "closed", "days"}),
    ("La polizia ha trovato il libro sul tavolo.", {"police", "book", "table"}),
)


@dataclass(frozen=True, slots=True)
class Installed:
    """A package just installed: its name, version, place, and the ``.argosmodel`` file's hash."""

    name: str
    version: str
    location: Path
    sha256: str


def install_file(path: Path, *, sha256: str | None = None, force: bool = False) -> Installed:
    """Install the ``.argosmodel`` file ``path``, without any connection. It is looked through and tried out first.

    ``sha256``: what the file must be. ``force``: replace a package of the same name though it is not older. Raises
    :class:`ModelError`; then nothing has changed.
    """
    package = check_archive(path)
    found = hash_file(path)
    if sha256 is not None and found != sha256.lower():
        raise RefusedError(f"{path}: has the sha256 {found}, not the one given; get the file again, from its maker")
    return put_in_folder(path, package, found, source=str(path.resolve()), force=force)


def put_in_folder(path: Path, package: Package, sha256: str, *, source: str, force: bool) -> Installed:
    """Unpack, try and put in place the checked ``package`` in the file ``path``, whose hash is ``sha256``.

    Raises :class:`RefusedError` when the model does not work, :class:`ModelError` otherwise.
    """
    folder = packages_folder()
    save_record(load_record())  # before any work, to see that it can be
    _check_replacing(folder / package.name, package, force=force)
    try:
        with staging(folder) as stage:
            unpacked = unpack(path, package, stage)
            _try_out(unpacked, path)
            files = hash_files(unpacked)
            location = put_in(unpacked, folder, stage)
            record = load_record()
            record.installed[key(folder, package.name)] = Installation(package.version, source, sha256, today(), files)
            save_record(record)
    except OSError as error:
        raise ModelError(
            f"{folder}: {package.name} cannot be put there ({error.strerror}); make room, or remove the old one first with"
            " 'translator models remove'"
        ) from error
    return Installed(package.name, package.version, location, sha256)


def _check_replacing(target: Path, package: Package, *, force: bool) -> None:
    if force or not os.path.lexists(target):
        return
    present = next((item for item in installed_packages() if item.name == package.name), None)
    if present is None and (target / "metadata.json").is_file() and not is_other_pair(target):
        return  # broken: nothing to lose
    if present is None:
        raise ModelError(f"{target}: is something else than this package; move it away, or replace it with --force")
    if version_key(package.version) <= version_key(present.version):
        raise ModelError(
            f"{package.name} is installed already, in version {present.version}; replace it by {package.version} with --force"
        )


def _try_out(folder: Path, path: Path) -> None:
    """Raise :class:`RefusedError` unless the unpacked model translates a few plain sentences into English."""
    try:
        results = Decoder(open_package(str(folder.resolve()))).decode([sentence for sentence, _ in _TRIAL])
    except (ModelError, RuntimeError, ValueError, MemoryError) as error:
        reason = " ".join(str(error).split()).replace(str(folder.resolve()), folder.name)
        raise RefusedError(f"{path}: the model does not work ({reason})") from error
    for (_, expected), hypotheses in zip(_TRIAL, results, strict=True):
        if expected & set(hypotheses[0].text.lower().rstrip(".").split()):
            return
    raise RefusedError(
        f"{path}: the model does not translate Italian into English ({_TRIAL[0][0]!r} gives {results[0][0].text[:60]!r}); "
        "get another package"
    )


def find_installed(name: str) -> Path:
    """The folder of the installed Italian→English package ``name``, in order or broken. Raises :class:`ModelError`."""
    if name in {"starter", STARTER} and not any(item.name == STARTER for item in installed_packages()):
        raise ModelError("the starter model comes with the tool and is not in the packages' folder; name an installed one")
    for folder in package_folders():
        for path in folder.iterdir():
            if path.name == name and not name.startswith(".") and (path.is_dir() or path.is_symlink()):
                if is_other_pair(path) and key(folder, name) not in load_record().installed:
                    raise ModelError(f"{name}: not an Italian→English package; leave it to the program that installed it")
                return path
    names = ", ".join(item.name for item in installed_packages()) or "none"
    raise ModelError(f"{name}: no such installed model; give the name of one that is: {names}")


def remove(path: Path) -> None:
    """Remove the package in the folder ``path``, which :func:`find_installed` gave. Raises :class:`ModelError`."""
    try:
        with staging(path.parent) as stage:
            take_out(path, stage)
            record = load_record()
            if record.installed.pop(key(path.parent, path.name), None):
                save_record(record)
    except OSError as error:
        raise ModelError(f"{path}: cannot be removed ({error.strerror}); change its permissions") from error
