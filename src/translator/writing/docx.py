"""The Word document for the reviewer: Italian and English side by side, with marked terms, notes and what was set aside."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

from lxml import etree

from translator.article import TermStatus
from translator.writing.docx_marks import NAME_STYLE, TERM_STYLES, marks
from translator.writing.docx_package import CORE_PROPERTIES, DOCUMENT, FOOTER, core_properties, pack, unpack
from translator.writing.docx_table import table
from translator.writing.docx_xml import ITALIAN, paragraph, run, serialise

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from translator.article import Article, Signature

# In English whatever the locale is.
_MONTHS = "January February March April May June July August September October November December".split()
_LEGEND = {
    TERM_STYLES[TermStatus.OK]: "term ok",
    TERM_STYLES[TermStatus.REPAIRED]: "term repaired",
    TERM_STYLES[TermStatus.MISSING]: "missing in the English",
    NAME_STYLE: "name kept as it stands",
}
_BETWEEN = "  ·  "


def write(article: Article, *, date: datetime.date) -> bytes:
    """``article`` as a complete .docx file, with ``date`` as its day.

    The same arguments give the same bytes. Any text is taken; characters that XML cannot hold become U+FFFD.
    """
    parts = unpack(resources.files("translator").joinpath("data", "template.docx").read_bytes())
    parts[DOCUMENT] = _document(parts[DOCUMENT], article, date)
    parts[FOOTER] = _footer(parts[FOOTER], article.signature)
    parts[CORE_PROPERTIES] = serialise(
        core_properties(
            title=_title(article),
            creator=f"translator {article.signature.version}" if article.signature else "translator",
            subject="Italian text and English translation, side by side",
            keywords="translation, Italian, English",
            description=str(article.signature) if article.signature else "",
            language="it, en",
            day=date.isoformat(),
        )
    )
    return pack(parts)


def _title(article: Article) -> str:
    return article.title.strip() or article.name


def _document(template: bytes, article: Article, date: datetime.date) -> bytes:
    """The template's document part with the article in place of its empty paragraph; page set-up is the template's."""
    root = etree.fromstring(template)
    body = root[0]
    body[:-1] = [*_front(article, date), table(article.blocks), *_back(article)]
    return serialise(root)


def _front(article: Article, date: datetime.date) -> Iterator[etree._Element]:
    """What stands above the table."""
    yield paragraph("Title", run(_title(article), language=ITALIAN))
    yield paragraph("Facts", run(_BETWEEN.join(_origin(article, date))))
    yield paragraph("Facts", run(_BETWEEN.join(_counts(article))))
    used = {mark.style for segment in article.segments() for side in marks(segment) for mark in side}
    legend = [run(meaning, style=style) for style, meaning in _LEGEND.items() if style in used]
    separated = [item for sample in legend for item in (run(_BETWEEN), sample)]
    yield paragraph("Legend", *([run("Marked in the text:  "), *separated[1:]] if legend else []))


def _origin(article: Article, date: datetime.date) -> Iterator[str]:
    """Where the document comes from, when and by what it was made."""
    yield article.name
    yield f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    if article.signature:
        yield f"model {article.signature.model} {article.signature.model_version}"
        glossaries = [f"{name} ({_count(terms, 'term')})" for name, _, terms in article.signature.glossaries]
        yield f"glossaries: {', '.join(glossaries) or 'none'}"


def _counts(article: Article) -> Iterator[str]:
    segments = list(article.segments())
    yield _count(len(segments), "segment")
    words = (word for segment in segments for word in segment.source.split())
    yield _count(sum(any(map(str.isalnum, word)) for word in words), "Italian word")
    uses = Counter(use.status for segment in segments for use in segment.terms)
    yield f"terms: {uses[TermStatus.OK]:,} ok, {uses[TermStatus.REPAIRED]:,} repaired, {uses[TermStatus.MISSING]:,} missing"
    yield _count(sum(len(segment.findings) for segment in segments), "finding")
    yield f"{len(article.set_aside):,} set aside"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def _back(article: Article) -> Iterator[etree._Element]:
    """What stands below the table; there must be a paragraph after it."""
    if article.set_aside:
        yield paragraph("Section", run("Set aside"))
    for item in article.set_aside:
        yield paragraph("SetAside", run(item.text, language=ITALIAN), run(f"  ({item.reason})", style="Reason"))
    if article.notes:
        yield paragraph("Section", run("Notes on the source"))
    for note in article.notes:
        yield paragraph("SetAside", run(note))
    if not article.set_aside and not article.notes:
        yield paragraph("TableEnd")


def _footer(template: bytes, signature: Signature | None) -> bytes:
    """The template's footer with the signature below the page number."""
    root = etree.fromstring(template)
    if signature:
        root.append(paragraph("Footer", run(str(signature))))
    return serialise(root)
