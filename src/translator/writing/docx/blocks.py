"""The blocks of an article as the Word document sees them: headings, and the sections between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translator.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translator.article import Article, Block

DEEPEST_HEADING = 3
"""Headings below this level look like those of this level."""


class Section(NamedTuple):
    """The headings that a section begins with (those that need a label of their own), and all its blocks."""

    labels: tuple[Block, ...]
    blocks: tuple[Block, ...]


def heading_level(block: Block) -> int:
    """The level of a heading as it is shown."""
    return min(max(block.level, 1), DEEPEST_HEADING)


def source_text(block: Block) -> str:
    """The block's Italian, sentence after sentence, on one line."""
    return " ".join(word for segment in block.segments for word in segment.source.split())


def sections(article: Article) -> Iterator[Section]:
    """The article cut before each heading, or row of headings; blocks without segments are left out.

    The heading that repeats the article's title gets no label: the title stands above.
    """
    title = " ".join(article.title.split())
    blocks = [block for block in article.blocks if block.segments]
    for first, group in _groups(blocks):
        headings = [block for block in group if block.kind is BlockKind.HEADING]
        labels = headings[1:] if first and headings and source_text(headings[0]) == title else headings
        yield Section(tuple(labels), tuple(group))


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks from one heading to the next, headings that follow one another together; and whether they are the first."""
    group: list[Block] = []
    first = True
    for block in blocks:
        if group and block.kind is BlockKind.HEADING and group[-1].kind is not BlockKind.HEADING:
            yield first, group
            group, first = [], False
        group.append(block)
    if group:
        yield first, group
