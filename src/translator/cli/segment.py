"""``translator segment``."""

from __future__ import annotations

import sys

import click

from translator.cli.articles import read_article


@click.command("segment", short_help="Print an article's Italian sentences, one a line.")
@click.argument("file", metavar="FILE")
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(["txt", "json"]),
    default="txt",
    show_default=True,
    help="One sentence a line, or the same JSON as 'translate -f json' with empty targets.",
)
@click.option("--keep-boilerplate", is_flag=True, help="Keep advertising, related links and the like as ordinary text.")
def command(file: str, output_format: str, *, keep_boilerplate: bool) -> None:
    """Print the sentences of the Italian article FILE, one a line, with an empty line between blocks.

    FILE is .txt, .md, .html or .docx, or - for text on standard input.
    """
    from translator.pipeline import segment
    from translator.writing import json_format, text

    article = segment(read_article(file, keep_boilerplate=keep_boilerplate))
    data = json_format.write(article) if output_format == "json" else text.write_sentences(article)
    sys.stdout.buffer.write(data)
