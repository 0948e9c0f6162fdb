"""Which characters of a segment are marked, and how: glossary terms and guarded names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translator.article import TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translator.article import Segment, Span, TermUse

NAME_GUARD = "name guard"
TERM_STYLES = {TermStatus.OK: "TermOk", TermStatus.REPAIRED: "TermRepaired", TermStatus.MISSING: "TermMissing"}
NAME_STYLE = "GuardedName"
_FINDING_STYLES = {"name-kept": NAME_STYLE, "name-lost": TERM_STYLES[TermStatus.MISSING]}


class Mark(NamedTuple):
    """A span and the id of the character style that it is set in."""

    span: Span
    style: str


def marks(segment: Segment) -> tuple[list[Mark], list[Mark]]:
    """The marks in a segment's source and in its target, in the order of its terms and findings."""
    source, target = [], []
    for use in segment.terms:
        style = _term_style(use)
        source.append(Mark(use.source_span, style))
        if use.target_span:
            target.append(Mark(use.target_span, style))
    for finding in segment.findings:
        finding_style = _FINDING_STYLES.get(finding.code)
        if finding_style and finding.source_span:
            source.append(Mark(finding.source_span, finding_style))
        if finding_style and finding.target_span:
            target.append(Mark(finding.target_span, finding_style))
    return source, target


def _term_style(use: TermUse) -> str:
    kept = use.origin == NAME_GUARD and use.status is not TermStatus.MISSING
    return NAME_STYLE if kept else TERM_STYLES[use.status]


def pieces(text: str, marked: Iterable[Mark]) -> Iterator[tuple[str, str]]:
    """``text`` cut at the marks, as (piece, style); the style of unmarked text is empty.

    Of two marks that overlap the one that starts later is left out, and so is one that does not lie inside ``text``.
    """
    done = 0
    for (start, end), style in sorted(((mark.span.start, mark.span.end), mark.style) for mark in marked):
        if not done <= start < end <= len(text):
            continue
        if done < start:
            yield text[done:start], ""
        yield text[start:end], style
        done = end
    if done < len(text):
        yield text[done:], ""
