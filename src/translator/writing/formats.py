"""The output formats by name."""

from __future__ import annotations

import datetime
import importlib
import os
from typing import TYPE_CHECKING

from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.article import Article
    from translator.writing.docx.options import DocxOptions


# Which module writes a format, loaded when it is asked for.
_MODULES = {
    "docx": "docx.document",
    "html": "html.document",
    "txt": "text",
    "json": "json_format",
    "tmx": "tmx_format",
    "xliff": "xliff_format",
    "tsv": "tsv_format",
}
_DATED = frozenset({"docx", "html", "tmx", "xliff"})
FORMATS = tuple(_MODULES)
"""The names of the output formats."""


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


def render(article: Article, output_format: str, *, date: datetime.date, docx: DocxOptions | None = None) -> bytes:
    """The complete bytes of ``article`` in the format of that name, one of :data:`FORMATS`.

    ``docx``: how the Word document looks; None for the usual one.
    """
    if output_format == "docx" and docx is not None:
        from translator.writing.docx.document import write  # noqa: PLC0415 - loads python-docx and lxml

        return write(article, date=date, options=docx)
    module = importlib.import_module(f"translator.writing.{_MODULES[output_format]}")  # some load python-docx or lxml
    data: bytes = module.write(article, date=date) if output_format in _DATED else module.write(article)
    return data
