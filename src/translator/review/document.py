"""A reviewed Word file as it stands on the page: its rows, its comments, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.review.comments import Comment, read_comments
from translator.review.identity import Identity, identify
from translator.review.kinds import style_names
from translator.review.package import open_package
from translator.review.rows import NOTES, NUMBER, SOURCE, STATUS, TARGET, Row, flat
from translator.review.stacked import read_pairs
from translator.review.tables import Column, is_ours, read_table
from translator.review.text import Anchors, W, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree


@dataclass(frozen=True, slots=True)
class Document:
    """``columns`` are those that the tables have; ``styles`` the names of the styles, in lower case, by their ids.

    ``comments`` are those that answer no other, by their ids; which row they belong to say the texts of its cells.
    """

    identity: Identity
    rows: tuple[Row, ...]
    columns: frozenset[str]
    stacked: bool
    comments: dict[str, Comment]
    styles: dict[str, str]


def read_document(data: bytes, name: str) -> Document:
    """The .docx file ``data``, called ``name`` in messages; the time that this takes grows with its size.

    A document that is none of ours has no rows. Raises :class:`ReviewError` for what is no Word document, or a damaged one.
    """
    package = open_package(data, name)
    anchors = Anchors()
    styles = style_names(package.styles)
    rows, columns, stacked = _rows(package.document, styles, anchors)
    places = {comment: column for row in rows for column, text in row.cells.items() for comment in text.comments}
    comments = read_comments(package.comments, package.threads, anchors.quoted, places)
    return Document(identify(package, name), tuple(rows), columns, stacked, comments, styles)


def _rows(document: etree._Element, styles: Mapping[str, str], anchors: Anchors) -> tuple[list[Row], frozenset[str], bool]:
    """The rows, the columns, and whether the layout is ``stacked``."""
    body = document.find(W + "body")
    blocks = [] if body is None else list(flat(body))
    ours = [is_ours(block) for block in blocks]
    if not any(ours):
        rows = list(read_pairs(blocks, styles, anchors))
        return rows, frozenset({NUMBER, SOURCE, TARGET}), bool(rows)
    rows = []
    columns: list[Column] = []
    seen: set[str] = set()
    for block, is_table in zip(blocks, ours, strict=True):
        if is_table:
            found, columns = read_table(block, columns, anchors)
            rows += found
            seen |= {column.name for column in columns} | {name for row in found for name in row.cells}
        else:
            read_text([block], anchors)
    return rows, frozenset(seen & {NUMBER, SOURCE, TARGET, STATUS, NOTES}), False
