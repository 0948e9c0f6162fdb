"""The output formats by name."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.article import Article

FORMATS = ("docx", "html", "txt", "json")


def output_date() -> datetime.date:
    """The day to print on outputs: that of ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC) if set, else today.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; set it to whole seconds since 1970, or unset it") from error


def render(article: Article, output_format: str, *, date: datetime.date) -> bytes:
    """The complete bytes of ``article`` as ``docx``, ``html``, ``txt`` or ``json``."""
    if output_format == "docx":
        from translator.writing import docx  # noqa: PLC0415 - loads python-docx and lxml

        return docx.write(article, date=date)
    if output_format == "html":
        from translator.writing import html  # noqa: PLC0415

        return html.write(article, date=date)
    if output_format == "txt":
        from translator.writing import text  # noqa: PLC0415

        return text.write(article)
    from translator.writing import json_format  # noqa: PLC0415

    return json_format.write(article)
