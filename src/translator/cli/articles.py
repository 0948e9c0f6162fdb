"""What the commands that read an article have in common."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translator.article import Article
    from translator.segmentation import Abbreviation

STDIN = "-"


def read_article(source: str, *, keep_boilerplate: bool) -> Article:
    """Read the article named on the command line; ``-`` is plain text on standard input. Notes go to standard error."""
    from translator import reading

    if source == STDIN:
        data = sys.stdin.buffer.read()
        article = reading.read_bytes(data, name="stdin", keep_boilerplate=keep_boilerplate)
    else:
        article = reading.read(Path(source), keep_boilerplate=keep_boilerplate)
    for note in article.notes:
        warn(f"{article.name}: {note}")
    return article


def read_abbreviations(file: str | None) -> Mapping[str, Abbreviation]:
    """The user's own abbreviations in ``file``; none without a file."""
    from translator.segmentation import load_abbreviations

    return load_abbreviations(Path(file)) if file else {}


def warn(message: str) -> None:
    """Tell the user something that does not stop the work."""
    click.echo(f"Warning: {message}", err=True)
