"""What kind of block a row belongs to, from the look of its paragraph.

The names are those of the writer's styles; of the word processors, Word and LibreOffice keep them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.review.text import W, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from translator.review.text import Look

_HEADING = re.compile(r"(?:segment )?heading ([1-9])")
_KINDS = {
    "list item": BlockKind.LIST_ITEM,
    "list more": BlockKind.LIST_ITEM,
    "list bullet": BlockKind.LIST_ITEM,
    "list paragraph": BlockKind.LIST_ITEM,
    "quote": BlockKind.QUOTATION,
    "caption": BlockKind.CAPTION,
    "dateline": BlockKind.DATELINE,
    "byline": BlockKind.BYLINE,
}


def style_names(styles: etree._Element | None) -> dict[str, str]:
    """The names of the styles in a styles part, in lower case, by their ids."""
    elements = () if styles is None else styles.iterfind(W + "style")
    return {element.get(W + "styleId", ""): (value(element, "name") or "").casefold() for element in elements}


def block_kind(look: Look, names: Mapping[str, str]) -> tuple[BlockKind, int] | None:
    """The kind of block, with the level of a heading (else 0); None for a paragraph that looks like any other."""
    name = names.get(look.style, look.style.casefold())
    heading = _HEADING.fullmatch(name)
    if heading:
        return BlockKind.HEADING, int(heading[1])
    kind = _KINDS.get(name.removeprefix("segment "))
    if kind is not None:
        return kind, 0
    if look.outline:
        return BlockKind.HEADING, look.outline
    if look.numbered:
        return BlockKind.LIST_ITEM, 0
    return (BlockKind.QUOTATION, 0) if look.ruled else None
