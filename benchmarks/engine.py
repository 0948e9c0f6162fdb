"""The engine's speed and memory: ours, argostranslate's and a bare call of CTranslate2, side by side in one run.

Every contestant translates the same lines with the same package, as a process of its own, from its start to the written file.
They take turns, and ratios are those of one turn, so that other work on the machine hits all; medians count. The exit status is
1 when a bound is missed.

Without files: FLORES-200's sentences where they lie beside the repository, else all the repository's own references.

usage: python benchmarks/engine.py [ITALIAN ENGLISH] [--model FOLDER] [--runs N] [--quick] [--markdown]
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine_contestants import Arena
from engine_stages import stages
from processes import Run, run
from translator.translation import open_package
from translator.translation.cores import available_cores

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from engine_contestants import Contestant
    from translator.translation import Package

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "eval" / "mt" / "flores-dev-sib200"

# What must hold: sentences a second against argostranslate and against the bare call, a cold start against argostranslate's,
# peak memory against the bare call, and how far seconds a sentence may differ between sizes of article.
AGAINST_ARGOS, AGAINST_BARE, COLD, MEMORY, LINEAR = 3.0, 0.9, 0.5, 1.3, 0.25
COLD_SENTENCES = 30
START = 100  # the sentences in which an article's start-up costs are contained
SIZES, QUICK_SIZES = (10, START, 1000, 10_000), (10, START, 400, 1000)

Runs = dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Text:
    """Italian lines and their English references."""

    name: str
    sources: list[str]
    references: list[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure that must not be below ``least`` or above ``most``."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it is kept."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        limit = f"at least {self.least:g}" if self.least is not None else f"at most {self.most:g}"
        return f"{'kept' if self.holds else 'MISSED'}: {self.name} {self.value:.2f} ({limit})"


def main() -> None:
    """Print the tables and the bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("italian", nargs="?", type=Path, help="Italian lines")
    parser.add_argument("english", nargs="?", type=Path, help="their English, line by line")
    parser.add_argument("--model", default="starter", help="a package: its folder, or a name as for 'translator translate'")
    parser.add_argument("--runs", type=int, default=3, help="turns (default: 3; of short commands three times as many)")
    parser.add_argument(
        "--quick", action="store_true", help="one turn, articles of up to 1,000 sentences, not the parts and cores"
    )
    parser.add_argument("--markdown", action="store_true", help="print the tables of docs/performance.md")
    arguments = parser.parse_args()
    package = open_package(arguments.model)
    if package.model_folder() is None:
        raise SystemExit(f"{package.location}: the other contestants need a folder; unpack the package first")
    text = read(arguments.italian, arguments.english)
    runs = 1 if arguments.quick else arguments.runs
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), package.location, text, runs, Printer(markdown=arguments.markdown))
        print(
            f"{len(text.sources)} sentences ({text.name}), package {package.name} {package.version}, "
            f"{available_cores()} cores, median of {runs}\n"
        )
        bounds = [*bench.cold(), *bench.growth(QUICK_SIZES if arguments.quick else SIZES)]
        if not arguments.quick:
            bench.threads()
            bench.parts()
        bounds += bench.engines()
        if not arguments.quick:
            bench.stages(package)
    print(*bounds, sep="\n")
    sys.exit(not all(bound.holds for bound in bounds))


def read(italian: Path | None, english: Path | None) -> Text:
    """The lines of the two files; else FLORES-200's beside the repository; else all the repository's own."""
    if italian is None and SHARED.with_suffix(".it").is_file():
        italian, english = SHARED.with_suffix(".it"), SHARED.with_suffix(".en")
    if italian is not None and english is not None:
        sources, references = (path.read_text(encoding="utf-8").splitlines() for path in (italian, english))
        return _aligned(italian.name, sources, references)
    sources, references = [], []
    for path in sorted((ROOT / "samples" / "reference").glob("*.it.txt")):
        sources += path.read_text(encoding="utf-8").splitlines()
        references += path.with_name(path.name.replace(".it.", ".en.")).read_text(encoding="utf-8").splitlines()
    with (ROOT / "benchmarks" / "data" / "robustness.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sources.append(row["source"])
            references.append(row["reference"])
    return _aligned("the samples' references and the robustness set", sources, references)


def _aligned(name: str, sources: Sequence[str], references: Sequence[str]) -> Text:
    if len(sources) != len(references):
        raise SystemExit(f"{len(sources)} Italian lines for {len(references)} English ones; they must be aligned line by line")
    pairs = [(one, other) for one, other in zip(sources, references, strict=True) if one.strip()]
    return Text(name, [one for one, _ in pairs], [other for _, other in pairs])


class Bench:
    """One text and one package, and the tables on them."""

    def __init__(self, folder: Path, package: Path, text: Text, runs: int, printer: Printer) -> None:
        self.folder, self.package, self.text, self.runs, self.printer = folder, package, text, runs, printer
        self.arena = Arena(folder / "all", package, text.sources)

    def engines(self) -> list[Bound]:
        """Speed, memory and quality of all contestants on the whole text."""
        ours, bare, argos = self.arena.plain(), self.arena.bare(tuned=True), self.arena.argos()
        contestants = [ours, bare, self.arena.bare(tuned=False), argos]
        measured = in_turns(contestants, self.runs)
        scores = {item.name: self._scores(item.lines()) for item in contestants}
        self.printer.table(
            "Engines",
            ["", "sentences/s", "seconds", "processor s", "peak MB", "chrF", "BLEU", "ours is … times as fast"],
            [
                [item.name, f"{len(self.text.sources) / median(measured[item.name]).clock:.1f}", *_costs(measured[item.name])]
                + [f"{score:.2f}" for score in scores[item.name]]
                + [f"{times(measured[item.name], measured[ours.name]):.2f}"]
                for item in contestants
            ],
        )
        processor = times(measured[bare.name], measured[ours.name], lambda item: item.processor)
        print(f"By processor time, ours is {processor:.2f} times as fast as the bare call.\n")
        return [
            Bound("speed, argostranslate's = 1", times(measured[argos.name], measured[ours.name]), least=AGAINST_ARGOS),
            Bound("chrF above argostranslate's", scores[ours.name][0] - scores[argos.name][0], least=0),
            Bound("speed, bare call's = 1", times(measured[bare.name], measured[ours.name]), least=AGAINST_BARE),
            Bound(
                "memory, bare call's = 1", times(measured[ours.name], measured[bare.name], lambda item: item.peak), most=MEMORY
            ),
        ]

    def _scores(self, lines: Sequence[str]) -> tuple[float, float]:
        # Imported when all has been run: a process is counted as no smaller than the one that started it.
        from sacrebleu.metrics import BLEU, CHRF  # noqa: PLC0415

        if len(lines) != len(self.text.references):
            raise SystemExit(f"{len(lines)} lines of English for {len(self.text.references)} of Italian; take other lines")
        return CHRF().corpus_score(lines, [self.text.references]).score, BLEU().corpus_score(
            lines, [self.text.references]
        ).score

    def cold(self) -> list[Bound]:
        """An article of 30 sentences from the start of the process to the written file."""
        arena = Arena(self.folder / "cold", self.package, self.text.sources[:COLD_SENTENCES])
        # A memory would make the second turn no cold one.
        usual = arena.ours("translator, its defaults but the memory, .docx", "--no-memory", kind="docx")
        contestants = [usual, arena.plain(), arena.bare(tuned=True), arena.argos()]
        measured = in_turns(contestants, 3 * self.runs, warm=True)
        argos = measured[contestants[-1].name]
        self.printer.table(
            f"Cold start: {COLD_SENTENCES} sentences",
            ["", "seconds", "processor s", "peak MB", "argostranslate's time = 1"],
            [[item.name, *_costs(measured[item.name]), f"{times(measured[item.name], argos):.2f}"] for item in contestants],
        )
        return [
            Bound("cold start, its defaults, argostranslate's = 1", times(measured[usual.name], argos), most=COLD),
            Bound("cold start, no extras, argostranslate's = 1", times(measured[contestants[1].name], argos), most=COLD),
        ]

    def threads(self) -> None:
        """One core, two cores."""
        contestants = [self.arena.plain(), self.arena.bare(tuned=True), self.arena.argos()]
        numbers = [number for number in (1, 2) if number <= available_cores()]
        measured = {number: in_turns(contestants, self.runs, cores=number) for number in numbers}
        self.printer.table(
            "Cores: sentences a second",
            ["", *(f"{number} core{'s' * (number > 1)}" for number in numbers)],
            [
                [item.name]
                + [f"{len(self.text.sources) / median(measured[number][item.name]).clock:.1f}" for number in numbers]
                for item in contestants
            ],
        )

    def parts(self) -> None:
        """What the parts cost that a user can turn off or on."""
        base = self.arena.plain()
        store = ["--memory", str(self.arena.folder / "memory")]
        contestants = [
            base,
            self.arena.ours("+ the shipped glossaries", "--no-name-guard", "--no-remedies", "--no-memory"),
            self.arena.ours("+ name guard", "--no-glossary", "--no-remedies", "--no-memory"),
            self.arena.ours("+ remedies", "--no-glossary", "--no-name-guard", "--no-memory"),
            self.arena.ours("+ all of these", "--no-memory"),
            self.arena.ours("+ all, and Word in place of .txt", "--no-memory", kind="docx"),
            self.arena.ours("+ all, and a memory (empty at first)", *store),
            self.arena.ours("+ all, from the memory", *store),
        ]
        measured: Runs = {item.name: [] for item in contestants}
        for _ in range(self.runs):
            Path(store[1]).unlink(missing_ok=True)
            for item in contestants:
                measured[item.name].append(run(item.command, environment=item.environment))
        self.printer.table(
            "Parts of translator",
            ["", "seconds", "processor s", "peak MB", "processor time, no extras = 1"],
            [
                [item.name, *_costs(runs), f"{times(runs, measured[base.name], lambda one: one.processor):.2f}"]
                for item in contestants
                for runs in [measured[item.name]]
            ],
        )

    def growth(self, sizes: Sequence[int]) -> list[Bound]:
        """How time and memory grow with the article: no sentence twice."""
        arenas = {size: Arena(self.folder / str(size), self.package, numbered(self.text.sources, size)) for size in sizes}
        contestants = {size: arenas[size].plain(f"{size:,}") for size in sizes}
        measured = in_turns(list(contestants.values()), self.runs)
        runs = {size: measured[item.name] for size, item in contestants.items()}
        clock = after_start(runs, lambda one: one.clock)
        processor = after_start(runs, lambda one: one.processor)
        self.printer.table(
            "Growth (no extras)",
            ["sentences", "seconds", "processor s", "peak MB", f"ms a sentence after the first {START}", "processor ms"],
            [
                [
                    f"{size:,}",
                    *_costs(runs[size]),
                    *(f"{1000 * item[size]:.1f}" if size in item else "" for item in (clock, processor)),
                ]
                for size in sizes
            ],
        )
        return [
            Bound("growth, difference in time a sentence", spread(clock), most=LINEAR),
            Bound("growth, difference in processor time a sentence", spread(processor), most=LINEAR),
        ]

    def stages(self, package: Package) -> None:
        """What each stage costs, in this process."""
        segments, seconds = stages(self.arena.article, package)
        whole = seconds["decoding"]
        self.printer.table(
            f"Stages ({segments} segments)",
            ["", "processor s", "ms a segment", "decoding = 100 %"],
            [
                [name, f"{taken:.2f}", f"{1000 * taken / segments:.2f}", f"{100 * taken / whole:.1f}"]
                for name, taken in seconds.items()
            ],
        )


def numbered(lines: Sequence[str], size: int) -> list[str]:
    """``size`` different lines of about the same length: those of ``lines`` in a shuffled order, with numbers before them."""
    chance = random.Random(size)  # noqa: S311 - a reproducible sample
    found: list[str] = []
    while len(found) < size:
        turn = len(found) // len(lines) + 1
        found += [f"Nota {turn}: {line}" for line in chance.sample(lines, len(lines))]
    return found[:size]


def in_turns(contestants: Sequence[Contestant], runs: int, *, cores: int | None = None, warm: bool = False) -> Runs:
    """``runs`` runs of each, one contestant after the other. ``warm``: one turn before, to fill the file cache."""
    measured: Runs = {item.name: [] for item in contestants}
    for turn in range(runs + warm):
        for item in contestants:
            one = run(item.command, cores=cores, environment=item.environment)
            if turn >= warm:
                measured[item.name].append(one)
    return measured


def median(runs: Sequence[Run]) -> Run:
    """The medians, each by itself."""
    return Run(
        statistics.median(item.clock for item in runs),
        statistics.median(item.processor for item in runs),
        int(statistics.median(item.peak for item in runs)),
    )


def times(runs: Sequence[Run], base: Sequence[Run], what: Callable[[Run], float] = lambda item: item.clock) -> float:
    """The median over the turns of how many times as much ``runs`` took as ``base``."""
    return statistics.median(what(one) / what(other) for one, other in zip(runs, base, strict=True))


def after_start(runs: Mapping[int, Sequence[Run]], what: Callable[[Run], float]) -> dict[int, float]:
    """By size of article, what each sentence after the first :data:`START` took: the median over the turns."""
    return {
        size: statistics.median(
            (what(one) - what(start)) / (size - START) for one, start in zip(found, runs[START], strict=True)
        )
        for size, found in runs.items()
        if size > START
    }


def spread(values: Mapping[int, float]) -> float:
    """How much the largest is above the smallest, as a share."""
    return max(values.values()) / min(values.values()) - 1


def _costs(runs: Sequence[Run]) -> list[str]:
    middle = median(runs)
    return [f"{middle.clock:.2f}", f"{middle.processor:.2f}", f"{middle.peak / 1e6:.0f}"]


class Printer:
    """Prints tables, plain or for Markdown."""

    def __init__(self, *, markdown: bool) -> None:
        self._markdown = markdown

    def table(self, title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print one table under its title."""
        print(rendered(title, header, rows, markdown=self._markdown), flush=True)


def rendered(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """A table under its title, the first column on the left, numbers on the right."""
    if markdown:
        marks = ["---", *("--:" for _ in header[1:])]
        return "\n".join([f"### {title}", "", *(f"| {' | '.join(line)} |" for line in (header, marks, *rows)), ""])
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = [
        "  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))])
        for line in (header, *rows)
    ]
    return "\n".join([title, *lines, ""])


if __name__ == "__main__":
    main()
