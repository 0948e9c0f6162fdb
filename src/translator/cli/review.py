"""``translator review``."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import completion as complete
from translator.cli.articles import warn
from translator.errors import OutputError, ReviewError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translator.article import Article
    from translator.review import Review
    from translator.review.applying import Selection
    from translator.translation.memory.store import Memory, Stored

_MOST_BYTES = 500_000_000  # of a file; what it unpacks to has limits of its own


def _inputs(function: Callable[..., object]) -> Callable[..., object]:
    """The argument and options that both commands have."""
    article = click.option(
        "--article", metavar="FILE", help="The Italian article that it must be about; another one is refused."
    )
    original = click.option(
        "--original",
        metavar="FILE",
        help="The .docx or .json as 'translate' wrote it. Shows untracked edits where a program dropped the hidden parts of the"
        " file, as LibreOffice, Google Docs and Pages do.",
    )
    return click.argument("file", metavar="REVIEWED.docx", shell_complete=complete.files)(original(article(function)))


@click.group("review", short_help="Read back a reviewed Word document, and make use of it.")
def command() -> None:
    """Read back the Word document that a reviewer has worked in.

    Tracked changes of any author count as made. What cannot be told for sure, such as rows that were merged, is reported and
    never guessed. docs/review.md is the guide for editors and reviewers.
    """


@command.command("read", short_help="Show what the reviewer did.")
@_inputs
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def read_command(file: str, *, original: str | None, article: str | None, as_json: bool) -> None:
    """Show what was changed in REVIEWED.docx, word by word, with comments, notes and statuses.

    Exit status 0 whether or not anything was changed, 1 when the document is refused: it is none of ours, a clean one, or about
    another article.
    """
    review = _read(file, original, _articles(article))
    if as_json:
        from translator.review import json_format

        sys.stdout.buffer.write(json_format.write(review))
        return
    from translator.cli.review_report import report

    click.echo("\n".join(report(review, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))))
    _warn(review.notes)


@command.command("apply", short_help="Put the accepted English into the memory, a clean document, a TMX.")
@_inputs
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", help="Where the clean document goes. Default: STEM.en.docx beside REVIEWED.docx."
)
@click.option("--memory", metavar="PATH", help="The translation memory. Default: the one in your data folder.")
@click.option("--no-memory", is_flag=True, help="Leave the translation memory alone.")
@click.option("--all", "everything", is_flag=True, help="Accept segments whatever their status; never those with a problem.")
@click.option("--tmx", metavar="FILE", help="Write the accepted segments as TMX.")
@click.option("--glossary", metavar="FILE", help="Write names that were changed everywhere in one way as a glossary.")
@click.option("--force", is_flag=True, help="Overwrite outputs that were changed since they were written, or are not ours.")
@click.option("-q", "--quiet", is_flag=True, help="No summary; warnings, errors and the paths written are still printed.")
def apply_command(
    file: str,
    *,
    original: str | None,
    article: str | None,
    output: str | None,
    memory: str | None,
    no_memory: bool,
    everything: bool,
    tmx: str | None,
    glossary: str | None,
    force: bool,
    quiet: bool,
) -> None:
    """Make use of REVIEWED.docx: a clean English document, and accepted segments for the next translation.

    Accepted are segments marked "Approved" or "Changed"; where there is no Status column, the edited ones. A segment whose
    English was emptied, and its neighbours, are in the document but not accepted: the text of two sentences may stand in one.
    """
    if memory is not None and no_memory:
        raise UsageError("--memory and --no-memory contradict each other; give one of them")
    clean = _clean_place(file, output)
    _check([clean, *(Path(name) for name in (tmx, glossary) if name)], [file, original, article], force=force)

    from translator.review.applying import memory_entries, select

    review = _read(file, original, _articles(article))
    selection = select(review, everything=everything)
    outputs = [(clean, _clean(review))]
    if tmx:
        outputs.append((Path(tmx), _tmx(review, selection)))
    if glossary:
        outputs.append((Path(glossary), _glossary(review, Path(glossary))))
    if no_memory:
        _write(outputs, force=force)
        stored = None
    else:
        with _memory(memory) as opened:  # opened first: one that cannot be used stops everything before it begins
            _write(outputs, force=force)
            stored = opened.accept(memory_entries(review, selection.accepted, datetime.datetime.now(datetime.UTC)))
            _warn(opened.notes)
    _warn((*review.notes, *(f"{issue.segment}: {issue.message} [{issue.kind}]".removeprefix(": ") for issue in review.issues)))
    if not quiet:
        click.echo("\n".join(_summary(review, selection, stored)), err=True)


def _read(file: str, original: str | None, articles: Sequence[Article]) -> Review:
    from translator.review import read, read_original

    given = read_original(_bytes(original), original) if original else None
    return read(_bytes(file), Path(file).name, original=given, articles=articles)


def _bytes(file: str) -> bytes:
    path = Path(file)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ReviewError(f"{file}: is larger than {_MOST_BYTES // 1_000_000} MB; copy the document into a new one")
        return path.read_bytes()
    except OSError as error:
        raise ReviewError(f"{file}: cannot be read ({error.strerror}); check the path") from error


def _articles(file: str | None) -> list[Article]:
    """The article as it is read without boilerplate and with: the reviewed document may be of either."""
    from translator import reading

    return [reading.read(Path(file), keep_boilerplate=keep) for keep in (False, True)] if file else []


def _clean_place(file: str, output: str | None) -> Path:
    name = f"{Path(file).stem.removesuffix('.it-en')}.en.docx"
    if output is None:
        return Path(file).with_name(name)
    return Path(output) / name if Path(output).is_dir() or output.endswith(("/", "\\")) else Path(output)


def _check(places: Sequence[Path], inputs: Iterable[str | None], *, force: bool) -> None:
    """Refuse, before any work is done, to write where it would lose something or must fail."""
    from translator.writing import check_place

    if len({path.absolute() for path in places}) < len(places):
        raise UsageError("two outputs have the same name; give each one of its own")
    if places[0].suffix.lower() != ".docx":
        raise UsageError(f"-o {places[0]}: the clean document is a Word document; end the name with .docx, or give a folder")
    for path in places:
        if path.exists() and any(name and Path(name).exists() and path.samefile(name) for name in inputs):
            raise OutputError(f"{path}: is an input of this run and stays as it is; choose another place")
        check_place(path, force=force)


def _clean(review: Review) -> bytes:
    from translator.review.applying import reviewed_article
    from translator.writing import output_date
    from translator.writing.docx.document import write
    from translator.writing.docx.options import DocxOptions

    options = DocxOptions(layout="clean")
    return write(reviewed_article(review), date=output_date(), options=options, sha256=review.sha256)


def _tmx(review: Review, selection: Selection) -> bytes:
    from translator.review.applying import tmx_bytes
    from translator.writing import output_date

    return tmx_bytes(review, selection.accepted, datetime.datetime.combine(output_date(), datetime.time(), datetime.UTC))


def _glossary(review: Review, path: Path) -> bytes:
    from translator.glossary import render
    from translator.review.suggestions import suggest

    terms = suggest(review)
    if not terms:
        warn("no name was changed everywhere in one way: the glossary is empty")
    return render(terms, path)


def _memory(path: str | None) -> Memory:
    from translator.translation.memory.store import Memory

    return Memory(Path(path) if path else None)


def _write(outputs: Iterable[tuple[Path, bytes]], *, force: bool) -> None:
    from translator.writing import write_file

    for path, data in outputs:
        write_file(path, data, force=force)
        click.echo(path)


def _warn(messages: Iterable[str]) -> None:
    from translator.cli.review_report import shown

    for message in messages:
        warn(shown(message))


def _summary(review: Review, selection: Selection, stored: Stored | None) -> Iterable[str]:
    from translator.cli.review_report import count, summary
    from translator.review import ReviewStatus
    from translator.review.applying import LeftOut

    yield summary(review)
    yield f"accepted: {count(len(selection.accepted), 'segment')}"
    for reason, number in selection.left_out.items():
        yield f"  left out: {number:,} {reason}"
    forgotten = sum(segment.edited and segment.status is ReviewStatus.INITIAL for segment in review.segments)
    if forgotten and LeftOut.NOT_MARKED in selection.left_out:
        yield f"  {forgotten:,} edited but not marked: choose a status and apply again, or accept everything with --all"
    if stored is not None:
        yield f"memory: {stored.added:,} new, {stored.known:,} known"
