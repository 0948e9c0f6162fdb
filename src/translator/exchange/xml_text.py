r"""Any text in XML, and back.

XML 1.0 has no way to write most control characters, lone surrogates, U+FFFE and U+FFFF, not even as character references
(https://www.w3.org/TR/xml/#charsets). Where a format allows elements in its text, each of them becomes an element with the
character's number; elsewhere (attributes, notes, properties) it is written ``\u{001B}``, and a backslash that stands before
something that looks so is written ``\u{005C}``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_FORBIDDEN = re.compile("([^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])")
_NUMBER = "(?:00[01][0-9A-F]|D[89A-F][0-9A-F]{2}|FFF[EF]|005C)"
_ESCAPED = re.compile(rf"\\u\{{({_NUMBER})\}}")
_TO_ESCAPE = re.compile(rf"{_FORBIDDEN.pattern}|\\(?=u\{{{_NUMBER}\}})")


def code(character: str) -> str:
    """The number of a character that XML cannot hold, as four hexadecimal digits."""
    return f"{ord(character):04X}"


def is_forbidden(character: str) -> bool:
    """Whether XML 1.0 cannot hold ``character``."""
    return _FORBIDDEN.fullmatch(character) is not None


def escape(text: str) -> str:
    r"""``text`` without forbidden characters: these become ``\u{001B}``."""
    return _TO_ESCAPE.sub(lambda found: f"\\u{{{code(found[0])}}}", text)


def unescape(text: str) -> str:
    """What was given to :func:`escape`; text that it did not make stays as it is."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def append(parent: etree._Element, text: str, forbidden: Callable[[str], etree._Element]) -> None:
    """Add ``text`` at the end of ``parent``; ``forbidden`` makes the element for a character that XML cannot hold."""
    for number, piece in enumerate(_FORBIDDEN.split(text)):
        if number % 2:
            parent.append(forbidden(piece))
        elif piece and len(parent):
            parent[-1].tail = (parent[-1].tail or "") + piece
        elif piece:
            parent.text = (parent.text or "") + piece


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def pieces(
    element: etree._Element, codes: Container[str], character: Callable[[etree._Element], str], *, kept: bool = True
) -> Iterator[str]:
    """The text of ``element`` without formatting codes, piece by piece.

    ``codes`` are the elements whose own text is a code of the original document (an element in one, like ``<sub>``, is text
    again); ``character`` gives the text that an element as a whole stands for, or nothing. ``kept`` is False where the
    element's own text is a code.
    """
    if kept and element.text:
        yield element.text
    for child in element:
        yield character(child)
        yield from pieces(child, codes, character, kept=local_name(child) not in codes)
        if kept and child.tail:
            yield child.tail


def lay_out(element: etree._Element, containers: Container[str], depth: int = 0) -> None:
    """Indent what is in ``element``; white space is added only in ``containers``.

    ``containers`` are the elements (by local name) that hold elements only, and no text.
    """
    if local_name(element) not in containers or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        child.tail = element.text
        lay_out(child, containers, depth + 1)
    element[-1].tail = "\n" + "  " * depth
