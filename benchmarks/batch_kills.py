"""Kills a batch at random moments (``kill -9``) and resumes it, again and again; then compares with an undisturbed run.

After every kill each output that stands there must be complete: equal to that of the undisturbed run. At the end all must be
there, the manifest must hold every article as done, and no temporary file may be left. A run that ends before it is killed does
not count, and the next one begins with an empty folder.

Usage: python benchmarks/batch_kills.py [--kills N] [--articles N] [--workers N] [--seed N]
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate_articles import write

_OPTIONS = ("-f", "txt", "-f", "docx", "--no-memory", "--model", "starter", "--beam", "1", "-q")


def batch(source: Path, output: Path, workers: int) -> list[str]:
    """The command that translates the articles in ``source``."""
    command = [sys.executable, "-m", "translator", "batch", str(source), "-o", str(output)]
    return [*command, *_OPTIONS, "--workers", str(workers)]


def seconds(command: list[str]) -> float:
    """How long ``command`` takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every output."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.it-en.*")
        if not path.name.startswith(".")
    }


def kill_at_random(command: list[str], manifest: Path, delay: float) -> bool:
    """Start ``command`` and kill it ``delay`` seconds after it first wrote to ``manifest``; says whether it was still running.

    With a negative delay the seconds are counted from the start.
    """
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    size = manifest.stat().st_size if manifest.exists() else 0
    while delay >= 0 and process.poll() is None and (manifest.stat().st_size if manifest.exists() else 0) == size:
        time.sleep(0.001)
    time.sleep(abs(delay))
    running = process.poll() is None
    if running:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return running


def main() -> None:
    """Run, kill, resume, compare: one kill in five while the model is loaded, the others while articles are written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30, help="default: 30")
    parser.add_argument("--articles", type=int, default=60, help="default: 60")
    parser.add_argument("--workers", type=int, default=1, help="default: 1")
    parser.add_argument("--seed", type=int, default=1, help="default: 1")
    arguments = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))  # Word documents hold the day
    chance = random.Random(arguments.seed)  # noqa: S311 - not for secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in", arguments.articles, arguments.seed)
        write(folder / "one", 1, arguments.seed)
        loading = seconds(batch(folder / "one", folder / "out1", arguments.workers))
        working = seconds(batch(folder / "in", folder / "whole", arguments.workers)) - loading
        longest = 1.5 * working / arguments.kills
        whole = hashes(folder / "whole")
        killed = spoilt = 0
        finished = []
        command = batch(folder / "in", folder / "out", arguments.workers)
        while killed < arguments.kills:
            delay = -chance.uniform(0, loading) if killed % 5 == 0 else chance.uniform(0, longest)
            running = kill_at_random(command, folder / "out" / "manifest.jsonl", delay)
            standing = hashes(folder / "out")
            spoilt += sum(whole[path] != digest for path, digest in standing.items())
            finished.append(len(standing))
            killed += running
            if not running and killed < arguments.kills:  # all was done before the kill: from the beginning
                shutil.rmtree(folder / "out")
        subprocess.run(command, check=True)
        lines = [json.loads(line) for line in (folder / "out" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
        print(f"{killed} runs killed of {len(finished)}; outputs after each: {finished}")
        print(f"outputs that were not complete after a kill: {spoilt}")
        print(f"{len(whole)} outputs equal to an undisturbed run: {hashes(folder / 'out') == whole}")
        print(f"articles done by the manifest: {sum(line['state'] == 'done' for line in lines)} of {arguments.articles}")
        print(f"temporary files left: {len(list((folder / 'out').rglob('.*')))}")


if __name__ == "__main__":
    main()
