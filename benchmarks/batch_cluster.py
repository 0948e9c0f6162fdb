"""A batch on Dask workers on this machine, one thread each: articles a second with one worker and with two.

Scheduler and workers are processes on the loopback interface. The seconds are those of the work alone, from the first article
sent to the last one written, without the loading of the model, which a run over a few articles does beforehand. The outputs
must be those of a local run. Last, what the client does itself for an article (reading it, packing it, writing three outputs
and the manifest), which bounds what any number of machines can do.

Usage: python benchmarks/batch_cluster.py [--articles N]
"""

import argparse
import datetime
import hashlib
import json
import pickle
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate_articles import write
from translator.batch.job import Job, Settings
from translator.batch.manifest import Manifest
from translator.batch.plan import collect, read_input
from translator.batch.store import Store
from translator.batch.work import Order, Outcome

_OPTIONS = ("--no-glossary", "--no-remedies", "--no-memory", "-f", "txt", "--model", "starter", "--log-json")


class Cluster:
    """A scheduler with workers of one thread each."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []
        self.address = self._start(r"Scheduler at: +(tcp://\S+)", "distributed.cli.dask_scheduler", "--port", "0")
        for _ in range(workers):
            self._start(r"(Registered to)", "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny")

    def _start(self, says: str, module: str, *arguments: str) -> str:
        """Start a process and wait until it says that it is ready."""
        command = [sys.executable, "-m", module, "--host", "127.0.0.1", "--no-dashboard", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=self._folder)
        self._processes.append(process)
        assert process.stderr is not None
        return next(found[1] for line in process.stderr if (found := re.search(says, line)))

    def close(self) -> None:
        """End all processes."""
        for process in reversed(self._processes):
            process.kill()
            process.communicate()


def batch(source: Path, output: Path, *options: str) -> float:
    """Translate the folder ``source``; the seconds that the run says it took."""
    command = [sys.executable, "-m", "translator", "batch", str(source), "-o", str(output), *_OPTIONS, *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return float(json.loads(done.stdout.splitlines()[-1])["seconds"])


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every output."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.it-en.*")}


def client(folder: Path, articles: int) -> float:
    """Articles a second that one process reads, packs and writes when others translate."""
    settings = Settings(formats=("txt", "json", "docx"))
    job = Job(folder / "in", (".",), folder / "client", settings=settings)
    tasks = collect(job).tasks
    manifest = Manifest(job.output)
    store = Store(manifest, force=False)
    outputs = (("txt", b"x" * 3000), ("json", b"x" * 20_000), ("docx", b"x" * 45_000))
    start = time.perf_counter()
    for number, task in enumerate(tasks):
        data = read_input(task, most=1 << 30)
        order = Order(number, task.path.name, task.path.suffix, data, 0, datetime.date(2026, 1, 1))
        outcome = pickle.loads(pickle.dumps(Outcome(number, outputs, segments=20)))  # noqa: S301 - our own
        pickle.dumps(order)
        store.save(task, outcome, input_sha256=hashlib.sha256(data).hexdigest(), recipe={}, glossaries_sha256="")
    seconds = time.perf_counter() - start
    manifest.close()
    return articles / seconds


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100, help="default: 100")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in", arguments.articles, 7)
        write(folder / "warm", 8, 1)
        batch(folder / "in", folder / "local")
        rates = {}
        for workers in (1, 2):
            cluster = Cluster(folder, workers)
            try:
                batch(folder / "warm", folder / f"warm{workers}", "--scheduler", cluster.address)
                seconds = batch(folder / "in", folder / f"out{workers}", "--scheduler", cluster.address)
            finally:
                cluster.close()
            rates[workers] = arguments.articles / seconds
            same = hashes(folder / f"out{workers}") == hashes(folder / "local")
            print(f"{workers} workers: {rates[workers]:.2f} articles a second; outputs as of a local run: {same}")
        print(f"2 workers, 1 = 1: {rates[2] / rates[1]:.2f}")
        print(f"the client alone: {client(folder, arguments.articles):.0f} articles a second in three formats")


if __name__ == "__main__":
    main()
