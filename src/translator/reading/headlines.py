"""Which lines of text without styles are the title and the subheads.

The signs are those of newspaper layout: short, no final mark, on a line of its own above something longer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.standing_lines import standing_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.reading.pieces import Piece

_TITLE_LENGTH = 200
_SENTENCE_TITLE_LENGTH = 80
_SUBHEAD_LENGTH = 100
_MOST_IN_A_ROW = 2  # more short lines, one below the other, are a list or verse

_CLOSING = "»”’\"')] \u00a0"
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2,}$")  # S.p.A., S.r.l., U.E.: the stop is part of the word
_INNER_STOP = re.compile(r"[.!?…][»”\"')]*\s")
_SUBHEAD_START = re.compile(r"[«“\"'‘(]?[^\W_]")
_SPEECH = re.compile(r"«[^«]*»|“[^“]*”|\"[^\"]*\"")


def final_mark(text: str) -> str:
    """The punctuation mark that ends ``text``, closing quotation marks and brackets aside; "" when there is none."""
    bare = text.rstrip(_CLOSING)
    if _INITIALS.search(bare[-20:]):
        return ""
    if bare.endswith("..."):
        return "…"
    return bare[-1:] if bare[-1:] in set(".!?…;:,") else ""


def title_index(pieces: Sequence[Piece]) -> int | None:
    """The index of the first piece that is not set aside, if it reads like a headline."""
    at = next((at for at, piece in enumerate(pieces) if not piece.reason), None)
    if at is None:
        return None
    following = next((piece for piece in pieces[at + 1 :] if not piece.reason), None)
    return at if _is_title(pieces[at], following) else None


def _is_title(piece: Piece, following: Piece | None) -> bool:
    if piece.kind is BlockKind.HEADING:
        return True
    text = piece.text
    if piece.kind is not BlockKind.PARAGRAPH or piece.in_table or text.startswith(("–", "—")) or standing_kind(text):
        return False
    if following is not None and _goes_on(following):
        return False
    mark = final_mark(text)
    if mark not in {".", ";", ",", ":"}:
        return len(text) <= _TITLE_LENGTH
    # Some papers end a headline with a full stop: one sentence above an empty line and something longer.
    return (
        mark == "."
        and len(text) <= _SENTENCE_TITLE_LENGTH
        and not text.startswith(("«", "“", '"'))
        and not _INNER_STOP.search(text)
        and following is not None
        and following.gap
        and len(following.text) > len(text)
    )


def leading_heading(pieces: Sequence[Piece], level: int) -> int | None:
    """The index of the first heading of ``level``, unless there is text above it: then it is that of a section."""
    for at, piece in enumerate(pieces):
        if not piece.reason and piece.kind is BlockKind.HEADING and piece.level == level:
            return at
        if not piece.reason and len(piece.text) > _TITLE_LENGTH:
            return None
    return None


def with_headings(pieces: Sequence[Piece], *, title: int | None) -> list[Piece]:
    """``pieces`` with the title as a heading of level 1 and the lines that read like subheads as headings of level 2."""
    marked = list(pieces)
    if title is not None:
        marked[title] = replace(pieces[title], kind=BlockKind.HEADING, level=1)
    kept = [at for at, piece in enumerate(pieces) if not piece.reason]
    run: list[int] = []
    for place, at in enumerate(kept):
        if 0 < place < len(kept) - 1 and _is_subhead(marked, kept[place - 1], at, kept[place + 1]):
            run.append(at)
            continue
        if len(run) <= _MOST_IN_A_ROW:
            for subhead in run:
                marked[subhead] = replace(pieces[subhead], kind=BlockKind.HEADING, level=2)
        run = []
    return marked


def _goes_on(following: Piece) -> bool:
    """Whether the line before ``following`` is the first half of its sentence."""
    return not following.gap and following.text[:1].islower()


def _is_subhead(pieces: Sequence[Piece], before: int, at: int, after: int) -> bool:
    piece, following = pieces[at], pieces[after]
    text = piece.text
    if (
        piece.kind is not BlockKind.PARAGRAPH
        or len(text) > _SUBHEAD_LENGTH
        or final_mark(text)
        or not _SUBHEAD_START.match(text)
        or text.lstrip("«“\"'‘(")[0].islower()
        or _SPEECH.fullmatch(text)
        or standing_kind(text)
        or _goes_on(following)
    ):
        return False
    # Lines that are set aside part their neighbours like an empty line does.
    parted_above, parted_below = piece.gap or at - before > 1, following.gap or after - at > 1
    if parted_above and parted_below:
        return True
    # The last of a column of short lines is not above the next paragraph but at the end of the column.
    return (parted_above or final_mark(pieces[before].text) != "" or pieces[before].kind is BlockKind.HEADING) and (
        following.kind is BlockKind.PARAGRAPH and len(following.text) > len(text) and final_mark(following.text) != ""
    )
