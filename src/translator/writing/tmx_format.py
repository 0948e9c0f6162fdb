"""TMX 1.4b for translation memories: documented in docs/exchange.md."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from translator.exchange import Status, TranslationUnit, tmx
from translator.fingerprint import article_sha256
from translator.writing.facts import finding_line, properties, status

if TYPE_CHECKING:
    from translator.article import Article


def write(article: Article, *, date: datetime.date) -> bytes:
    """The translated segments of ``article`` as a translation memory; how many have no translation is a note in the header."""
    created = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    segments = [segment for segment in article.segments() if status(segment) is not Status.INITIAL]
    left_out = sum(1 for _ in article.segments()) - len(segments)
    of_article = (
        ("x-origin", "machine"),
        *((("x-article", article.name),) if article.name else ()),
        ("x-article-sha256", article_sha256(article)),
    )
    stream = io.BytesIO()
    tmx.write(
        stream,
        (
            TranslationUnit(
                segment.source,
                segment.target,
                segment.id,
                status(segment),
                created=created,
                notes=tuple(map(finding_line, segment.findings)),
                properties=of_article,
            )
            for segment in segments
        ),
        created=created,
        properties=[(f"x-{kind}", value) for kind, value in properties(article)],
        notes=[f"Segments left out, since they have no translation: {left_out}"] if left_out else [],
    )
    return stream.getvalue()
