"""Glossaries as plain text: one term a line, the Italian, a separator, the English.

The separator is a tab, ``=``, ``→`` or ``->``, the first of these that the line holds in this order. A line without one keeps
its words as they are. Empty lines and lines whose first character is ``#`` are passed over. UTF-8 with or without BOM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary import table
from translator.glossary.separated import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from translator.glossary.terms import Term

_SEPARATORS = ("\t", "=", "→", "->")


def rows(path: Path, data: bytes) -> Iterator[table.Row]:
    """The rows of the text file ``path``, whose bytes are ``data``. Raises :class:`GlossaryError`."""
    for line, text in enumerate(decode(path, data).splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        separator = next((mark for mark in _SEPARATORS if mark in text), None)
        cells = text.split(separator) if separator else [text]
        if len(cells) > 2:  # noqa: PLR2004
            raise table.Problem(
                path,
                line,
                "",
                f"{len(cells)} columns, where there may be two; save a glossary with more columns as .csv or .tsv",
            ).error()
        yield line, dict(zip(("source", "target"), cells, strict=False))


def write(terms: Sequence[Term]) -> bytes:
    """The ``terms`` as text with tabs, a line for each Italian form.

    Raises :class:`GlossaryError` when a term cannot be written so: it has a context or further accepted English forms, which
    would be lost.
    """
    lines = []
    for term in terms:
        if term.context or term.target_forms:
            what = "a context" if term.context else "further accepted English forms"
            raise GlossaryError(f"{term.source!r} has {what}, which two columns cannot hold; write .csv, .tsv or .xlsx instead")
        lines += [f"{form}\t{term.target}" for form in term.sources]
    return ("\n".join(lines) + "\n").encode()
