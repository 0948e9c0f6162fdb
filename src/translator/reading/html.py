"""Web pages: trafilatura finds the article, and every other line of the page is set aside."""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translator.article import BlockKind, SetAside
from translator.errors import UnsupportedFormatError
from translator.reading.blocks import assemble, title_first
from translator.reading.decoding import decode
from translator.reading.headlines import title_index
from translator.reading.html_lines import lines
from translator.reading.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from translator.article import Article

LAYOUT = "not part of the article (page layout)"
NO_ARTICLE = "no article was found on the page: all of its text is read"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096  # bytes; the HTML standard asks for the first 1024
_START = 8  # letters of a line that it is looked up by
_WINDOW = 5  # words: as many in the same order are hardly found twice by chance


def read(data: bytes, *, name: str, keep_boilerplate: bool = False) -> Article:
    """The article on a web page.

    ``keep_boilerplate``: all visible text of the page instead. Nothing is fetched. Raises :class:`UnsupportedFormatError`
    when trafilatura is not installed or the file is of another kind, :class:`UndecodableInputError` and
    :class:`EmptyInputError`.
    """
    charset = _CHARSET.search(data[:_CHARSET_WITHIN])
    decoded = decode(data, name=name, declared=charset[1].decode("ascii", "replace") if charset else None)
    page = _parse(decoded.text, name)
    visible, titles = ([], None) if page is None else (lines(page), _Titles.of(page))
    found, notes = visible, decoded.notes
    if page is not None and not keep_boilerplate:
        found = _extract(page, visible)
        if visible and not found:
            found, notes = visible, (*notes, NO_ARTICLE)
    pieces, titled = _with_title(found, titles)
    return assemble(
        name,
        pieces,
        titled=titled,
        keep_boilerplate=keep_boilerplate,
        set_aside=[SetAside(line, LAYOUT) for line in _left_over(visible, pieces)],
        encoding=decoded.encoding,
        notes=notes,
    )


def _parse(text: str, name: str) -> HtmlElement | None:
    """The page; None when there is nothing in it."""
    try:
        import trafilatura  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise UnsupportedFormatError(
            f"{name}: web pages need the extra translator[html]; run pip install '.[html]' in the tool's folder"
        ) from error
    from lxml import etree, html  # noqa: PLC0415

    # As bytes, since lxml refuses a str with an XML declaration; libxml2 would end the page at U+0000.
    data = text.replace("\0", " ").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.ParserError:
        return None


def _extract(page: HtmlElement, visible: Sequence[Piece]) -> list[Piece]:
    """The pieces of the article on ``page``, whose lines are ``visible``; ``page`` is changed.

    trafilatura drops figures, so captions are made paragraphs first.
    """
    import trafilatura  # noqa: PLC0415
    from lxml.html import builder  # noqa: PLC0415

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it reports pages without an article as errors
    captions = set()
    for caption in list(page.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        text = " ".join(caption.text_content().split())
        if figure is not None and text:
            captions.add(_key(text))
            caption.drop_tree()
            figure.addnext(builder.P(text))
    document = trafilatura.bare_extraction(page, include_comments=False, include_tables=True)
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return [
        replace(piece, kind=BlockKind.CAPTION) if piece.kind is BlockKind.PARAGRAPH and _key(piece.text) in captions else piece
        for piece in _unglued(lines(document.body), visible)
    ]


def _unglued(found: Sequence[Piece], visible: Sequence[Piece]) -> Iterator[Piece]:
    """``found``, with the lines of the page in place of a piece that is several of them: trafilatura joins short pages."""
    keys = [_key(piece.text) for piece in visible]
    whole = frozenset(keys)
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        starts[key[:_START]].append(at)
    for piece in found:
        key = _key(piece.text)
        first, end = 0, 0
        if key and key not in whole:
            runs = (_run(key, keys, at) for length in range(1, _START + 1) for at in starts.get(key[:length], ()))
            first, end = next(filter(None, runs), (0, 0))
        if end:
            yield from visible[first:end]
        else:
            yield piece


def _run(key: str, keys: Sequence[str], first: int) -> tuple[int, int] | None:
    """The range of ``keys`` from ``first`` on that together are ``key``."""
    place, end = 0, first
    while place < len(key) and end < len(keys) and key.startswith(keys[end], place):
        place += len(keys[end])
        end += 1
    return (first, end) if place == len(key) else None


@dataclass(frozen=True, slots=True)
class _Titles:
    """What a page says about its title: its ``<h1>`` elements, ``og:title``, ``<title>``; the last two without the site."""

    headings: tuple[str, ...]
    shared: str
    window: str

    @classmethod
    def of(cls, page: HtmlElement) -> _Titles:
        site = _meta(page, "og:site_name")
        return cls(
            tuple(filter(None, (" ".join(heading.text_content().split()) for heading in page.iter("h1")))),
            _without_site(_meta(page, "og:title"), site),
            _without_site(" ".join((page.findtext(".//head/title") or "").split()), site),
        )

    def best(self) -> str:
        """The heading that the other two confirm, else the first of them that there is."""
        confirmed = (
            heading for heading in self.headings if any(_agree(heading, title) for title in (self.shared, self.window))
        )
        only = self.headings[0] if len(self.headings) == 1 else ""
        return next(confirmed, "") or self.shared or only or self.window


def _meta(page: HtmlElement, name: str) -> str:
    for element in page.iter("meta"):
        if name in {element.get("property"), element.get("name")}:
            return " ".join(element.get("content", "").split())
    return ""


def _without_site(title: str, site: str) -> str:
    title = re.sub(rf"\s[|–—·-]\s{re.escape(site)}$", "", title) if site else title
    return title.rpartition(" | ")[0] or title


def _agree(heading: str, title: str) -> bool:
    one, other = sorted((_key(heading), _key(title)), key=len)
    return len(one) * 2 >= len(other) and one in other and bool(one)


def _with_title(found: Sequence[Piece], titles: _Titles | None) -> tuple[list[Piece], bool]:
    """``found`` with the title as the first piece, and whether there is one."""
    if not found or titles is None:
        return list(found), False
    best = titles.best()
    at = next((at for at, piece in enumerate(found) if best and _key(piece.text) == _key(best)), None)
    if at is None:
        at = next((at for at, piece in enumerate(found) if piece.level == 1), None)
    if at is None and best:
        return title_first([Piece(best), *found], 0), True
    if at is None:
        at = title_index(found)
    return (list(found), False) if at is None else (title_first(found, at), True)


def _left_over(visible: Sequence[Piece], pieces: Sequence[Piece]) -> Iterator[str]:
    """The lines of the page that are not in ``pieces``: not as such, and not as a part of a longer one."""
    known = Counter(_key(piece.text) for piece in pieces)
    keys = frozenset(known)
    windows = {window for piece in pieces for window in _windows(piece.text)}
    for line in visible:
        key = _key(line.text)
        if known[key] > 0:
            known[key] -= 1
        elif key in keys or (key and not ((own := _windows(line.text)) and windows.issuperset(own))):
            yield line.text


def _windows(text: str) -> list[tuple[str, ...]]:
    words = [key for word in text.split() if (key := _key(word))]
    return [tuple(words[at : at + _WINDOW]) for at in range(len(words) - _WINDOW + 1)]


def _key(text: str) -> str:
    """What two renderings of one line share: letters and digits."""
    return "".join(filter(str.isalnum, text)).casefold()
