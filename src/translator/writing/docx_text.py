"""A segment's text as runs, cut where a mark or a comment begins or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.writing.docx_marks import pieces
from translator.writing.docx_xml import run, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from translator.writing.docx_comments import Anchor
    from translator.writing.docx_marks import Mark
    from translator.writing.docx_xml import Look


def runs(
    text: str, *, language: str, marked: Iterable[Mark] = (), anchors: Sequence[Anchor] = (), look: Look = ()
) -> Iterator[etree._Element]:
    """``text`` with its marks, and with comments anchored in it; anchors must lie inside the text.

    ``look``: see :func:`translator.writing.docx_xml.run`.
    """
    cuts = sorted({place for anchor in anchors for place in (anchor.start, anchor.end)}, reverse=True)
    place = 0
    for piece, style in pieces(text, marked):
        end = place + len(piece)
        while cuts and cuts[-1] < end:
            cut = cuts.pop()
            if place < cut:
                yield run(text[place:cut], style=style, language=language, look=look)
            yield from _edges(anchors, cut)
            place = cut
        if place < end:
            yield run(text[place:end], style=style, language=language, look=look)
        place = end
    while cuts:
        yield from _edges(anchors, cuts.pop())


def _edges(anchors: Iterable[Anchor], place: int) -> Iterator[etree._Element]:
    """What ends at ``place``, then what begins there (and, where there is no text, ends again)."""
    for anchor in anchors:
        if anchor.end == place and anchor.start < place:
            yield from _end(anchor)
    for anchor in anchors:
        if anchor.start == place:
            yield w("commentRangeStart", id=str(anchor.number))
            if anchor.end == place:
                yield from _end(anchor)


def _end(anchor: Anchor) -> Iterator[etree._Element]:
    yield w("commentRangeEnd", id=str(anchor.number))
    yield w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=str(anchor.number)))
