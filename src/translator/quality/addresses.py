"""``address-altered``: web and mail addresses, hashtags and handles must stand in the English as they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark
from translator.quality.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = re.compile(r"[^\s()\[\]<>{}«»“”\"‘’,;]+")
# Text without one of these has no address.
_SIGN = re.compile(r"[#@]|://|\.\w")
_TRAILING = ".,;:!?'…*_"
# Top-level domains that Italian news names; a point between words alone does not make an address.
_DOMAINS = frozenset("it com org net eu info gov edu io tv uk de fr ch va news online app ai co".split())
_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
_TAG = re.compile(r"[#@](?=\w*[^\W\d_])\w+")


def altered(pair: Pair) -> Iterator[Remark]:
    """A remark for each address of the source that the target does not hold letter for letter (hosts in any case)."""
    target = pair.target.casefold()
    for address, span in addresses(pair.source):
        if address.casefold() not in target:
            yield Remark(f"Address, hashtag or handle changed or lost: {excerpt(address)}", span)


@lru_cache(maxsize=64)
def addresses(text: str) -> tuple[tuple[str, Span], ...]:
    """The web and mail addresses, bare hosts (``esempio.it``), hashtags and handles of ``text``, with their places."""
    return tuple(_addresses(text)) if _SIGN.search(text) else ()


def _addresses(text: str) -> Iterator[tuple[str, Span]]:
    for chunk in _CHUNK.finditer(text):
        piece, start = chunk.group(), chunk.start()
        if "'" in piece and not piece.startswith("http"):  # l'#hashtag
            start += piece.rindex("'") + 1 if not piece.endswith("'") else 0
            piece = text[start : chunk.end()]
        piece = piece.rstrip(_TRAILING)
        if _is_address(piece):
            yield piece, Span(start, start + len(piece))


def _is_address(piece: str) -> bool:
    if piece.startswith(("#", "@")):
        return _TAG.fullmatch(piece) is not None
    scheme, found, rest = piece.partition("://")
    if found:
        return scheme.isascii() and scheme.isalpha() and bool(rest)
    name, at, host = piece.partition("@")
    if at:
        return bool(name) and _is_host(host)
    host = piece.partition("/")[0]
    return _is_host(host) and not host.isupper()


def _is_host(text: str) -> bool:
    labels = text.split(".")
    return len(labels) > 1 and labels[-1] in _DOMAINS and all(map(_NAME.fullmatch, labels))
