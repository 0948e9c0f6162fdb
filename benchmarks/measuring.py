"""What ``benchmarks/quality.py`` measures: packages, each in several ways, on texts with references and the robustness set."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from translator.translation import Decoder, open_package
from ways import ways

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faults import Case
    from translator.translation import Package
    from ways import Way

REFERENCES = Path(__file__).parents[1] / "samples" / "reference"
_WARM_UP = 16


@dataclass(frozen=True, slots=True)
class Corpus:
    """One text or more, each a list of Italian and a list of English lines of the same length; they are scored together."""

    name: str
    texts: tuple[tuple[list[str], list[str]], ...]

    @property
    def references(self) -> list[str]:
        """All English lines."""
        return [line for _, english in self.texts for line in english]

    def __len__(self) -> int:
        return len(self.references)


@dataclass(frozen=True, slots=True)
class Run:
    """What one way made of a corpus: a target for each line, and the seconds by the clock and of the processor (all cores)."""

    targets: list[str]
    clock: float
    processor: float


@dataclass(slots=True)
class Measured:
    """One package: its runs by corpus and way, and by way its targets for the robustness set (empty without the set)."""

    label: str
    package: Package
    ways: list[Way]
    runs: dict[tuple[str, str], Run] = field(default_factory=dict)
    robustness: dict[str, list[str]] = field(default_factory=dict)


def samples() -> Corpus:
    """The sample articles, each a text."""
    pairs = [(path, path.with_name(path.name.replace(".it.", ".en."))) for path in sorted(REFERENCES.glob("*.it.txt"))]
    return Corpus("samples", tuple(_text(italian, english) for italian, english in pairs))


def pair(italian: Path, english: Path) -> Corpus:
    """A pair of line-aligned files."""
    return Corpus(italian.name.removesuffix(".txt").removesuffix(".it"), (_text(italian, english),))


def _text(italian: Path, english: Path) -> tuple[list[str], list[str]]:
    try:
        lines = [path.read_text(encoding="utf-8-sig").splitlines() for path in (italian, english)]
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{italian}, {english}: cannot be read as UTF-8 text ({error})") from error
    if len(lines[0]) != len(lines[1]) or not lines[0]:
        raise SystemExit(
            f"{italian} has {len(lines[0])} lines and {english} {len(lines[1])}; they must be aligned line by line"
        )
    return lines[0], lines[1]


def measure(
    models: Sequence[str], corpora: Sequence[Corpus], cases: Sequence[Case], glossaries: Sequence[str] | None
) -> list[Measured]:
    """Every package in every way on every corpus, and on the ``cases`` of the robustness set, each an article by itself."""
    packages = [open_package(model) for model in models]
    measured = []
    for package, label in zip(packages, _labels(packages), strict=True):
        one = Measured(label, package, ways(Decoder(package), glossaries))
        for corpus in corpora:
            one.runs |= {(corpus.name, way.name): _run(way, corpus) for way in one.ways}
        if cases:
            one.robustness = {way.name: way.singly([case.source for case in cases]) for way in one.ways}
        measured.append(one)
    return measured


def _labels(packages: Sequence[Package]) -> list[str]:
    """Name and version of each package, where these are another's too the beginning of its hash, at last a number."""
    plain = [f"{package.name} {package.version}".strip() for package in packages]
    labels: list[str] = []
    for package, name in zip(packages, plain, strict=True):
        label = f"{name} #{package.sha256()[:8]}" if plain.count(name) > 1 else name
        labels.append(f"{label} ({len(labels) + 1})" if label in labels else label)
    return labels


def _run(way: Way, corpus: Corpus) -> Run:
    way.article(corpus.texts[0][0][:_WARM_UP])
    clock, processor = time.perf_counter(), time.process_time()
    targets = [target for italian, _ in corpus.texts for target in way.article(italian)]
    return Run(targets, time.perf_counter() - clock, time.process_time() - processor)
