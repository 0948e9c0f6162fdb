"""Whether an article can be translated on this machine, and what to do where it cannot.

:func:`examine` looks at everything that a translation needs and translates one sentence. It opens no connection and keeps
nothing. Each check is a module; one that cannot even be made because a package is missing gives a fault, never an exception.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import translator
from translator.doctor import disk, fonts, installation, machine
from translator.doctor.result import SCHEMA, Examination, Result, Verdict, as_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["CHECKS", "SCHEMA", "Examination", "Result", "Verdict", "as_data", "examine"]

CHECKS = ("python", "packages", "machine", "terminal", "models", "memory", "fonts", "disk", "sentence")
"""The families of checks, in their order."""


def examine(*, model: str | None = None, memory: Path | None = None, encoding: str | None = "utf-8") -> Examination:
    """Look at everything.

    ``model``: as for :func:`translator.translation.open_package`. ``memory``: the translation memory's file; None for the
    user's own. ``encoding``: of standard output.
    """
    results = [
        installation.check_python(),
        *installation.check_packages(),
        *_made("machine", machine.check_machine),
        machine.check_encoding(encoding),
        *_made("models", lambda: _models(model)),
        *_made("memory", lambda: _memory(memory)),
        fonts.check_fonts(),
        *_made("disk", lambda: disk.check_disk(_places(memory))),
        *_made("sentence", lambda: _sentence(model)),
    ]
    return Examination(translator.__version__, tuple(results))


def _made(check: str, make: Callable[[], Iterable[Result]]) -> Iterator[Result]:
    """The results of ``make``; a fault where it fails for want of a package or of a folder."""
    try:
        yield from make()
    except ImportError as error:
        detail = f"cannot be looked at ({' '.join(str(error).split())})"
        yield Result(check, check, Verdict.FAULT, detail, "install what is missing, see 'packages' above")
    except OSError as error:
        detail = f"cannot be looked at ({error.filename}: {error.strerror})"
        yield Result(check, check, Verdict.FAULT, detail, "change the permissions there")
    except RuntimeError as error:  # pathlib's where there is no home folder
        detail = f"cannot be looked at ({error})"
        yield Result(check, check, Verdict.FAULT, detail, "set the environment variable HOME to your folder")


def _models(model: str | None) -> Iterator[Result]:
    from translator.doctor.models import check_models  # noqa: PLC0415 - loads what may be missing

    yield from check_models(model)


def _memory(path: Path | None) -> Iterator[Result]:
    from translator.doctor.memory import check_memory  # noqa: PLC0415 - loads sqlite3, which some builds of Python lack

    yield check_memory(path)


def _sentence(model: str | None) -> Iterator[Result]:
    from translator.doctor.sentence import check_sentence  # noqa: PLC0415 - loads what may be missing

    yield check_sentence(model)


def _places(memory: Path | None) -> Iterator[disk.Place]:
    from translator.models.record import record_path  # noqa: PLC0415
    from translator.translation.argos import package_folders  # noqa: PLC0415
    from translator.translation.memory import location  # noqa: PLC0415

    here = "say where to write with -o FOLDER, or go to another folder"
    yield disk.Place("disk: here", Path.cwd(), Verdict.WARNING, here)
    place = location.default_path() if memory is None else memory.absolute()
    yield disk.Place("disk: memory", place.parent, Verdict.FAULT, "give translate --memory FILE, or --no-memory")
    for folder in package_folders()[:1]:
        elsewhere = "models cannot be installed; set ARGOS_PACKAGES_DIR to another place"
        yield disk.Place("disk: models", folder, Verdict.WARNING, elsewhere)
    without = "outputs written before are not known as such, so --force is asked for; change the permissions"
    yield disk.Place("disk: records", record_path().parent, Verdict.WARNING, without)
