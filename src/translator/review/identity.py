"""Which article a reviewed document is about, and what stood in it when it was written.

Three places say so, and each survives other programs: a custom XML part (Word), the document's properties, and the footer and
the ids on the page (all). What the custom part held can also be taken from the document as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.errors import ReviewError
from translator.exchange.xml_text import unescape
from translator.fingerprint import segment_hash
from translator.review.text import Anchors, read_text

if TYPE_CHECKING:
    from lxml import etree

    from translator.review.package import Package

NAMESPACE = "{urn:translator:review:1}"
VERSION = "1"
LAYOUTS = ("table", "stacked", "clean")

_PROPERTY = re.compile(r"translator:([0-9a-f]{64})")
_LONGEST_FOOTER = 10_000
_FOOTER = re.compile(r"Article (.*?)\s*[^\w\s]\s*sha256 ([0-9a-f]{12,64})\b", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Original:
    """A segment as it was written; ``kind`` and ``level`` (see :class:`translator.article.Block`) are None where not known."""

    id: str
    source: str
    target: str
    kind: BlockKind | None = None
    level: int = 0
    notes: str = ""

    @property
    def digest(self) -> str:
        """The hash of the source, in hexadecimal digits."""
        return segment_hash(self.source)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says of itself; empty where it says nothing.

    ``sha256`` is that of the article: 64 hexadecimal digits, or the 12 of the footer. ``originals`` are in the order of the
    document as it was written.
    """

    article: str = ""
    sha256: str = ""
    layout: str = ""
    title: str = ""
    signature: str = ""
    originals: tuple[Original, ...] = ()


def identify(package: Package, name: str) -> Identity:
    """What the parts of a document, called ``name`` in messages, say about it. Raises :class:`ReviewError`."""
    custom = next((root for root in package.custom if root.tag == f"{NAMESPACE}review"), None)
    in_footer = next(filter(None, map(_footer, package.footers)), ("", ""))
    if custom is not None:
        return _from_part(custom, name)
    by_tag = {} if package.properties is None else {str(item.tag).rpartition("}")[2]: item for item in package.properties}
    sha256 = _PROPERTY.fullmatch(_text(by_tag.get("identifier")))
    layout = _text(by_tag.get("keywords"))
    return Identity(
        in_footer[0],
        sha256[1] if sha256 else in_footer[1],
        layout if sha256 and layout in LAYOUTS else "",
        _text(by_tag.get("title")),
    )


def same_article(one: str, other: str) -> bool:
    """Whether two hashes of articles, of which one may be shortened, are of the same; an unknown one speaks against nothing."""
    return one.startswith(other) or other.startswith(one)


def _from_part(root: etree._Element, name: str) -> Identity:
    version = root.get("version", "")
    if version != VERSION:
        raise ReviewError(f"{name}: was written by a newer version of translator (format {version!r}); update translator")
    originals = tuple(map(_original, root.iterfind(f"{NAMESPACE}segment")))
    facts = {key: unescape(root.get(key, "")) for key in ("article", "sha256", "layout", "title", "signature")}
    return Identity(**facts, originals=originals)


def _original(element: etree._Element) -> Original:
    """A segment of the part; a kind of block that is not known here counts as none."""
    kind = element.get("kind", "")
    level = element.get("level", "")
    return Original(
        unescape(element.get("id", "")),
        _inner(element, "it"),
        _inner(element, "en"),
        BlockKind(kind) if kind in set(BlockKind) else None,
        int(level) if level in set("123456789") else 0,
        _inner(element, "notes"),
    )


def _inner(segment: etree._Element, name: str) -> str:
    return unescape(segment.findtext(f"{NAMESPACE}{name}") or "")


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _footer(root: etree._Element) -> tuple[str, str]:
    """The article's name and its shortened hash; empty when the footer does not say."""
    found = _FOOTER.search(read_text([root], Anchors()).accepted[:_LONGEST_FOOTER])
    return (found[1], found[2]) if found else ("", "")
