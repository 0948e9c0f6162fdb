"""Glossaries as CSV and TSV.

UTF-8 with or without BOM; separated by commas, semicolons (as Excel does in Italy) or tabs: the header decides. Quoted as
usual. Empty lines and lines whose first character is ``#`` are passed over.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from translator.glossary import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from translator.glossary.terms import Term


def rows(path: Path, data: bytes) -> Iterator[table.Row]:
    """The rows of the CSV or TSV file ``path``, whose bytes are ``data``. Raises :class:`GlossaryError`."""
    lines = _lines(path, decode(path, data))
    line, header = next(lines, (1, []))
    names = table.columns(path, line, header)
    for line, cells in lines:
        yield table.row(path, line, names, cells)


def decode(path: Path, data: bytes) -> str:
    """``data`` as text. Raises :class:`GlossaryError` that names the line when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise table.Problem(path, line, "", "not UTF-8; save the glossary as UTF-8 (in Excel: CSV UTF-8)").error() from error


def _lines(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are neither empty nor comments, as cells, each with the number of its first line."""
    lines = text.splitlines(keepends=True)
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    separator = max("\t;,", key=header.count) if any(mark in header for mark in "\t;,") else ","
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise table.Problem(path, line, "", f"not well-formed CSV ({error}); check the double quotes").error() from error


def write(terms: Sequence[Term], *, separator: str) -> bytes:
    """The ``terms`` as CSV (``separator`` a comma) or TSV (a tab), in UTF-8 with line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(table.COLUMNS)
    for term in terms:
        cells = table.values(term)
        row = [cells[column] for column in table.COLUMNS]
        if row[0].startswith("#"):  # would read as a comment
            out.write(_quoted(row, separator))
        else:
            writer.writerow(row)
    return out.getvalue().encode()


def _quoted(row: Sequence[str], separator: str) -> str:
    return separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"
