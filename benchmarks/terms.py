"""What enforcing a glossary brings and costs, step by step, on line-aligned Italian and English text.

For each way of translating: the share of required forms that are in the translation (exactly; and fuzzily, a stretch that is
at least 90 % alike by rapidfuzz), the terms reported missing, the terms reported present that are not (must be 0), chrF and
BLEU against the reference, and the processor's seconds, over all threads: other work on the machine does not count. Terms are
required in the ways of the WMT 2023 terminology task: ``proper`` (those of the glossaries), ``random`` (words of the sentence
with a translation that the reference has) and ``none``.

usage: python benchmarks/terms.py [ITALIAN ENGLISH] [-g GLOSSARY]... [--model MODEL] [--quick]
"""

from __future__ import annotations

import argparse
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio
from sacrebleu.metrics import BLEU, CHRF

from translator.article import Span
from translator.glossary import Matcher, TermKind, find, find_names, shipped_names
from translator.translation import STEPS, Decoder, Requirement, open_package, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation import Translation

REFERENCES = Path(__file__).parents[1] / "samples" / "reference"
NEAR = 90
SEED = 20261124

Requirements = list[tuple[Requirement, ...]]


@dataclass
class Result:
    """What one way of translating gave."""

    targets: list[str]
    seconds: float
    reported_missing: int = 0
    wrongly_ok: int = 0


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("italian", nargs="?", type=Path, help="Italian lines (default: all the samples' references)")
    parser.add_argument("english", nargs="?", type=Path, help="their English, line by line")
    parser.add_argument("-g", "--glossary", action="append", help="a glossary (default: all shipped but people)")
    parser.add_argument("--model", help="as for 'translator translate'")
    parser.add_argument("--quick", action="store_true", help="only: none, full, full with the name guard")
    arguments = parser.parse_args()
    sources, references = read(arguments.italian, arguments.english)
    names = arguments.glossary or [name for name in shipped_names() if name != "people"]
    decoder = Decoder(open_package(arguments.model))
    print(f"{len(sources)} lines; model {decoder.package.name} {decoder.package.version}; glossaries {', '.join(names)}")
    bench = Bench(sources, references, decoder)
    matcher = Matcher([find(name) for name in names])
    proper = bench.requirements(matcher)
    print("\nproper terms")
    bench.table(proper, quick=arguments.quick, matcher=matcher)
    if not arguments.quick:
        chance = bench.random_terms()
        print("\nrandom terms")
        bench.heading()
        bench.row("no glossary", chance, bench.plain())
        bench.row("full ladder", chance, bench.enforce(chance))


def read(italian: Path | None, english: Path | None) -> tuple[list[str], list[str]]:
    """The lines of the two files, or of all the samples that have a reference."""
    samples = [
        (source, source.with_name(source.name.replace(".it.", ".en."))) for source in sorted(REFERENCES.glob("*.it.txt"))
    ]
    pairs = [(italian, english)] if italian and english else samples
    sources: list[str] = []
    references: list[str] = []
    for source, reference in pairs:
        sources += source.read_text(encoding="utf-8").splitlines()
        references += reference.read_text(encoding="utf-8").splitlines()
    if len(sources) != len(references):
        raise SystemExit(f"{len(sources)} Italian lines for {len(references)} English ones; they must be aligned line by line")
    return sources, references


class Bench:
    """One text, translated in many ways."""

    def __init__(self, sources: list[str], references: list[str], decoder: Decoder) -> None:
        self.sources, self.references, self.decoder = sources, references, decoder
        self.decoder.decode(sources[:64])  # warm up
        self.base = 0.0

    def requirements(self, matcher: Matcher) -> Requirements:
        """The terms of the glossaries."""
        return [
            tuple(
                Requirement(
                    match.span, source[match.span.start : match.span.end], match.required, match.term.kind, match.capitals
                )
                for match in matcher.match(source)
            )
            for source in self.sources
        ]

    def guarded(self, proper: Requirements, matcher: Matcher) -> Requirements:
        """The terms and, after them, the names that the guard keeps."""
        matches = [matcher.match(source) for source in self.sources]
        covered = [[match.span for match in found] for found in matches]
        people = [[match.span for match in found if match.term.kind is TermKind.PERSON] for found in matches]
        names = find_names(self.sources, covered, people)
        return [
            terms
            + tuple(Requirement(name.span, name.surface, (name.surface,), name=True, certain=name.certain) for name in found)
            for terms, found in zip(proper, names, strict=True)
        ]

    def random_terms(self) -> Requirements:
        """Up to two words a sentence, seeded, that the model by itself translates into a word of the reference."""
        rng = random.Random(SEED)  # noqa: S311 - a reproducible sample
        chosen = []
        for source in self.sources:
            words = [found for found in re.finditer(r"(?<!\w)[a-zà-ù]{5,}(?!\w)", source) if source.count(found[0]) == 1]
            chosen.append(rng.sample(words, min(4, len(words))))
        surfaces = sorted({found[0] for words in chosen for found in words})
        decoded = self.decoder.decode(surfaces, hypotheses=4)
        english = {
            surface: [item.text.strip(" .").lower() for item in hypotheses]
            for surface, hypotheses in zip(surfaces, decoded, strict=True)
        }
        result = []
        for words, reference in zip(chosen, self.references, strict=True):
            items = []
            for found in words:
                form = next((text for text in english[found[0]] if len(text) > 3 and holds(reference, text)), None)
                if form is not None and len(items) < 2:
                    items.append(Requirement(Span(*found.span()), found[0], (form,), TermKind.OTHER))
            result.append(tuple(items))
        return result

    def plain(self) -> Result:
        """No glossary."""
        start = time.process_time()
        done = translate(self.sources, [()] * len(self.sources), self.decoder)
        return Result([translation.target for translation, _ in done], time.process_time() - start)

    def placeholders(self, required: Requirements) -> Result:
        """``__T1__`` in the source for each term, and the form put back where the placeholder comes out whole."""
        start = time.process_time()
        masked = []
        for source, items in zip(self.sources, required, strict=True):
            text = source
            for number, item in sorted(enumerate(items, 1), key=lambda pair: -pair[1].span.start):
                text = f"{text[: item.span.start]}__T{number}__{text[item.span.end :]}"
            masked.append(text)
        targets = []
        for hypotheses, items in zip(self.decoder.decode(masked), required, strict=True):
            text = hypotheses[0].text
            for number, item in enumerate(items, 1):
                text = text.replace(f"__T{number}__", item.form)
            targets.append(text)
        return Result(targets, time.process_time() - start)

    def enforce(self, required: Requirements, steps: Sequence[str] = STEPS) -> Result:
        """The ladder, with only ``steps`` of it."""
        start = time.process_time()
        done = translate(self.sources, required, self.decoder, steps=steps)
        seconds = time.process_time() - start
        missing = wrong = 0
        for translation, items in done:
            terms = [(item, span) for item, span in zip(items, translation.spans, strict=True) if not item.name]
            missing += sum(span is None for _, span in terms)
            wrong += sum(span is not None and not honest(translation, item, span) for item, span in terms)
        return Result([translation.target for translation, _ in done], seconds, missing, wrong)

    def heading(self) -> None:
        """The table's first lines."""
        print(
            f"{'':<34}{'exact %':>9}{'fuzzy %':>9}{'missing':>9}{'false ok':>9}{'chrF':>8}{'BLEU':>8}{'CPU s':>9}{'ratio':>7}"
        )

    def row(self, name: str, required: Requirements, result: Result) -> None:
        """One line of the table."""
        self.base = self.base or result.seconds
        total = sum(not item.name for items in required for item in items)
        exact = sum(count(text, items) for text, items in zip(result.targets, required, strict=True))
        fuzzy = sum(nearly(text, items) for text, items in zip(result.targets, required, strict=True))
        shares = [f"{100 * found / total:>9.2f}" if total else f"{'':>9}" for found in (exact, fuzzy)]
        chrf = CHRF().corpus_score(result.targets, [self.references]).score
        bleu = BLEU().corpus_score(result.targets, [self.references]).score
        print(
            f"{name:<34}{''.join(shares)}{result.reported_missing:>9}{result.wrongly_ok:>9}{chrf:>8.2f}{bleu:>8.2f}"
            f"{result.seconds:>9.1f}{result.seconds / self.base:>7.2f}",
            flush=True,
        )

    def table(self, proper: Requirements, *, quick: bool, matcher: Matcher) -> None:
        """The rows on proper terms."""
        print(f"{sum(map(len, proper))} terms in {sum(bool(items) for items in proper)} lines")
        self.heading()
        self.row("no glossary (mode none)", proper, self.plain())
        if not quick:
            self.row("placeholders __T1__", proper, self.placeholders(proper))
            self.row("ladder: decode", proper, self.enforce(proper, ()))
            for number, step in enumerate(STEPS, 1):
                self.row(f"  + {step}", proper, self.enforce(proper, STEPS[:number]))
            unmarked = [step for step in STEPS if step != "marks"]
            self.row("ladder: decode, without marks", proper, self.enforce(proper, ()))
            for number, step in enumerate(unmarked, 1):
                self.row(f"  + {step}", proper, self.enforce(proper, unmarked[:number]))
        self.row("full ladder", proper, self.enforce(proper))
        guarded = self.guarded(proper, matcher)
        self.row("full ladder and name guard", guarded, self.enforce(guarded))


def holds(text: str, form: str) -> bool:
    """Whether ``form`` stands in ``text`` as whole words, in any letter case."""
    return re.search(rf"(?<!\w){re.escape(form)}(?:e?s)?(?!\w)", text.replace("’", "'"), re.IGNORECASE) is not None


def count(text: str, items: Sequence[Requirement]) -> int:
    """How many of the terms stand in ``text``: counted here anew, without the ladder's own code; equal forms count apiece."""
    found = 0
    for forms in dict.fromkeys(item.forms for item in items if not item.name):
        wanted = sum(item.forms == forms for item in items)
        places = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        present = len(re.findall(rf"(?<!\w)(?:{places})(?:e?s)?(?!\w)", text.replace("’", "'"), re.IGNORECASE))
        found += min(wanted, present)
    return found


def nearly(text: str, items: Sequence[Requirement]) -> int:
    """How many of the terms stand in ``text`` at least nearly."""
    folded = text.lower()
    return sum(any(partial_ratio(form.lower(), folded) >= NEAR for form in item.forms) for item in items if not item.name)


def honest(translation: Translation, item: Requirement, span: Span) -> bool:
    """Whether the place where a term is reported to stand holds one of its forms."""
    there = translation.target[span.start : span.end].replace("’", "'").lower()
    return any(there in {form.lower(), f"{form.lower()}s", f"{form.lower()}es"} for form in item.forms)


if __name__ == "__main__":
    main()
