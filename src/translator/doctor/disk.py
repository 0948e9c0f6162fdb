"""Free space, and permission to write, where outputs, the memory, models and records go."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING, NamedTuple

from translator.doctor.result import Facts, Result, Verdict, size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_FULL = 5_000_000
_NEARLY_FULL = 200_000_000
_ROOM = "make room on that disk"


class Place(NamedTuple):
    """A folder, which need not be there yet; how bad it is where it cannot be written, and what to do then."""

    name: str
    folder: Path
    unwritable: Verdict
    otherwise: str


def check_disk(places: Iterable[Place]) -> Iterator[Result]:
    """A result for each of the places; a file that is removed at once is made there, or in the folder above that is there."""
    for place in places:
        yield _looked_at(place)


def _looked_at(place: Place) -> Result:
    name, folder = place.name, place.folder
    facts: Facts = {"path": str(folder), "free_bytes": None, "writable": False}
    try:
        present = next(parent for parent in (folder, *folder.parents) if parent.exists())
        facts["free_bytes"] = free = shutil.disk_usage(present).free
        with tempfile.TemporaryFile(dir=present):
            facts["writable"] = True
    except OSError as error:
        detail = f"{folder}: cannot be written ({error.strerror})"
        return Result("disk", name, place.unwritable, detail, place.otherwise, facts)
    return judge(name, folder, free, facts)


def judge(name: str, folder: Path, free: int, facts: Facts) -> Result:
    """The result for a folder that can be written and has ``free`` bytes left."""
    detail = f"{size(free)} free in {folder}"
    if free < _FULL:
        return Result("disk", name, Verdict.FAULT, f"{detail}: full", _ROOM, facts)
    if free < _NEARLY_FULL:
        return Result("disk", name, Verdict.WARNING, f"{detail}: nearly full", _ROOM, facts)
    return Result("disk", name, Verdict.OK, detail, facts=facts)
