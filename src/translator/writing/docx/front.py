"""What stands above the segments: the title, where the document comes from, what is in it, and what the marks mean."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translator.article import TermStatus
from translator.writing.docx.marks import NAME_STYLE, TERM_STYLES, marks
from translator.writing.docx.xml import ENGLISH, ITALIAN, paragraph, run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from translator.article import Article, Segment

# In English whatever the locale is.
_MONTHS = "January February March April May June July August September October November December".split()
_LEGEND = {
    TERM_STYLES[TermStatus.OK]: "term as the glossary wants it",
    TERM_STYLES[TermStatus.REPAIRED]: "term repaired: read the words around it",
    TERM_STYLES[TermStatus.MISSING]: "missing in the English",
    NAME_STYLE: "name kept as it stands",
}
_BETWEEN = "  ·  "
_HOW = "Please change the English, with Track Changes, and comment where you like; the numbers and the Italian are locked."


def title(article: Article) -> str:
    """The article's title, or the name of its file."""
    return article.title.strip() or article.name


def front(article: Article, date: datetime.date) -> Iterator[etree._Element]:
    """The paragraphs above the segments."""
    yield paragraph("Title", run(title(article), language=ITALIAN))
    yield _facts(_origin(article, date))
    yield _facts(counts(article))
    yield _facts([_HOW])
    used = {mark.style for segment in article.segments() for side in marks(segment) for mark in side}
    legend = [run(meaning, style=style, language=ENGLISH) for style, meaning in _LEGEND.items() if style in used]
    separated = [item for sample in legend for item in (run(_BETWEEN), sample)]
    yield paragraph("Legend", *([run("Marked:  ", language=ENGLISH), *separated[1:]] if legend else []))


def _facts(facts: Iterable[str]) -> etree._Element:
    return paragraph("Facts", run(_BETWEEN.join(facts), language=ENGLISH))


def _origin(article: Article, date: datetime.date) -> Iterator[str]:
    """Where the document comes from, when and by what it was made."""
    if article.name:
        yield article.name
    yield f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    if article.signature:
        yield f"model {article.signature.model} {article.signature.model_version}"
        glossaries = [f"{name} ({count(terms, 'term')})" for name, _, terms in article.signature.glossaries]
        yield f"glossaries: {', '.join(glossaries) or 'none'}"


def counts(article: Article) -> Iterator[str]:
    """How much there is of everything."""
    segments = list(article.segments())
    yield count(len(segments), "segment")
    yield count(words(segment.source for segment in segments), "Italian word")
    uses = term_uses(segments)
    yield f"terms: {uses[TermStatus.OK]:,} ok, {uses[TermStatus.REPAIRED]:,} repaired, {uses[TermStatus.MISSING]:,} missing"
    yield count(sum(len(segment.findings) for segment in segments), "finding")
    yield f"{len(article.set_aside):,} set aside"


def words(texts: Iterable[str]) -> int:
    """The words of ``texts``: what stands between white space and has a letter or digit in it."""
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())


def term_uses(segments: Iterable[Segment]) -> Counter[TermStatus]:
    """How many term uses ended how."""
    return Counter(use.status for segment in segments for use in segment.terms)


def count(number: int, name: str, names: str = "") -> str:
    """``number`` with thousands marked, and the noun."""
    return f"{number:,} {name if number == 1 else names or f'{name}s'}"
