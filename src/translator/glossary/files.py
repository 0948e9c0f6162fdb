"""Glossary files of every format: which one a file is in, reading, and writing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary import separated, table, two_columns
from translator.glossary.terms import Glossary, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FORMATS = {
    ".csv": "columns separated by commas or semicolons",
    ".tsv": "columns separated by tabs",
    ".xlsx": "Excel workbook",
    ".tbx": "TBX-Basic, of term bases",
    ".txt": "two columns: the Italian, a tab or =, the English",
}
"""The formats by the ending of the file's name, each with what it is."""


def load(path: Path, *, name: str | None = None, trusted: bool = False) -> Glossary:
    """Read the glossary in the file ``path``; ``name`` (default: the file's name) is how the signature calls it.

    ``trusted``: the file was checked before (a shipped one), so conflicts and contexts are not looked at again, which takes
    time.

    Raises :class:`GlossaryError` that names file, line, column and remedy of the first error.
    """
    data = read_bytes(path)
    if trusted:
        checked = [table.term(line, values, trusted=True) for line, values in rows(path, data)]
        return Glossary(name or path.name, hashlib.sha256(data).hexdigest(), tuple(checked))
    terms, problems = parse(path, data)
    if problems:
        more = f" ({len(problems) - 1} more: translator glossary check {path})" if len(problems) > 1 else ""
        raise GlossaryError(f"{problems[0]}{more}")
    return Glossary(name or path.name, hashlib.sha256(data).hexdigest(), tuple(terms))


def read_bytes(path: Path) -> bytes:
    """The bytes of the glossary ``path``. Raises :class:`GlossaryError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot read the glossary ({error.strerror}); check the path") from error


def parse(path: Path, data: bytes) -> tuple[list[Term], list[table.Problem]]:
    """The terms in ``data``, the bytes of the file ``path``, and the errors in its rows (which give no term).

    Raises :class:`GlossaryError` when the file as a whole cannot be read.
    """
    terms: list[Term] = []
    problems: list[table.Problem] = []
    first: dict[tuple[str, str, str], Term] = {}
    for line, values in rows(path, data):
        try:
            term = table.term(line, values)
        except table.CellError as error:
            problems.append(table.Problem(path, line, error.column, str(error)))
            continue
        clash = next((found for key in keys(term) if (found := first.get(key)) and found.target != term.target), None)
        if clash is None:
            terms.append(term)
            for key in keys(term):
                first.setdefault(key, term)
        else:
            message = (
                f"{_shared(term, clash)!r} stands on line {clash.line} already, as {clash.target!r}; keep one of the two, "
                "or give each a context"
            )
            problems.append(table.Problem(path, line, "source", message))
    return terms, problems


def keys(term: Term) -> Iterator[tuple[str, str, str]]:
    """What must not stand twice with two targets: a form under one case rule and context."""
    return ((form, term.case, term.context) for form in term.sources)


def _shared(one: Term, other: Term) -> str:
    return next(form for form in one.sources if form in other.sources)


def rows(path: Path, data: bytes) -> Iterator[table.Row]:
    """The rows of the file ``path``, whose bytes are ``data``, as texts by column. Raises :class:`GlossaryError`."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from translator.glossary import xlsx  # noqa: PLC0415

        return xlsx.rows(path, data)
    if suffix == ".tbx":
        from translator.glossary import tbx  # noqa: PLC0415

        return tbx.rows(path, data)
    if suffix == ".txt":
        return two_columns.rows(path, data)
    if suffix in {".csv", ".tsv", ".tab"}:
        return separated.rows(path, data)
    raise GlossaryError(f"{path}: not a glossary's format; glossaries are {', '.join(FORMATS)}")


def render(terms: Sequence[Term], path: Path) -> bytes:
    """The ``terms`` as the bytes of a file called ``path``, whose ending says the format. Raises :class:`GlossaryError`."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from translator.glossary import xlsx  # noqa: PLC0415

        return xlsx.write(terms)
    if suffix == ".tbx":
        from translator.glossary import tbx  # noqa: PLC0415

        return tbx.write(terms, title=path.stem)
    if suffix == ".txt":
        return two_columns.write(terms)
    if suffix in {".csv", ".tsv"}:
        return separated.write(terms, separator="," if suffix == ".csv" else "\t")
    raise GlossaryError(f"{path}: the name does not say a format; end it with {', '.join(FORMATS)}")
