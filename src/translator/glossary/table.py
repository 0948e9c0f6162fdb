"""Glossaries as tables: the columns, their names in English and Italian, and how a row becomes a term.

Only ``source`` is required beside ``target``; an empty target keeps the source as it is. ``|`` separates several values in
``forms`` and ``target_forms``. The formats (:mod:`~translator.glossary.separated`, :mod:`~translator.glossary.xlsx`, …) give
rows of texts; what is wrong in them is a :class:`Problem` that names file, line, column and remedy.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from translator.article import Severity
from translator.errors import GlossaryError
from translator.glossary import context, inflection
from translator.glossary.terms import CaseRule, Term, TermKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

COLUMNS = ("source", "target", "kind", "case", "forms", "target_forms", "context", "note")
_REQUIRED = ("source", "target")
# The names that people give to the columns, folded by _folded.
_NAMES = {
    "source": "source italiano italian it it_it sorgente termine termine_italiano source_term origine partenza",
    "target": "target inglese english en en_us en_gb traduzione termine_inglese target_term arrivo translation",
    "kind": "kind type tipo categoria category",
    "case": "case maiuscole maiuscole_minuscole maiuscolo",
    "forms": "forms forme altre_forme varianti variants source_forms forme_italiane sinonimi",
    "target_forms": "target_forms forme_inglesi traduzioni_ammesse altre_traduzioni varianti_inglesi accepted",
    "context": "context contesto",
    "note": "note notes nota commento comment commenti comments osservazioni",
}
_BY_NAME = {name: column for column, names in _NAMES.items() for name in names.split()}
_KINDS = {
    "persona": TermKind.PERSON,
    "luogo": TermKind.PLACE,
    "organizzazione": TermKind.ORGANISATION,
    "organization": TermKind.ORGANISATION,
    "ente": TermKind.ORGANISATION,
    "etnonimo": TermKind.DEMONYM,
    "demonimo": TermKind.DEMONYM,
    "titolo": TermKind.TITLE,
    "carica": TermKind.TITLE,
    "office": TermKind.TITLE,
    "opera": TermKind.WORK,
    "altro": TermKind.OTHER,
}
_CASES = {"esatto": CaseRule.EXACT, "esatta": CaseRule.EXACT, "ignora": CaseRule.IGNORE}

Row: TypeAlias = "tuple[int, Mapping[str, str]]"
"""A row's line in its file, counted from 1, and its texts by column."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a glossary file.

    ``line`` counts from 1 (0: the whole file); ``column`` is one of :data:`COLUMNS`, or empty.
    """

    path: Path
    line: int
    column: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.path}{line}{column}: {self.message}"

    def error(self) -> GlossaryError:
        """The problem as an exception."""
        return GlossaryError(str(self))


class CellError(ValueError):
    """A cell that makes no term; ``column`` is its column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def is_header(cells: Sequence[str]) -> bool:
    """Whether ``cells`` name at least the two columns that every glossary has."""
    return set(_REQUIRED) <= {_BY_NAME.get(_folded(cell)) for cell in cells}


def columns(path: Path, line: int, cells: Sequence[str]) -> list[str]:
    """The columns that a header's ``cells`` name. Raises :class:`GlossaryError`."""
    names = [_BY_NAME.get(_folded(cell), "") for cell in cells]
    missing = [column for column in _REQUIRED if column not in names]
    if missing:
        raise Problem(
            path, line, "", f"the header has no column {' and '.join(missing)}; start the file with the line source,target,kind"
        ).error()
    for cell, name in zip(cells, names, strict=True):
        if not name and cell.strip():
            raise Problem(path, line, "", f"unknown column {cell.strip()!r}; the columns are {', '.join(COLUMNS)}").error()
        if name and names.count(name) > 1:
            raise Problem(path, line, name, "stands twice in the header; keep one of each").error()
    return names


def row(path: Path, line: int, names: Sequence[str], cells: Sequence[str]) -> Row:
    """The row of ``cells`` under the columns ``names``.

    Raises :class:`GlossaryError` when there are more cells than columns.
    """
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise Problem(
            path,
            line,
            "",
            f"{len(cells)} cells for {len(names)} columns; put a cell that holds the separator in double quotes",
        ).error()
    for name, cell in zip(names, cells, strict=False):
        if not name and cell.strip():
            raise Problem(
                path, line, "", f"{cell.strip()!r} stands under a column without a name; name it or delete it"
            ).error()
    return line, {name: cell for name, cell in zip(names, cells, strict=False) if name}


def term(line: int, values: Mapping[str, str], *, trusted: bool = False) -> Term:
    """The term of one row. Raises :class:`CellError`. ``trusted``: the context was checked before, and is taken as it is."""
    values = {
        name: value.strip() if value.isascii() else unicodedata.normalize("NFC", value).strip()
        for name, value in values.items()
    }
    written = values.get("source", "")
    if not any(character.isalnum() for character in written):
        raise CellError("source", "the source is empty; write the Italian form or delete the line")
    sources = list(_expanded("source", written))
    for form in _values(values.get("forms", "")):
        sources += (expanded for expanded in _expanded("forms", form) if expanded not in sources)
    return Term(
        source=sources[0],
        target=values.get("target", "") or sources[0],
        kind=_kind(values.get("kind", "").lower()),
        case=_case(values.get("case", "").lower()),
        note=values.get("note", ""),
        target_forms=tuple(dict.fromkeys(_values(values.get("target_forms", "")))),
        forms=tuple(sources[1:]),
        context=values.get("context", "") if trusted else _context(values.get("context", "")),
        line=line,
    )


def values(item: Term) -> dict[str, str]:
    """A term as the texts of a row, by column."""
    return {
        "source": item.source,
        "target": item.target,
        "kind": item.kind,
        "case": item.case,
        "forms": "|".join(item.forms),
        "target_forms": "|".join(item.target_forms),
        "context": item.context,
        "note": item.note,
    }


def _folded(cell: str) -> str:
    return "_".join(cell.replace("/", " ").replace("-", " ").replace("_", " ").split()).casefold()


def _values(cell: str) -> list[str]:
    if not cell:
        return []
    return [value.strip() for value in cell.split("|") if value.strip()]


def _expanded(column: str, form: str) -> tuple[str, ...]:
    if "/-" not in form:
        return (form,)
    try:
        return inflection.expand(form)
    except ValueError as error:
        raise CellError(column, str(error)) from error


def _kind(cell: str) -> TermKind:
    try:
        return _KINDS.get(cell) or TermKind(cell or "other")
    except ValueError:
        raise CellError("kind", f"unknown kind {cell!r}; the kinds are {', '.join(TermKind)} (or empty)") from None


def _case(cell: str) -> CaseRule:
    try:
        return _CASES.get(cell) or CaseRule(cell)
    except ValueError:
        raise CellError("case", f"unknown case {cell!r}; write exact, ignore or nothing") from None


def _context(cell: str) -> str:
    try:
        context.validate(cell)
    except ValueError as error:
        raise CellError("context", f"{error}; put a backslash before ( ) [ ] + * ? . that are meant as such") from error
    return cell
