r"""A table of segments for spreadsheets and scripts: a header line, one segment a line, cells separated by tabs.

No cell holds a tab or a line end: a backslash is written ``\\``, a tab ``\t``, a line feed ``\n``, a carriage return ``\r``,
and any other control character, lone surrogate, line or paragraph separator ``\u001B``. A cell that starts with ``=``, ``+``,
``-``, ``@`` or ``"`` has a backslash before it, so that no spreadsheet takes it for a formula or for a quoted cell. In cells
that hold lists, items are separated by `` | ``, and a ``|`` in an item is written ``\|``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from translator.errors import ExchangeError
from translator.exchange.units import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SHORT = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_LONG = {escaped[1]: character for character, escaped in _SHORT.items()}
_TO_ESCAPE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|([\\tnr=+\-@"|]))')
_GUARDED = frozenset('=+-@"')
_SEPARATOR = " | "
_BAR = re.compile(r"\\.| ?(\|) ?", re.DOTALL)  # an escape, or a separator
# A cell as spreadsheets write it: in double quotes, doubled inside, where it holds quotes or line ends; else as it is.
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|\Z)')
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A segment. ``findings`` and ``terms`` are lines for a person, none of them empty; ``status`` is None if empty."""

    id: str
    source: str
    target: str
    status: Status | None = None
    findings: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


COLUMNS = tuple(field.name for field in fields(Row))
_REQUIRED = ("source", "target")


def write(stream: BinaryIO, rows: Iterable[Row], *, bom: bool = True) -> None:
    """Write ``rows`` to ``stream``, UTF-8, lines ending with a line feed; spreadsheets need the byte order mark ``bom``."""
    stream.write(("\ufeff" if bom else "").encode() + "\t".join(COLUMNS).encode() + b"\n")
    for row in rows:
        texts = (row.id, row.source, row.target, row.status or "")
        cells = [*map(_escape, texts), _listed(row.findings), _listed(row.terms)]
        stream.write("\t".join(map(_guard, cells)).encode() + b"\n")


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


def _listed(items: Iterable[str]) -> str:
    return _SEPARATOR.join(_escape(item).replace("|", "\\|") for item in items)


def _guard(cell: str) -> str:
    return f"\\{cell}" if cell[:1] in _GUARDED else cell


def read(source: Path | BinaryIO, *, name: str = "") -> Iterator[Row]:
    r"""The rows of the table ``source``; ``name`` is what messages call it.

    UTF-8 with or without byte order mark, or UTF-16 with one; line ends of any system; cells may be quoted as spreadsheets do.
    The columns may stand in any order; ``source`` and ``target`` must be there, others than :data:`COLUMNS` are passed over. So
    are lines of empty cells. Missing cells at the end of a line are empty; a backslash that escapes nothing stands for itself.

    Raises :class:`ExchangeError` that names the file, the line and the remedy.
    """
    name = name or (str(source) if isinstance(source, Path) else "input")
    lines = _lines(_decoded(source, name))
    header_line, header = next(lines, (1, []))
    columns = [cell.strip().lower() for cell in header]
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        raise ExchangeError(
            f"{name}, line {header_line}: the header has no column {' and '.join(missing)}; start the file with a line of the "
            f"column names {', '.join(COLUMNS)}, separated by tabs"
        )
    known = [column for column in columns if column in COLUMNS]
    if len(set(known)) < len(known):
        raise ExchangeError(f"{name}, line {header_line}: a column stands twice in the header; keep one of each")
    for line, cells in lines:
        if len(cells) > len(columns):
            raise ExchangeError(
                f"{name}, line {line}: {len(cells)} cells for {len(columns)} columns; write a tab inside a cell as \\t"
            )
        yield _row(dict(zip(columns, cells, strict=False)), name, line)


def _decoded(source: Path | BinaryIO, name: str) -> str:
    try:
        data = source.read_bytes() if isinstance(source, Path) else source.read()
    except OSError as error:
        raise ExchangeError(f"{name}: cannot be read ({error.strerror}); check the path") from error
    try:
        return data.decode(_BOMS.get(data[:2], "utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ExchangeError(f"{name}, line {line}: not UTF-8; save the table as UTF-8 text separated by tabs") from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines as cells, each with its number, but those whose cells are all empty."""
    line, first, cells = 1, 1, list[str]()
    for found in _CELL.finditer(text):
        quoted, plain, end = found.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        line += len(_LINE_END.findall(found[0]))
        if end != "\t":
            if any(cells):
                yield first, cells
            first, cells = line, []


def _row(cells: dict[str, str], name: str, line: int) -> Row:
    status = _text(cells.get("status", "")).strip().lower()
    if status and status not in set(Status):
        raise ExchangeError(f"{name}, line {line}: unknown status {status!r}; write {', '.join(Status)} or nothing")
    return Row(
        _text(cells.get("id", "")),
        _text(cells.get("source", "")),
        _text(cells.get("target", "")),
        Status(status) if status else None,
        _items(cells.get("findings", "")),
        _items(cells.get("terms", "")),
    )


def _text(cell: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else _LONG.get(found[2], found[2]), cell)


def _items(cell: str) -> tuple[str, ...]:
    items, start = [], 0
    for found in _BAR.finditer(cell):
        if found[1]:
            items.append(cell[start : found.start()])
            start = found.end()
    items.append(cell[start:])
    return tuple(_text(item) for item in items if item)
