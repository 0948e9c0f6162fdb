"""Glossaries as Excel workbooks: the first sheet with a header that names the columns."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from translator.glossary import table
from translator.glossary.terms import CaseRule, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from translator.glossary.terms import Term

# An unpacked workbook beyond this is no glossary (50,000 terms take some 10 MB).
_LARGEST = 300_000_000
_WIDTHS = {"source": 32, "target": 32, "kind": 14, "case": 9, "forms": 36, "target_forms": 36, "context": 28, "note": 40}
# Characters that a workbook cannot hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def rows(path: Path, data: bytes) -> Iterator[table.Row]:
    """The rows of the workbook ``path``, whose bytes are ``data``. Raises :class:`GlossaryError`."""
    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
        if size > _LARGEST:
            raise table.Problem(path, 0, "", f"unpacks to {size // 1_000_000} MB, which is no glossary; check the file").error()
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, EOFError) as error:
        raise table.Problem(
            path, 0, "", f"not an Excel workbook ({' '.join(str(error).split())}); save it as .xlsx, or as CSV UTF-8"
        ).error() from error
    first: tuple[int, list[str]] | None = None
    for sheet in workbook.worksheets:
        lines = _lines(sheet.iter_rows(values_only=True))
        line, cells = next(lines, (1, []))
        if table.is_header(cells):
            yield from _rows(path, line, cells, lines)
            return
        first = first or (line, cells)
    table.columns(path, *(first or (1, [])))  # raises: no sheet has a header


def _rows(path: Path, line: int, header: list[str], lines: Iterator[tuple[int, list[str]]]) -> Iterator[table.Row]:
    names = table.columns(path, line, header)
    for number, cells in lines:
        yield table.row(path, number, names, cells)


def _lines(cells: Iterator[tuple[object, ...]]) -> Iterator[tuple[int, list[str]]]:
    for line, values in enumerate(cells, 1):
        texts = [_text(value) for value in values]
        if any(text.strip() for text in texts) and not texts[0].startswith("#"):
            yield line, texts


def _text(value: object) -> str:
    """A cell as text; a whole number without decimals, as it is shown."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write(terms: Sequence[Term]) -> bytes:
    """The ``terms`` as a workbook with one sheet, its header fixed and with filters, kinds and cases as drop-down lists."""
    import openpyxl  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet("Glossary")
    sheet.append(table.COLUMNS)
    for number, term in enumerate(terms, 2):
        values = table.values(term)
        for at, column in enumerate(table.COLUMNS, 1):
            text = _FORBIDDEN.sub("", values[column])
            if text:
                cell = sheet.cell(number, at, text)
                cell.data_type = "s"  # never a formula, though it may start with =
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for at, column in enumerate(table.COLUMNS, 1):
        head = sheet.cell(1, at)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", start_color="1F3864")
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS[column]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.COLUMNS))}{len(terms) + 1}"
    for column, choices in (("kind", list(TermKind)), ("case", [rule for rule in CaseRule if rule])):
        letter = get_column_letter(table.COLUMNS.index(column) + 1)
        validation = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        validation.add(f"{letter}2:{letter}{max(len(terms) + 200, 1000)}")
        sheet.add_data_validation(validation)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
