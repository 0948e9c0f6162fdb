"""What identifies a reviewed document: hashes for the eye, and a custom XML part for the program that reads it back.

Google Docs, Pages and LibreOffice drop custom parts and content controls; what stands on the page they all keep.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from lxml import etree

from translator.exchange.xml_text import escape
from translator.fingerprint import article_sha256, segment_hash
from translator.writing.docx.controls import STATUSES
from translator.writing.docx.notes import notes
from translator.writing.docx.xml import field, paragraph, run

if TYPE_CHECKING:
    from translator.article import Article, Block, Segment
    from translator.writing.docx.options import Layout

NAMESPACE = "urn:translator:review:1"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
BETWEEN = " · "
"""What stands between two facts on a line."""

_VERSION = "1"
_ON_PAGE = 4
_IN_PART = 16
_IN_FOOTER = 12


def label(segment: Segment) -> str:
    """The segment's id and the beginning of its source's hash: ``p3.s2 · 4f2a``."""
    return f"{segment.id}{BETWEEN}{segment_hash(segment.source)[:_ON_PAGE]}"


def identifier(sha256: str) -> str:
    """The document property that names the article with this hash; empty when that is not known."""
    return f"translator:{sha256}" if sha256 else ""


def footer_line(article: Article) -> etree._Element:
    """``Article NAME · sha256 4f1c2a9be7d0 · Page 1 of 9``."""
    digest = article_sha256(article)[:_IN_FOOTER]
    named = " ".join(["Article", *article.name.split()])
    return paragraph("Footer", run(f"{named}{BETWEEN}sha256 {digest}{BETWEEN}"), *page_numbers())


def page_numbers() -> tuple[etree._Element, ...]:
    """``Page 1 of 9``."""
    return run("Page "), field("PAGE"), run(" of "), field("NUMPAGES")


def review_part(article: Article, layout: Layout, sha256: str) -> etree._Element:
    """The custom XML part: the article, with its hash, and the text of each segment as it was written.

    A clean document is for delivery and holds no segments.
    """
    root = etree.Element(f"{{{NAMESPACE}}}review", nsmap={None: NAMESPACE})
    facts = {
        "version": _VERSION,
        "layout": layout,
        "article": article.name,
        "sha256": sha256,
        "title": article.title,
        "signature": str(article.signature) if article.signature else "",
    }
    for name, value in facts.items():
        root.set(name, escape(value))
    for block in article.blocks if layout != "clean" else ():
        root.extend(_segment(segment, block) for segment in block.segments)
    return root


def _segment(segment: Segment, block: Block) -> etree._Element:
    """What was written about a segment; the notes are those of the Notes column, so that a reviewer's can be told from them."""
    element = etree.Element(f"{{{NAMESPACE}}}segment", id=escape(segment.id))
    for name, text in (("source", segment.source), ("target", segment.target)):
        element.set(name, segment_hash(text)[:_IN_PART])
    element.set("status", next(iter(STATUSES)))
    element.set("kind", block.kind)
    if block.level:
        element.set("level", str(block.level))
    noted = "\n".join(text for text, _ in notes(segment))
    for name, text in (("it", segment.source), ("en", segment.target), *((("notes", noted),) if noted else ())):
        etree.SubElement(element, f"{{{NAMESPACE}}}{name}").text = escape(text)
    return element


def item_properties(sha256: str) -> etree._Element:
    """The properties of the custom XML part; the same article always has the same id."""
    root = etree.Element(f"{{{CUSTOM_XML}}}datastoreItem", nsmap={"ds": CUSTOM_XML})
    root.set(f"{{{CUSTOM_XML}}}itemID", f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'translator:{sha256}')}}}".upper())
    references = etree.SubElement(root, f"{{{CUSTOM_XML}}}schemaRefs")
    etree.SubElement(references, f"{{{CUSTOM_XML}}}schemaRef").set(f"{{{CUSTOM_XML}}}uri", NAMESPACE)
    return root
