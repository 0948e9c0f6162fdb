"""``translator glossary``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import completion as complete
from translator.cli.articles import read_article, warn
from translator.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.article import Article, Segment
    from translator.glossary import Glossary, Term

_glossaries = click.option(
    "-g",
    "--glossary",
    "names",
    multiple=True,
    metavar="NAME|FILE",
    shell_complete=complete.glossaries,
    help="A glossary, as for 'translate'. Without -g all the shipped ones are used.",
)
_boilerplate = click.option("--keep-boilerplate", is_flag=True, help="Look at advertising, related links and the like too.")


@click.group("glossary", short_help="List, check, convert and try out glossaries.")
def command() -> None:
    """Work on glossaries: files that say how names and terms are to be translated.

    A glossary is a .csv, .tsv, .xlsx or .tbx file, or a .txt file of two columns; the shipped ones are called by name.
    """


@command.command("list", short_help="List the shipped glossaries, or terms.")
@click.argument("names", metavar="[NAME|FILE]...", nargs=-1, shell_complete=complete.glossaries)
def list_terms(names: tuple[str, ...]) -> None:
    """List the shipped glossaries, or the terms of the glossaries given."""
    from translator.glossary import find, place, shipped_names

    if not names:
        for name in shipped_names():
            click.echo(f"{name}\t{len(find(name).terms)} terms\t{place(name)}")
        return
    for name in names:
        for term in find(name).terms:
            click.echo("\t".join(_listed(term)))


def _listed(term: Term) -> tuple[str, ...]:
    sources, targets = " | ".join(term.sources), " | ".join((term.target, *term.target_forms))
    rules = (f"case {term.case}" if term.case else "", f"context {term.context}" if term.context else "")
    return (sources, targets, term.kind, *filter(None, rules))


@command.command("check", short_help="Report what is wrong or suspicious in glossaries.")
@click.argument("names", metavar="NAME|FILE...", nargs=-1, required=True, shell_complete=complete.glossaries)
@click.option("--strict", is_flag=True, help="End with exit status 1 for warnings too.")
def check_files(names: tuple[str, ...], *, strict: bool) -> int:
    """Report what is wrong or suspicious in glossaries, given in the order of their priority.

    Duplicates, conflicts, empty targets, targets that are themselves sources, invisible characters, bad contexts: each with
    its file, line and column. Exit status 1 when a glossary cannot be used as it is.
    """
    from translator.article import Severity
    from translator.glossary import check, place

    problems = check([place(name) for name in names])
    for problem in problems:
        click.echo(f"{problem.severity.capitalize()}: {problem}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", err=True)
    return 1 if errors or (strict and warnings) else 0


@command.command("convert", short_help="Write a glossary in another format.")
@click.argument("source", metavar="FROM", shell_complete=complete.glossaries)
@click.argument("target", metavar="TO", shell_complete=complete.files)
@click.option("--force", is_flag=True, help="Overwrite TO if it exists.")
def convert(source: str, target: str, *, force: bool) -> None:
    """Write the glossary FROM (a file or a shipped one's name) as TO, whose ending says the format.

    The formats are .csv, .tsv, .xlsx, .tbx and .txt.
    """
    from translator.glossary import find, place, render
    from translator.writing import check_place, write_file

    path = Path(target)
    if path.exists() and path.samefile(place(source)):
        raise OutputError(f"{target}: is the glossary to convert; choose another name")
    glossary = find(source)
    data = render(glossary.terms, path)
    check_place(path, force=force)
    write_file(path, data, force=force)
    click.echo(path)
    click.echo(_count(len(glossary.terms), "term"), err=True)


@command.command("match", short_help="Show which terms match in an article, and why not.")
@click.argument("file", metavar="ARTICLE", shell_complete=complete.files)
@_glossaries
@_boilerplate
def match(file: str, names: tuple[str, ...], *, keep_boilerplate: bool) -> None:
    """Show which terms match in ARTICLE and where, which nearly do, and why those do not count."""
    from translator.glossary import Matcher, candidates

    article, glossaries, segments = _article(file, names, keep_boilerplate=keep_boilerplate)
    matcher = Matcher(glossaries)
    sources = [segment.source for segment in segments]
    number = 0
    for segment, matches in zip(segments, matcher.match_all(sources), strict=True):
        for found in matches:
            number += 1
            surface = segment.source[found.span.start : found.span.end]
            click.echo(f"{segment.id}\tmatch\t{surface}\t{found.required[0]}\t{found.glossary}")
    for segment, refusals in zip(segments, matcher.refused(sources), strict=True):
        for refusal in refusals:
            surface = segment.source[refusal.span.start : refusal.span.end]
            click.echo(f"{segment.id}\tno match\t{surface}\t{refusal.term.target}\t{refusal.glossary}: {refusal.reason}")
    pairs = [(segment.id, segment.source) for segment in segments]
    for candidate in candidates(pairs, matcher, glossaries):
        if candidate.near:
            click.echo(f"{candidate.first}\tno match\t{candidate.name}\t\tnearly the glossary's {candidate.near!r}")
    click.echo(f"{article.name}: {_count(number, 'match', 'es')} in {_count(len(segments), 'segment')}", err=True)


@command.command("candidates", short_help="List the names in an article that no glossary covers.")
@click.argument("file", metavar="ARTICLE", shell_complete=complete.files)
@_glossaries
@click.option("--no-glossary", is_flag=True, help="List every name, whether or not a glossary covers it.")
@_boilerplate
@click.option(
    "-o", "--output", metavar="FILE", help="Write a glossary file (its ending says the format) instead of printing CSV."
)
@click.option("--force", is_flag=True, help="Overwrite the output if it exists.")
def list_candidates(
    file: str, names: tuple[str, ...], *, no_glossary: bool, keep_boilerplate: bool, output: str | None, force: bool
) -> None:
    """List the proper names in ARTICLE that no glossary covers, as a ready glossary.

    The target is the name itself: an entry keeps the name as it is until you write an English form. The kind is a guess; the
    note says how often the name stands in the article and where first.
    """
    if no_glossary and names:
        raise UsageError("--no-glossary and -g contradict each other; give one of them")
    from translator.glossary import Matcher, Term, candidates, render
    from translator.writing import check_place, write_file

    if output:
        check_place(Path(output), force=force)
    _, glossaries, segments = _article(file, names, keep_boilerplate=keep_boilerplate, use_none=no_glossary)
    found = candidates([(segment.id, segment.source) for segment in segments], Matcher(glossaries), glossaries)
    terms = [Term(item.name, item.name, item.kind, note=_note(item.count, item.first, item.near)) for item in found]
    data = render(terms, Path(output or "candidates.csv"))
    if output:
        write_file(Path(output), data, force=force)
        click.echo(output)
    else:
        sys.stdout.buffer.write(data)
    if not found:
        warn("every name that was found is covered")


def _note(count: int, first: str, near: str) -> str:
    return f"{_count(count, 'time')}, first in {first}" + (f"; near {near}" if near else "")


def _article(
    file: str, names: Sequence[str], *, keep_boilerplate: bool, use_none: bool = False
) -> tuple[Article, list[Glossary], list[Segment]]:
    from translator.glossary import find, shipped_names
    from translator.pipeline import segment

    article = segment(read_article(file, keep_boilerplate=keep_boilerplate))
    chosen = () if use_none else names or shipped_names()
    return article, [find(name) for name in chosen], list(article.segments())


def _count(number: int, noun: str, ending: str = "s") -> str:
    return f"{number:,} {noun}{'' if number == 1 else ending}"
