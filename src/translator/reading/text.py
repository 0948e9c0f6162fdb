"""Plain text: every line that is not blank is a block or is set aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.blocks import finish, without_boilerplate
from translator.reading.decoding import decode
from translator.reading.hard_wrap import unwrap
from translator.reading.headlines import final_mark, title_index, with_headings
from translator.reading.pieces import NO_TEXT, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.article import Article

# A dash longer than the hyphen opens direct speech in Italian books and papers: it is never a bullet.
_BULLET = re.compile(r"[-*•·◦▪●■○‣]\s+(?=\S)")
_ENUMERATOR = re.compile(r"(?:\d{1,2}[.)]|[A-Za-z]\))\s+\S")
_SEPARATORS = frozenset("-–—_*=~#+|•·◦▪●■○‣.")

WRAPPED = "the lines end in the middle of sentences, and each is translated on its own: make every paragraph one line first"
UNWRAPPED = "the lines were cut at a fixed width; those of each paragraph were read as one"
_WRAPPED_LENGTH = range(40, 101)
_LEAST_WRAPPED = 6


def read(data: bytes, *, name: str, keep_boilerplate: bool = False) -> Article:
    """The article in a plain-text file; its ``text`` is the whole decoded file.

    Raises :class:`EmptyInputError`, and what :func:`translator.reading.decoding.decode` raises.
    """
    decoded = decode(data, name=name)
    lines = list(_pieces(decoded.text))
    pieces = unwrap(lines, decoded.text)
    cleaned = without_boilerplate(pieces, title=None)
    title = title_index(cleaned)
    if keep_boilerplate:
        # A headline below a line of advertising is not the first block, and the title has to be.
        title = title if title == title_index(pieces) else None
        cleaned = [replace(piece, reason="") if piece.reason != NO_TEXT else piece for piece in cleaned]
    notes = decoded.notes
    if len(pieces) < len(lines):
        notes = (*notes, UNWRAPPED)
    elif _is_wrapped(cleaned):
        notes = (*notes, WRAPPED)
    return finish(
        name,
        decoded.text,
        with_headings(cleaned, title=title),
        titled=title is not None,
        encoding=decoded.encoding,
        notes=notes,
    )


def _pieces(text: str) -> Iterator[Piece]:
    start, gap = 0, True
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            yield _piece(stripped, start + len(line) - len(line.lstrip()), gap=gap)
        gap = not stripped
        start += len(line)


def _piece(line: str, start: int, *, gap: bool) -> Piece:
    if _is_separator(line):
        return Piece(line, start=start, gap=gap, reason=NO_TEXT)
    bullet = _BULLET.match(line)
    if bullet and not line.endswith(line[0]):  # "- Advertisement -" is not a list
        return Piece(line[bullet.end() :], BlockKind.LIST_ITEM, start=start + bullet.end(), bullet=bullet[0], gap=gap)
    kind = BlockKind.LIST_ITEM if _ENUMERATOR.match(line) else BlockKind.PARAGRAPH
    return Piece(line, kind, start=start, gap=gap)


def _is_separator(line: str) -> bool:
    """``* * *``, ``-----`` and lines of invisible characters; an ellipsis or ``?!`` alone may be speech."""
    if line[:1].isalnum() or line in {"...", "…"}:
        return False
    return all(char in _SEPARATORS or char.isspace() or unicodedata.category(char) in {"Cf", "Cc"} for char in line)


def _is_wrapped(pieces: Sequence[Piece]) -> bool:
    """Lines of one width that go on in lower case, as e-mail programs write them."""
    wrapped = sum(
        len(one.text) in _WRAPPED_LENGTH and not final_mark(one.text) and not two.gap and two.text[:1].islower()
        for one, two in pairwise(pieces)
    )
    return wrapped >= _LEAST_WRAPPED and wrapped > len(pieces) / 3
