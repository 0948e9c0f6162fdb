"""How well packages translate, each by itself and through the product, side by side in one run.

For each package and each way of translating (the package alone; then through ``translate``, with ever more of what it does):
BLEU and chrF against references on line-aligned files, lines a second, and on the robustness set of ``benchmarks/data`` the
share of segments with each fault that can be counted without a reader. Decoding is that of ``translate`` (beam 4).

usage: python benchmarks/quality.py [--model MODEL]... [--pair ITALIAN ENGLISH]... [--samples] [-g GLOSSARY]...
       python benchmarks/quality.py --pair ITALIAN ENGLISH --samples --write docs/quality.md    renews the tables there
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import translator
from faults import cases
from measuring import measure, pair, samples
from reporting import Report
from tables import renew
from translator import TranslatorError
from translator.glossary import shipped_names
from translator.translation import Decoding
from translator.translation.cores import available_cores

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or write them into a document."""
    parser = _parser()
    options = parser.parse_args(arguments)
    busy = f", load {os.getloadavg()[0]:.1f} before the start" if hasattr(os, "getloadavg") else ""
    if options.write and not options.robustness:
        parser.error("--write needs the robustness set, of which the document's examples are: leave out --no-robustness")
    if options.show and options.json:
        parser.error("--json has the segments already: leave out --show")
    corpora = [pair(*files) for files in options.pair]
    if options.samples or not corpora:
        corpora.append(samples())
    if len({corpus.name for corpus in corpora}) < len(corpora):
        parser.error("two texts have the same name, which is that of the Italian file; rename one")
    segments = [case for case in cases() if options.robustness and (not options.group or case.group in options.group)]
    try:
        measured = measure(options.model or ["starter"], corpora, segments, options.glossary)
    except TranslatorError as error:
        raise SystemExit(str(error)) from error
    report = Report(measured, corpora, segments)
    made_with = _made_with(report, options.glossary, f"{available_cores()} cores{busy}")
    if options.json:
        print(json.dumps(report.data(), ensure_ascii=False, indent=2))
    elif options.write:
        renew(options.write, _markdown(report, made_with))
        print(f"{options.write} has the new tables", file=sys.stderr)
    elif options.markdown:
        print(_markdown(report, made_with))
    else:
        print("\n\n".join([*made_with, *(table.plain() for table in report.tables())]))
    if options.show:
        _show(report)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", action="append", help="a package, as for 'translator translate'; any number (default: starter)"
    )
    parser.add_argument(
        "--pair",
        action="append",
        nargs=2,
        type=Path,
        default=[],
        metavar=("ITALIAN", "ENGLISH"),
        help="UTF-8 files, a line of one for each line of the other; any number (default: the samples' references)",
    )
    parser.add_argument("--samples", action="store_true", help="the samples' references beside the pairs")
    parser.add_argument("-g", "--glossary", action="append", help="a glossary (default: all shipped)")
    parser.add_argument(
        "--robustness", action=argparse.BooleanOptionalAction, default=True, help="the faults on the robustness set"
    )
    groups = tuple(dict.fromkeys(case.group for case in cases()))
    parser.add_argument("--group", action="append", choices=groups, help="only these segments of the robustness set")
    parser.add_argument("--show", action="store_true", help="print the segments of the robustness set that have a fault")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--markdown", action="store_true", help="tables in Markdown")
    output.add_argument("--json", action="store_true", help="all that was measured, as JSON")
    output.add_argument("--write", type=Path, metavar="DOCUMENT", help="tables in Markdown between the marks in DOCUMENT")
    return parser


def _markdown(report: Report, made_with: Sequence[str]) -> str:
    facts = "\n".join(f"- {line}" for line in made_with)
    return "\n\n".join([facts, *(table.markdown() for table in report.tables())])


def _made_with(report: Report, glossaries: Sequence[str] | None, machine: str) -> list[str]:
    """What has to be known to make the numbers again."""
    packages = ", ".join(f"{one.label} (SHA-256 {one.package.sha256()[:12]}…)" for one in report.measured)
    named = ", ".join(glossaries or shipped_names())
    ways = "; ".join(f"`{way.name}`: {way.adds}" for way in report.measured[0].ways)
    signatures = ", ".join(f"`{signature}`" for signature in report.signatures)
    return [
        f"translator {translator.__version__}, {machine}; {packages}; {Decoding()}; glossaries {named}",
        f"ways, each with all of those before it: {ways}",
        f"scores with 95 % confidence intervals, and p-values, by paired bootstrap: {signatures}",
    ]


def _show(report: Report) -> None:
    for one in report.measured:
        way = one.ways[-1].name
        for case, target, wrong in zip(
            report.cases, one.robustness.get(way, []), report.faults[one.label].get(way, []), strict=True
        ):
            if wrong:
                print(f"{one.label}: {case.identity}: {', '.join(sorted(wrong))}\n    {case.source}\n    {target}")


if __name__ == "__main__":
    main()
