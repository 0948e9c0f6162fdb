"""The Word document: for review, side by side or sentence below sentence, or the English alone for delivery.

With ``protect`` the settings say ``w:documentProtection w:edit="trackedChanges"``: every change is tracked, that cannot be
switched off, and comments stay possible everywhere. ``readOnly`` with editable ranges (``w:permStart``) was not taken: it
allows edits in those ranges and nothing else, so no comments. The ids and the Italian are safe in any case, in locked content
controls. Source: ECMA-376, part 1, 17.15.1.29 and 17.18.20 (ST_DocProtect); Microsoft's reference of Word's XML,
docProtectValue: tracking cannot be turned off, and changes can be neither accepted nor rejected.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from lxml import etree

from translator.fingerprint import article_sha256
from translator.writing.docx import clean, package, stacked
from translator.writing.docx.comments import Comments
from translator.writing.docx.controls import Controls
from translator.writing.docx.front import front, title
from translator.writing.docx.identity import footer_line, identifier, item_properties, page_numbers, review_part
from translator.writing.docx.options import DocxOptions
from translator.writing.docx.page import page
from translator.writing.docx.summary import summary
from translator.writing.docx.table import ReviewTable
from translator.writing.docx.xml import RELATIONSHIPS, WORD, paragraph, serialise, w

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from translator.article import Article

_MIME = "application/vnd.openxmlformats-officedocument"
_SUBJECTS = {
    "table": "Italian text and English translation, side by side",
    "stacked": "Italian text and English translation, sentence by sentence",
    "clean": "English translation of an Italian text",
}
_DEFAULT = DocxOptions()


def write(article: Article, *, date: datetime.date, options: DocxOptions = _DEFAULT, sha256: str | None = None) -> bytes:
    """``article`` as a complete .docx file, with ``date`` as its day.

    ``sha256`` is the hash of the article's text where ``article`` does not hold the text (a review read back); empty: unknown.

    The same arguments give the same bytes. Any text is taken; characters that XML cannot hold become U+FFFD on the page; the
    custom XML part holds them as they were.
    """
    parts = package.unpack(resources.files("translator").joinpath("data", "template.docx").read_bytes())
    digest = article_sha256(article) if sha256 is None else sha256
    comments = Comments(date)
    parts[package.DOCUMENT] = _document(parts[package.DOCUMENT], article, date, options, comments)
    parts[package.FOOTER] = _footer(article, options)
    if options.protect:
        parts[package.SETTINGS] = _protected(parts[package.SETTINGS])
    parts[package.CORE_PROPERTIES] = serialise(_properties(article, date, options, digest))
    if len(comments):
        _add(parts, "word/comments.xml", "comments", comments.part(), f"{_MIME}.wordprocessingml.comments+xml")
    _add_review_part(parts, article, options, digest)
    return package.pack(parts)


def _properties(article: Article, date: datetime.date, options: DocxOptions, digest: str) -> etree._Element:
    return package.core_properties(
        title=title(article),
        creator=f"translator {article.signature.version}" if article.signature else "translator",
        subject=_SUBJECTS[options.layout],
        keywords=options.layout,
        description=str(article.signature) if article.signature else "",
        language="en" if options.layout == "clean" else "it, en",
        identifier=identifier(digest),
        day=date.isoformat(),
    )


def _document(template: bytes, article: Article, date: datetime.date, options: DocxOptions, comments: Comments) -> bytes:
    """The template's document part with the article in place of its empty paragraph."""
    root = etree.fromstring(template)
    body = root[0]
    reference = next(body.iter(f"{{{WORD}}}footerReference")).get(f"{{{RELATIONSHIPS}}}id") or ""
    body[:] = [*_content(article, date, options, comments), page(options).section(reference)]
    return serialise(root)


def _content(article: Article, date: datetime.date, options: DocxOptions, comments: Comments) -> Iterator[etree._Element]:
    """All that stands on the pages."""
    if options.layout == "clean":
        yield from clean.body(article)
        return
    sheet = page(options)
    yield from front(article, date)
    if options.layout == "table":
        yield from ReviewTable(options, sheet, comments, Controls()).body(article)
    else:
        yield from stacked.body(article, comments, Controls())
    yield from summary(article, sheet)


def _footer(article: Article, options: DocxOptions) -> bytes:
    """Which article it is, and the number of the page; on a document for delivery the number only."""
    if options.layout != "clean":
        return serialise(w("ftr", footer_line(article)))
    return serialise(w("ftr", paragraph("Footer", *page_numbers(), layout=[w("jc", val="right")])))


def _protected(settings: bytes) -> bytes:
    """The settings with protection, switched on and without a password."""
    root = etree.fromstring(settings)
    zoom = next(root.iter(f"{{{WORD}}}zoom"))
    zoom.addnext(w("documentProtection", edit="trackedChanges", enforcement="1"))
    zoom.addnext(w("trackRevisions"))
    return serialise(root)


def _add(parts: dict[str, bytes], name: str, kind: str, root: etree._Element, content_type: str) -> None:
    """A part in the folder ``word`` that the document refers to."""
    parts[name] = serialise(root)
    parts[package.CONTENT_TYPES] = package.add_type(parts[package.CONTENT_TYPES], name, content_type)
    _relate(parts, kind, name.removeprefix("word/"))


def _relate(parts: dict[str, bytes], kind: str, target: str) -> None:
    existing = parts[package.DOCUMENT_RELATIONSHIPS]
    parts[package.DOCUMENT_RELATIONSHIPS] = package.add_relationship(existing, f"{RELATIONSHIPS}/{kind}", target)


def _add_review_part(parts: dict[str, bytes], article: Article, options: DocxOptions, digest: str) -> None:
    """The custom XML part with its properties."""
    parts["customXml/item1.xml"] = serialise(review_part(article, options.layout, digest))
    properties = "customXml/itemProps1.xml"
    parts[properties] = serialise(item_properties(digest))
    parts["customXml/_rels/item1.xml.rels"] = serialise(
        package.relationships((f"{RELATIONSHIPS}/customXmlProps", "itemProps1.xml"))
    )
    content_type = f"{_MIME}.customXmlProperties+xml"
    parts[package.CONTENT_TYPES] = package.add_type(parts[package.CONTENT_TYPES], properties, content_type)
    _relate(parts, "customXml", "../customXml/item1.xml")
