"""From a path or bytes to the reader of the right format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.errors import InputNotFoundError, UnsupportedFormatError
from translator.reading import docx, html, markdown, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translator.article import Article

_READERS: dict[str, Callable[..., Article]] = {
    "": text.read,
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
}

_OFFICE = "convert it first: soffice --headless --convert-to docx FILE"
# Formats that people have, and the shortest way from them to one that is read.
_ADVICE = {
    ".doc": _OFFICE,
    ".docm": _OFFICE,
    ".dot": _OFFICE,
    ".dotx": _OFFICE,
    ".odt": _OFFICE,
    ".rtf": _OFFICE,
    ".pages": "export it from Pages as Word (.docx)",
    ".pdf": "take its text first: pdftotext -layout FILE, or copy the article into a .txt file",
    ".epub": "copy the article into a .txt file",
    ".xhtml": "rename it to end in .html",
}


def read(path: Path, *, keep_boilerplate: bool = False) -> Article:
    """The article in the file at ``path``; the suffix (in any case) says what it is.

    ``keep_boilerplate``: advertising, related links and the like become ordinary blocks; of a web page, its whole text is
    read. Raises :class:`InputNotFoundError` when there is no such file or it may not be read, otherwise what
    :func:`read_bytes` raises.
    """
    name = printable(path.name or str(path))
    try:
        if path.is_dir():
            raise InputNotFoundError(f"{name}: is a folder; name the file of an article")
        if path.suffix.casefold() not in _READERS and path.exists():
            raise _unsupported(name, path.suffix)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputNotFoundError(f"{printable(str(path))}: no such file; check the path") from error
    except (OSError, ValueError) as error:  # ValueError: a path with U+0000
        reason = getattr(error, "strerror", None) or "not a possible path"
        raise InputNotFoundError(f"{name}: cannot be read ({reason}); check its name and permissions") from error
    return read_bytes(data, name=path.name, suffix=path.suffix, keep_boilerplate=keep_boilerplate)


def read_bytes(data: bytes, *, name: str, suffix: str = ".txt", keep_boilerplate: bool = False) -> Article:
    """The article in ``data``, a whole file of the format that ``suffix`` says; ``name`` is for the article and messages.

    Raises :class:`UnsupportedFormatError` for a format that is not read, :class:`UndecodableInputError` for bytes that are
    not what the suffix says, and :class:`EmptyInputError` when nothing is left to translate.
    """
    reader = _READERS.get(suffix.casefold())
    if reader is None:
        raise _unsupported(printable(name), suffix)
    return reader(data, name=printable(name), keep_boilerplate=keep_boilerplate)


def printable(name: str) -> str:
    """``name`` on one line: control characters, which a file name may hold, become question marks."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "?", name)


def _unsupported(name: str, suffix: str) -> UnsupportedFormatError:
    advice = _ADVICE.get(suffix.casefold(), "give a .txt, .md, .html or .docx file")
    return UnsupportedFormatError(f"{name}: {printable(suffix)} files are not read; {advice}")
