"""A batch against a bare CTranslate2 loop over the same articles, what a second run costs, and whether memory grows.

The bare loop loads the same model with as many threads, and for each article, one after another, tokenizes its sentences
and calls ``translate_batch`` once with the same beam; nothing is checked, matched or written. The sentences are cut
beforehand. Both are whole processes. The loop runs before and after the batch, and the mean counts, since machines drift; the
seconds of processor time are what a machine that others use as well lets one compare.

Usage: python benchmarks/batch.py [--articles N] [--workers N] [--no-name-guard] [--no-remedies] [--memory]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from generate_articles import write
from translator.pipeline import segment
from translator.reading import read
from translator.translation import starter_package
from translator.translation.cores import available_cores

BARE = """
import json, sys
import ctranslate2, sentencepiece
model, file, threads = sys.argv[1:]
tokenizer = sentencepiece.SentencePieceProcessor(model_file=model + "/sentencepiece.model")
translator = ctranslate2.Translator(model + "/model", inter_threads=int(threads), intra_threads=1)
for sentences in json.load(open(file, encoding="utf-8")):
    pieces = tokenizer.encode(sentences, out_type=str)
    results = translator.translate_batch(pieces, beam_size=4, max_batch_size=512, batch_type="tokens")
    for result in results:
        tokenizer.decode(result.hypotheses[0])
"""
_OPTIONS = ("--no-glossary", "--no-memory", "-f", "txt", "--model", "starter", "-q")


def seconds(command: list[str]) -> tuple[float, float]:
    """Seconds of one run of ``command``: by the clock, and of processor time."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return time.perf_counter() - start, sum(after[2:4]) - sum(before[2:4])


def batch(source: Path, output: Path, *options: str) -> list[str]:
    """The command that translates the folder ``source``."""
    return [sys.executable, "-m", "translator", "batch", str(source), "-o", str(output), *_OPTIONS, *options]


def bare(source: Path, file: Path) -> list[str]:
    """The bare loop over the articles in ``source``, whose sentences go to ``file``."""
    sentences = [[item.source for item in segment(read(path)).segments()] for path in sorted(source.rglob("*.txt"))]
    file.write_text(json.dumps(sentences), encoding="utf-8")
    return [sys.executable, "-c", BARE, str(starter_package().location), str(file), str(available_cores())]


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of every file and folder below ``folder``."""
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


def peak_memory(command: list[str]) -> int:
    """The largest sum of the resident memory of the processes that ``command`` starts, in bytes (needs psutil)."""
    import psutil  # noqa: PLC0415 - only for this measurement

    started = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    process = psutil.Process(started.pid)
    peak = 0
    ended = threading.Event()

    def look() -> None:
        nonlocal peak
        while not ended.wait(0.2):
            try:
                family = [process, *process.children(recursive=True)]
                peak = max(peak, sum(item.memory_info().rss for item in family))
            except psutil.NoSuchProcess:
                continue

    watcher = threading.Thread(target=look)
    watcher.start()
    status = started.wait()
    ended.set()
    watcher.join()
    assert status == 0
    return peak


def throughput(folder: Path, options: list[str]) -> None:
    """Print the ratio of the articles per second of both, and of a second run's time to the first's."""
    loop = bare(folder / "in", folder / "sentences.json")
    command = batch(folder / "in", folder / "out", *options)
    before, first, after = seconds(loop), seconds(command), seconds(loop)
    for at, name in enumerate(("clock", "processor time")):
        ratio = (before[at] + after[at]) / 2 / first[at]
        print(f"{name}: bare loop {before[at]:.1f} s and {after[at]:.1f} s, batch {first[at]:.1f} s; ratio {ratio:.2f}")
    stood = states(folder / "out")
    again = seconds(command)
    print(f"second run: {100 * again[0] / first[0]:.1f} % of the first; wrote something: {states(folder / 'out') != stood}")


def memory(folder: Path, options: list[str]) -> None:
    """Print the peak memory with 100 and with 400 articles."""
    peaks = {}
    for number in (100, 400):
        write(folder / f"in{number}", number, 7)
        peaks[number] = peak_memory(batch(folder / f"in{number}", folder / f"out{number}", *options))
        print(f"{number} articles: {peaks[number] / 1e6:.0f} MB at most")
    print(f"400 articles, 100 = 1: {peaks[400] / peaks[100]:.3f}")


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="default: 200")
    parser.add_argument("--workers", type=int, default=1, help="default: 1")
    parser.add_argument("--no-name-guard", action="store_true", help="without keeping unknown names, which decodes more")
    parser.add_argument("--no-remedies", action="store_true", help="without trying again what a check finds faulty")
    parser.add_argument("--memory", action="store_true", help="measure memory instead")
    arguments = parser.parse_args()
    options = ["--workers", str(arguments.workers)]
    options += ["--no-name-guard"] * arguments.no_name_guard + ["--no-remedies"] * arguments.no_remedies
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.memory:
            memory(folder, options)
        else:
            write(folder / "in", arguments.articles, 7)
            throughput(folder, options)


if __name__ == "__main__":
    main()
