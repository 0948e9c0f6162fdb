"""What the commands that use the translation memory have in common."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli.articles import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.translation.memory.store import Memory

memory_option = click.option(
    "--memory",
    "memory_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The translation memory (default: the user's own; 'translator memory stats' says where it is).",
)


@contextmanager
def open_memory(path: Path | None) -> Iterator[Memory]:
    """The memory in the file ``path`` (None: the user's own), open; what it has to tell is told at the end."""
    from translator.translation.memory.store import Memory

    with Memory(path) as memory:
        try:
            yield memory
        finally:
            for note in memory.notes:
                warn(note)
