"""A run: plan, translate what is left, write, and keep the manifest. The same on this machine and on a cluster."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from translator.batch import report
from translator.batch.interrupts import Interrupts
from translator.batch.lock import FILE as LOCK
from translator.batch.lock import FolderLock, check_free
from translator.batch.manifest import DONE, Manifest
from translator.batch.materials import Materials, open_materials
from translator.batch.plan import collect, read_input
from translator.batch.progress import ArticleEnded, Ended, Note, Started, Summary
from translator.batch.resume import Action, Decision, Resumption, recipe, settled
from translator.batch.store import Store, leftovers
from translator.errors import TranslatorError, UsageError
from translator.translation import Decoding, open_package
from translator.translation.memory.location import default_path
from translator.writing import output_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from translator.batch.crew import Crew
    from translator.batch.job import Job, Settings
    from translator.batch.manifest import Record
    from translator.batch.progress import Event
    from translator.batch.work import Outcome

_POLL = 0.25  # seconds between looks for an interrupt


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: ``workers`` processes here, or the Dask cluster of ``scheduler`` (an address).

    ``force``: overwrite outputs that somebody has changed. ``fail_fast``: begin nothing more after the first failure.
    ``break_lock``: take the output folder from a run on another host.
    """

    workers: int = 1
    scheduler: str | None = None
    force: bool = False
    fail_fast: bool = False
    break_lock: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do: a decision for each article, and what the user should know of how they were found.

    ``leftovers`` are temporary files of a run that was killed. ``partial``: only some articles of the job were looked at.
    """

    decisions: tuple[Decision, ...]
    notes: tuple[str, ...]
    leftovers: tuple[Path, ...]
    partial: bool = False

    def of(self, action: Action) -> list[Decision]:
        """The decisions for ``action``."""
        return [decision for decision in self.decisions if decision.action is action]


class Runner:
    """Runs a job, once or again and again; processes stay open in between. Use it in a ``with`` statement.

    ``notify`` gets the events. The constructor opens what the job names and raises :class:`ModelError`,
    :class:`GlossaryError`, :class:`AbbreviationsError`, and :class:`UsageError` for a translation memory on a cluster.
    """

    def __init__(self, job: Job, options: Options, notify: Callable[[Event], None]) -> None:
        self.job = _without_questions(job, options)
        self.options = options
        self._notify = notify
        self._output = job.output.resolve()
        self._memory = _memory_path(self.job.memory)
        self._model_sha256 = open_package(job.model).sha256()
        self._materials: dict[Settings, tuple[int, Materials]] = {}
        self.material(job.settings_for(""))
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._close(at_once=kind is not None)

    def _close(self, *, at_once: bool) -> None:
        crew, self._crew = self._crew, None
        if crew is not None:
            crew.close(at_once=at_once)

    def lock(self) -> FolderLock:
        """The lock of the output folder. Entering it raises :class:`LockedError`."""
        return FolderLock(self._output, break_lock=self.options.break_lock, notify=lambda text: self._notify(Note(text)))

    def manifest(self) -> Manifest:
        """The manifest of the output folder, read anew."""
        return Manifest(self._output)

    def plan(self, manifest: Manifest, *, only: Collection[Path] | None = None) -> Plan:
        """Find the articles (of the paths ``only``, if given), and what has to be done about each. Nothing is written.

        Raises :class:`JobError`.
        """
        collected = collect(self.job, known_outputs=manifest.outputs(), only=only)
        tasks = collected.tasks
        resumption = Resumption(self.job, manifest, tasks, model_sha256=self._model_sha256, force=self.options.force)
        decisions = tuple(resumption.decide(task, self.material(task.settings)[1]) for task in tasks)
        places = [path for task in tasks for _, path in task.outputs]
        notes = collected.notes
        if manifest.damaged:
            notes = (*notes, f"{manifest.path}: {manifest.damaged} damaged lines passed over")
        return Plan(decisions, notes, tuple(leftovers(places, self._output)), partial=only is not None)

    def run(self) -> Summary:
        """Do the whole job. Writes nothing at all when there is nothing to do.

        Raises :class:`TranslatorError` when the run cannot go on; what was finished is kept.
        """
        check_free(self._output, break_lock=self.options.break_lock)
        manifest = self.manifest()
        plan = self.plan(manifest)
        if self._is_idle(plan, manifest):
            self.announce(plan)
            summary = self._summary(plan, manifest, Summary())
            self._notify(Ended(summary))
            return summary
        with self.lock():
            if manifest.changed():
                manifest = self.manifest()
                plan = self.plan(manifest)
            return self.work(plan, manifest)

    def _is_idle(self, plan: Plan, manifest: Manifest) -> bool:
        """Whether there is nothing to do, not even to clear away after a run that was killed."""
        skipped = [decision.task.input for decision in plan.of(Action.SKIP)]
        settled = all(manifest.records[name].state == DONE for name in skipped)
        clear = not plan.leftovers and not (self._output / LOCK).exists()
        return settled and clear and len(skipped) == len(plan.decisions)

    def announce(self, plan: Plan) -> None:
        """Tell what the plan says before the work begins."""
        for note in plan.notes:
            self._notify(Note(note))
        waiting = plan.of(Action.RUN)
        self._notify(Started(len(plan.decisions), len(waiting), sum(decision.size for decision in waiting)))

    def work(self, plan: Plan, manifest: Manifest, interrupts: Interrupts | None = None) -> Summary:
        """Carry ``plan`` out; the output folder must be locked. ``interrupts``: the caller's, if it handles them."""
        start = time.monotonic()
        for path in plan.leftovers:
            path.unlink(missing_ok=True)
        store = Store(manifest, force=self.options.force)
        with nullcontext(interrupts) if interrupts else Interrupts() as stop:
            self.announce(plan)
            shift = _Shift(self, store, stop)
            try:
                shift.work(plan)
            except BaseException:
                self._close(at_once=True)
                raise
            finally:
                self._conclude(plan, manifest)
            self._tend_memory(prune=True)
            counts = Summary(
                done=shift.done,
                failed=shift.failed,
                not_run=shift.left,
                interrupted=stop.requested,
                seconds=round(time.monotonic() - start, 3),
            )
        summary = self._summary(plan, manifest, counts)
        self._notify(Ended(summary))
        return summary

    @staticmethod
    def _conclude(plan: Plan, manifest: Manifest) -> None:
        """Put the manifest in order and write the report, if there is anything new."""
        if not manifest.close():
            return
        if plan.partial:
            report.write(manifest, sorted(manifest.records))
        else:
            manifest.tidy()
            report.write(manifest, [decision.task.input for decision in plan.decisions])

    @staticmethod
    def _summary(plan: Plan, manifest: Manifest, counts: Summary) -> Summary:
        records = [manifest.records.get(decision.task.input) for decision in plan.decisions]
        return Summary(
            total=len(plan.decisions),
            done=counts.done,
            skipped=len(plan.of(Action.SKIP)),
            failed=counts.failed,
            not_run=counts.not_run,
            missing_terms=sum(record.missing_terms for record in records if record and record.state == DONE),
            interrupted=counts.interrupted,
            seconds=counts.seconds,
        )

    def material(self, settings: Settings) -> tuple[int, Materials]:
        """The materials for ``settings`` and their number; opened when they are first asked for."""
        if settings not in self._materials:
            self._materials[settings] = (len(self._materials), open_materials(settings))
        return self._materials[settings]

    def recipe(self, materials: Materials) -> dict[str, str]:
        """What decides the outputs of articles with these materials."""
        return recipe(self.job, materials, self._model_sha256)

    def crew(self) -> Crew:
        """Whoever translates, called together when first needed. Raises :class:`ClusterError`."""
        if self._crew is None:
            from translator.batch.work import Recipe  # noqa: PLC0415 - brings the whole pipeline

            common = Recipe(
                self.job.model,
                self._model_sha256,
                Decoding(beam=self.job.beam, max_pieces=self.job.max_pieces),
                self.job.max_segments,
                None if self._memory is None else str(self._memory),
            )
            self._tend_memory()
            if self.options.scheduler is not None:
                from translator.batch.cluster import ClusterCrew  # noqa: PLC0415 - an extra

                self._crew = ClusterCrew(common, self.options.scheduler)
            else:
                from translator.batch.crew import LocalCrew  # noqa: PLC0415

                self._crew = LocalCrew(common, workers=self.options.workers)
        return self._crew

    def _tend_memory(self, *, prune: bool = False) -> None:
        """Open the translation memory once, so that it is there and sound, and pass on what it has to tell.

        ``prune``: keep the machine's work in its bounds. Raises :class:`MemoryStoreError`.
        """
        if self._memory is None:
            return
        from translator.translation.memory.store import Memory  # noqa: PLC0415 - loads sqlite3

        with Memory(self._memory) as memory:
            if prune:
                memory.prune()
            for note in memory.notes:
                self._notify(Note(note))

    def notify(self, event: Event) -> None:
        """Pass an event on."""
        self._notify(event)


def _without_questions(job: Job, options: Options) -> Job:
    """``job`` with a decision on the translation memory. Raises :class:`UsageError`."""
    if options.scheduler is None:
        return replace(job, memory=True) if job.memory is None else job
    if job.memory:
        raise UsageError("a cluster's workers cannot use the translation memory: turn it off (--no-memory), or translate here")
    return replace(job, memory=False)


def _memory_path(memory: bool | str | None) -> Path | None:
    """The file of the translation memory; None when none is used."""
    if isinstance(memory, str):
        return Path(memory).absolute()
    return default_path() if memory else None


class _Shift:
    """One pass over a plan."""

    def __init__(self, runner: Runner, store: Store, stop: Interrupts) -> None:
        self._runner = runner
        self._store = store
        self._stop = stop
        self._date = output_date()  # one for the whole run, though it may go on after midnight
        self._in_flight: dict[int, tuple[Decision, str]] = {}
        self._number = 0
        self.done = self.failed = self.left = 0

    def work(self, plan: Plan) -> None:
        for decision in plan.of(Action.SKIP):
            self._settle(decision)
        for decision in plan.of(Action.REFUSE):
            self._ended(self._store.fail(decision.task, decision.error or TranslatorError()), 0)
        waiting = deque(plan.of(Action.RUN))
        told = False
        while (waiting and not self._halted()) or self._in_flight:
            if self._stop.requested and not told:
                told = True
                number = len(self._in_flight)
                self._runner.notify(Note(f"stopping after {number} articles in flight; interrupt again to stop at once"))
            self._fill(waiting)
            if self._in_flight:
                self._collect()
        self.left = len(waiting)

    def _halted(self) -> bool:
        return self._stop.requested or (self._runner.options.fail_fast and self.failed > 0)

    def _settle(self, decision: Decision) -> None:
        record = self._store.manifest.records[decision.task.input]
        if record.state != DONE:  # its output had been edited, and is as it was again
            self._store.manifest.put(settled(record))

    def _fill(self, waiting: deque[Decision]) -> None:
        """Give out articles as long as there is room."""
        from translator.batch.work import Order, most_file_bytes  # noqa: PLC0415 - brings the whole pipeline

        while waiting and not self._halted() and self._runner.crew().room() > 0:
            decision = waiting.popleft()
            task = decision.task
            try:
                data = read_input(task, most=most_file_bytes(task.path.suffix, self._runner.job.max_segments))
            except TranslatorError as error:
                self._ended(self._store.fail(task, error), 0)
                continue
            number, materials = self._runner.material(task.settings)
            self._number += 1
            order = Order(self._number, task.path.name, task.path.suffix, data, number, self._date)
            self._in_flight[order.number] = (decision, hashlib.sha256(data).hexdigest())
            self._runner.crew().submit(order, materials)

    def _collect(self) -> None:
        crew = self._runner.crew()
        outcomes = crew.results(_POLL)
        for note in crew.notes():
            self._runner.notify(Note(note))
        for outcome in outcomes:
            self._finish(outcome)

    def _finish(self, outcome: Outcome) -> None:
        decision, digest = self._in_flight.pop(outcome.number)
        _, materials = self._runner.material(decision.task.settings)
        record = self._store.save(
            decision.task,
            outcome,
            input_sha256=digest,
            recipe=self._runner.recipe(materials),
            glossaries_sha256=materials.glossaries_sha256,
        )
        self._ended(record, decision.size)

    def _ended(self, record: Record, size: int) -> None:
        if record.error:
            self.failed += 1
        else:
            self.done += 1
        self._runner.notify(ArticleEnded(record, size))
