"""A review as JSON, schema ``translator.review/1``: documented in docs/review.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translator.review.result import ReviewStatus

if TYPE_CHECKING:
    from translator.review.comments import Comment
    from translator.review.result import Review, ReviewedSegment

SCHEMA = "translator.review/1"


def write(review: Review) -> bytes:
    """``review`` as UTF-8 JSON."""
    counts = review.counts()
    data = {
        "schema": SCHEMA,
        "article": review.article or None,
        "article_sha256": review.sha256 or None,
        "layout": review.layout,
        "title": review.title,
        "signature": review.signature or None,
        "counts": {
            "segments": len(review.segments),
            "edited": sum(segment.edited for segment in review.segments),
            "status": {str(status): counts[status] for status in ReviewStatus} if review.has_status else None,
        },
        "segments": [_segment(segment) for segment in review.segments],
        "comments": [_comment(comment) for comment in review.comments],
        "issues": [
            {"kind": str(issue.kind), "segment": issue.segment or None, "message": issue.message} for issue in review.issues
        ],
        "notes": list(review.notes),
    }
    # Python strings may hold lone surrogates; UTF-8 may not, but JSON has an escape for them.
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _segment(segment: ReviewedSegment) -> dict[str, object]:
    return {
        "id": segment.id,
        "kind": str(segment.kind),
        "source": segment.source,
        "original": segment.original,
        "target": segment.target,
        "edited": segment.edited,
        "status": str(segment.status) if segment.status else None,
        "reviewers": list(segment.reviewers),
        "difference": [{"kind": str(piece.kind), "text": piece.text} for piece in segment.difference],
        "changes": [
            {"kind": str(change.kind), "author": change.author, "date": change.date or None, "text": change.text}
            for change in segment.changes
        ],
        "comments": [_comment(comment) for comment in segment.comments],
        "note": segment.note,
        "issues": sorted(map(str, segment.issues)),
    }


def _comment(comment: Comment) -> dict[str, object]:
    return {
        "author": comment.author,
        "date": comment.date or None,
        "text": comment.text,
        "words": comment.words,
        "column": comment.column or None,
        "resolved": comment.resolved,
        "replies": [_comment(reply) for reply in comment.replies],
    }
