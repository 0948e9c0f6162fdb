"""The glossaries that come with the tool, named without a path (``-g world``)."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.files import FORMATS, load
from translator.glossary.terms import Glossary  # noqa: TC001 - part of the public signature


def _folder() -> Path:
    """Where the shipped glossaries lie: in the installed package, or at the top of a checkout."""
    packaged = Path(str(files("translator"))) / "data" / "glossaries"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3] / "glossaries"


def shipped_names() -> tuple[str, ...]:
    """The names that ``-g`` takes without a path, in the order of their priority."""
    return tuple(sorted(path.stem for path in _folder().glob("*.csv")))


def place(reference: str) -> Path:
    """The file of the glossary called ``reference``: a shipped one's name, or a path.

    Raises :class:`GlossaryError` when there is neither.
    """
    if reference in shipped_names():
        return _folder() / f"{reference}.csv"
    path = Path(reference)
    if not path.is_file():
        endings = ", ".join(FORMATS)
        raise GlossaryError(
            f"{reference}: no such glossary; give a file ({endings}), or one of the names {', '.join(shipped_names())}"
        )
    return path


def find(reference: str) -> Glossary:
    """Open the glossary called ``reference``: a shipped one's name, or a path. Raises :class:`GlossaryError`."""
    shipped = reference in shipped_names()
    return load(place(reference), name=reference if shipped else None, trusted=shipped)
