"""JSON, schema ``translator.article/1``: documented in docs/json.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.article import Article, Block, Finding, Segment, Span, TermUse

SCHEMA = "translator.article/1"


def write(article: Article) -> bytes:
    """``article`` as UTF-8 JSON; segments that are not translated have an empty target, and the signature is then null."""
    data = {
        "schema": SCHEMA,
        "title": article.title,
        "signature": str(article.signature) if article.signature else None,
        "blocks": [_block(block) for block in article.blocks],
        "set_aside": [{"text": item.text, "reason": item.reason} for item in article.set_aside],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _block(block: Block) -> dict[str, object]:
    return {"id": block.id, "kind": str(block.kind), "segments": [_segment(segment) for segment in block.segments]}


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "id": segment.id,
        "start": segment.start,
        "end": segment.end,
        "source": segment.source,
        "target": segment.target,
        "terms": [_term(use) for use in segment.terms],
        "findings": [_finding(finding) for finding in segment.findings],
    }


def _term(use: TermUse) -> dict[str, object]:
    return {
        "source": use.source,
        "target": use.target,
        "status": str(use.status),
        "method": use.method or None,
        "source_span": _span(use.source_span),
        "target_span": _span(use.target_span),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "source_span": _span(finding.source_span),
        "target_span": _span(finding.target_span),
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
