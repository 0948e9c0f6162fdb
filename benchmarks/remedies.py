"""What the remedies for faulty translations bring and cost: none, each alone, all.

For each: chrF and BLEU against the reference (quotation marks and apostrophes of both sides made equal), how many segments have
which fault, how many segments the remedies changed, how many of these are better and worse by their own chrF, and the
processor's time as a multiple of that without remedies. The robustness set is also shown by group. Lost names and numbers of
that set are counted by its own lists (``benchmarks/data/README.md``). In the second table its sentences without quotation marks
are turned into speech: the first part of one (an opening mark), the last (a closing one), or all of it, in turn.

usage: python benchmarks/remedies.py [ITALIAN ENGLISH] [--model MODEL] [--show]
"""

from __future__ import annotations

import argparse
import csv
import os
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sacrebleu.metrics import BLEU, CHRF

from translator import quality, typography
from translator.faults import Judge
from translator.pipeline import Translator
from translator.translation import REMEDIES, remedied, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation import Result

ROBUSTNESS = Path(__file__).parent / "data" / "robustness.tsv"
_PLAIN = str.maketrans("’‘“”", "''\"\"")
# What is counted, by the codes of the checks; lost names and numbers of the robustness set by its lists.
FAULTS = {
    "copied": ("untranslated", "partly-untranslated"),
    "italian": ("leftover-italian",),
    "loop": ("repetition", "doubled-word"),
    "length": ("length-ratio",),
    "empty": ("empty-target",),
    "number": ("number-mismatch",),
    "quotes": ("quotes",),
    "negation": ("negation-lost",),
}


@dataclass(frozen=True)
class Line:
    """One segment."""

    group: str
    source: str
    reference: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def read(italian: Path | None, english: Path | None) -> list[Line]:
    """The lines of two files, or the robustness set."""
    if italian and english:
        pairs = zip(italian.read_text("utf-8").splitlines(), english.read_text("utf-8").splitlines(), strict=True)
        return [Line("all", *pair) for pair in pairs]
    with ROBUSTNESS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Line(row["group"], row["source"], row["reference"], _items(row["names"]), _items(row["numbers"])) for row in rows]


def spoken(lines: list[Line]) -> list[Line]:
    """The sentences of ``lines`` that have no quotation marks, as parts of speech."""
    plain = [line for line in lines if line.source.endswith(".") and not set('«»“”‘"') & set(line.source + line.reference)]
    shapes = (("«{}", "“{}"), ("{}»", "{}”"), ("«{}»", "“{}”"))
    return [
        replace(line, source=shapes[at % 3][0].format(line.source), reference=shapes[at % 3][1].format(line.reference))
        for at, line in enumerate(plain)
        if line.group != "long"
    ]


def _items(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


class Bench:
    """One text, translated once and remedied in many ways."""

    def __init__(self, lines: list[Line], model: str | None) -> None:
        self.lines = lines
        self.sources = [line.source for line in lines]
        self.references = [line.reference.translate(_PLAIN) for line in lines]
        self.translator = Translator(model=model)
        self.decoder = self.translator._decoder  # noqa: SLF001 - the stages one by one
        self.style = typography.Style()
        self.judge = Judge(self.style, quality.DEFAULT_CODES)
        # Each segment is an article by itself.
        self.requirements = [self.translator._requirements([source])[1][0] for source in self.sources]  # noqa: SLF001
        self.decoder.decode(self.sources[:64])  # warm up
        start = _processor()
        self.first = translate(self.sources, self.requirements, self.decoder)
        self.seconds = _processor() - start
        self.before = self.finished(self.first)

    def finished(self, results: list[Result]) -> list[str]:
        """The English, typeset, with plain quotation marks."""
        return [
            typography.finish(source, result[0].target, style=self.style)[0].translate(_PLAIN)
            for source, result in zip(self.sources, results, strict=True)
        ]

    def table(self, names: Sequence[str], *, show: bool) -> None:
        """Print a line for no remedy, each of ``names``, and all; then the groups."""
        print(
            f"{'':<16}{'chrF':>7}{'BLEU':>7}{'changed':>8}{'better':>7}{'worse':>6}{'CPU':>6} "
            + "".join(f"{name:>9}" for name in (*FAULTS, "-names", "-numbers"))
        )
        self.row("none", self.first, self.seconds)
        for name in (*names, "all"):
            start = _processor()
            chosen = tuple(REMEDIES) if name == "all" else (name,)
            results = remedied(self.sources, self.requirements, self.first, self.decoder, self.judge, remedies=chosen)
            self.row(name, results, self.seconds + _processor() - start)
        self.groups(results, show=show)

    def row(self, name: str, results: list[Result], seconds: float) -> None:
        """One line of the table."""
        texts = self.finished(results)
        gains = self.gains(texts)
        chrf = CHRF().corpus_score(texts, [self.references]).score
        bleu = BLEU().corpus_score(texts, [self.references]).score
        better, worse = sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)
        print(
            f"{name:<16}{chrf:>7.2f}{bleu:>7.2f}{len(gains):>8}{better:>7}{worse:>6}{seconds / self.seconds:>6.2f} "
            + "".join(f"{number:>9}" for number in self.faults(results, texts)),
            flush=True,
        )

    def gains(self, texts: list[str]) -> list[float]:
        """For each segment that differs from its first translation, what it gained in chrF."""
        score = CHRF().sentence_score
        return [
            score(text, [reference]).score - score(before, [reference]).score
            for text, before, reference in zip(texts, self.before, self.references, strict=True)
            if text != before
        ]

    def faults(self, results: list[Result], texts: list[str]) -> list[int]:
        """The segments with each kind of fault, and the names and numbers of the lists that are not there."""
        found: Counter[str] = Counter()
        for source, result in zip(self.sources, results, strict=True):
            codes = {fault.code for fault in self.judge(source, result)}
            found.update(name for name, kinds in FAULTS.items() if codes & set(kinds))
        lost = [
            sum(lacking(text, items(line), number=number) for text, line in zip(texts, self.lines, strict=True))
            for items, number in ((lambda line: line.names, False), (lambda line: line.numbers, True))
        ]
        return [*(found[name] for name in FAULTS), *lost]

    def groups(self, results: list[Result], *, show: bool) -> None:
        """Print chrF by group without and with all remedies, and with ``show`` each segment that was changed."""
        texts = self.finished(results)
        for group in dict.fromkeys(line.group for line in self.lines):
            mine = [at for at, line in enumerate(self.lines) if line.group == group]
            scores = [
                CHRF().corpus_score([side[at] for at in mine], [[self.references[at] for at in mine]]).score
                for side in (self.before, texts)
            ]
            changed = sum(texts[at] != self.before[at] for at in mine)
            print(f"  {group:<14}{len(mine):>4} segments, {changed:>3} changed, chrF {scores[0]:.2f} -> {scores[1]:.2f}")
        for at, line in enumerate(self.lines) if show else ():
            if texts[at] != self.before[at]:
                print(f"{results[at][0].remedy}: {line.source}\n    {self.before[at]}\n    {texts[at]}")


def lacking(text: str, items: tuple[str, ...], *, number: bool) -> int:
    """How many of ``items`` are not in ``text``; one that is listed twice must be there twice."""
    missing = 0
    for item, wanted in Counter(items).items():
        forms = sorted(item.removeprefix("~").translate(_PLAIN).split(" / "), key=len, reverse=True)
        patterns = [rf"(?<!\w){'(?<![0-9][.,:])' if number else ''}{re.escape(form)}(?!\w|[.,:]?[0-9])" for form in forms]
        ignore = re.IGNORECASE if number or item.startswith("~") else re.NOFLAG
        missing += max(0, wanted - len(re.findall("|".join(patterns), text, ignore)))
    return missing


def _processor() -> float:
    times = os.times()
    return times.user + times.system


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("italian", nargs="?", type=Path, help="Italian lines (default: the robustness set)")
    parser.add_argument("english", nargs="?", type=Path, help="their English, line by line")
    parser.add_argument("--model", help="as for 'translator translate'")
    parser.add_argument("--show", action="store_true", help="print the segments that all remedies together changed")
    arguments = parser.parse_args()
    lines = read(arguments.italian, arguments.english)
    bench = Bench(lines, arguments.model)
    print(f"{len(lines)} segments; model {bench.decoder.package.name} {bench.decoder.package.version}")
    bench.table(tuple(REMEDIES), show=arguments.show)
    if not arguments.italian:
        speech = Bench(spoken(lines), arguments.model)
        print(f"\n{len(speech.lines)} segments, speech")
        speech.table(("quotation-marks",), show=arguments.show)


if __name__ == "__main__":
    main()
