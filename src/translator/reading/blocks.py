"""From pieces of text in reading order to the article that they make: what all formats share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translator.article import Article, Block, BlockKind, SetAside
from translator.errors import EmptyInputError
from translator.reading import boilerplate, language
from translator.reading.plain import plain
from translator.reading.standing_lines import standing_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translator.reading.pieces import Piece


def without_boilerplate(pieces: Sequence[Piece], *, title: int | None) -> list[Piece]:
    """``pieces`` with a reason on each that is boilerplate; ``title`` is the index of the one that never is."""
    reasons = boilerplate.find(pieces, title=title)
    return [replace(piece, reason=reasons[at]) if at in reasons else piece for at, piece in enumerate(pieces)]


def title_first(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """``pieces`` with the one at ``at`` as the first, a heading of level 1."""
    title = replace(pieces[at], kind=BlockKind.HEADING, level=1, gap=True)
    return [title, *(piece for index, piece in enumerate(pieces) if index != at)]


def assemble(
    name: str,
    pieces: Sequence[Piece],
    *,
    titled: bool,
    keep_boilerplate: bool,
    set_aside: Iterable[SetAside] = (),
    encoding: str | None = None,
    notes: Iterable[str] = (),
) -> Article:
    """The article of a format whose text is that of its blocks, one a line.

    ``titled``: the first piece is the title. ``set_aside`` is added to what the pieces themselves set aside. Raises
    :class:`EmptyInputError` when no block is left.
    """
    if not keep_boilerplate:
        pieces = without_boilerplate(pieces, title=0 if titled else None)
    start, placed = 0, []
    for piece in pieces:
        placed.append(replace(piece, start=start))
        start += 0 if piece.reason else len(piece.text) + 1
    text = "\n".join(piece.text for piece in pieces if not piece.reason)
    return finish(name, text, placed, titled=titled, set_aside=set_aside, encoding=encoding, notes=notes)


def finish(
    name: str,
    text: str,
    pieces: Sequence[Piece],
    *,
    titled: bool,
    set_aside: Iterable[SetAside] = (),
    encoding: str | None = None,
    notes: Iterable[str] = (),
) -> Article:
    """The article of ``pieces`` whose offsets in ``text`` are known. Raises :class:`EmptyInputError`."""
    kept = [piece for piece in pieces if not piece.reason]
    aside = (*(SetAside(piece.line, piece.reason) for piece in pieces if piece.reason), *set_aside)
    if not kept:
        raise _empty(name, aside)
    blocks = tuple(
        Block(
            f"p{number}",
            (piece.kind is BlockKind.PARAGRAPH and not piece.in_table and standing_kind(piece.text)) or piece.kind,
            piece.start,
            piece.start + len(piece.text),
            # Only the title is of level 1, whatever the source calls its sections.
            max(piece.level, 2) if piece.kind is BlockKind.HEADING and not (titled and number == 1) else piece.level,
        )
        for number, piece in enumerate(kept, 1)
    )
    return Article(
        name=name,
        title=plain(kept[0].text) if titled else "",
        text=text,
        blocks=blocks,
        set_aside=aside,
        encoding=encoding,
        notes=(*notes, *language.notes(piece.text for piece in kept)),
    )


def _empty(name: str, aside: Sequence[SetAside]) -> EmptyInputError:
    if any(item.reason in boilerplate.REASONS for item in aside):
        return EmptyInputError(
            f"{name}: holds only advertising, links and the like; use --keep-boilerplate to translate these lines"
        )
    if aside:
        return EmptyInputError(f"{name}: holds no text to translate ({aside[0].reason}); put the article's text into it")
    return EmptyInputError(f"{name}: is empty; put the article's text into it")
