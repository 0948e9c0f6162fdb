"""What no rule may touch, whatever it looks like: addresses, hashtags, handles, file names, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.addresses import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CHUNK = re.compile(r"[^\s\"“”„«»‹›‘—]+")
_EDGES = ".,:!?…()[]–"
_QUOTES = "'’"
_QUOTED_CODE = re.compile(r"`[^`\s][^`\n]*`|\b\w+[=(](?:\"[^\"\s]*\"|'[^'\s]*')\)?")
_FILE = re.compile(
    r"[\w./~:-]*\w\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|tsv|txt|md|json|xml|ya?ml|html?|zip|gz|jpe?g|png|gif|svg|mp3|mp4|avi"
    r"|py|js|css|exe|dll|ini|log)",
    re.IGNORECASE,
)
# a_b, a::b, a=b, a\b, a->b, f(), {x}, <b>, &amp;, $HOME
_CODE = re.compile(r"\w_\w|::|\w=+[\w\"']|\\|->|\w\(\)|[{}]|</?\w[^<>]{0,80}>|&\w{1,30};|\$[A-Za-z]\w")
_PATH = re.compile(r"~?\.{0,2}/[\w./-]+|[\w.-]+/[\w.-]+/[\w./-]*")


def untouchable(text: str) -> Iterator[Span]:
    """The places of web and mail addresses, hashtags, handles, file names, paths and code in ``text``."""
    for _, span in addresses(text.replace("—", " ")):  # American dashes have no spaces
        yield span
    for found in _QUOTED_CODE.finditer(text):
        yield Span(*found.span())
    for found in _CHUNK.finditer(text):
        chunk = found.group()
        piece = _without_edges(chunk)
        start = found.start() + chunk.find(piece)
        if piece and _is_code(piece, chunk):
            yield Span(start, start + len(piece))


def _without_edges(chunk: str) -> str:
    """``chunk`` without the punctuation of the sentence, and without a quotation mark that lacks its partner."""
    piece = chunk.strip(_EDGES)
    if piece.endswith(";") and "&" not in piece:
        piece = piece.rstrip(";" + _EDGES)
    return piece if sum(map(piece.count, _QUOTES)) % 2 == 0 else piece.strip(_QUOTES + _EDGES)


def _is_code(piece: str, chunk: str) -> bool:
    if _CODE.search(piece) or "()" in chunk:
        return True
    return ("." in piece and _FILE.fullmatch(piece) is not None) or (
        "/" in piece and any(map(str.isalpha, piece)) and _PATH.fullmatch(piece) is not None
    )


def merged(spans: Iterable[Span], length: int) -> list[Span]:
    """The ``spans`` in order, cut to a text of ``length`` characters, those that overlap joined, empty ones left out."""
    found: list[Span] = []
    for span in sorted(Span(max(span.start, 0), min(span.end, length)) for span in spans):
        if span.start >= span.end:
            continue
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
