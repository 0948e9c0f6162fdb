"""The same job on a Dask cluster: whoever is connected to a scheduler translates, this process reads and writes.

Articles travel in chunks of some seconds' work. Dask starts a chunk again elsewhere when its worker is lost; a chunk whose
workers die again and again is taken apart, to find the article that kills them. A worker process keeps one open model for all
its threads, as :mod:`translator.batch.crew` does.

Source of the behaviour on lost workers: https://distributed.dask.org/en/stable/resilience.html
"""

from __future__ import annotations

import hashlib
import pickle
import queue
import re
import threading
import time
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import translator
from translator.batch.errors import ClusterError, WorkerLostError
from translator.batch.work import Outcome, Recipe, Workbench, attempt
from translator.errors import ModelError, TranslatorError
from translator.reading.files import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.batch.materials import Materials
    from translator.batch.work import Order

_CHUNK_BYTES = 40_000  # some seconds' work on a core
_CHUNK_ARTICLES = 16
_FIRST_ARTICLES = 2  # small chunks at the beginning, so that all have work soon and something is seen
_AHEAD = 2  # chunks for each thread of the cluster: one at work, one waiting there
_LOOK = 2.0  # seconds between looks at the cluster's size
_PATIENCE = 60.0  # seconds without a scheduler
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss|ucx)://)?(?:[^\s/:\[\]]+|\[[0-9a-fA-F:.]+\]):\d{1,5}")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Orders with all that a worker needs for them; ``materials`` are packed, with a hash, so that they are opened once."""

    recipe: Recipe
    versions: str
    materials: dict[int, tuple[str, bytes]]
    orders: tuple[Order, ...]


class ClusterCrew:
    """The workers of the scheduler at ``address`` (``tcp://host:8786``). Raises :class:`ClusterError`."""

    def __init__(self, recipe: Recipe, address: str) -> None:
        if not _ADDRESS.fullmatch(address):
            raise ClusterError(f"{address}: no address of a Dask scheduler; they look like tcp://host:8786")
        try:
            import distributed  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise ClusterError("a cluster needs Dask: pip install 'translator[cluster]'") from error
        self._recipe = recipe
        self._address = address
        try:
            connect: Any = distributed.Client
            self._client = connect(address, timeout=10, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(
                f"{address}: no Dask scheduler answers there ({type(error).__name__}); start one with 'dask scheduler'"
            ) from error
        self._packed: dict[int, tuple[str, bytes]] = {}
        self._gathered: list[Order] = []
        self._chunks: dict[str, tuple[Any, tuple[Order, ...]]] = {}
        self._done: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._notes = [f"{address}: the articles are sent to that cluster"]
        self._threads, self._looked, self._seen = 0, 0.0, time.monotonic()
        self._count = self._finished = 0

    def _look(self) -> None:
        """See how many threads the cluster has, and whether it is still there."""
        now = time.monotonic()
        if now - self._looked < _LOOK:
            return
        self._looked = now
        if self._client.status == "running":
            self._seen = now
            threads = sum(self._client.nthreads().values())
            if threads != self._threads:
                self._notes.append(f"{self._address}: {threads} threads are at work" if threads else "waiting for workers")
            self._threads = threads
        elif now - self._seen > _PATIENCE or self._client.status in {"closed", "closing"}:
            raise ClusterError(f"{self._address}: the scheduler is gone; start it again and run the same command to go on")

    def room(self) -> int:
        """How many more orders can be taken now."""
        self._look()
        wanted = max(1, self._threads) * _AHEAD - len(self._chunks)
        return max(0, wanted * self._chunk_articles() - len(self._gathered))

    def _chunk_articles(self) -> int:
        """How many articles a chunk may have: more with every round of the cluster."""
        return min(_CHUNK_ARTICLES, _FIRST_ARTICLES + self._finished // max(1, self._threads))

    def submit(self, order: Order, materials: Materials) -> None:
        """Take an order; it is sent with others when they make a chunk."""
        if order.materials not in self._packed:
            packed = zlib.compress(pickle.dumps(materials))
            self._packed[order.materials] = (hashlib.sha256(packed).hexdigest(), packed)
        self._gathered.append(order)
        size = sum(len(item.data) for item in self._gathered)
        if size >= _CHUNK_BYTES or len(self._gathered) >= self._chunk_articles():
            self._send_gathered()

    def _send_gathered(self) -> None:
        if self._gathered:
            self._send(tuple(self._gathered))
            self._gathered = []

    def _send(self, orders: tuple[Order, ...]) -> None:
        materials = {order.materials: self._packed[order.materials] for order in orders}
        self._count += 1
        key = f"translator-{id(self)}-{time.time_ns()}-{self._count}"
        chunk = _Chunk(self._recipe, versions(), materials, orders)
        future = self._client.submit(work, chunk, key=key, pure=False)
        self._chunks[key] = (future, orders)
        future.add_done_callback(lambda done: self._done.put(done.key))

    def results(self, timeout: float) -> list[Outcome]:
        """What has come in. Raises :class:`ClusterError` when the scheduler is gone, or workers would translate otherwise."""
        self._send_gathered()
        self._look()
        try:
            key = self._done.get(timeout=timeout)
        except queue.Empty:
            return []
        future, orders = self._chunks.pop(key, (None, ()))
        if future is None:
            return []
        self._finished += 1
        if future.status == "finished":
            found: list[Outcome] | TranslatorError = future.result()
            if isinstance(found, TranslatorError):
                raise found
            return found
        return self._failed(future, orders)

    def _failed(self, future: Any, orders: Sequence[Order]) -> list[Outcome]:
        if future.status != "error":  # cancelled: the scheduler forgot it, since it or its connection was lost
            raise ClusterError(f"{self._address}: the scheduler lost the work; run the same command again to go on")
        error = future.exception()
        if type(error).__name__ != "KilledWorker":
            text = f"{type(error).__name__}: {' '.join(str(error).split())}"
            raise ClusterError(f"{self._address}: the workers cannot do this ({text}); install the same translator there")
        if len(orders) > 1:
            self._notes.append(f"workers died over {len(orders)} articles, which are tried again one by one")
            for order in orders:
                self._send((order,))
            return []
        name = printable(orders[0].name)
        lost = WorkerLostError(f"{name}: the workers that translated it died again and again; leave it out")
        return [Outcome(orders[0].number, error=lost)]

    def notes(self) -> list[str]:
        """What the user should know, since the last call."""
        found, self._notes = self._notes, []
        return found

    def close(self, *, at_once: bool) -> None:
        """Leave the cluster; what is still at work there is cancelled."""
        if at_once:
            self._client.cancel([future for future, _ in self._chunks.values()], asynchronous=False)
        self._chunks.clear()
        self._client.close(timeout=2)


def versions() -> str:
    """What must be the same everywhere for outputs to be the same."""
    import ctranslate2  # noqa: PLC0415
    import sentencepiece  # noqa: PLC0415

    libraries = f"ctranslate2 {ctranslate2.__version__}, sentencepiece {sentencepiece.__version__}"
    return f"translator {translator.__version__}, {libraries}"


class _Process:
    """What a worker process keeps between chunks: the open model and materials of the last recipe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: object = None
        self._bench: Workbench | None = None
        self._numbers: dict[str, int] = {}

    def bench(self, chunk: _Chunk) -> tuple[Workbench, dict[int, int]]:
        """The workbench for ``chunk``, and under which numbers its materials are there."""
        with self._lock:
            if self._bench is None or self._key != chunk.recipe:
                self._bench, self._key, self._numbers = Workbench(chunk.recipe, {}, cores=_threads()), chunk.recipe, {}
            numbers = {}
            for number, (digest, packed) in chunk.materials.items():
                if digest not in self._numbers:
                    self._numbers[digest] = len(self._numbers)
                    self._bench.materials[self._numbers[digest]] = pickle.loads(zlib.decompress(packed))  # noqa: S301
                numbers[number] = self._numbers[digest]
            return self._bench, numbers


_PROCESS = _Process()


def _threads() -> int:
    from distributed import get_worker  # noqa: PLC0415

    return max(1, int(get_worker().state.nthreads))


def work(chunk: _Chunk) -> list[Outcome] | TranslatorError:
    """Translate the articles of ``chunk``, on a worker; an error is one that ends the run."""
    here = versions()
    if here != chunk.versions:
        return ClusterError(f"a worker has {here}, this machine {chunk.versions}; install the same versions everywhere")
    bench, numbers = _PROCESS.bench(chunk)
    try:
        return [attempt(replace(order, materials=numbers[order.materials]), bench) for order in chunk.orders]
    except ModelError as error:
        return ClusterError(f"a worker cannot use the model: {error}")
