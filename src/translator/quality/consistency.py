"""``inconsistent``: the same Italian twice in an article, with different English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Remark
from translator.quality.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.article import Segment


def inconsistent(segments: Sequence[Segment]) -> Iterator[tuple[str, Remark]]:
    """A remark on each segment whose source stood before in the article and whose target did not.

    Case, spaces and punctuation make no difference in the sources, and none in the targets.
    """
    first: dict[str, Segment] = {}
    for segment in segments:
        key = _letters(segment.source)
        if not key or not segment.target.strip():
            continue
        before = first.setdefault(key, segment)
        if _letters(before.target) != _letters(segment.target):
            spans = Span(0, len(segment.source)), Span(0, len(segment.target))
            yield segment.id, Remark(f"Translated otherwise in {before.id}: {excerpt(before.target)}", *spans)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
