"""``translator segment``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from translator.cli import completion as complete
from translator.cli.articles import read_abbreviations, read_article
from translator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translator.article import Article
    from translator.segmentation import Abbreviation

# Characters shown on each side of a candidate boundary.
_SHOWN = 28


@click.command("segment", short_help="Print an article's Italian sentences, one a line.")
@click.argument("file", metavar="FILE", shell_complete=complete.files)
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(["txt", "json"]),
    help="One sentence a line (the default), or the same JSON as 'translate -f json' with empty targets.",
)
@click.option("--explain", is_flag=True, help="Print each place where a sentence may end, and the rule that decided.")
@click.option(
    "--abbreviations",
    metavar="FILE",
    shell_complete=complete.files,
    help="Your own abbreviations, one a line, each with its class: soft (the default), title or end.",
)
@click.option("--keep-boilerplate", is_flag=True, help="Keep advertising, related links and the like as ordinary text.")
def command(file: str, output_format: str | None, *, explain: bool, abbreviations: str | None, keep_boilerplate: bool) -> None:
    """Print the sentences of the Italian article FILE, one a line, with an empty line between blocks.

    FILE is .txt, .md, .html or .docx, or - for text on standard input.
    """
    if explain and output_format:
        raise UsageError("--explain and -f contradict each other; give one of them")
    from translator.pipeline import segment
    from translator.writing import json_format, text

    own = read_abbreviations(abbreviations)
    article = read_article(file, keep_boilerplate=keep_boilerplate)
    if explain:
        data = "".join(f"{line}\n" for line in _explained(article, own)).encode()
    elif output_format == "json":
        data = json_format.write(segment(article, own))
    else:
        data = text.write_sentences(segment(article, own))
    sys.stdout.buffer.write(data)


def _explained(article: Article, own: Mapping[str, Abbreviation]) -> Iterator[str]:
    """A line for each candidate boundary: block, ``cut`` or ``keep``, rule, and the text around it."""
    from translator.segmentation import explain

    for block in article.blocks:
        text = article.text[block.start : block.end]
        for decision in explain(text, own):
            before = " ".join(text[max(0, decision.offset - _SHOWN) : decision.offset].split())
            after = " ".join(text[decision.offset : decision.offset + _SHOWN].split())
            verdict = "cut " if decision.cut else "keep"
            yield f"{block.id:<5} {verdict} {decision.rule:<17} {before:>{_SHOWN}} | {after}"
