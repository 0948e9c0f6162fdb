"""What ``translate`` says of a finished article on standard error."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translator.article import TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.article import Article, Segment, TermUse

# Findings that are worth a line on the terminal; the documents show all of them.
_WARNED = frozenset({"name-lost", "empty-target", "untranslated", "partly-untranslated", "repetition", "memory-term"})


def missing_terms(article: Article) -> list[tuple[Segment, TermUse]]:
    """The uses of glossary terms that are not in the translation."""
    return [(segment, use) for segment in article.segments() for use in segment.terms if use.status is TermStatus.MISSING]


def warnings(article: Article) -> Iterator[str]:
    """A line for each missing term, lost name, and segment that is not or badly translated."""
    for segment, use in missing_terms(article):
        yield f"{segment.id}: term missing: {use.source} → {use.target} [term-missing]"
    for segment in article.segments():
        for finding in segment.findings:
            if finding.code in _WARNED:
                yield f"{segment.id}: {finding.message} [{finding.code}]"


def summary(article: Article, *, list_set_aside: bool) -> Iterator[str]:
    """The lines that sum up what was done; with ``list_set_aside`` each piece that was set aside has a line of its own."""
    segments = list(article.segments())
    uses = [use for segment in segments for use in segment.terms]
    statuses = Counter(use.status for use in uses)
    encoding = f" ({article.encoding})" if article.encoding else ""
    counts = f"{_plural(len(segments), 'segment')}, {_plural(len(uses), 'term use')}"
    yield f"{article.name}{encoding}: {counts} ({', '.join(f'{statuses[status]} {status}' for status in TermStatus)})"
    glossaries = article.signature.glossaries if article.signature else ()
    matched = (f"{name} {sum(use.origin == name for use in uses)}" for name, _, _ in glossaries)
    yield f"glossaries: {', '.join(matched) or 'none in use'}"
    remedied = sum(any(finding.code == "remedied" for finding in segment.findings) for segment in segments)
    if remedied:
        yield f"remedied: {_plural(remedied, 'segment')} translated again or mended"
    reasons = Counter(item.reason for item in article.set_aside)
    yield f"set aside: {', '.join(f'{reason} {number}' for reason, number in reasons.items()) or 'nothing'}"
    if list_set_aside:
        yield from (f"  {item.text}" for item in article.set_aside)
    yield str(article.signature)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
