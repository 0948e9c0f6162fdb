"""What a review amounts to: the data classes that reading gives and applying takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.article import BlockKind
    from translator.review.comments import Comment
    from translator.review.diff import Piece
    from translator.review.text import Change


class ReviewStatus(StrEnum):
    """What the reviewer chose in the Status column; ``initial`` is "To review"."""

    INITIAL = "initial"
    APPROVED = "approved"
    CHANGED = "changed"
    QUESTION = "question"


class IssueKind(StrEnum):
    """Something about the rows that a person has to look at, since nothing is guessed."""

    DELETED = "row-deleted"
    MISSING = "row-missing"
    ADDED = "row-added"
    MOVED = "row-moved"
    DUPLICATE = "id-twice"
    FOREIGN = "id-unknown"
    MERGED = "cells-merged"
    SPLIT = "row-split"
    SOURCE = "source-edited"
    STATUS = "status-unknown"
    UNREAD = "not-read"
    STRAY = "text-between-rows"


# With these it is not sure that the English in a row is the translation of the Italian that its id names.
UNSURE = frozenset(IssueKind) - {IssueKind.MOVED, IssueKind.STATUS}


@dataclass(frozen=True, slots=True)
class Issue:
    """``segment`` is the id that it is about, empty when there is none; ``message`` one line for a person."""

    kind: IssueKind
    segment: str
    message: str


@dataclass(frozen=True, slots=True)
class ReviewedSegment:
    """One row of the reviewed document.

    ``source`` is the Italian, as it was written where that is known. ``original`` is the English as it was written: None
    where neither the document nor its tracked changes say. ``target`` is the English now, all tracked changes accepted; it is
    exactly the original when nothing was edited. ``status`` is None without a Status column. ``reviewers`` are the authors of
    the tracked changes in the row. ``note`` is what the Notes column holds that the tool did not write there, as far as known.
    ``issues`` are the kinds of those about this row. ``kind`` and ``level`` are those of the block.
    """

    id: str
    source: str
    original: str | None
    target: str
    kind: BlockKind
    level: int = 0
    status: ReviewStatus | None = None
    edited: bool = False
    changes: tuple[Change, ...] = ()
    reviewers: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    note: str = ""
    issues: frozenset[IssueKind] = frozenset()
    difference: tuple[Piece, ...] = ()

    @property
    def emptied(self) -> bool:
        """Whether the English was taken out: the legal way to let a neighbour carry the text of both."""
        return not self.target.strip() and (self.original is None or bool(self.original.strip()))

    @property
    def unsure(self) -> bool:
        """Whether an issue leaves open what the translation of the source is."""
        return not UNSURE.isdisjoint(self.issues)


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewed document as read.

    ``name`` is the file's; ``article`` and ``sha256`` are those of the article (the hash may be shortened to 12 digits, either
    may be empty where the document does not say). ``segments`` are in the document's order. ``comments`` are those outside all
    rows. ``notes`` are things that the user should know about the reading, one line each.
    """

    name: str
    article: str
    sha256: str
    layout: str
    title: str
    signature: str
    segments: tuple[ReviewedSegment, ...]
    comments: tuple[Comment, ...] = ()
    issues: tuple[Issue, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_status(self) -> bool:
        """Whether there is a Status column."""
        return any(segment.status is not None for segment in self.segments)

    def counts(self) -> Counter[ReviewStatus]:
        """How many segments have each status; nothing without a Status column."""
        return Counter(segment.status for segment in self.segments if segment.status is not None)
