"""The last page: figures, terms, findings by kind, what was set aside, notes on the source, and what made the document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translator.article import Severity, TermStatus
from translator.fingerprint import article_sha256
from translator.quality.registry import CHECKS
from translator.writing.docx.comments import SEVERITIES
from translator.writing.docx.front import count, term_uses, words
from translator.writing.docx.xml import ENGLISH, ITALIAN, paragraph, run, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from translator.article import Article, Segment
    from translator.writing.docx.page import Page

_SEVERITY_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("for information",) * 2,
}
_WORST_FIRST = list(SEVERITIES)
# How many segments are named for one kind of finding.
_NAMED = 6


def summary(article: Article, page: Page) -> Iterator[etree._Element]:
    """The paragraphs and tables of the last page."""
    yield paragraph("Heading1", run("Summary", language=ENGLISH), layout=[w("pageBreakBefore")])
    yield _figures(article, page)
    yield from _terms(article, page)
    yield from _findings(article, page)
    yield from _set_aside(article)
    if article.notes:
        yield _heading("Notes on the source")
    for note in article.notes:
        yield paragraph("SetAside", run(note, language=ENGLISH))
    yield _heading("This document")
    together = [w("keepNext")] if article.signature else []
    yield paragraph("Fingerprint", run(f"Article sha256: {article_sha256(article)}", language=ENGLISH), layout=together)
    if article.signature:
        yield paragraph("Fingerprint", run(f"Signature: {article.signature}", language=ENGLISH))


def _set_aside(article: Article) -> Iterator[etree._Element]:
    """What was not translated, reason by reason."""
    reasons: dict[str, list[str]] = {}
    for item in article.set_aside:
        reasons.setdefault(item.reason, []).append(item.text)
    if reasons:
        yield _heading("Set aside")
        yield _told("Not translated, because it was taken for no part of the article.")
    for reason, texts in reasons.items():
        if reason:
            yield paragraph("Reason", run(reason[:1].upper() + reason[1:], language=ENGLISH))
        for text in texts:
            yield paragraph("SetAside", run(text, language=ITALIAN))


def _heading(text: str) -> etree._Element:
    return paragraph("Heading2", run(text, language=ENGLISH))


def _told(text: str) -> etree._Element:
    return paragraph("Told", run(text, language=ENGLISH), layout=[w("keepNext")])


def _table(name: str, widths: Sequence[int], rows: Iterable[Sequence[Iterable[etree._Element]]]) -> etree._Element:
    """A table whose first row is the header; ``rows`` hold the paragraphs of each cell."""
    properties = w(
        "tblPr",
        w("tblStyle", val="Summary"),
        w("tblW", w=str(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
        w("tblCaption", val=name),
    )
    made = []
    for number, row in enumerate(rows):
        cells = [w("tc", w("tcPr", w("tcW", w=str(width), type="dxa")), *cell) for width, cell in zip(widths, row, strict=True)]
        header = [w("tblHeader")] if number == 0 else []
        made.append(w("tr", w("trPr", w("cantSplit"), *header), *cells))
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=str(width)) for width in widths)), *made)


def _widths(page: Page, *shares: int) -> list[int]:
    """Columns in the proportion of ``shares``, together as wide as the text on the page."""
    widths = [page.text_width * share // sum(shares) for share in shares]
    widths[-1] += page.text_width - sum(widths)
    return widths


def _cell(text: str, *, language: str = ENGLISH, number: bool = False, style: str = "") -> list[etree._Element]:
    return [paragraph("SummaryNumber" if number else "SummaryCell", run(text, language=language, style=style))]


def _header(names: Iterable[str], numbers: Iterable[str] = ()) -> list[list[etree._Element]]:
    return [
        [
            paragraph(
                "TableHeading",
                run(name, language=ITALIAN if name == "Italiano" else ENGLISH),
                layout=[w("jc", val="right")] if name in numbers else (),
            )
        ]
        for name in names
    ]


def _figures(article: Article, page: Page) -> etree._Element:
    """The article in five numbers, each with what it is made of."""
    segments = list(article.segments())
    uses = term_uses(segments)
    severities = Counter(finding.severity for segment in segments for finding in segment.findings)
    kinds = Counter(block.kind for block in article.blocks if block.segments)
    figures = {
        "Segments": (len(segments), [count(number, kind.replace("_", " ")) for kind, number in kinds.items()]),
        "Italian words": (
            words(segment.source for segment in segments),
            [f"{count(words(segment.target for segment in segments), 'word')} in English"],
        ),
        "Terms used": (uses.total(), [f"{uses[status]:,} {status}" for status in TermStatus]),
        "Findings": (
            severities.total(),
            [count(severities[severity], *_SEVERITY_NAMES[severity]) for severity in _WORST_FIRST if severities[severity]],
        ),
        "Set aside": (
            len(article.set_aside),
            [f"{number:,} {reason}" for reason, number in Counter(item.reason for item in article.set_aside).items()],
        ),
    }
    header = [[paragraph("FigureName", run(name, language=ENGLISH))] for name in figures]
    cells = [
        [
            paragraph("Figure", run(f"{number:,}")),
            *(paragraph("FigureDetail", run(detail, language=ENGLISH)) for detail in details),
        ]
        for number, details in figures.values()
    ]
    return _table("The article in figures", _widths(page, *[1] * len(figures)), [header, cells])


@dataclass(slots=True)
class _Term:
    """The uses of one glossary term."""

    source: str
    origin: str
    targets: dict[str, None] = field(default_factory=dict)
    statuses: Counter[TermStatus] = field(default_factory=Counter)


def _terms(article: Article, page: Page) -> Iterator[etree._Element]:
    """The terms used, those with missing or repaired uses first, then in the order of the text."""
    found: dict[tuple[str, str], _Term] = {}
    for segment in article.segments():
        for use in segment.terms:
            term = found.setdefault((use.source.casefold(), use.origin), _Term(use.source, use.origin))
            term.targets[use.target] = None
            term.statuses[use.status] += 1
    if not found:
        return
    numbers = ("Uses", "Repaired", "Missing")
    rows = [_header(("Italiano", "English", "Glossary", *numbers), numbers)]
    order = (TermStatus.MISSING, TermStatus.REPAIRED)
    for term in sorted(found.values(), key=lambda term: [-term.statuses[status] for status in order]):
        cells = [_cell(term.source, language=ITALIAN), _cell(" / ".join(term.targets)), _cell(term.origin)]
        figures = (term.statuses.total(), term.statuses[TermStatus.REPAIRED], term.statuses[TermStatus.MISSING])
        cells += [_cell(f"{number:,}" if number else "–", number=True) for number in figures]
        rows.append(cells)
    yield _heading("Terms used")
    yield _table("Glossary terms used in the article", _widths(page, 30, 30, 16, 8, 8, 8), rows)


def _findings(article: Article, page: Page) -> Iterator[etree._Element]:
    """The findings by kind: the worst first, then the most frequent."""
    found: dict[str, list[tuple[Segment, Severity]]] = {}
    for segment in article.segments():
        for finding in segment.findings:
            found.setdefault(finding.code, []).append((segment, finding.severity))
    if not found:
        return
    descriptions = {check.code: check.description for check in CHECKS}
    worst = {code: min((severity for _, severity in cases), key=_WORST_FIRST.index) for code, cases in found.items()}
    rows = [_header(("Kind", "What it means", "Severity", "Segments", "Number"), ("Number",))]
    for code in sorted(found, key=lambda code: (_WORST_FIRST.index(worst[code]), -len(found[code]), code)):
        ids = list(dict.fromkeys(segment.id for segment, _ in found[code]))
        more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
        rows.append(
            [
                _cell(code, style="Strong"),
                _cell(descriptions.get(code, "")),
                _cell(SEVERITIES[worst[code]]),
                _cell(", ".join(ids[:_NAMED]) + more),
                _cell(f"{len(found[code]):,}", number=True),
            ]
        )
    yield _heading("Findings by kind")
    yield _told("Each one is a comment at the words that it speaks of.")
    yield _table("Findings by kind", _widths(page, 17, 40, 12, 23, 8), rows)
