"""Hard-wrapped text: lines cut at a fixed width, as e-mail programs and old editors write them.

Whether a text is hard-wrapped is decided from the whole document, since a wrong join is worse than none: in such a text nearly
every line inside a paragraph is so full that the next line's first word would not have fitted. Verse, lists, tables and
ordinary text with one line a paragraph are not like that.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.headlines import final_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.reading.pieces import Piece

_LEAST_BREAKS = 6
_WIDTHS = range(40, 121)
_FINAL = frozenset(".!?…")
# Shares of the line breaks: so many must be in mid-sentence and before lower case, and so many of the former after a full line.
_FULL, _UNFINISHED, _LOWER = 0.8, 0.5, 0.3
# The widest lines may be an address that could not be cut.
_QUANTILE = 0.97
_HYPHENS = ("-", "\u00ad", "\u2010")


def unwrap(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """``pieces`` (the lines of ``text``) with the lines of each paragraph as one piece, if the text is hard-wrapped."""
    width = _width(pieces)
    if width is None:
        return list(pieces)
    joined: list[Piece] = []
    last: Piece | None = None  # the line that the last of ``joined`` ends with
    for piece in pieces:
        if last is not None and _continues(last, piece) and _is_full(last, piece, width):
            paragraph = joined[-1]
            joined[-1] = replace(paragraph, text=text[paragraph.start : piece.start + len(piece.text)])
        else:
            joined.append(piece)
        last = piece
    return joined


def _width(pieces: Sequence[Piece]) -> int | None:
    """The width at which the lines were cut, in characters; None when the text is not hard-wrapped."""
    breaks = [(one, two) for one, two in pairwise(pieces) if _continues(one, two)]
    if len(breaks) < _LEAST_BREAKS:
        return None
    lengths = sorted(len(one.line) for one, _ in breaks)
    width = lengths[int(_QUANTILE * (len(lengths) - 1))]
    # A line with a final mark may be the last of its paragraph: only the others have to be full.
    unfinished = [(one, two) for one, two in breaks if final_mark(one.text) not in _FINAL]
    full = sum(_is_full(one, two, width) for one, two in unfinished)
    lower = sum(two.text[:1].islower() for _, two in breaks)
    wrapped = (
        width in _WIDTHS
        and full >= _FULL * len(unfinished)
        and len(unfinished) >= _UNFINISHED * len(breaks)
        and lower >= _LOWER * len(breaks)
    )
    return width if wrapped else None


def _continues(one: Piece, two: Piece) -> bool:
    """Whether ``two`` may be the next line of the same paragraph: no empty line, list item or dash of speech between them."""
    return (
        not two.gap
        and not one.reason
        and not two.reason
        and two.kind is BlockKind.PARAGRAPH
        and not two.text.startswith(("–", "—"))
    )


def _is_full(one: Piece, two: Piece, width: int) -> bool:
    """Whether the first word of ``two`` did not fit on the line ``one``, or a word is parted there."""
    return one.text.endswith(_HYPHENS) or len(one.line) + 1 + len(two.text.split(maxsplit=1)[0]) > width
