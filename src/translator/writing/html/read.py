"""The segments of a page written by :mod:`translator.writing.html.document`, read back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translator.errors import UnsupportedFormatError
from translator.writing.html.text import EXACT

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_html(data: bytes) -> list[tuple[str, str, str]]:
    """The (id, Italian, English) of each segment, in order, equal to what was written.

    Raises :class:`UnsupportedFormatError` when ``data`` is not such a page.
    """
    from lxml import etree, html  # noqa: PLC0415 - heavy

    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, ValueError):
        root = None
    tables = [] if root is None else root.xpath("//table[@id='table']")
    if len(tables) != 1:
        raise UnsupportedFormatError("not a side-by-side page of this tool; give an .html file that 'translate -f html' wrote")
    return [_segment(row) for row in tables[0].xpath("./tbody/tr")]


def _segment(row: HtmlElement) -> tuple[str, str, str]:
    try:
        found, source, target = (row.xpath(f"./td[@class='{column}']/*[1]")[0] for column in "ist")
        return _text(found), _text(source), _text(target)
    except (IndexError, ValueError) as error:
        raise UnsupportedFormatError("a row of the page is damaged; write it again with 'translate -f html'") from error


def _text(element: HtmlElement) -> str:
    """The text of an element that :func:`translator.writing.html.text.visible` filled."""
    exact = element.get(EXACT)
    return str(element.text_content()) if exact is None else str(json.loads(exact))
