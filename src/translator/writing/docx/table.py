"""The layout ``table``: a row for each segment, in a table for each section of the article."""

from __future__ import annotations

import math
from itertools import count
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.writing.docx.blocks import Section, heading_level, sections, source_text
from translator.writing.docx.identity import label
from translator.writing.docx.marks import marks
from translator.writing.docx.notes import notes
from translator.writing.docx.text import runs
from translator.writing.docx.xml import ENGLISH, ITALIAN, paragraph, run, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from translator.article import Article, Block, Segment
    from translator.writing.docx.comments import Comments
    from translator.writing.docx.controls import Controls
    from translator.writing.docx.options import DocxOptions
    from translator.writing.docx.page import Page

# memoQ's, in thousandths of the table's width.
_SHARES = {"number": 43, "italian": 388, "english": 388, "status": 77, "notes": 104}
# Twentieths of a point: the first column still holds an id and a hash on one line.
_LEAST_NUMBER = 740
_CELL_MARGIN = 108
_NARROW_MARGIN = 57
_NARROW = frozenset({"number", "status", "notes"})

_BLOCK_RULE = {"val": "single", "sz": "6", "space": "0", "color": "A9B5C2"}
_STYLES = {
    BlockKind.PARAGRAPH: "Segment",
    BlockKind.LIST_ITEM: "SegmentListItem",
    BlockKind.QUOTATION: "SegmentQuote",
    BlockKind.CAPTION: "SegmentCaption",
    BlockKind.DATELINE: "SegmentDateline",
    BlockKind.BYLINE: "SegmentByline",
}
# By the level of the heading, in twentieths of a point.
_BESIDE_HEADING = {1: "150", 2: "100", 3: "60"}
# Half points, as in the styles; a line is a little higher than its letters.
_TEXT_SIZE = 21
_NOTE_SIZE = 16
_LINE = 1.3
# How much of a page a row may fill before it is let run on to the next one.
_SHARE_OF_PAGE = 0.6


def column_widths(options: DocxOptions, page: Page) -> dict[str, int]:
    """The columns of the table and their widths, in twentieths of a point; together as wide as the text on the page."""
    columns = [name for name in _SHARES if name in {"number", "italian", "english", *options.columns}]
    shares = sum(_SHARES[name] for name in columns)
    number = max(_LEAST_NUMBER, round(page.text_width * _SHARES["number"] / shares))
    rest = page.text_width - number
    shares -= _SHARES["number"]
    widths = {name: round(rest * _SHARES[name] / shares) for name in columns[1:]}
    widths[columns[-1]] += rest - sum(widths.values())
    return {"number": number, **widths}


class ReviewTable:
    """Makes the tables of one article."""

    def __init__(self, options: DocxOptions, page: Page, comments: Comments, controls: Controls) -> None:
        self._widths = column_widths(options, page)
        self._height = page.text_height
        self._comments = comments
        self._controls = controls
        self._numbers = count(1)

    def body(self, article: Article) -> Iterator[etree._Element]:
        """The tables, each below the labels of the headings that it begins with.

        Word lists no headings that stand in a table. The labels are in Italian: they stay true when the English is changed.
        """
        for number, section in enumerate([*sections(article)] or [Section((), ())], 1):
            for block in section.labels:
                yield paragraph(f"SectionLabel{heading_level(block)}", run(source_text(block), language=ITALIAN))
            yield self._table(section.blocks, number)

    def _table(self, blocks: Sequence[Block], number: int) -> etree._Element:
        properties = w(
            "tblPr",
            w("tblStyle", val="SideBySide"),
            w("tblW", w=str(sum(self._widths.values())), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
            w("tblCaption", val=f"Italian and English side by side, part {number}"),
            w(
                "tblDescription",
                val="Each row is one sentence: its number and id, the Italian, the English, and what was noted.",
            ),
        )
        grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in self._widths.values()))
        previous = [None, *(block.kind for block in blocks)]
        rows = (row for block, before in zip(blocks, previous, strict=False) for row in self._rows(block, before))
        return w("tbl", properties, grid, self._header(), *rows)

    def _header(self) -> etree._Element:
        names = {
            "number": run("#"),
            "italian": run("Italiano", language=ITALIAN),
            "english": run("English", language=ENGLISH),
            "status": run("Status", language=ENGLISH),
            "notes": run("Notes", language=ENGLISH),
        }
        cells = [self._cell(column, paragraph("TableHeading", names[column])) for column in self._widths]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _rows(self, block: Block, before: BlockKind | None) -> Iterator[etree._Element]:
        """The rows of a block. A rule above the first shows that a block begins, but the items of a list stay together."""
        listed = block.kind is BlockKind.LIST_ITEM and before is BlockKind.LIST_ITEM
        for number, segment in enumerate(block.segments):
            columns = self._columns(segment, block, first=number == 0)
            ruled = number == 0 and not listed
            cells = [self._cell(column, columns[column], ruled=ruled) for column in self._widths]
            yield w("tr", *self._whole(segment), *cells)

    def _columns(self, segment: Segment, block: Block, *, first: bool) -> dict[str, etree._Element]:
        """What stands in the cells of a segment."""
        style = _style(block, first=first)
        source_marks, target_marks = marks(segment)
        source_anchors, target_anchors = self._comments.add(segment)
        name, controls = segment.id, self._controls
        number = [
            run(f"{next(self._numbers)}\n", language=ENGLISH),
            run(label(segment), style="SegmentId", language=ENGLISH),
        ]
        italian = runs(segment.source, language=ITALIAN, marked=source_marks, anchors=source_anchors)
        english = runs(segment.target, language=ENGLISH, marked=target_marks, anchors=target_anchors)
        columns = {
            "number": paragraph("RowNumber", *controls.locked(f"id:{name}", number), layout=_beside(block)),
            "italian": paragraph(style, *controls.locked(f"it:{name}", italian)),
            "english": paragraph(style, *controls.editable(f"en:{name}", english)),
        }
        if "status" in self._widths:
            columns["status"] = paragraph("Status", controls.status(f"status:{name}"), layout=_beside(block))
        if "notes" in self._widths:
            columns["notes"] = paragraph("Note", *controls.free(f"notes:{name}", _notes(segment)), layout=_beside(block))
        return columns

    def _cell(self, column: str, content: etree._Element, *, ruled: bool = False) -> etree._Element:
        properties = w("tcPr", w("tcW", w=str(self._widths[column]), type="dxa"))
        if ruled:
            properties.append(w("tcBorders", w("top", **_BLOCK_RULE)))
        if column in _NARROW:
            left = "0" if column == "number" else str(_NARROW_MARGIN)
            right = "0" if column == "notes" else str(_NARROW_MARGIN)
            properties.append(w("tcMar", w("left", w=left, type="dxa"), w("right", w=right, type="dxa")))
        return w("tc", properties, content)

    def _whole(self, segment: Segment) -> list[etree._Element]:
        """The property that keeps a row on one page, unless it may be taller: LibreOffice would leave out the rest."""
        heights = [
            _height(segment.source, self._widths["italian"] - 2 * _CELL_MARGIN, _TEXT_SIZE),
            _height(segment.target, self._widths["english"] - 2 * _CELL_MARGIN, _TEXT_SIZE),
        ]
        if "notes" in self._widths:
            width = self._widths["notes"] - _NARROW_MARGIN
            heights.append(sum(_height(text, width, _NOTE_SIZE) for text, _ in notes(segment)))
        return [w("trPr", w("cantSplit"))] if max(heights) <= _SHARE_OF_PAGE * self._height else []


def _notes(segment: Segment) -> Iterator[etree._Element]:
    """A line for each note."""
    for number, (text, style) in enumerate(notes(segment)):
        yield run("\n" * bool(number) + text, style=style, language=ENGLISH)


def _beside(block: Block) -> list[etree._Element]:
    """What small text needs to stand on the line of a heading beside it, and on its page."""
    if block.kind is not BlockKind.HEADING:
        return []
    return [w("keepNext"), w("spacing", before=_BESIDE_HEADING[heading_level(block)])]


def _style(block: Block, *, first: bool) -> str:
    """The paragraph style of a segment, in both languages."""
    if block.kind is BlockKind.HEADING:
        return f"SegmentHeading{heading_level(block)}"
    return "SegmentListMore" if block.kind is BlockKind.LIST_ITEM and not first else _STYLES[block.kind]


def _height(text: str, width: int, size: int) -> float:
    """The height of ``text`` if every letter were as wide as it is high, in twentieths of a point; ``size``: half points."""
    letter = size * 10
    lines = sum(math.ceil(len(line) * letter / width) for line in text.splitlines())
    return lines * letter * _LINE
