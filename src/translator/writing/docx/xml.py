"""Small pieces of WordprocessingML: elements, runs and paragraphs.

Source of names and of the order of elements: ECMA-376 (Office Open XML), part 1, chapter 17.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

Look = tuple[tuple[str, str], ...]
"""Run properties that no style gives: names in the order of the schema, each with its value or an empty string."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ITALIAN = "it-IT"
ENGLISH = "en-US"

# Named here, since other libraries register prefixes of their own with lxml, which would then be used.
_NAMESPACES = {"w": WORD, "r": RELATIONSHIPS}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What XML 1.0 cannot hold, not even as a character reference: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("([\t\n\r])")


def w(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """The element ``w:tag`` with the given attributes (``w:`` too) and children."""
    element = etree.Element(f"{{{WORD}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{WORD}}}{name}", value)
    element.extend(children)
    return element


def legal(text: str) -> str:
    """``text`` with every character that XML cannot hold replaced by U+FFFD: as many characters as before."""
    return _ILLEGAL.sub("\ufffd", text)


def run(text: str, *, style: str = "", language: str = "", look: Look = ()) -> etree._Element:
    """A run of any text; line ends become line breaks. ``style`` is the id of a character style."""
    element = w("r")
    properties = w("rPr")
    if style:
        properties.append(w("rStyle", val=style))
    for name, value in look:
        properties.append(w(name, val=value) if value else w(name))
    if language:
        properties.append(w("lang", val=language))
    if len(properties):
        element.append(properties)
    for piece in _BREAKS.split(legal(text)):
        if piece == "\t":
            element.append(w("tab"))
        elif piece in {"\n", "\r"}:
            element.append(w("br"))
        elif piece:
            element.append(_text(piece))
    return element


def _text(piece: str) -> etree._Element:
    element = w("t")
    element.set(_SPACE, "preserve")
    element.text = piece
    return element


def field(instruction: str) -> etree._Element:
    """A field that Word works out by itself, such as ``PAGE``."""
    return w("fldSimple", run("1"), instr=f" {instruction} ")


def paragraph(style: str, *runs: etree._Element, layout: Iterable[etree._Element] = ()) -> etree._Element:
    """A paragraph in the paragraph style with the id ``style``; ``layout``: further properties, in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style), *layout), *runs)


def serialise(root: etree._Element) -> bytes:
    """The part whose root element is ``root``."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
