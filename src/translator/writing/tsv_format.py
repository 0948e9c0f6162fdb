"""A table for spreadsheets and scripts: documented in docs/exchange.md."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from translator.exchange import tsv
from translator.writing.facts import finding_line, status

if TYPE_CHECKING:
    from translator.article import Article, TermUse


def write(article: Article) -> bytes:
    """The segments of ``article``, one a line, as UTF-8 with a byte order mark, which spreadsheets need."""
    stream = io.BytesIO()
    tsv.write(
        stream,
        (
            tsv.Row(
                segment.id,
                segment.source,
                segment.target,
                status(segment),
                tuple(map(finding_line, segment.findings)),
                tuple(map(_term_line, segment.terms)),
            )
            for segment in article.segments()
        ),
    )
    return stream.getvalue()


def _term_line(use: TermUse) -> str:
    origin = f", {use.origin}" if use.origin else ""
    return f"{use.source} → {use.target} ({use.status}{origin})"
