"""What becomes of a review: entries for the translation memory, units for a TMX, and the article in English as it is now."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from translator.article import Article, Block, BlockKind, Segment
from translator.exchange import Status, TranslationUnit, tmx
from translator.review.issues import natural
from translator.review.result import IssueKind, ReviewStatus
from translator.translation.memory.entries import Accepted, AcceptedStatus, Origin

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from translator.review.result import Review, ReviewedSegment

_GONE = frozenset({IssueKind.DELETED, IssueKind.MISSING})


class LeftOut(StrEnum):
    """Why a segment does not go into the memory."""

    EMPTY = "without English"
    UNSURE = "with a problem in its row"
    MERGED = "beside an emptied or deleted one, whose text it may carry"
    QUESTION = "marked as a question"
    NOT_MARKED = "not marked as approved or changed"
    NOT_EDITED = "not edited"


@dataclass(frozen=True, slots=True)
class Selection:
    """The segments whose English is accepted, in the document's order, and how many are left out for which reason."""

    accepted: tuple[ReviewedSegment, ...]
    left_out: Counter[LeftOut]


def select(review: Review, *, everything: bool = False) -> Selection:
    """The segments that go into the memory and the TMX.

    With a Status column these are the ones marked as approved or changed, without it the edited ones; with ``everything``
    all, whatever is marked. In no case those of which it is not sure that the English is the translation of the Italian.
    """
    beside = _beside(review)
    accepted, left_out = [], Counter[LeftOut]()
    for at, segment in enumerate(review.segments):
        reason = _reason(segment, merged=at in beside, everything=everything)
        if reason is None:
            accepted.append(segment)
        else:
            left_out[reason] += 1
    return Selection(tuple(accepted), left_out)


def _reason(segment: ReviewedSegment, *, merged: bool, everything: bool) -> LeftOut | None:
    reasons = {
        LeftOut.EMPTY: not segment.target.strip(),
        LeftOut.UNSURE: segment.unsure,
        LeftOut.MERGED: merged,
        LeftOut.QUESTION: not everything and segment.status is ReviewStatus.QUESTION,
        LeftOut.NOT_MARKED: not everything and segment.status is ReviewStatus.INITIAL,
        LeftOut.NOT_EDITED: not everything and segment.status is None and not segment.edited,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _beside(review: Review) -> set[int]:
    """The places of the segments before and after an emptied one, or one whose row is gone."""
    segments = review.segments
    empty = [at for at, segment in enumerate(segments) if segment.emptied]
    places = {at + step for at in empty for step in (-1, 1)}
    order = sorted(range(len(segments)), key=lambda at: natural(segments[at].id))
    keys = [natural(segments[at].id) for at in order]
    for issue in review.issues:
        if issue.kind in _GONE and issue.segment:
            after = bisect_left(keys, natural(issue.segment))
            places |= {order[at] for at in (after - 1, after) if 0 <= at < len(order)}
    return places


def memory_entries(review: Review, accepted: Sequence[ReviewedSegment], when: datetime.datetime) -> list[Accepted]:
    """Entries for :meth:`translator.translation.memory.store.Memory.accept`, accepted at ``when`` (with a time zone)."""
    return [
        Accepted(
            segment.source,
            segment.target,
            when,
            _status(segment),
            Origin(review.article, review.sha256, segment.id),
            ", ".join(segment.reviewers),
            segment.original or "",
        )
        for segment in accepted
    ]


def _status(segment: ReviewedSegment) -> AcceptedStatus:
    """What was done to it; where nothing tells what the machine wrote, what the reviewer says."""
    changed = segment.edited if segment.original is not None else segment.status is ReviewStatus.CHANGED
    return AcceptedStatus.CHANGED if changed else AcceptedStatus.APPROVED


def tmx_bytes(review: Review, accepted: Sequence[ReviewedSegment], when: datetime.datetime) -> bytes:
    """A TMX of the accepted segments, made at ``when``."""
    article = (
        ("x-origin", "reviewer"),
        *((("x-article", review.article),) if review.article else ()),
        *((("x-article-sha256", review.sha256),) if review.sha256 else ()),
    )
    facts = {"x-title": review.title, "x-article-sha256": review.sha256, "x-signature": review.signature}
    units = (
        TranslationUnit(
            segment.source,
            segment.target,
            segment.id,
            Status.REVIEWED,
            author=", ".join(segment.reviewers),
            created=when,
            properties=article,
        )
        for segment in accepted
    )
    stream = io.BytesIO()
    tmx.write(stream, units, created=when, properties=[(kind, value) for kind, value in facts.items() if value])
    return stream.getvalue()


def reviewed_article(review: Review) -> Article:
    """The article as the reviewed document has it: its rows in their order, in paragraphs as their ids say.

    An emptied segment stays, without English. The title is the English of the heading that comes first. The article's text is
    not known, so it is empty, and so are the offsets.
    """
    blocks = tuple(_blocks(review))
    first = next(iter(blocks), None)
    titled = first is not None and first.kind is BlockKind.HEADING
    title = " ".join(segment.target for segment in first.segments if segment.target) if first is not None and titled else ""
    return Article(review.article or review.name, title, "", blocks)


def _blocks(review: Review) -> Iterator[Block]:
    for block, rows in groupby(review.segments, key=lambda segment: segment.id.partition(".")[0]):
        group = list(rows)
        segments = tuple(Segment(row.id, 0, 0, row.source, row.target) for row in group)
        yield Block(block, group[0].kind, 0, 0, group[0].level, segments)
