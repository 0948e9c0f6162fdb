"""The side-by-side table: a header row, and a row for each segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import BlockKind, Severity, TermStatus
from translator.writing.docx_marks import marks, pieces
from translator.writing.docx_xml import ENGLISH, ITALIAN, paragraph, run, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from translator.article import Block, Segment
    from translator.writing.docx_marks import Mark

# Twentieths of a point; together as wide as the text on the template's page.
WIDTHS = (880, 5980, 5980, 2298)

_DEEPEST_HEADING = 3
# Characters that fit on half a page of a column even when they are wide; a line of the Notes column holds a third as many.
_HALF_PAGE = 700
_NOTE_SHARE = 3
_BLOCK_RULE = {"val": "single", "sz": "6", "space": "0", "color": "A9B5C2"}
_NOTE_STYLES = {Severity.INFO: "Note", Severity.WARNING: "NoteWarning", Severity.ERROR: "NoteError"}
_PLAIN_STYLES = {
    BlockKind.PARAGRAPH: "Segment",
    BlockKind.LIST_ITEM: "ListBullet",
    BlockKind.QUOTATION: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.DATELINE: "Caption",
    BlockKind.BYLINE: "Caption",
}


def table(blocks: Sequence[Block]) -> etree._Element:
    """The table of all segments in ``blocks``."""
    properties = w(
        "tblPr",
        w("tblStyle", val="SideBySide"),
        w("tblW", w=str(sum(WIDTHS)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
        w("tblCaption", val="Side by side"),
        w("tblDescription", val="Each row is one sentence: its id, the Italian, the English, and notes for the reviewer."),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in WIDTHS))
    previous = [None, *(block.kind for block in blocks)]
    rows = (row for block, before in zip(blocks, previous, strict=False) for row in _rows(block, before))
    return w("tbl", properties, grid, _header(), *rows)


def _header() -> etree._Element:
    names = (run("#"), run("Italiano", language=ITALIAN), run("English"), run("Notes"))
    cells = [_cell(width, [paragraph("TableHeading", name)]) for width, name in zip(WIDTHS, names, strict=True)]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _rows(block: Block, before: BlockKind | None) -> Iterator[etree._Element]:
    """The rows of a block. A rule above the first shows that a block begins, but the items of a list stay together."""
    heading = block.kind is BlockKind.HEADING
    listed = block.kind is BlockKind.LIST_ITEM and before is BlockKind.LIST_ITEM
    for number, segment in enumerate(block.segments):
        italian, english = _styles(block, first=number == 0)
        source_marks, target_marks = marks(segment)
        notes = _notes(segment)
        columns = (
            [paragraph("HeadingId" if heading else "SegmentId", run(segment.id))],
            [_text(italian, ITALIAN, segment.source, source_marks)],
            [_text(english, ENGLISH, segment.target, target_marks)],
            [paragraph(style, run(note)) for note, style in notes.items()] or [paragraph("Note")],
        )
        ruled = number == 0 and not listed
        cells = [_cell(width, content, ruled=ruled) for width, content in zip(WIDTHS, columns, strict=True)]
        yield w("tr", *_whole(segment, notes), *cells)


def _whole(segment: Segment, notes: Iterable[str]) -> list[etree._Element]:
    """The property that keeps a row on one page, unless it may be taller: LibreOffice would leave out the rest."""
    longest = max(len(segment.source), len(segment.target), _NOTE_SHARE * sum(map(len, notes)))
    return [w("trPr", w("cantSplit"))] if longest <= _HALF_PAGE else []


def _cell(width: int, content: Iterable[etree._Element], *, ruled: bool = False) -> etree._Element:
    properties = w("tcPr", w("tcW", w=str(width), type="dxa"))
    if ruled:
        properties.append(w("tcBorders", w("top", **_BLOCK_RULE)))
    return w("tc", properties, *content)


def _styles(block: Block, *, first: bool) -> tuple[str, str]:
    """The paragraph styles of a segment in the Italian and in the English column."""
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), _DEEPEST_HEADING)
        return f"ItalianHeading{level}", f"Heading{level}"
    style = "ListContinue" if block.kind is BlockKind.LIST_ITEM and not first else _PLAIN_STYLES[block.kind]
    return style, style


def _text(style: str, language: str, text: str, marked: Iterable[Mark]) -> etree._Element:
    return paragraph(style, *(run(piece, style=mark, language=language) for piece, mark in pieces(text, marked)))


def _notes(segment: Segment) -> dict[str, str]:
    """What the Notes column says of a segment, each once: text and paragraph style."""
    notes = {}
    for use in segment.terms:
        if use.status is TermStatus.MISSING:
            notes[f"Missing: {use.source} → {use.target}"] = "NoteError"
        elif use.status is TermStatus.REPAIRED:
            notes[f"Repaired: {use.source} → {use.target}"] = "Note"
    missing = {use.source_span for use in segment.terms if use.status is TermStatus.MISSING}
    for finding in segment.findings:
        if finding.code != "term-missing" or finding.source_span not in missing:
            notes[finding.message] = _NOTE_STYLES[finding.severity]
    return notes
