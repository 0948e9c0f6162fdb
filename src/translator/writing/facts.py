"""What every format for other tools says about an article and its segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Severity
from translator.exchange import Status
from translator.fingerprint import article_sha256

if TYPE_CHECKING:
    from translator.article import Article, Finding, Segment


def properties(article: Article) -> tuple[tuple[str, str], ...]:
    """What to say about the whole: the article's title if it has one, its hash, and what made the translation, if any."""
    title = (("title", article.title),) if article.title else ()
    signature = (("signature", str(article.signature)),) if article.signature else ()
    return (*title, ("article-sha256", article_sha256(article)), *signature)


def status(segment: Segment) -> Status:
    """How far the segment has come: ``question`` is one with a finding that a reviewer has to decide."""
    if not segment.target.strip():
        return Status.INITIAL
    open_questions = any(finding.severity is not Severity.INFO for finding in segment.findings)
    return Status.QUESTION if open_questions else Status.TRANSLATED


def finding_line(finding: Finding) -> str:
    """The finding as one line: ``error term-missing: …``."""
    return f"{finding.severity} {finding.code}: {finding.message}"
