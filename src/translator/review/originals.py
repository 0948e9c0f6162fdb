"""The document as it was written, given beside the reviewed one: a .docx or .json output of ``translate``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.errors import ReviewError
from translator.review.compare import cleaned
from translator.review.document import read_document
from translator.review.identity import Identity, Original
from translator.review.kinds import block_kind
from translator.review.rows import NOTES, SOURCE, TARGET
from translator.review.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translator.review.document import Document
    from translator.review.rows import Row

_SCHEMA = "translator.article/1"
_ZIP = b"PK"


def read_original(data: bytes, name: str) -> Identity:
    """What the file ``data``, called ``name`` in messages, says about the article and its segments.

    Raises :class:`ReviewError` when it is neither a review document of ours nor our JSON.
    """
    if data.startswith(_ZIP):
        return _from_document(read_document(data, name), name)
    try:
        article = json.loads(data)
        if article["schema"] != _SCHEMA:
            raise _not_ours(name)
        originals = tuple(_from_json(article))
        return Identity(title=str(article["title"]), signature=article["signature"] or "", originals=originals)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _not_ours(name) from error


def _not_ours(name: str) -> ReviewError:
    return ReviewError(f"{name}: is not a document as 'translate' wrote it; give its .docx (table or stacked) or its .json")


def _from_json(article: dict[str, list[dict[str, list[dict[str, str]]]]]) -> Iterator[Original]:
    for block in article["blocks"]:
        kind = BlockKind(str(block["kind"]))
        for segment in block["segments"]:
            yield Original(str(segment["id"]), str(segment["source"]), str(segment["target"]), kind)


def _from_document(document: Document, name: str) -> Identity:
    """What the hidden part says; where there is none, what stands on the page."""
    rows = [row for row in document.rows if len(row.marks) == 1]
    if not rows:
        raise _not_ours(name)
    if document.identity.originals:
        return document.identity
    return replace(document.identity, originals=tuple(_from_row(row, document.styles) for row in rows))


def _from_row(row: Row, styles: Mapping[str, str]) -> Original:
    kind, level = block_kind(row.cells.get(TARGET, Text()).look, styles) or (BlockKind.PARAGRAPH, 0)
    return Original(row.marks[0].id, _read(row, SOURCE), _read(row, TARGET), kind, level, _read(row, NOTES))


def _read(row: Row, column: str) -> str:
    return cleaned(row.cells.get(column, Text()).accepted)
