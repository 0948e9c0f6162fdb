"""From the job's globs to the list of articles, each with its settings and the files that it will become."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from translator.batch.errors import InputNameError, JobError
from translator.batch.patterns import Found, has_magic, split_pattern, walk
from translator.errors import InputError, InputNotFoundError
from translator.reading.files import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from translator.batch.job import Job, Settings

ARTICLE_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx"})
"""Of a folder, the files that end like this are taken."""
RESERVED = ("manifest.jsonl", "report.html", ".translator.lock")
"""Names in the output folder that are the run's own."""
_TRANSLATION = ".it-en"  # at the end of an output's name, before its format
_LISTED = 5  # names in a message


@dataclass(frozen=True, slots=True)
class Task:
    """One article.

    ``input`` is how the manifest names it: its path from the job's base, else absolute; ``path`` its absolute path. ``place``
    is its path below the fixed part of its glob. ``outputs`` are formats and absolute paths. ``error``: why it cannot even be
    tried.
    """

    input: str
    path: Path
    place: str
    settings: Settings
    outputs: tuple[tuple[str, Path], ...]
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Collected:
    """The tasks in order, and what the user should know of how they were found."""

    tasks: tuple[Task, ...]
    notes: tuple[str, ...]


def collect(job: Job, *, known_outputs: Collection[str] = (), only: Collection[Path] | None = None) -> Collected:
    """All articles of ``job``, without files that are known to be outputs (names below the output folder).

    ``only``: no others than these paths, and no notes. Raises :class:`JobError` when two articles, or two formats of one, would
    be written to one place, or when a folder that the job names is not there.
    """
    output = job.output.resolve()
    known = {output / name for name in known_outputs}
    notes: list[str] = []
    tasks: dict[str, Task] = {}
    translations = 0
    for pattern in job.inputs:
        matched = 0
        for found in _matches(job, pattern, output, notes):
            matched += 1
            if found.linked:
                notes.append(f"{printable(found.place)}: a link to a folder, not followed; name that folder in inputs")
            elif _located(found.path) in known or (only is not None and found.path not in only):
                continue
            elif _is_translation(found.path) and _TRANSLATION not in pattern:
                translations += 1
            else:
                task = _task(job, output, found)
                tasks.setdefault(task.input, task)
        if not matched and only is None:
            notes.append(f"inputs: nothing matches {pattern!r}")
    if translations:
        notes.append(f"{translations} files called *{_TRANSLATION}.* were passed over: they are translations")
    chosen = _without_outputs(tasks.values(), notes)
    notes += [
        f"rule {number} (match = {rule.match!r}) matches no article"
        for number, rule in enumerate(job.rules, 1)
        if only is None and not any(rule.applies_to(task.place) for task in chosen)
    ]
    _refuse_collisions(chosen, output)
    return Collected(tuple(chosen), tuple(notes) if only is None else ())


def _matches(job: Job, pattern: str, output: Path, notes: list[str]) -> Iterator[Found]:
    path = Path(os.path.abspath(job.base / pattern))  # noqa: PTH100 - resolve() would follow links
    if path.is_dir() and not has_magic(pattern):
        yield from _of_folder(path, output, notes)
    elif not has_magic(pattern):
        yield Found(path.name, path)
    else:
        fixed, rest = split_pattern(pattern)
        root = Path(os.path.abspath(job.base / fixed))  # noqa: PTH100
        if not root.is_dir():
            where = f"{job.source}: " if job.source else ""
            raise JobError(f"{where}inputs: {pattern!r}: there is no folder {root}; correct the path")
        yield from walk(root, rest, without=output)


def _of_folder(folder: Path, output: Path, notes: list[str]) -> Iterator[Found]:
    """The articles below ``folder``; other files are counted."""
    passed: Counter[str] = Counter()
    for found in walk(folder, "**", without=output):
        if found.error is not None or found.linked or found.path.suffix.casefold() in ARTICLE_SUFFIXES:
            yield found
        else:
            passed[printable(found.path.suffix.casefold()) or "without an ending"] += 1
    if passed:
        kinds = ", ".join(f"{kind} {number}" for kind, number in passed.most_common(_LISTED))
        notes.append(f"{folder}: {passed.total()} files that are no articles were passed over ({kinds})")


def _task(job: Job, output: Path, found: Found) -> Task:
    settings = job.settings_for(found.place)
    error = _impossible(found)
    outputs = () if error else tuple((name, output / _output(job, found.place, name)) for name in settings.formats)
    path = Path(os.path.abspath(found.path))  # noqa: PTH100 - resolve() would follow links
    return Task(_input(job, path), path, found.place, settings, outputs, error)


def _output(job: Job, place: str, output_format: str) -> str:
    parts = PurePosixPath(place)
    folder = "" if str(parts.parent) == "." else str(parts.parent)
    name = job.name.format(folder=folder, stem=parts.stem, suffix=parts.suffix.removeprefix("."), format=output_format)
    return name.lstrip("/\\")


def _input(job: Job, path: Path) -> str:
    return path.relative_to(job.base).as_posix() if path.is_relative_to(job.base) else path.as_posix()


def _is_translation(path: Path) -> bool:
    """Whether the file is called as this tool calls its outputs."""
    return path.suffixes[-2:-1] == [_TRANSLATION]


def _located(path: Path) -> Path:
    """``path`` without links in its folders; it may be a link itself."""
    return Path(os.path.realpath(path.parent)) / path.name


def _impossible(found: Found) -> InputError | None:
    """Why the article cannot be tried, from its name alone."""
    name = printable(found.place)
    if found.error is not None:
        return InputNotFoundError(f"{name}: the folder cannot be read ({found.error.strerror}); check its permissions")
    if name != found.place:
        return InputNameError(f"{name}: the name holds a line break or another control character (shown as ?); rename it")
    return None


def _without_outputs(tasks: Collection[Task], notes: list[str]) -> list[Task]:
    """``tasks`` without those whose article is where another's translation goes.

    Raises :class:`JobError` when an article would be written over itself.
    """
    places = {path: task for task in tasks for _, path in task.outputs}
    kept = []
    for task in tasks:
        writer = places.get(_located(task.path))
        if writer is task:
            raise JobError(f"{task.input}: its translation would be written over it; change the output folder or the name")
        if writer is None:
            kept.append(task)
        else:
            notes.append(f"{task.input}: passed over, since the translation of {writer.input} goes there")
    return kept


def _refuse_collisions(tasks: Sequence[Task], output: Path) -> None:
    writers: dict[str, list[str]] = {}
    for task in tasks:
        for _, path in task.outputs:
            writers.setdefault(_key(path), []).append(task.input)
    reserved = {_key(output / name) for name in RESERVED}
    taken = next((place for place in writers if place in reserved), None)
    if taken is not None:
        raise JobError(f"{writers[taken][0]}: would be written to {taken}, which is kept for the run itself; change the name")
    clash = next((place for place, inputs in writers.items() if len(inputs) > 1), None)
    if clash is not None:
        inputs = writers[clash]
        if len(set(inputs)) == 1:
            raise JobError(f"{inputs[0]}: two formats would be written to {clash}; put {{format}} into the name of the outputs")
        names = ", ".join(inputs[:_LISTED]) + (f" and {len(inputs) - _LISTED} more" if len(inputs) > _LISTED else "")
        raise JobError(
            f"{names} would be written to {clash}; put {{folder}} or {{suffix}} into the name of outputs, or rename the files"
        )


def _key(path: Path) -> str:
    """What names the same file: on the systems whose names know no letter case, without it."""
    if sys.platform in {"win32", "darwin"}:
        return unicodedata.normalize("NFC", str(path)).casefold()
    return str(path)


def read_input(task: Task, *, most: int) -> bytes:
    """The bytes of the task's file. Raises :class:`InputError`, :class:`ArticleTooLargeError` above ``most`` bytes."""
    from translator.batch.work import too_large  # noqa: PLC0415 - brings the whole pipeline

    name = printable(task.place)
    try:
        status = task.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputNotFoundError(f"{name}: is not an ordinary file; name the file of an article")
        if status.st_size > most:
            raise too_large(name, most)
        return task.path.read_bytes()
    except FileNotFoundError as error:
        raise InputNotFoundError(f"{name}: no such file; check the path") from error
    except (OSError, ValueError) as error:  # ValueError: a path with U+0000
        reason = getattr(error, "strerror", None) or "not a possible path"
        raise InputNotFoundError(f"{name}: cannot be read ({reason}); check its name and permissions") from error
