"""Comparing installed packages with what was recorded when they were installed."""

from __future__ import annotations

import base64
import csv
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from translator.errors import ModelError
from translator.models.install import find_installed
from translator.models.known import is_published
from translator.models.record import Installation, hash_files, key, load_record, save_record, today
from translator.translation import installed_packages, starter_package
from translator.translation.argos import STARTER, package_folders

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as recorded: ``what`` is ``changed``, ``missing`` or ``added``."""

    what: str
    file: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of a package.

    ``files``: how many were compared; 0 when nothing is on record. ``date`` and ``source``: of the installation on record.
    ``published``: whether it came as the very file that is known as the published package; None where that is not known.
    """

    name: str
    files: int
    differences: tuple[Difference, ...] = ()
    date: str = ""
    source: str = ""
    published: bool | None = None


def verify(name: str | None = None) -> tuple[Verified, ...]:
    """Compare the package ``name``, or all that are installed and the starter model.

    The starter model is compared with what the Python installer recorded of the tool's own files. Raises :class:`ModelError`.
    """
    if name is None:
        return (*(_verify(path) for path in _installed()), _verify_starter())
    if name in {"starter", STARTER} and not any(path.name == STARTER for path in _installed()):
        return (_verify_starter(),)
    return (_verify(find_installed(name)),)


def accept(name: str) -> Verified:
    """Put the files of the installed package ``name`` on record as they are now. Raises :class:`ModelError`."""
    path = find_installed(name)
    package = next((item for item in installed_packages() if item.name == name), None)
    if package is None:
        raise ModelError(f"{name}: is broken and cannot be accepted; install it again")
    record = load_record()
    record.installed[key(path.parent, name)] = Installation(package.version, "", "", today(), _hashes(path))
    save_record(record)
    return _verify(path)


def _installed() -> list[Path]:
    """The folders of the packages that are in order, and of those on record, whatever has become of them."""
    on_record = load_record().installed
    good = {package.name for package in installed_packages()}
    return [
        path
        for folder in package_folders()
        for path in sorted(folder.iterdir())
        if path.is_dir() and (path.name in good or key(folder, path.name) in on_record)
    ]


def _verify(path: Path) -> Verified:
    installation = load_record().installed.get(key(path.parent, path.name))
    if installation is None:
        return Verified(path.name, 0)
    return Verified(
        path.name,
        len(installation.files),
        _compare(installation.files, _hashes(path)),
        installation.date,
        installation.source,
        is_published(installation.version, installation.archive),
    )


def _verify_starter() -> Verified:
    recorded = _recorded_by_installer()
    return Verified(STARTER, len(recorded), _compare(recorded, _hashes(starter_package().location)) if recorded else ())


def _recorded_by_installer() -> dict[str, str]:
    """The hashes of the starter model's files in the ``RECORD`` of this tool's distribution; none in a development install.

    Source: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
    """
    folder = f"translator/data/starter/{STARTER}/"
    try:
        record = metadata.distribution("translator").read_text("RECORD") or ""
    except metadata.PackageNotFoundError:
        return {}
    hashes = {}
    for row in filter(None, csv.reader(record.splitlines())):
        # Read here rather than by the distribution's list of files, from which some versions leave out what is not in its
        # folder.
        name, (mode, _, digest) = row[0], row[1].partition("=")
        if name.startswith(folder) and mode == "sha256":
            hashes[name.removeprefix(folder)] = base64.urlsafe_b64decode(f"{digest}==").hex()
    return hashes


def _compare(recorded: Mapping[str, str], present: Mapping[str, str]) -> tuple[Difference, ...]:
    return tuple(
        Difference("missing" if name not in present else "added" if name not in recorded else "changed", name)
        for name in sorted({*recorded, *present})
        if recorded.get(name) != present.get(name)
    )


def _hashes(path: Path) -> dict[str, str]:
    try:
        return hash_files(path)
    except OSError as error:
        raise ModelError(f"{error.filename}: cannot be read ({error.strerror}); change its permissions") from error
