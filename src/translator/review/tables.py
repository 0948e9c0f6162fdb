"""The rows of the tables of layout ``table``, wherever cells were merged or split, columns moved, or a header row lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.review.rows import (
    COLUMNS,
    MARK,
    NUMBER,
    ROW_NUMBER,
    SOURCE,
    TARGET,
    Mark,
    Row,
    flat,
    letters,
    marks_in,
    tags,
    tags_of,
)
from translator.review.text import Text, W, author, is_on, is_prompt, joined, read_text, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from translator.review.text import Anchors

_RANGES = frozenset({W + "commentRangeStart", W + "commentRangeEnd"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its place in the table's grid, in the grid's own measure."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the marks of comments before it, and its place in the grid."""

    element: etree._Element
    ranges: tuple[etree._Element, ...]
    start: int
    end: int


def is_ours(block: etree._Element) -> bool:
    """Whether ``block`` is a table with a row that has a segment's mark or tags."""
    if block.tag != W + "tbl":
        return False
    for row in flat(block):
        if row.tag == W + "tr":
            first = next((cell for cell in flat(row) if cell.tag == W + "tc"), None)
            text = "" if first is None else letters(first)
            if any(item[2] for item in MARK.finditer(text)) or any(True for _ in tags(row)):
                return True
    return False


def read_table(table: etree._Element, columns: list[Column], anchors: Anchors) -> tuple[list[Row], list[Column]]:
    """The rows of a table and its columns; ``columns`` are those of the table before, used when it has no header row."""
    edges = [0]
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        edges.append(edges[-1] + (_number(column.get(W + "w"), 0) or 1))
    rows: list[Row] = []
    ranges: list[etree._Element] = []
    for child in flat(table):
        if child.tag in _RANGES:
            ranges.append(child)
        elif child.tag == W + "tr":
            cells = list(_cells(child, edges, ranges))
            ranges = []
            if not cells:
                continue
            # In the middle of a table, too: Word joins two tables when what stands between them is deleted.
            header = _header(cells, anchors) if not rows or letters(cells[0].element).strip() == NUMBER else []
            if header:
                columns = header
            elif is_on(child, "trPr/tblHeader"):
                _read_all(cells, anchors)
            else:
                rows.append(_row(child, cells, columns, anchors))
    return rows, columns


def _cells(row: etree._Element, edges: Sequence[int], before: Iterable[etree._Element]) -> Iterator[_Cell]:
    ranges = list(before)
    at = _number(value(row, "trPr/gridBefore"), 0)
    for child in flat(row):
        if child.tag in _RANGES:
            ranges.append(child)
        elif child.tag == W + "tc":
            after = at + max(1, _number(value(child, "tcPr/gridSpan"), 1))
            yield _Cell(child, tuple(ranges), _edge(edges, at), _edge(edges, after))
            at, ranges = after, []


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else default  # noqa: PLR2004


def _edge(edges: Sequence[int], at: int) -> int:
    """Where column ``at`` of the grid begins; the grid may be too short, or missing."""
    return edges[at] if at < len(edges) else edges[-1] + at - len(edges) + 1


def _header(cells: Sequence[_Cell], anchors: Anchors) -> list[Column]:
    """The columns that a header row names; none when it is no header row."""
    names = [letters(cell.element).strip() for cell in cells]
    if not {SOURCE, TARGET} <= set(names):
        return []
    _read_all(cells, anchors)
    return [Column(name, cell.start, cell.end) for name, cell in zip(names, cells, strict=True)]


def _read_all(cells: Iterable[_Cell], anchors: Anchors) -> None:
    for cell in cells:
        read_text([*cell.ranges, cell.element], anchors)


def _row(element: etree._Element, cells: Sequence[_Cell], columns: Sequence[Column], anchors: Anchors) -> Row:
    texts: dict[str, list[Text]] = {}
    continued, spread = set(), set()
    identities: dict[str, None] = {}
    for at, cell in enumerate(cells):
        found = list(tags_of(cell.element))
        identities |= dict.fromkeys(segment for _, segment in found)
        names = list(dict.fromkeys(column for column, _ in found)) or _names(cell, at, len(cells), columns)
        prompt = is_prompt(cell.element)
        text = read_text([*cell.ranges, *([] if prompt else [cell.element])], anchors)
        anchors.add("\n", deleted=False)
        if value(cell.element, "tcPr/vMerge") in {"continue", None} and cell.element.find(f"{W}tcPr/{W}vMerge") is not None:
            continued.update(names)
            text = Text(comments=text.comments)
        if len(names) > 1:
            spread.update(names)
        texts.setdefault(names[0], []).append(text)
    merged = {name: joined(items) for name, items in texts.items()}
    first = merged.get(NUMBER, Text())
    number = ROW_NUMBER.match(first.accepted) or ROW_NUMBER.match(first.rejected)
    return Row(
        merged,
        _number(number[1], 0) if number else 0,
        marks_in(first) or tuple(map(Mark, identities)),
        _deleted(element, merged),
        frozenset(continued),
        frozenset(spread),
        frozenset(name for name, items in texts.items() if len(items) > 1),
    )


def _names(cell: _Cell, at: int, count: int, columns: Sequence[Column]) -> list[str]:
    """The columns that a cell takes up: by their order in a row of as many cells, else by what lies above it."""
    if not columns:
        return [COLUMNS[at] if at < len(COLUMNS) else f"column {at + 1}"]
    if count == len(columns):
        return [columns[at].name]
    shared = {column.name: min(cell.end, column.end) - max(cell.start, column.start) for column in columns}
    wide = [column.name for column in columns if 2 * shared[column.name] > column.end - column.start]
    return wide or [max(columns, key=lambda column: shared[column.name]).name]


def _deleted(row: etree._Element, texts: Mapping[str, Text]) -> str | None:
    """Who deleted the row, with changes tracked: the row as such, or, as some programs keep it, all that stands in it."""
    found = row.find(f"{W}trPr/{W}del")
    if found is not None:
        return author(found)[0]
    gone = NUMBER in texts and bool(marks_in(texts[NUMBER])) and not any(text.accepted.strip() for text in texts.values())
    return next((change.author for text in texts.values() for change in text.changes), None) if gone else None
