"""The tables and the data of ``benchmarks/quality.py``, made of what was measured."""

from __future__ import annotations

import csv
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from faults import FAULTS, faults, may_have
from scores import scored, sentence_chrf
from tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from faults import Case
    from measuring import Corpus, Measured
    from scores import Score, Scores

PUBLISHED = Path(__file__).parent / "data" / "published.tsv"
ANY = "any"
NONE = "–"
# Of the segments in order of quality these shares, in per cent, are shown.
_SHOWN = (95, 75, 50, 25, 5)
_LEAST_WORDS = 6

Faults = dict[str, list[frozenset[str]]]


class Report:
    """Scores and faults of all packages; ``signatures`` are sacrebleu's."""

    def __init__(self, measured: Sequence[Measured], corpora: Sequence[Corpus], cases: Sequence[Case]) -> None:
        self.measured, self.corpora, self.cases = measured, corpora, cases
        self.signatures: tuple[str, ...] = ()
        self.scores = {
            (one.label, corpus.name): self._scores(
                [one.runs[corpus.name, way.name].targets for way in one.ways], corpus.references
            )
            for one in measured
            for corpus in corpora
        }
        references = [case.reference for case in self.cases]
        self.robust_scores = {
            one.label: self._scores([one.robustness[way.name] for way in one.ways], references)
            for one in measured
            if one.robustness
        }
        self.faults: dict[str, Faults] = {
            one.label: {
                way: [faults(*pair) for pair in zip(self.cases, found, strict=True)] for way, found in one.robustness.items()
            }
            for one in measured
        }

    def _scores(self, ways: Sequence[Sequence[str]], references: Sequence[str]) -> list[Scores]:
        """The scores of each way, compared with the one before."""
        results = []
        for before, targets in zip([None, *ways[:-1]], ways, strict=True):
            scores, self.signatures = scored(targets, references, before)
            results.append(scores)
        return results

    def tables(self) -> Iterator[Table]:
        """All tables, in the order in which they are read."""
        for corpus in self.corpora:
            yield self._scores_on(corpus)
        if len(self.measured) > 1:
            yield self._packages()
        yield self._published()
        if self.cases:
            yield self._faults()
            yield from map(self._groups, self.measured)
            yield from map(self._groups_in_detail, self.measured)
        if any(map(_is_sentence, self.cases)):
            yield from map(self._examples, self.measured)

    def _scores_on(self, corpus: Corpus) -> Table:
        rows = []
        for one in self.measured:
            for way, scores in zip(one.ways, self.scores[one.label, corpus.name], strict=True):
                run = one.runs[corpus.name, way.name]
                speed = [f"{len(corpus) / seconds:.0f}" for seconds in (run.clock, run.processor)]
                rows.append((one.label, way.name, _score(scores.bleu), _score(scores.chrf), *_change(scores), *speed))
        return Table(
            f"Scores on {corpus.name} ({len(corpus):,} lines)",
            ("package", "way", "BLEU", "chrF", "chrF more than above", "p", "sentences/s", "per CPU s"),
            rows,
            left=frozenset({0, 1}),
        )

    def _packages(self) -> Table:
        """The packages against the first one, in the first and the last way."""
        first = self.measured[0]
        rows = [
            (
                one.label,
                corpus.name,
                way.name,
                *_change(
                    scored(
                        one.runs[corpus.name, way.name].targets, corpus.references, first.runs[corpus.name, way.name].targets
                    )[0]
                ),
            )
            for one in self.measured[1:]
            for corpus in self.corpora
            for way in (one.ways[0], one.ways[-1])
        ]
        header = ("package", "text", "way", f"chrF more than {first.label}", "p")
        return Table("The packages compared", header, rows, left=frozenset({0, 1, 2}))

    def _published(self) -> Table:
        header = (
            "system",
            "FLORES-200 dev, 997 lines: BLEU",
            "devtest, 1,012 lines: BLEU",
            "devtest: COMET",
            *(f"{corpus.name}, {len(corpus):,} lines: BLEU" for corpus in self.corpora),
            "source",
        )
        with PUBLISHED.open(encoding="utf-8", newline="") as file:
            published = list(csv.DictReader(file, delimiter="\t"))
        rows = [
            (
                row["system"],
                *(row[column] or NONE for column in ("dev_bleu", "devtest_bleu", "devtest_comet")),
                *(NONE for _ in self.corpora),
                row["source"],
            )
            for row in published
        ]
        for one in self.measured:
            for at, name in ((0, one.ways[0].name), (-1, "all of `translate`")):
                ours = (f"{self.scores[one.label, corpus.name][at].bleu.value:.1f}" for corpus in self.corpora)
                rows.append((f"{one.label}, {name}", NONE, NONE, NONE, *ours, "measured here"))
        return Table("Beside published figures", header, rows, left=frozenset({0, len(header) - 1}))

    def _faults(self) -> Table:
        rows = [
            (
                one.label,
                way.name,
                *(self._share(self.faults[one.label][way.name], fault) for fault in (*FAULTS, ANY)),
                f"{scores.bleu.value:.1f}",
                f"{scores.chrf.value:.1f}",
            )
            for one in self.measured
            for way, scores in zip(one.ways, self.robust_scores[one.label], strict=True)
        ]
        header = ("package", "way", *(self._head(fault) for fault in FAULTS), "any %", "BLEU", "chrF")
        return Table(
            f"Faults in {len(self.cases)} segments of the robustness set",
            header,
            rows,
            text="The share of segments with the fault, of those that can have it.",
            left=frozenset({0, 1}),
        )

    def _head(self, fault: str) -> str:
        able = sum(may_have(case, fault) for case in self.cases)
        return f"{fault} %" if able == len(self.cases) else f"{fault} % (of {able})"

    def _share(self, found: Sequence[frozenset[str]], fault: str, group: str | None = None) -> str:
        share = self.share(found, fault, group)
        return NONE if share is None else f"{share:.1f}"

    def share(self, found: Sequence[frozenset[str]], fault: str, group: str | None = None) -> float | None:
        """The share in per cent of the segments (of a group) that have the fault, of those that can have it, if any can."""
        able = [
            fault in wrong if fault != ANY else bool(wrong)
            for case, wrong in zip(self.cases, found, strict=True)
            if group in {None, case.group} and may_have(case, fault)
        ]
        return 100 * sum(able) / len(able) if able else None

    def _all_groups(self) -> dict[str, int]:
        groups = dict.fromkeys((case.group for case in self.cases), 0)
        for case in self.cases:
            groups[case.group] += 1
        return groups

    def _groups(self, one: Measured) -> Table:
        found = self.faults[one.label]
        rows = [
            (group, str(number), *(self._share(found[way.name], ANY, group) for way in one.ways))
            for group, number in self._all_groups().items()
        ]
        rows.append(("all", str(len(self.cases)), *(self._share(found[way.name], ANY) for way in one.ways)))
        header = ("group", "segments", *(way.name for way in one.ways))
        return Table(f"Segments with any fault, by group: {one.label}", header, rows, text="In per cent.")

    def _groups_in_detail(self, one: Measured) -> Table:
        found = self.faults[one.label]
        first, last = (found[way.name] for way in (one.ways[0], one.ways[-1]))
        rows = [
            (group, *(_both(self._share(first, fault, group), self._share(last, fault, group)) for fault in FAULTS))
            for group in self._all_groups()
        ]
        text = f"In per cent of the segments that can have it: {one.ways[0].name} → all of `translate`."
        return Table(f"Each fault, by group: {one.label}", ("group", *FAULTS), rows, text=text)

    def _examples(self, one: Measured) -> Table:
        """What to expect: segments at fixed places in the order of their chrF, not chosen by hand."""
        way = one.ways[-1].name
        ranked = sorted(
            (sentence_chrf(target, case.reference), case.identity, case, target, wrong)
            for case, target, wrong in zip(self.cases, one.robustness[way], self.faults[one.label][way], strict=True)
            if _is_sentence(case)
        )
        chosen = [ranked[len(ranked) * share // 100] for share in _SHOWN]
        rows = [
            (f"{share} %", case.source, target, ", ".join(fault for fault in FAULTS if fault in wrong) or NONE)
            for share, (_, _, case, target, wrong) in zip(_SHOWN, chosen, strict=True)
        ]
        text = (
            f"From the {len(ranked)} segments of {_LEAST_WORDS} words or more, in order of their chrF: the one that is better "
            "than so many of the others."
        )
        header = ("better than", "Italian", "English by all of `translate`", "faults")
        return Table(f"Examples: {one.label}", header, rows, text=text, left=frozenset({0, 1, 2, 3}))

    def data(self) -> dict[str, object]:
        """All that was measured, for programs: scores by package, text and way, shares by group, each segment."""
        return {
            "signatures": self.signatures,
            "packages": [
                {
                    "package": one.label,
                    "sha256": one.package.sha256(),
                    "texts": self._texts(one),
                    "robustness": self._robust(one),
                    "segments": self._segments(one),
                }
                for one in self.measured
            ],
        }

    def _texts(self, one: Measured) -> list[dict[str, object]]:
        return [
            {
                "text": corpus.name,
                "lines": len(corpus),
                "way": way.name,
                **asdict(scores),
                "seconds": one.runs[corpus.name, way.name].clock,
                "processor_seconds": one.runs[corpus.name, way.name].processor,
            }
            for corpus in self.corpora
            for way, scores in zip(one.ways, self.scores[one.label, corpus.name], strict=True)
        ]

    def _robust(self, one: Measured) -> list[dict[str, object]]:
        return [
            {
                "way": way,
                "group": group or "all",
                "percent": {fault: self.share(found, fault, group) for fault in (*FAULTS, ANY)},
            }
            for way, found in self.faults[one.label].items()
            for group in (*self._all_groups(), None)
        ]

    def _segments(self, one: Measured) -> list[dict[str, object]]:
        return [
            {"id": case.identity, "way": way, "target": target, "faults": [fault for fault in FAULTS if fault in wrong]}
            for way, targets in one.robustness.items()
            for case, target, wrong in zip(self.cases, targets, self.faults[one.label][way], strict=True)
        ]


def _is_sentence(case: Case) -> bool:
    return len(case.source.split()) >= _LEAST_WORDS


def _score(score: Score) -> str:
    return f"{score.value:.1f} ± {score.interval:.1f}"


def _change(scores: Scores) -> tuple[str, str]:
    if scores.change is None or scores.p is None:
        return NONE, NONE
    return f"{scores.change:+.2f}".replace("-", "−"), f"{scores.p:.3f}"


def _both(first: str, last: str) -> str:
    return first if first == last else f"{first} → {last}"
