"""The adversarial set: the share of its segments whose names and terms come out as an editor would demand them.

Each segment is translated as an article by itself, through the product, with the set's own glossary before the shipped ones
(a desk's glossary and ``world``, ``italy`` …), and with its glossary alone. ``--model`` and ``--no-marks`` show what other
packages would do. The rules of scoring are those of ``benchmarks/data/README.md``.

usage: python benchmarks/adversarial.py [--model MODEL] [--no-marks] [--show]
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from translator.article import TermStatus
from translator.glossary import load, shipped_names
from translator.pipeline import Translator
from translator.reading import read_bytes

DATA = Path(__file__).parent / "data"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True)
class Case:
    """One segment of the set."""

    identity: str
    group: str
    source: str
    required: tuple[str, ...]
    forbidden: tuple[str, ...]


def cases() -> list[Case]:
    """The set."""
    with (DATA / "adversarial.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Case(row["id"], row["group"], row["source"], _items(row["required"]), _items(row["forbidden"])) for row in rows]


def _items(cell: str | None) -> tuple[str, ...]:
    return tuple(item for item in (cell or "").split("|") if item)


def faults(case: Case, target: str) -> list[str]:
    """What is wrong with ``target``; empty when it is right."""
    text = target.translate(_APOSTROPHES)
    wrong = [
        f"lacks {item}" + (f" {wanted} times" if wanted > 1 else "")
        for item, wanted in Counter(case.required).items()
        if _count(text, item.removeprefix("~").split(" / "), any_case=item.startswith("~")) < wanted
    ]
    return wrong + [f"has {item}" for item in case.forbidden if _count(text, [item], any_case=True)]


def _count(text: str, forms: list[str], *, any_case: bool) -> int:
    patterns = [_edged(form.translate(_APOSTROPHES)) for form in sorted(forms, key=len, reverse=True)]
    return len(re.findall("|".join(patterns), text, re.IGNORECASE if any_case else re.NOFLAG))


def _edged(form: str) -> str:
    if form in {"⟦", "__T"}:
        return re.escape(form)
    before = r"(?<!\w)" if re.match(r"\w", form) else ""
    after = r"(?!\w)" if re.search(r"\w$", form) else ""
    return before + re.escape(form) + after


def run(translator: Translator) -> dict[str, tuple[str, list[str], bool]]:
    """For each case its target, the faults, and whether the product itself reported something missing."""
    results = {}
    for case in cases():
        article = translator.translate(read_bytes(case.source.encode(), name="case.txt", keep_boilerplate=True))
        segments = list(article.segments())
        target = " ".join(segment.target for segment in segments)
        reported = any(use.status is TermStatus.MISSING for segment in segments for use in segment.terms) or any(
            finding.code == "name-lost" for segment in segments for finding in segment.findings
        )
        results[case.identity] = (target, faults(case, target), reported)
    return results


def main() -> None:
    """Print the shares by group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="as for 'translator translate'")
    parser.add_argument("--no-marks", action="store_true", help="as if the package had no term marks")
    parser.add_argument("--show", action="store_true", help="print the segments that are wrong")
    arguments = parser.parse_args()
    own = load(DATA / "adversarial-glossary.csv")
    listed = cases()
    for title, glossaries in (("with the shipped glossaries", [own, *shipped_names()]), ("with its glossary alone", [own])):
        translator = Translator(model=arguments.model, glossaries=glossaries)
        if arguments.no_marks:
            translator._decoder.package = replace(translator._decoder.package, term_markup=None)  # noqa: SLF001
        results = run(translator)
        print(f"\n{title}")
        for group in dict.fromkeys(case.group for case in listed):
            mine = [case for case in listed if case.group == group]
            print(f"  {group:<18}{sum(not results[case.identity][1] for case in mine):>4} of {len(mine)}")
        right = sum(not wrong for _, wrong, _ in results.values())
        silent = sum(bool(wrong) and not reported for _, wrong, reported in results.values())
        print(f"  {'all':<18}{right:>4} of {len(listed)}: {100 * right / len(listed):.1f} %; wrong and not reported: {silent}")
        for case in listed if arguments.show else ():
            target, wrong, _ = results[case.identity]
            if wrong:
                print(f"{case.identity}: {', '.join(wrong)}\n    {case.source}\n    {target}")


if __name__ == "__main__":
    main()
