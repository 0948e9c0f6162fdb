"""What is marked in a segment's two texts, and the notes that belong to the marks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from translator.article import TermStatus
from translator.writing.html.text import element, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translator.article import Finding, Segment, Span, TermUse

NAME_GUARD = "name guard"
NAME = "name"
# Names are no glossary terms, but a lost one looks like a missing term to the reader, as it does in the Word document.
_NAME_FINDINGS = {"name-kept": NAME, "name-lost": str(TermStatus.MISSING)}


class Mark(NamedTuple):
    """Words of one or both texts that stand out.

    ``key`` is the same on both sides and in the note; ``look`` a class of the style sheet; ``note`` the number of the note
    that speaks of these words, 0 if none does.
    """

    key: int
    look: str
    note: int
    source: Span | None
    target: Span | None


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of the notes column.

    ``kind`` is the severity of a finding, or the status of a term use that has no finding; ``code`` the finding's code, empty
    for a term use. ``key`` is that of the mark whose words it speaks of.
    """

    number: int
    kind: str
    code: str
    text: str
    key: int


def annotate(segment: Segment) -> tuple[list[Mark], list[Note]]:
    """The marks in the texts of ``segment`` and its notes, numbered in the order of the Italian.

    A missing term and the finding that reports it are one mark and one note.
    """
    findings = list(segment.findings)
    entries: list[tuple[TermUse | None, Finding | None]] = []
    for term in segment.terms:
        reported = _report(term, findings)
        if reported:
            findings.remove(reported)
        entries.append((term, reported))
    entries.extend((None, finding) for finding in findings)
    entries.sort(key=_place)
    marks: list[Mark] = []
    notes: list[Note] = []
    for key, (use, finding) in enumerate(entries, 1):
        number = len(notes) + 1
        if finding:
            notes.append(Note(number, str(finding.severity), finding.code, finding.message, key))
        elif use and use.status is not TermStatus.OK:
            notes.append(Note(number, str(use.status), "", _told(use), key))
        noted = number if len(notes) == number else 0
        if use:
            marks.append(Mark(key, _term_look(use), noted, use.source_span, use.target_span))
        elif finding:
            marks.append(Mark(key, _finding_look(finding, segment), noted, finding.source_span, finding.target_span))
    return marks, notes


def _report(use: TermUse, findings: Iterable[Finding]) -> Finding | None:
    """The finding that says that ``use`` is missing."""
    if use.status is not TermStatus.MISSING:
        return None
    return next((item for item in findings if item.code == "term-missing" and item.source_span == use.source_span), None)


def _place(entry: tuple[TermUse | None, Finding | None]) -> tuple[int, int]:
    """Where an entry stands in the order of notes: as its words in the Italian; those of the whole segment come first."""
    use, finding = entry
    span = use.source_span if use else finding.source_span if finding else None
    return (span.start, span.end) if span else (-1, 0)


def _told(use: TermUse) -> str:
    if use.status is TermStatus.MISSING:
        return f"Term missing: {use.source} → {use.target}"
    return f"{use.source} → {use.target}"


def _term_look(use: TermUse) -> str:
    kept = use.origin == NAME_GUARD and use.status is not TermStatus.MISSING
    return NAME if kept else str(use.status)


def _finding_look(finding: Finding, segment: Segment) -> str:
    """Underlining a whole text would say nothing: its mark is only seen when the note is pointed at."""
    if _is_all(finding.source_span, segment.source) or _is_all(finding.target_span, segment.target):
        return "whole"
    return _NAME_FINDINGS.get(finding.code) or str(finding.severity)


def _is_all(span: Span | None, text: str) -> bool:
    return span is not None and span.start == 0 and span.end == len(text)


def marked(text: str, marks: Iterable[tuple[Span | None, Mark]]) -> str:
    """``text`` as HTML with its marks; a span that is empty or does not lie inside ``text`` is left out.

    Marks may overlap: the text is cut wherever one begins or ends, and each piece names all that hold it. The last piece of a
    mark carries the number of its note.
    """
    valid = [(span.start, span.end, mark) for span, mark in marks if span and 0 <= span.start < span.end <= len(text)]
    return "".join(_piece(text[start:end], end, held) for start, end, held in _cut(len(text), valid))


def _cut(length: int, spans: list[tuple[int, int, Mark]]) -> Iterator[tuple[int, int, list[tuple[int, Mark]]]]:
    """The pieces between the borders of ``spans``: start, end, and the (end, mark) of each span that holds the piece."""
    borders = sorted({0, length, *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    waiting = sorted(spans, key=lambda span: (span[0], span[2].key), reverse=True)
    held: list[tuple[int, Mark]] = []
    for start, end in pairwise(borders):
        held = [item for item in held if item[0] > start]
        while waiting and waiting[-1][0] == start:
            _, until, mark = waiting.pop()
            held.append((until, mark))
        yield start, end, held


def _piece(text: str, end: int, held: list[tuple[int, Mark]]) -> str:
    if not held:
        return visible(text)
    numbers = sorted({mark.note for until, mark in held if until == end and mark.note})
    return element(
        "mark",
        visible(text),
        class_=" ".join(dict.fromkeys(mark.look for _, mark in held)),
        data_m=" ".join(str(mark.key) for _, mark in held),
        data_n=" ".join(map(str, numbers)) or None,
    )
