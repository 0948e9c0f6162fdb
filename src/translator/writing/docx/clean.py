"""The layout ``clean``: the English alone, in the article's own paragraphs, for delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.writing.docx.blocks import heading_level
from translator.writing.docx.xml import ENGLISH, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translator.article import Article

_STYLES = {
    BlockKind.PARAGRAPH: "BodyText",
    BlockKind.LIST_ITEM: "ListBullet",
    BlockKind.QUOTATION: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.DATELINE: "Dateline",
    BlockKind.BYLINE: "Byline",
}


def body(article: Article) -> Iterator[etree._Element]:
    """A paragraph for each block that has any English; a reviewer who merged two sentences left one of them empty."""
    empty = True
    for block in article.blocks:
        text = " ".join(segment.target.strip() for segment in block.segments if segment.target.strip())
        if text:
            style = f"Heading{heading_level(block)}" if block.kind is BlockKind.HEADING else _STYLES[block.kind]
            yield paragraph(style, run(text, language=ENGLISH))
            empty = False
    if empty:
        yield paragraph("BodyText")
