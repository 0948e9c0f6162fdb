"""A segment's text as runs, cut where a mark or a comment begins or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.writing.docx.marks import pieces
from translator.writing.docx.xml import run, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from translator.writing.docx.comments import Anchor
    from translator.writing.docx.marks import Mark
    from translator.writing.docx.xml import Look


def runs(
    text: str, *, language: str, marked: Iterable[Mark] = (), anchors: Sequence[Anchor] = (), look: Look = ()
) -> Iterator[etree._Element]:
    """``text`` with its marks, and with comments anchored in it; anchors must lie inside the text.

    ``look``: see :func:`translator.writing.docx.xml.run`.
    """
    edges: dict[int, list[etree._Element]] = {}
    for anchor in anchors:
        _add_edges(edges, anchor)
    cuts = sorted(edges, reverse=True)
    place = 0
    for piece, style in pieces(text, marked):
        end = place + len(piece)
        while cuts and cuts[-1] < end:
            cut = cuts.pop()
            if place < cut:
                yield run(text[place:cut], style=style, language=language, look=look)
            yield from edges[cut]
            place = cut
        if place < end:
            yield run(text[place:end], style=style, language=language, look=look)
        place = end
    while cuts:
        yield from edges[cuts.pop()]


def _add_edges(edges: dict[int, list[etree._Element]], anchor: Anchor) -> None:
    """The elements that begin and end ``anchor``, and the one that Word shows the comment at, by their place in the text."""
    number = str(anchor.number)
    edges.setdefault(anchor.start, []).append(w("commentRangeStart", id=number))
    reference = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=number))
    edges.setdefault(anchor.end, []).extend((w("commentRangeEnd", id=number), reference))
