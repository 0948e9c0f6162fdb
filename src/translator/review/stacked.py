"""The pairs of paragraphs of layout ``stacked`` as rows: the Italian begins with the segment's mark, the English follows it.

The English is every paragraph up to the next mark that is in the style or in the content control for it; where a program kept
neither, it is the one paragraph that follows the Italian. What else stands between two segments belongs to none, and is kept
apart as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translator.review.rows import NUMBER, SOURCE, TARGET, Row, letters, mark_before, marks_in, tags_of
from translator.review.text import Text, W, is_prompt, read_text, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from translator.review.text import Anchors

_TARGET_STYLE = "segment target"


def read_pairs(blocks: Sequence[etree._Element], styles: Mapping[str, str], anchors: Anchors) -> Iterator[Row]:
    """The rows among the ``blocks`` of a document; comments are put into ``anchors``. ``styles``: names by ids."""
    english = [_is_english(block, styles) for block in blocks]
    told = any(english)
    starts = [at for at, block in enumerate(blocks) if block.tag == W + "p" and not english[at] and mark_before(letters(block))]
    if not starts:
        return
    read_text(blocks[: starts[0]], anchors)
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        first, *others = blocks[start:end]
        source = read_text([first], anchors)
        anchors.add("\n", deleted=False)
        places = [at for at, block in enumerate(others) if (english[start + 1 + at] if told else _has_text(block))]
        places = places if told else places[:1]
        target = read_text([others[at] for at in places if not is_prompt(others[at])], anchors)
        anchors.add("\n", deleted=False)
        taken = set(places)
        extra = read_text([block for at, block in enumerate(others) if at not in taken], anchors)
        is_last = end == len(blocks)  # what follows the last pair is the document's own end
        yield Row(
            {NUMBER: Text(), SOURCE: _without_mark(source), TARGET: target},
            marks=marks_in(source)[:1],
            extra="" if is_last else extra.accepted.strip(),
        )


def _is_english(block: etree._Element, styles: Mapping[str, str]) -> bool:
    style = value(block, "pPr/pStyle") or ""
    return styles.get(style) == _TARGET_STYLE or any(column == TARGET for column, _ in tags_of(block))


def _has_text(block: etree._Element) -> bool:
    return block.tag == W + "p" and bool(letters(block).strip())


def _without_mark(source: Text) -> Text:
    accepted, rejected = (text[mark_before(text) :].strip() for text in (source.accepted, source.rejected))
    return replace(source, accepted=accepted, rejected=rejected)
