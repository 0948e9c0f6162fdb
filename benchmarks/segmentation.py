"""Sentence boundaries against gold data: ours and, where they are installed, other splitters, in one table and one run.

A gold file is UTF-8 text with one sentence a line, an empty line between paragraphs, and comment lines that start with ``#!``.
A paragraph's sentences are joined with one space and split again; a boundary is the number of characters other than white space
before it; only boundaries inside paragraphs count. Printed are micro-averaged precision, recall and F1, the share of paragraphs
that are split exactly, and sentences a second of one process (processor time, the better of three runs).

usage: python benchmarks/segmentation.py [FILE|FOLDER]...     (default: the gold file in tests/segmentation/data)
"""

import argparse
import importlib
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from translator.segmentation import split

ROOT = Path(__file__).parents[1]
DEFAULT = [ROOT / "tests" / "segmentation" / "data"]
RUNS = 3
Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    """The sentences that ``translator.segmentation.split`` finds."""
    return [text[span.start : span.end] for span in split(text)]


def _sentencex(module: object) -> Splitter:
    return lambda text: list(module.segment("it", text))  # type: ignore[attr-defined]


def _pysbd(module: object) -> Splitter:
    return module.Segmenter(language="it", clean=False).segment  # type: ignore[attr-defined,no-any-return]


def _syntok(module: object) -> Splitter:
    def sentences(text: str) -> list[str]:
        found = (sentence for paragraph in module.process(text) for sentence in paragraph)  # type: ignore[attr-defined]
        return ["".join(token.spacing + token.value for token in sentence) for sentence in found]

    return sentences


def _blingfire(module: object) -> Splitter:
    return lambda text: module.text_to_sentences(text).split("\n")  # type: ignore[attr-defined,no-any-return]


OTHERS = {
    "sentencex": ("sentencex", _sentencex),
    "pysbd": ("pysbd", _pysbd),
    "syntok": ("syntok.segmenter", _syntok),
    "blingfire": ("blingfire", _blingfire),
}


def installed() -> Iterator[tuple[str, Splitter]]:
    """The splitters that can be imported, ours first."""
    yield "translator", ours
    for name, (module, make) in OTHERS.items():
        try:
            yield name, make(importlib.import_module(module))
        except ImportError:
            print(f"({name} is not installed)")


def gold_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The gold files named, and those in the folders named."""
    for path in paths:
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def paragraphs(path: Path) -> list[list[str]]:
    """The sentences of each paragraph."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#!"))
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def boundaries(sentences: Sequence[str]) -> set[int]:
    """Where a paragraph is cut, counted in characters other than white space."""
    places, count = set(), 0
    for sentence in sentences:
        count += len("".join(sentence.split()))
        places.add(count)
    return places - {count}


def score(splitter: Splitter, gold: Sequence[Sequence[str]]) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and share of exact paragraphs, in per cent."""
    pairs = [(boundaries(sentences), boundaries(splitter(" ".join(sentences)))) for sentences in gold]
    right = sum(len(wanted & found) for wanted, found in pairs)
    wanted, found = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    exact = sum(one == other for one, other in pairs) / len(pairs)
    return 100 * right / max(found, 1), 100 * right / max(wanted, 1), 200 * right / max(wanted + found, 1), 100 * exact


def rate(splitter: Splitter, gold: Sequence[Sequence[str]]) -> float:
    """Sentences a second of processor time."""
    texts = [" ".join(sentences) for sentences in gold]
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        for text in texts:
            splitter(text)
        seconds.append(time.process_time() - start)
    return sum(map(len, gold)) / min(seconds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=DEFAULT, metavar="FILE|FOLDER")
    files = {path.stem: paragraphs(path) for path in gold_files(parser.parse_args().paths)}
    everything = [paragraph for gold in files.values() for paragraph in gold]
    ours_a_second = rate(ours, everything)
    print(f"{'':<12}{'set':<22}{'P':>7}{'R':>7}{'F1':>7}{'exact':>7}")
    for name, splitter in installed():
        for stem, gold in files.items():
            precision, recall, f1, exact = score(splitter, gold)
            print(f"{name:<12}{stem:<22}{precision:7.1f}{recall:7.1f}{f1:7.2f}{exact:6.0f}%")
        speed = ours_a_second if splitter is ours else rate(splitter, everything)
        ratio = "" if splitter is ours else f"   translator is {ours_a_second / speed:.2f} times as fast"
        print(f"{name:<12}{'sentences a second':<22}{speed:7.0f}{ratio}")


if __name__ == "__main__":
    main()
