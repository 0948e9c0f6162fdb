"""The options for the Word document and its English, which ``translate``, ``batch`` and ``watch`` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from translator.errors import UsageError
from translator.writing.docx.options import COLUMNS, LAYOUTS, ORIENTATIONS, PAPERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.writing.docx.options import Column

_Command = TypeVar("_Command", bound="Callable[..., object]")


def _columns(_: click.Context, __: click.Parameter, listed: str | None) -> tuple[Column, ...] | None:
    """The columns in a list with commas. Raises :class:`UsageError`."""
    if listed is None:
        return None
    names = [name.strip() for name in listed.split(",") if name.strip() not in {"", "none"}]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise UsageError(f"--columns {listed}: there is no column {unknown[0]!r}; name {' or '.join(COLUMNS)}, or none")
    return tuple(column for column in COLUMNS if column in names)


_OPTIONS = (
    click.option(
        "--layout",
        type=click.Choice(LAYOUTS),
        help="The Word document: side by side (table, the default), each sentence with its English below it, or the English"
        " alone for delivery.",
    ),
    click.option(
        "--columns",
        metavar="LIST",
        callback=_columns,
        help="The table's columns beside number, Italian and English: status,notes (the default), one of them, or none.",
    ),
    click.option("--paper", type=click.Choice(PAPERS), help="The Word document's paper (a4)."),
    click.option("--orientation", type=click.Choice(ORIENTATIONS), help="Default: landscape for the table, else portrait."),
    click.option(
        "--protect",
        is_flag=True,
        default=None,
        help="Let Word track every change in the document; comments stay possible.",
    ),
    click.option(
        "--british/--american",
        default=None,
        help="The usage of English: quotation marks, dashes, dates, spelling (American).",
    ),
)


def document_options(command: _Command) -> _Command:
    """Add the options; each is None where the command line says nothing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(values: dict[str, object]) -> dict[str, object]:
    """``values`` without those that the command line says nothing about."""
    return {key: value for key, value in values.items() if value is not None}


def english(*, british: bool | None) -> str | None:
    """The variety of English that ``--british/--american`` chose; None where it says nothing."""
    return None if british is None else ("british" if british else "american")
