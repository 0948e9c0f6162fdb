"""Argos Translate's packages folder: putting packages in and taking them out, whole or not at all.

Other programs (Argos Translate, LibreTranslate) take every folder in it for a package, and fail on one that is none. So the
unpacking is done in a staging folder beside it, and a package comes and goes by renaming.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPLACED = "replaced"
# For a staging folder inside the packages' folder: other programs pass over a package of a type that they do not know.
_NO_PACKAGE = '{"type": "unfinished"}'


def packages_folder() -> Path:
    """The folder that packages are installed in: ``ARGOS_PACKAGES_DIR`` or Argos Translate's default.

    Raises :class:`ModelError` when it cannot be made.
    """
    try:
        from argostranslate import settings  # noqa: PLC0415 - creates folders on import

        folder = Path(settings.package_data_dir)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ModelError(
            f"{error.filename}: the packages' folder cannot be made ({error.strerror}); set ARGOS_PACKAGES_DIR to another place"
        ) from error
    return folder


@contextmanager
def only_one(folder: Path) -> Iterator[bool]:
    """Keep other processes of this tool from working in ``folder`` meanwhile; yields False where there are no such locks.

    Raises :class:`ModelError` when another is at work there.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        locked = True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ModelError(f"{folder}: another installation is going on there; wait until it has finished") from error
        except OSError:  # some network file systems
            locked = False
        yield locked
    finally:
        os.close(descriptor)


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder on the same file system as the packages' ``folder``, removed at the end.

    It is beside it if that can be, else hidden in it. What an earlier process left there when it was killed is put back or
    removed. Raises :class:`ModelError` when nothing can be written there.
    """
    with only_one(folder) as alone:
        if alone:
            _tidy(folder)
        place = _place(folder)
        try:
            stage = Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=place))
        except OSError as error:
            raise ModelError(
                f"{folder}: cannot be written ({error.strerror}); change its permissions, or set ARGOS_PACKAGES_DIR"
            ) from error
        try:
            if place == folder:
                (stage / "metadata.json").write_text(_NO_PACKAGE, encoding="ascii")
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _prefix(folder: Path) -> str:
    return f".{folder.resolve().name}.translator-"


def _place(folder: Path) -> Path:
    parent = folder.resolve().parent
    fits = os.access(parent, os.W_OK | os.X_OK) and parent.stat().st_dev == folder.stat().st_dev
    return parent if fits else folder


def _tidy(folder: Path) -> None:
    """Remove staging folders left behind; a package that was about to be replaced goes back if nothing took its place."""
    for place in (folder.resolve().parent, folder):
        with suppress(OSError):
            for stage in [path for path in place.iterdir() if path.name.startswith(_prefix(folder))]:
                for replaced in (stage / _REPLACED).glob("*"):
                    if not os.path.lexists(folder / replaced.name):
                        replaced.rename(folder / replaced.name)
                shutil.rmtree(stage, ignore_errors=True)


def put_in(package: Path, folder: Path, stage: Path) -> Path:
    """Move the folder ``package`` from the staging folder to the packages' ``folder``; one of that name there is replaced.

    If that fails the old one is there as before. Gives the new place. Raises :class:`OSError`.
    """
    target = folder / package.name
    replaced = stage / _REPLACED / package.name
    try:
        if os.path.lexists(target):
            replaced.parent.mkdir()
            target.rename(replaced)
        package.rename(target)
    except BaseException:
        if os.path.lexists(replaced) and not os.path.lexists(target):
            replaced.rename(target)
        raise
    return target


def take_out(package: Path, stage: Path) -> None:
    """Move a package from its folder to the staging folder, where it goes with that. Raises :class:`OSError`."""
    try:
        package.rename(stage / package.name)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.rmtree(package)  # some layered file systems cannot rename what a lower layer holds
