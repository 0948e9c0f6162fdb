"""Processes of this machine that translate articles: one open model each, shared by a thread for each core that it may use.

They only compute: orders go in and outcomes come back through a pipe, and nothing is written. A process that dies takes nothing
with it but its orders, which are given out again, each alone, to find the one that kills.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import queue
import signal
import threading
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Protocol

from translator.batch.errors import WorkerLostError
from translator.batch.work import Order, Outcome, Recipe, Workbench, attempt
from translator.errors import TranslatorError
from translator.reading.files import printable
from translator.translation.cores import available_cores

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from translator.batch.materials import Materials

_READY = "ready"
_PATIENCE = 10.0  # seconds for a process to end by itself


class Crew(Protocol):
    """Whoever translates: orders in, outcomes out, in any order."""

    def room(self) -> int:
        """How many more orders can be taken now."""
        ...

    def submit(self, order: Order, materials: Materials) -> None:
        """Take an order, which uses ``materials``."""
        ...

    def results(self, timeout: float) -> list[Outcome]:
        """What has come in, after at most ``timeout`` seconds. Raises :class:`TranslatorError` when nobody can go on."""
        ...

    def notes(self) -> list[str]:
        """What the user should know, since the last call."""
        ...

    def close(self, *, at_once: bool) -> None:
        """Send everybody home; ``at_once``: without waiting for what is in flight."""
        ...


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection
    lanes: int
    orders: dict[int, Order] = field(default_factory=dict)
    sent: set[int] = field(default_factory=set)
    ready: bool = False
    alone: bool = False  # with an order that may have killed a process


class LocalCrew:
    """Up to ``workers`` processes, started when they are needed."""

    def __init__(self, recipe: Recipe, *, workers: int) -> None:
        self._recipe = recipe
        cores = available_cores()
        # The rest of the division goes to the first ones.
        self._shares = [max(1, cores // workers + (number < cores % workers)) for number in range(workers)]
        self._workers: list[_Worker | None] = [None] * workers
        self._closed: set[int] = set()  # where a process could not begin
        self._materials: dict[int, Materials] = {}
        self._suspects: deque[Order] = deque()
        self._lost: list[Outcome] = []
        self._notes: list[str] = []

    def room(self) -> int:
        """How many more orders can be taken now: one more for each process than it can work on."""
        if self._suspects:
            return 0
        return sum(
            self._shares[at] + 1 - (len(worker.orders) if worker else 0)
            for at, worker in self._open()
            if worker is None or not worker.alone
        )

    def _open(self) -> list[tuple[int, _Worker | None]]:
        return [(at, worker) for at, worker in enumerate(self._workers) if at not in self._closed]

    def submit(self, order: Order, materials: Materials) -> None:
        """Give the order to the process that has the least to do for its cores; a new one if all have enough."""
        self._materials[order.materials] = materials
        self._give(self._least_busy(), order)

    def _least_busy(self) -> int:
        def load(worker: _Worker | None) -> float:
            if worker is None:
                return 1.0  # rather start a process than let orders wait, rather use one that idles
            return len(worker.orders) / worker.lanes if not worker.alone else math.inf

        return min(self._open(), key=lambda item: load(item[1]))[0]

    def _give(self, at: int, order: Order, *, alone: bool = False) -> None:
        worker = self._workers[at] or self._start(at)
        worker.alone = alone
        worker.orders[order.number] = order
        with suppress(OSError):  # dead: its orders come back when that is noticed
            if order.materials not in worker.sent:
                worker.connection.send((order.materials, self._materials[order.materials]))
                worker.sent.add(order.materials)
            worker.connection.send(order)

    def _start(self, at: int) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._recipe, self._shares[at]), daemon=True)
        with _unheard_interrupts():
            process.start()
        theirs.close()
        worker = self._workers[at] = _Worker(process, ours, self._shares[at])
        return worker

    def results(self, timeout: float) -> list[Outcome]:
        """What has come in.

        Raises :class:`ModelError` when the model cannot be loaded, :class:`WorkerLostError` when a process cannot even begin.
        """
        found = []
        at_work = {worker.connection: number for number, worker in enumerate(self._workers) if worker}
        for connection in wait(list(at_work), timeout):
            found += self._received(at_work[connection])  # type: ignore[index]
        self._retry()
        lost, self._lost = self._lost, []
        return found + lost

    def _received(self, at: int) -> list[Outcome]:
        worker = self._workers[at]
        assert worker is not None  # noqa: S101 - it has a connection
        found = []
        try:
            while worker.connection.poll():
                message = worker.connection.recv()
                if isinstance(message, TranslatorError):
                    raise message
                if isinstance(message, Outcome):
                    del worker.orders[message.number]
                    found.append(message)
                else:
                    worker.ready = True
        except (EOFError, OSError):
            self._bury(at, worker)
        if not worker.orders:
            worker.alone = False
        return found

    def _bury(self, at: int, worker: _Worker) -> None:
        """Take note of a process that died, and of its orders."""
        worker.process.join(_PATIENCE)
        worker.connection.close()
        self._workers[at] = None
        code = worker.process.exitcode
        if not worker.ready:
            self._close_place(at, code)
        self._notes.append(f"a process died (exit code {code}) with {len(worker.orders)} articles, which are tried again")
        if worker.alone:
            self._lost += [
                Outcome(order.number, error=WorkerLostError(
                    f"{printable(order.name)}: the process that translated it died twice (exit code {code}); leave it out"
                ))
                for order in worker.orders.values()
            ]  # fmt: skip
        else:
            self._suspects += worker.orders.values()
        worker.orders.clear()

    def _close_place(self, at: int, code: int | None) -> None:
        """Do without a process that could not even begin, if there are others."""
        self._closed.add(at)
        if not any(worker for _, worker in self._open()):
            raise WorkerLostError(f"a process ended (exit code {code}) before it could begin; is there enough memory?")
        self._notes.append("a process could not begin; going on with the others (is there enough memory?)")

    def _retry(self) -> None:
        """Give suspects to processes that have nothing else to do, one each."""
        for at, worker in self._open():
            if self._suspects and (worker is None or not worker.orders):
                self._give(at, self._suspects.popleft(), alone=True)

    def notes(self) -> list[str]:
        """What the user should know, since the last call."""
        found, self._notes = self._notes, []
        return found

    def close(self, *, at_once: bool) -> None:
        """End the processes."""
        workers = [worker for worker in self._workers if worker]
        for worker in workers:
            if at_once:
                worker.process.kill()
            else:
                with suppress(OSError):
                    worker.connection.send(None)
        for worker in workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.connection.close()
            worker.process.close()
        self._workers = [None] * len(self._workers)


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """A process started here never hears Ctrl+C, which a terminal sends to all of them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(connection: Connection, recipe: Recipe, cores: int) -> None:
    """The life of a process: open the model, then translate what comes in until told to stop, or until nobody is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    materials: dict[int, Materials] = {}
    bench = Workbench(recipe, materials, cores=cores)
    sending = threading.Lock()
    try:
        bench.decoder()
    except TranslatorError as error:
        connection.send(error)
        return
    connection.send(_READY)
    orders: queue.SimpleQueue[Order] = queue.SimpleQueue()

    def lane() -> None:
        while True:
            order = orders.get()
            try:
                answer: Outcome | TranslatorError = attempt(order, bench)
            except TranslatorError as error:
                answer = error
            with sending, suppress(OSError):
                connection.send(answer)

    for _ in range(cores):
        threading.Thread(target=lane, daemon=True).start()
    _receive(connection, orders, materials)
    os._exit(0)  # without waiting for threads: either all is done, or nobody is there to take it


def _receive(connection: Connection, orders: queue.SimpleQueue[Order], materials: dict[int, Materials]) -> None:
    """Pass orders on until told to stop. Always at the pipe, so that neither side ever waits for the other to read."""
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        if message is None:
            return
        if isinstance(message, Order):
            orders.put(message)
        else:
            materials.update([message])
