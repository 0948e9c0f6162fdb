"""Text as HTML: any string can be put on the page, and taken back from it unchanged.

HTML cannot hold some characters (most control characters, surrogates, non-characters), and would change others (a carriage
return). They are shown as their number, and the element that holds such a text carries the exact string as JSON in the
attribute :data:`EXACT`. Source of the list: https://infra.spec.whatwg.org/#code-points and
https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
"""

from __future__ import annotations

import html
import json
import re

EXACT = "data-exact"

_NON_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROLS = f"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NON_CHARACTERS}"
_NOT_HTML = re.compile(f"[{_CONTROLS}]")
# Marks and controls of the bidirectional algorithm: they stay in the text, with their name beside them.
_DIRECTION = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_SPACES = re.compile(r"^\s|\s$|[^\S ]|  ")
_UNSEEN = re.compile(f"([{_CONTROLS}{''.join(_DIRECTION)}])")


def element(name: str, content: str = "", **attributes: str | None) -> str:
    """The element ``name`` around ``content``, which is HTML already.

    Attributes are escaped here; one that is None is left out, one that is empty has no value. A closing underscore in an
    attribute's name is dropped and the others become hyphens: ``class_``, ``data_code``.
    """
    return f"<{name}{_attributes(attributes)}>{content}</{name}>"


def _attributes(attributes: dict[str, str | None]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    return "".join(f' {name}="{_escape(value)}"' if value else f" {name}" for name, value in named if value is not None)


def visible(text: str) -> str:
    """``text`` as HTML in which every character can be seen, or at least leaves a trace."""
    if text.isascii() and text.isprintable():
        return html.escape(text, quote=False)
    return "".join(
        _seen(piece) if number % 2 else html.escape(piece, quote=False) for number, piece in enumerate(_UNSEEN.split(text))
    )


def _seen(character: str) -> str:
    if character in _DIRECTION:
        return f'<span class="dir" data-name="{_DIRECTION[character]}">{character}</span>'
    return f'<span class="ctl">{_number(character)}</span>'


def spaced(text: str) -> str:
    """The class for the element that holds ``text``: ``x``, with ``pre`` where a browser would run white space together."""
    return "x pre" if _SPACES.search(text) else "x"


def plain(text: str) -> str:
    """``text`` escaped for a place that takes no elements, such as ``<title>``."""
    return html.escape(_NOT_HTML.sub(lambda found: _number(found[0]), text), quote=False)


def exact(text: str) -> str | None:
    """What :data:`EXACT` must hold so that ``text`` can be read back; None when the page shows it as it is."""
    return json.dumps(text) if _NOT_HTML.search(text) else None


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


def _escape(value: str) -> str:
    return html.escape(_NOT_HTML.sub(lambda found: _number(found[0]), value))
