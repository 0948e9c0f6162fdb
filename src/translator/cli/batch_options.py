"""The options that ``batch`` and ``watch`` have in common, and the job that they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from translator.batch.job import Job, load_job
from translator.batch.plan import ARTICLE_SUFFIXES
from translator.batch.values import check_name
from translator.cli import completion as complete
from translator.cli.document_options import document_options, english, given
from translator.cli.memories import memory_option
from translator.errors import UsageError
from translator.writing.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., object]")


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """What the command line says about articles; None where it says nothing."""

    glossaries: tuple[str, ...] = ()
    no_glossary: bool = False
    name_guard: bool | None = None
    no_remedies: bool = False
    model: str | None = None
    beam: int | None = None
    max_pieces: int | None = None
    output: str | None = None
    name: str | None = None
    formats: tuple[str, ...] = ()
    layout: str | None = None
    columns: tuple[str, ...] | None = None
    paper: str | None = None
    orientation: str | None = None
    protect: bool | None = None
    british: bool | None = None
    memory_path: Path | None = None
    no_memory: bool = False
    abbreviations: str | None = None
    keep_boilerplate: bool | None = None
    max_segments: int | None = None
    strict: bool | None = None


_OPTIONS = (
    click.option(
        "-g",
        "--glossary",
        "glossaries",
        multiple=True,
        metavar="NAME|FILE",
        shell_complete=complete.glossaries,
        help="A glossary: a file, or a shipped one by name (international, italy, people, world). May be given more than once;"
        " earlier ones win. Without -g all the shipped ones are used.",
    ),
    click.option("--no-glossary", is_flag=True, help="Use no glossary at all."),
    click.option(
        "--name-guard/--no-name-guard",
        default=None,
        help="Keep capitalised names that no glossary knows as they stand (the default).",
    ),
    click.option("--no-remedies", is_flag=True, help="Do not try again where a check finds a translation faulty."),
    click.option("--model", metavar="NAME|FILE|FOLDER", shell_complete=complete.models, help="A model, as for 'translate'."),
    click.option("--beam", type=click.IntRange(1, 64), help="How many alternatives the search keeps (4)."),
    click.option(
        "--max-pieces",
        type=click.IntRange(16, 500),
        help="Cut sentences of more subword pieces than this at clause boundaries (120).",
    ),
    click.option("-o", "--output", metavar="FOLDER", shell_complete=complete.files, help="The folder to write to."),
    click.option(
        "--name",
        metavar="PATTERN",
        help="How outputs are called: {folder}/{stem}.it-en.{format}, or what you make of these and {suffix}.",
    ),
    click.option(
        "-f",
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help="The format to write (docx). May be given more than once.",
    ),
    document_options,
    memory_option,
    click.option("--no-memory", is_flag=True, help="Neither use nor fill the translation memory."),
    click.option(
        "--abbreviations", metavar="FILE", shell_complete=complete.files, help="Your own abbreviations, as for 'translate'."
    ),
    click.option(
        "--keep-boilerplate",
        is_flag=True,
        default=None,
        help="Translate advertising, related links and the like as ordinary text.",
    ),
    click.option(
        "--max-segments",
        type=click.IntRange(min=1),
        help="Refuse articles of more segments than this (20,000), or of more text than 5 MB and 250 bytes for each.",
    ),
    click.option("--strict", is_flag=True, default=None, help="End with exit status 3 when a glossary term is missing."),
)
_RUN_OPTIONS = (
    click.option(
        "--workers",
        type=click.IntRange(1, 256),
        help="Processes that translate (1), each with a model of its own and its share of the cores.",
    ),
    click.option("--force", is_flag=True, help="Overwrite outputs that were changed since they were written, or are not ours."),
    click.option("--break-lock", is_flag=True, help="Take the output folder from a run on another host that is dead."),
    click.option("--log-json", is_flag=True, help="Print what happens on standard output, one JSON object a line."),
    click.option("-q", "--quiet", is_flag=True, help="Print failures and warnings only."),
)


def article_options(command: _Command) -> _Command:
    """Add the options that say how articles are translated."""
    return _with(_OPTIONS, command)


def run_options(command: _Command) -> _Command:
    """Add the options that say how the run goes."""
    return _with(_RUN_OPTIONS, command)


def _with(options: tuple[Callable[[_Command], _Command], ...], command: _Command) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def make_job(source: str, options: ArticleOptions) -> Job:
    """The job of a job file, or of the folder ``source``, with what the command line says, which wins.

    Raises :class:`UsageError`.
    """
    if options.no_glossary and options.glossaries:
        raise UsageError("--no-glossary and -g contradict each other; give one of them")
    if options.no_memory and options.memory_path:
        raise UsageError("--no-memory and --memory contradict each other; give one of them")
    path = Path(source)
    if path.is_dir():
        if options.output is None:
            raise UsageError(f"{source} is a folder: say with -o FOLDER where the translations go")
        job = Job(path.resolve(), (".",), Path(options.output).absolute())
    elif path.suffix.casefold() in ARTICLE_SUFFIXES:
        raise UsageError(f"{source} is an article: translate it with 'translator translate', or name its folder")
    elif path.exists() or path.suffix == ".toml":
        job = load_job(path)
    else:
        raise UsageError(f"{source}: there is no such job file or folder; 'translator batch init' writes a job file")
    return _with_options(job, options)


def _with_options(job: Job, options: ArticleOptions) -> Job:
    overrides: dict[str, object] = {
        "formats": tuple(dict.fromkeys(options.formats)) or None,
        "layout": options.layout,
        "columns": options.columns,
        "paper": options.paper,
        "orientation": options.orientation,
        "protect": options.protect,
        "english": english(british=options.british),
        "glossaries": () if options.no_glossary else options.glossaries or None,
        "name_guard": options.name_guard,
        "remedies": False if options.no_remedies else None,
        "abbreviations": options.abbreviations,
        "keep_boilerplate": options.keep_boilerplate,
    }
    changes: dict[str, object] = {
        "output": options.output and Path(options.output).absolute(),
        "name": options.name and _name(options.name),
        "model": options.model,
        "beam": options.beam,
        "max_pieces": options.max_pieces,
        "strict": options.strict,
        "max_segments": options.max_segments,
        "memory": False if options.no_memory else options.memory_path and str(options.memory_path.absolute()),
    }
    return replace(job, overrides=given(overrides), **given(changes))  # type: ignore[arg-type]  # checked by click


def _name(value: str) -> str:
    try:
        return check_name(value)
    except ValueError as error:
        raise UsageError(f"--name {error}") from error
