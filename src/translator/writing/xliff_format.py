"""XLIFF 2.1 for translation editors: documented in docs/exchange.md."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from translator.article import Severity
from translator.exchange import xliff
from translator.exchange.bilingual import (
    Between,
    BilingualDocument,
    BilingualFile,
    BilingualSegment,
    BilingualUnit,
    GlossaryEntry,
    Note,
)
from translator.writing.facts import properties, status

if TYPE_CHECKING:
    import datetime

    from translator.article import Article, Block, Finding, Segment

_PRIORITIES = {Severity.ERROR: 1, Severity.WARNING: 4, Severity.INFO: 7}


def write(article: Article, *, date: datetime.date) -> bytes:
    """``article`` as a bilingual document: a unit a block, a segment a sentence, and notes about all else.

    Blocks without segments are left out, since XLIFF has no empty units.
    """
    notes = [
        *(Note(note, "reading", _PRIORITIES[Severity.WARNING]) for note in article.notes),
        *(Note(f"{item.reason}: {item.text}", "set-aside", _PRIORITIES[Severity.INFO]) for item in article.set_aside),
    ]
    file = BilingualFile(
        "f1",
        tuple(_unit(article.text, block) for block in article.blocks if block.segments),
        article.name,
        tuple(notes),
        (*properties(article), ("date", date.isoformat())),
    )
    stream = io.BytesIO()
    xliff.write(stream, BilingualDocument((file,)))
    return stream.getvalue()


def _unit(text: str, block: Block) -> BilingualUnit:
    parts: list[BilingualSegment | Between] = []
    end = block.segments[0].start
    for segment in block.segments:
        if between := text[end : segment.start]:
            parts.append(Between(between, between))
        parts.append(_segment(segment))
        end = segment.end
    return BilingualUnit(block.id, tuple(parts), str(block.kind))


def _segment(segment: Segment) -> BilingualSegment:
    terms = tuple(GlossaryEntry(use.source, use.target, use.source_span, use.target_span, use.origin) for use in segment.terms)
    return BilingualSegment(
        segment.id, segment.source, segment.target, status(segment), terms, tuple(map(_note, segment.findings))
    )


def _note(finding: Finding) -> Note:
    applies_to = ""
    if (finding.source_span is None) != (finding.target_span is None):
        applies_to = "source" if finding.source_span else "target"
    return Note(finding.message, finding.code, _PRIORITIES[finding.severity], applies_to)
