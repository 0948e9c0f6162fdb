"""The layout ``stacked``: each Italian sentence with its English below it, and its id in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.writing.docx.blocks import heading_level
from translator.writing.docx.identity import label
from translator.writing.docx.marks import marks
from translator.writing.docx.styles import GREY, RULE, SLATE
from translator.writing.docx.text import runs
from translator.writing.docx.xml import ENGLISH, ITALIAN, paragraph, run, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translator.article import Article, Block
    from translator.writing.docx.comments import Comments
    from translator.writing.docx.controls import Controls
    from translator.writing.docx.xml import Look

_BOLD: Look = (("b", ""), ("bCs", ""))
_ITALIC: Look = (("i", ""), ("iCs", ""))
# There is more room for an id than in the table.
_ID_LOOK: Look = (("sz", "14"), ("szCs", "14"))
_HEADING_SIZES = {1: "30", 2: "26", 3: "23"}
# The two paragraph styles are all that the way back goes by, so the kinds of block are told apart by what is added to them.
_LOOKS: dict[BlockKind, Look] = {
    BlockKind.QUOTATION: _ITALIC,
    BlockKind.CAPTION: (("color", GREY), ("sz", "18"), ("szCs", "18")),
    BlockKind.DATELINE: (("color", GREY), ("spacing", "10"), ("sz", "19"), ("szCs", "19")),
    BlockKind.BYLINE: (*_ITALIC, ("color", SLATE)),
}
# Twentieths of a point; the first is that of the two styles.
_INDENT = 1304
_INSET = 312
_BULLET = 162
_BULLETS = "3"


def body(article: Article, comments: Comments, controls: Controls) -> Iterator[etree._Element]:
    """The segments, each as two paragraphs. Only English headings have an outline level, so that each is listed once."""
    for block in article.blocks:
        for number, segment in enumerate(block.segments):
            source_marks, target_marks = marks(segment)
            source_anchors, target_anchors = comments.add(segment)
            name = run(label(segment), style="SegmentId", language=ENGLISH, look=_ID_LOOK)
            quiet, look = _looks(block)
            italian = runs(segment.source, language=ITALIAN, marked=source_marks, anchors=source_anchors, look=quiet)
            english = runs(segment.target, language=ENGLISH, marked=target_marks, anchors=target_anchors, look=look)
            yield paragraph(
                "SegmentSource",
                *controls.locked(f"id:{segment.id}", [name]),
                run("\t"),
                *controls.locked(f"it:{segment.id}", italian),
                layout=_inset(block, hanging=_INDENT + _INSET),
            )
            yield paragraph(
                "SegmentTarget",
                *controls.editable(f"en:{segment.id}", english),
                layout=_layout(block, first=number == 0),
            )


def _looks(block: Block) -> tuple[Look, Look]:
    """How the Italian and the English of ``block`` look, besides the styles of the two paragraphs."""
    if block.kind is not BlockKind.HEADING:
        look = _LOOKS.get(block.kind, ())
        return look, look
    size = _HEADING_SIZES[heading_level(block)]
    return _BOLD, (*_BOLD, ("color", SLATE), ("sz", size), ("szCs", size))


def _inset(block: Block, hanging: int = 0) -> list[etree._Element]:
    """Quotations and list items stand a little further in, in both languages."""
    if block.kind not in {BlockKind.QUOTATION, BlockKind.LIST_ITEM}:
        return []
    further = {"hanging": str(hanging)} if hanging else {}
    return [w("ind", left=str(_INDENT + _INSET), **further)]


def _layout(block: Block, *, first: bool) -> list[etree._Element]:
    """The paragraph properties that show what kind of block the English belongs to."""
    if block.kind is BlockKind.HEADING:
        return [w("keepNext"), w("outlineLvl", val=str(heading_level(block) - 1))]
    if block.kind is BlockKind.QUOTATION:
        return [w("pBdr", w("left", val="single", sz="12", space="8", color=RULE)), *_inset(block)]
    if block.kind is BlockKind.LIST_ITEM and first:
        return [w("numPr", w("ilvl", val="0"), w("numId", val=_BULLETS)), *_inset(block, hanging=_BULLET)]
    return _inset(block)
