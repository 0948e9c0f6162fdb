"""Plain text: the English alone, or the Italian sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import BlockKind

if TYPE_CHECKING:
    from translator.article import Article


def write(article: Article) -> bytes:
    """The English of ``article`` as UTF-8: a block a paragraph, list items one a line with a hyphen."""
    parts: list[str] = []
    previous: BlockKind | None = None
    for block in article.blocks:
        text = " ".join(segment.target for segment in block.segments if segment.target)
        if not text:
            continue
        in_list = block.kind is BlockKind.LIST_ITEM
        if parts:
            parts.append("\n" if in_list and previous is BlockKind.LIST_ITEM else "\n\n")
        parts.append(f"- {text}" if in_list else text)
        previous = block.kind
    return ("".join(parts) + "\n").encode()


def write_sentences(article: Article) -> bytes:
    """The Italian sentences of ``article`` as UTF-8, one a line, with an empty line between blocks."""
    blocks = ("\n".join(segment.source for segment in block.segments) for block in article.blocks)
    return ("\n\n".join(blocks) + "\n").encode()
