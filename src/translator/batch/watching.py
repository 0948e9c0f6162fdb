"""Watch mode: translate what is dropped in, as soon as it has stopped changing.

A file is taken up when its size and time have stayed the same for the settling time, since programs write and copy in pieces.
What was translated and has not changed is passed over, as in every run.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from translator.batch.errors import JobError
from translator.batch.interrupts import Interrupts
from translator.batch.patterns import has_magic, split_pattern
from translator.batch.progress import Note, Summary
from translator.batch.resume import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from translator.batch.manifest import Manifest
    from translator.batch.runner import Runner

_TICK_MS = 300
_DEBOUNCE_MS = 100


def watch(runner: Runner, *, settle: float) -> Summary:
    """Do the job, then go on with whatever is dropped in or changes, until interrupted; gives the sum of all runs.

    ``settle``: seconds for which a file must not have changed. Raises :class:`JobError` when there is no folder to watch.
    """
    import watchfiles  # noqa: PLC0415 - a compiled library that only this mode needs

    folders = _folders(runner)
    with runner.lock(), Interrupts() as stop:
        manifest = runner.manifest()
        settling = Settling(settle)
        total = Summary()
        # The watching begins before the first look around, so that nothing can fall between the two.
        changes = watchfiles.watch(
            *folders,
            watch_filter=None,
            debounce=_DEBOUNCE_MS,
            rust_timeout=_TICK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=True,
        )
        next(changes)
        settling.add(decision.task.path for decision in runner.plan(manifest).decisions)
        runner.notify(Note(f"watching {', '.join(map(str, folders))}; interrupt to stop"))
        for found in changes:
            settling.add(file for _, path in found for file in _files(Path(path)))
            if stop.requested:
                break
            settled = settling.settled()
            if settled:
                total = _added(total, _round(runner, manifest, settled, stop))
            if stop.requested:
                break
        manifest.tidy()
    return total


def _files(path: Path) -> Iterator[Path]:
    """``path``, or of a folder that was moved in, which is one event, the files below it."""
    if path.is_dir():
        for folder, _, names in os.walk(path):
            yield from (Path(folder, name) for name in names)
    else:
        yield path


def _folders(runner: Runner) -> list[Path]:
    """The folders that the job's inputs lie in. Raises :class:`JobError`."""
    job = runner.job
    found = []
    for pattern in job.inputs:
        fixed = split_pattern(pattern)[0] if has_magic(pattern) else pattern
        path = Path(os.path.abspath(job.base / fixed))  # noqa: PTH100 - resolve() would follow links
        folder = path if has_magic(pattern) or path.is_dir() else path.parent
        if not folder.is_dir():
            raise JobError(f"{folder}: there is no such folder to watch; make it, or correct the path")
        found.append(folder)
    return list(dict.fromkeys(found))


def _round(runner: Runner, manifest: Manifest, paths: Collection[Path], stop: Interrupts) -> Summary:
    """Translate those of ``paths`` that are articles of the job and need it."""
    try:
        plan = runner.plan(manifest, only=paths)
    except JobError as error:
        if len(paths) == 1:
            runner.notify(Note(str(error)))
            return Summary()
        total = Summary()  # two of them for one output, say: one after the other, the second will be refused
        for path in sorted(paths):
            total = _added(total, _round(runner, manifest, {path}, stop))
        return total
    if all(decision.action is Action.SKIP for decision in plan.decisions):
        return Summary()
    return runner.work(plan, manifest, stop)


def _added(one: Summary, other: Summary) -> Summary:
    return Summary(
        total=one.total + other.total,
        done=one.done + other.done,
        skipped=one.skipped + other.skipped,
        failed=one.failed + other.failed,
        not_run=one.not_run + other.not_run,
        missing_terms=one.missing_terms + other.missing_terms,
        interrupted=False,
        seconds=one.seconds + other.seconds,
    )


class Settling:
    """Files that may still be changing. ``clock`` gives seconds."""

    def __init__(self, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._waiting: dict[Path, tuple[object, float]] = {}

    def add(self, paths: Iterable[Path]) -> None:
        """Wait for ``paths``, from now on."""
        for path in paths:
            self._waiting[path] = (_state(path), self._clock())

    def settled(self) -> set[Path]:
        """Those that have not changed for long enough; they are forgotten here. So are those that are gone."""
        now, found = self._clock(), set()
        for path, (state, since) in list(self._waiting.items()):
            current = _state(path)
            if current is None:
                del self._waiting[path]
            elif current != state:
                self._waiting[path] = (current, now)
            elif now - since >= self._seconds:
                del self._waiting[path]
                found.add(path)
        return found


def _state(path: Path) -> object:
    """What changes when the file does; None when it is gone."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
