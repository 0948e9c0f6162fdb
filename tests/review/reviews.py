"""Reviews made by hand, for what comes after reading."""

from __future__ import annotations

from translator.article import BlockKind
from translator.review.diff import difference
from translator.review.result import Review, ReviewedSegment


def segment(identity, source, original, target, **more):
    edited = original is not None and original != target
    pieces = difference(original, target) if edited else ()
    return ReviewedSegment(
        identity, source, original, target, more.pop("kind", BlockKind.PARAGRAPH), edited=edited, difference=pieces, **more
    )


def review(*segments, **more):
    """A review of ``segments``: source, machine's English and English now; or whole segments."""
    made = [
        item if isinstance(item, ReviewedSegment) else segment(f"p1.s{number}", *item)
        for number, item in enumerate(segments, 1)
    ]
    return Review("a.docx", "articolo.txt", "ab" * 32, "table", "Il porto", "translator:0.1.0", tuple(made), **more)
