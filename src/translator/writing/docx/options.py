"""What a user can choose about the Word document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from translator.errors import UsageError

Layout = Literal["table", "stacked", "clean"]
Column = Literal["status", "notes"]
Paper = Literal["a4", "letter"]
Orientation = Literal["portrait", "landscape"]

LAYOUTS: tuple[Layout, ...] = get_args(Layout)
COLUMNS: tuple[Column, ...] = get_args(Column)
PAPERS: tuple[Paper, ...] = get_args(Paper)
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """How the Word document looks and what it allows.

    ``layout``: ``table`` (Italian and English side by side, a row for each segment), ``stacked`` (each Italian sentence with
    its English below it) or ``clean`` (the English alone, for delivery). ``columns``: which columns the table has besides
    number, Italian and English; their order is always that of :data:`COLUMNS`. ``orientation``: None for the one that fits the
    layout. ``protect``: Word tracks every change and does not let that be switched off.

    Raises :class:`UsageError` for a value that is not one of those listed above.
    """

    layout: Layout = "table"
    columns: tuple[Column, ...] = COLUMNS
    paper: Paper = "a4"
    orientation: Orientation | None = None
    protect: bool = False

    def __post_init__(self) -> None:
        chosen = (
            ("layout", self.layout, LAYOUTS),
            *(("column", column, COLUMNS) for column in self.columns),
            ("paper", self.paper, PAPERS),
            ("orientation", self.orientation or ORIENTATIONS[0], ORIENTATIONS),
        )
        for name, value, known in chosen:
            if value not in known:
                raise UsageError(f"{value!r} is no {name} of the Word document; choose {' or '.join(known)}")
