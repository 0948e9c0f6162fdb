"""``translator translate``."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import EXIT_MISSING_TERMS
from translator.cli import completion as complete
from translator.cli.articles import STDIN, read_abbreviations, read_article, warn
from translator.cli.document_options import document_options, given
from translator.cli.memories import memory_option, open_memory
from translator.cli.summary import missing_terms, summary, warnings
from translator.errors import OutputError, UsageError
from translator.writing.docx.options import DocxOptions
from translator.writing.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.article import Article


_EPILOG = """\b
Examples:
  translator translate articolo.txt
  translator translate articolo.docx -g desk.csv -g world -o out/
  translator translate articolo.txt -o out/ -f docx -f html
  cat articolo.txt | translator translate - -o - -f txt
  translator translate articolo.txt --preview
"""


@click.command("translate", short_help="Translate an article into a side-by-side Word document.", epilog=_EPILOG)
@click.argument("file", metavar="FILE", shell_complete=complete.files)
@click.option(
    "-g",
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="NAME|FILE",
    shell_complete=complete.glossaries,
    help="A glossary: a .csv, .tsv, .xlsx, .tbx or two-column .txt file, or a shipped one by name (international, italy,"
    " people, world). May be given more than once; earlier ones win. Without -g all the shipped ones are used.",
)
@click.option("--no-glossary", is_flag=True, help="Use no glossary at all.")
@click.option(
    "--name-guard/--no-name-guard",
    default=True,
    show_default=True,
    help="Keep capitalised names that no glossary knows as they stand.",
)
@click.option(
    "--model",
    metavar="NAME|FILE|FOLDER",
    shell_complete=complete.models,
    help="A model: a .argosmodel file, a package's folder, or a name from 'translator models list'.",
)
@click.option(
    "--beam",
    type=click.IntRange(1, 64),
    default=4,
    show_default=True,
    help="How many alternatives the search keeps: more is slower and slightly better.",
)
@click.option(
    "--max-pieces",
    type=click.IntRange(16, 500),
    default=120,
    show_default=True,
    help="Cut sentences of more subword pieces than this at clause boundaries.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER|-",
    shell_complete=complete.files,
    help="Where to write: a file, a folder, or - for standard output. Default: STEM.it-en.docx beside FILE.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="docx (side by side, the default), html (the same for the browser), txt (the English alone), json, tmx, xliff or tsv."
    " May be given more than once.",
)
@click.option(
    "--preview",
    is_flag=True,
    help="Show both languages in the terminal, sentence by sentence with what was found; nothing is written without -o or -f.",
)
@document_options
@click.option(
    "--abbreviations",
    metavar="FILE",
    shell_complete=complete.files,
    help="Your own abbreviations, one a line, each with its class: soft (the default), title or end.",
)
@memory_option
@click.option("--no-memory", is_flag=True, help="Neither use nor fill the translation memory.")
@click.option("--no-remedies", is_flag=True, help="Do not try again where a check finds a translation faulty.")
@click.option("--keep-boilerplate", is_flag=True, help="Translate advertising, related links and the like as ordinary text.")
@click.option("--strict", is_flag=True, help="End with exit status 3 when a glossary term is missing from the translation.")
@click.option("--force", is_flag=True, help="Overwrite an output that was changed since it was written, or is not ours.")
@click.option("-q", "--quiet", is_flag=True, help="No summary; warnings, errors and the paths written are still printed.")
def command(
    file: str,
    *,
    glossaries: tuple[str, ...],
    no_glossary: bool,
    name_guard: bool,
    model: str | None,
    beam: int,
    max_pieces: int,
    output: str | None,
    formats: tuple[str, ...],
    preview: bool,
    abbreviations: str | None,
    memory_path: Path | None,
    no_memory: bool,
    no_remedies: bool,
    keep_boilerplate: bool,
    strict: bool,
    force: bool,
    quiet: bool,
    british: bool | None,
    **document_choices: object,
) -> int:
    """Translate the Italian article FILE into English, side by side in a Word document.

    FILE is .txt, .md, .html or .docx, or - for text on standard input. The path of what was written is printed on standard
    output; warnings and a summary on standard error.
    """
    _not_both("--no-glossary", no_glossary, "-g", glossaries)
    _not_both("--no-memory", no_memory, "--memory", memory_path)
    _not_both("--preview", preview, "-o -", output == STDIN)
    chosen = () if no_glossary else glossaries or None
    places = [] if preview and output is None and not formats else _places(file, output, formats)
    document = DocxOptions(**given(document_choices))  # type: ignore[arg-type]  # checked by click
    if places:
        _check(places, [file, *glossaries, *filter(None, (model, abbreviations))], force=force)

    from translator.pipeline import Translator
    from translator.translation import Decoding
    from translator.typography import Style, Variety
    from translator.writing import output_date, render, write_file

    date = output_date()
    own = read_abbreviations(abbreviations)
    article = read_article(file, keep_boilerplate=keep_boilerplate)
    with nullcontext() if no_memory else open_memory(memory_path) as memory:
        translator = Translator(
            model=model,
            glossaries=chosen,
            name_guard=name_guard,
            abbreviations=own,
            decoding=Decoding(beam=beam, max_pieces=max_pieces),
            memory=memory,
            style=Style(Variety.BRITISH if british else Variety.AMERICAN),
            remedies=not no_remedies,
        )
        with _Progress() as progress:
            article = translator.translate(article, progress=progress)
        if memory is not None:
            memory.prune()
    for warning in _shown(article) if preview else warnings(article):
        warn(warning)
    if places:
        rendered = [(path, render(article, name, date=date, docx=document)) for path, name in places]
        for path, data in rendered:
            write_file(path, data, force=force)
            click.echo(path)
    elif not preview:
        sys.stdout.buffer.write(render(article, formats[0], date=date, docx=document))
    written = [name for _, name in places] or formats
    if not quiet:
        click.echo("\n".join(summary(article, list_set_aside=not {"docx", "html", "json", "xliff"} & set(written))), err=True)
    return EXIT_MISSING_TERMS if strict and missing_terms(article) else 0


def _not_both(one: str, is_given: bool, other: str, value: object) -> None:
    """Raise :class:`UsageError` if both options are given."""
    if is_given and value:
        raise UsageError(f"{one} and {other} contradict each other; give one of them")


def _shown(article: Article) -> tuple[str, ...]:
    """Print the preview; gives the warnings that are still to be told: none, it shows them."""
    from translator.cli.preview import show

    show(article)
    return ()


def _places(file: str, output: str | None, formats: Sequence[str]) -> list[tuple[Path, str]]:
    """The files to write, each with its format; none when the output is standard output. Raises :class:`UsageError`."""
    unique = list(dict.fromkeys(formats))
    if output == STDIN:
        if len(unique) != 1:
            raise UsageError(f"-o - takes exactly one format; give -f once: {', '.join(FORMATS)}")
        if unique == ["docx"] and sys.stdout.isatty():
            raise UsageError("a Word document cannot be shown in the terminal; give -o FILE, or -f txt")
        return []
    stem, folder = ("stdin", Path()) if file == STDIN else (Path(file).stem, Path(file).parent)
    if output is None or Path(output).is_dir() or output.endswith(("/", "\\")):
        folder = folder if output is None else Path(output)
        return [(folder / f"{stem}.it-en.{name}", name) for name in unique or ["docx"]]
    path = Path(output)
    if len(unique) > 1:
        raise UsageError(f"-o {output} names one file for {len(unique)} formats; give a folder (ending with a slash)")
    suffix = path.suffix.lower().removeprefix(".")
    if not unique and suffix not in FORMATS:
        raise UsageError(f"-o {output}: the name does not say the format; end it with .{', .'.join(FORMATS)}, or give -f")
    if unique and suffix in FORMATS and suffix != unique[0]:
        raise UsageError(f"-o {output} and -f {unique[0]} contradict each other; make them agree")
    return [(path, unique[0] if unique else suffix)]


def _check(places: Sequence[tuple[Path, str]], inputs: Sequence[str], *, force: bool) -> None:
    """Refuse, before any work is done, to write where it would lose something or must fail."""
    from translator.writing import OutputRecord, check_place

    record = OutputRecord()
    for path, _ in places:
        for name in inputs:
            if path.exists() and Path(name).exists() and path.samefile(name):
                raise OutputError(f"{path}: is an input of this run and stays as it is; choose another place with -o")
        check_place(path, force=force, record=record)


class _Progress:
    """A progress bar on standard error, on a terminal only; called with the number of segments done and of all."""

    def __enter__(self) -> Callable[[int, int], None] | None:
        self._bar = None
        if not sys.stderr.isatty():
            return None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task("Translating", total=None)
        bar = self._bar
        return lambda done, total: bar.update(task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
