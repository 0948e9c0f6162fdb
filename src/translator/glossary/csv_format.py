"""The glossary's CSV file: ``source,target,kind,case,note`` and, optionally, ``target_forms``.

UTF-8 with or without BOM, separated by commas (or by semicolons, as Excel does in Italy: the header decides), quoted as usual,
a header line naming the columns in any order. Only ``source`` and
``target`` are required; an empty target keeps the source as it is. ``target_forms`` holds further accepted English forms,
separated by ``|``. Empty lines and lines whose first character is ``#`` are passed over. A source may stand only once.
"""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary.terms import CaseRule, Glossary, Term, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("source", "target", "kind", "case", "note", "target_forms")
_REQUIRED = ("source", "target")


def load(path: Path, *, name: str | None = None) -> Glossary:
    """Read the glossary in the CSV file ``path``; ``name`` (default: the file's name) is how the signature calls it.

    Raises :class:`GlossaryError` that names the file, the line and the remedy.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot read the glossary ({error.strerror}); check the path given with -g") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{path}, line {line}: not UTF-8; save the glossary as CSV UTF-8") from error
    return Glossary(name or path.name, hashlib.sha256(data).hexdigest(), tuple(_terms(path, text)))


def _terms(path: Path, text: str) -> Iterator[Term]:
    rows = _rows(path, text)
    header_line, header = next(rows, (1, []))
    columns = [cell.strip().lower() for cell in header]
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        raise GlossaryError(
            f"{path}, line {header_line}: the header has no column {' and '.join(missing)}; "
            f"start the file with the line {','.join(COLUMNS[:5])}"
        )
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise GlossaryError(
            f"{path}, line {header_line}: unknown column {unknown[0] or '(empty)'!r}; the columns are {', '.join(COLUMNS)}"
        )
    if len(set(columns)) < len(columns):
        raise GlossaryError(f"{path}, line {header_line}: a column stands twice in the header; keep one of each")
    first_line: dict[str, int] = {}
    for line, cells in rows:
        if len(cells) > len(columns):
            raise GlossaryError(
                f"{path}, line {line}: {len(cells)} cells for {len(columns)} columns; "
                "put a cell that holds a comma in double quotes"
            )
        values = dict(zip(columns, (unicodedata.normalize("NFC", cell.strip()) for cell in cells), strict=False))
        term = _term(path, line, values)
        if term.source in first_line:
            raise GlossaryError(
                f"{path}, line {line}: {term.source!r} stands on line {first_line[term.source]} already; keep one of the two"
            )
        first_line[term.source] = line
        yield term


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are neither empty nor comments, each with the number of its first line."""
    lines = text.splitlines(keepends=True)
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    reader = csv.reader(lines, delimiter=";" if ";" in header and "," not in header else ",", strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(f"{path}, line {line}: not well-formed CSV ({error}); check the double quotes") from error


def _term(path: Path, line: int, values: dict[str, str]) -> Term:
    source = values.get("source", "")
    if not any(character.isalnum() for character in source):
        raise GlossaryError(f"{path}, line {line}: the source is empty; write the Italian form or delete the line")
    kind, case = values.get("kind", "").lower(), values.get("case", "").lower()
    try:
        term_kind = TermKind(kind or "other")
    except ValueError:
        raise GlossaryError(
            f"{path}, line {line}: unknown kind {kind!r}; the kinds are {', '.join(TermKind)} (or empty)"
        ) from None
    try:
        case_rule = CaseRule(case)
    except ValueError:
        raise GlossaryError(f"{path}, line {line}: unknown case {case!r}; write exact, ignore or nothing") from None
    forms = tuple(form.strip() for form in values.get("target_forms", "").split("|") if form.strip())
    return Term(source, values.get("target", "") or source, term_kind, case_rule, values.get("note", ""), forms, line)
