"""What the page says about the article as a whole: figures above the table; terms, what was set aside, and notes below it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translator.article import Severity, TermStatus
from translator.writing.html.text import EXACT, element, exact, spaced, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translator.article import Article, Segment, SetAside

_SEVERITIES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("info", "info"),
}
_STATUSES = {TermStatus.MISSING: "missing", TermStatus.REPAIRED: "repaired", TermStatus.OK: "ok"}


@dataclass(slots=True)
class Code:
    """The findings with one code: how many, the worst severity, and the segment of the first."""

    name: str
    severity: Severity
    first: str
    count: int = 0


@dataclass(slots=True)
class _Term:
    """The uses of one glossary term."""

    source: str
    origin: str
    first: str
    targets: dict[str, None] = field(default_factory=dict)
    statuses: Counter[TermStatus] = field(default_factory=Counter)


def plural(number: int, name: str, names: str = "") -> str:
    """``number`` with thousands marked, and the noun."""
    return f"{number:,} {name if number == 1 else names or f'{name}s'}"


def codes(segments: Iterable[Segment]) -> list[Code]:
    """The finding codes in ``segments``: the worst first, then the most frequent, then by name."""
    found: dict[str, Code] = {}
    for segment in segments:
        for finding in segment.findings:
            code = found.setdefault(finding.code, Code(finding.code, finding.severity, segment.id))
            code.severity = max(code.severity, finding.severity, key=list(reversed(_SEVERITIES)).index)
            code.count += 1
    order = list(_SEVERITIES).index
    return sorted(found.values(), key=lambda code: (order(code.severity), -code.count, code.name))


def figures(article: Article, found: Iterable[Code], links: set[str]) -> str:
    """The summary above the table. ``links``: the segment ids that can be linked to."""
    segments = list(article.segments())
    cells = (
        _figure(f"{len(segments):,}", "segment" if len(segments) == 1 else "segments", _kinds(article)),
        _words(segments),
        _term_uses(segments),
        _findings(segments, found, links),
        _set_aside_figure(article.set_aside),
    )
    heading = element("h2", "Summary", id="summary-title", class_="unseen")
    return element("section", heading + element("dl", "\n".join(cells)), class_="figures", aria_labelledby="summary-title")


def _figure(number: str, name: str, lines: Iterable[str]) -> str:
    """One figure; ``lines`` are HTML."""
    listed = "".join(element("li", line) for line in lines)
    details = element("dd", element("ul", listed, role="list"), class_="more") if listed else ""
    return element("div", element("dt", name) + element("dd", number, class_="big") + details)


def _kinds(article: Article) -> Iterator[str]:
    kinds = Counter(block.kind for block in article.blocks if block.segments)
    for kind, number in kinds.items():
        yield plural(number, kind.replace("_", " "))


def _words(segments: Iterable[Segment]) -> str:
    pairs = [(_count_words(segment.source), _count_words(segment.target)) for segment in segments]
    italian, english = (sum(pair[side] for pair in pairs) for side in (0, 1))
    return _figure(f"{italian:,}", "Italian words", [f"{plural(english, 'word')} in English"])


def _count_words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _term_uses(segments: Iterable[Segment]) -> str:
    uses = Counter(use.status for segment in segments for use in segment.terms)
    lines = (
        element("span", "", class_=f"dot {status}", aria_hidden="true") + f"{uses[status]:,} {name}"
        for status, name in reversed(_STATUSES.items())
    )
    total = sum(uses.values())
    return _figure(f"{total:,}", "term used" if total == 1 else "terms used", lines if total else ())


def _findings(segments: Iterable[Segment], found: Iterable[Code], links: set[str]) -> str:
    severities = Counter(finding.severity for segment in segments for finding in segment.findings)
    total = sum(severities.values())
    told = ", ".join(plural(severities[severity], *names) for severity, names in _SEVERITIES.items() if severities[severity])
    lines = [
        f"{code.count:,} "
        + (
            element("a", visible(code.name), href=f"#{code.first}", class_=code.severity, data_code=str(number))
            if code.first in links
            else element("span", visible(code.name), class_=code.severity)
        )
        for number, code in enumerate(found)
    ]
    return _figure(f"{total:,}", "finding" if total == 1 else "findings", [told, *lines] if told else ())


def _set_aside_figure(items: tuple[SetAside, ...]) -> str:
    reasons = Counter(item.reason for item in items)
    lines = [f"{number:,} {visible(reason)}" for reason, number in reasons.items()]
    if lines:
        lines.append(element("a", "read them", href="#set-aside"))
    return _figure(f"{len(items):,}", "set aside", lines)


def back(article: Article, links: set[str]) -> Iterator[str]:
    """The sections below the table."""
    terms = _terms(article)
    if terms:
        yield _section("terms", "Glossary terms in this article", _terms_table(terms, links))
    if article.set_aside:
        items = "".join(
            element(
                "li",
                element(
                    "span", visible(item.text), lang="it", dir="auto", class_=spaced(item.text), **{EXACT: exact(item.text)}
                )
                + _reason(item),
            )
            for item in article.set_aside
        )
        told = element("p", "Not translated, because it is not part of the article.", class_="told")
        yield _section("set-aside", "Set aside", told + element("ul", items, role="list"))
    if article.notes:
        items = "".join(element("li", visible(note), dir="auto") for note in article.notes)
        yield _section("source-notes", "Notes on the source", element("ul", items, role="list"))


def _section(section: str, title: str, content: str) -> str:
    heading = element("h2", title, id=f"{section}-title")
    return element("section", heading + content, id=section, class_="back", aria_labelledby=f"{section}-title")


def _reason(item: SetAside) -> str:
    return " " + element("span", visible(item.reason), class_="reason") if item.reason else ""


def _terms(article: Article) -> list[_Term]:
    """The terms used, those with missing or repaired uses first, then in the order of the text."""
    found: dict[tuple[str, str], _Term] = {}
    for segment in article.segments():
        for use in segment.terms:
            term = found.setdefault((use.source.casefold(), use.origin), _Term(use.source, use.origin, segment.id))
            term.targets[use.target] = None
            term.statuses[use.status] += 1
    return sorted(found.values(), key=lambda term: (-term.statuses[TermStatus.MISSING], -term.statuses[TermStatus.REPAIRED]))


def _terms_table(terms: Iterable[_Term], links: set[str]) -> str:
    columns = ("Italiano", "English", "Glossary", "Uses", "Repaired", "Missing", "First in")
    languages = {"Italiano": "it", "English": "en"}
    numeric = ("Uses", "Repaired", "Missing")
    header = "".join(
        element("th", name, scope="col", lang=languages.get(name), class_="num" if name in numeric else None)
        for name in columns
    )
    rows = "\n".join(_term_row(term, links) for term in terms)
    return element("table", element("thead", element("tr", header)) + element("tbody", rows), class_="terms")


def _term_row(term: _Term, links: set[str]) -> str:
    first = element("a", term.first, href=f"#{term.first}") if term.first in links else visible(term.first)
    targets = " / ".join(element("bdi", visible(target)) for target in term.targets)
    cells = [
        element("th", element("bdi", visible(term.source)), scope="row", lang="it"),
        element("td", targets, lang="en"),
        element("td", visible(term.origin)),
        element("td", f"{term.statuses.total():,}", class_="num"),
        *(
            element("td", f"{term.statuses[status]:,}", class_=f"num {status}" if term.statuses[status] else "num zero")
            for status in (TermStatus.REPAIRED, TermStatus.MISSING)
        ),
        element("td", first),
    ]
    return element("tr", "".join(cells))
