"""A review for the eye: what ``review read`` prints."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from translator.review.diff import PieceKind
from translator.review.result import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.review.comments import Comment
    from translator.review.diff import Piece
    from translator.review.result import Review, ReviewedSegment

_LABELS = {
    ReviewStatus.APPROVED: "approved",
    ReviewStatus.CHANGED: "changed",
    ReviewStatus.QUESTION: "question",
    ReviewStatus.INITIAL: "to review",
}
_SIGNS = {PieceKind.SAME: "{}", PieceKind.DELETED: "[-{}-]", PieceKind.INSERTED: "{{+{}+}}"}
# What could move a terminal's cursor or turn the direction of the text: controls, their kind, and halves of characters.
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d\u00ad"  # harmless, and part of words and emoji


def report(review: Review, *, colour: bool) -> Iterator[str]:
    """The lines: counts, then each segment that was edited, commented on, noted or questioned, then what has to be decided."""
    yield summary(review)
    for segment in review.segments:
        lines = list(_segment(segment, colour=colour))
        if lines:
            yield ""
            yield from lines
    if review.comments:
        yield ""
        yield "Outside the rows:"
        for comment in review.comments:
            yield from _comment(comment, "  ")
    if review.issues:
        yield ""
        yield "To decide:"
        for issue in review.issues:
            yield f"  {issue.segment}: {shown(issue.message)}" if issue.segment else f"  {shown(issue.message)}"


def summary(review: Review) -> str:
    """One line of counts."""
    counts = review.counts()
    comments = [comment for segment in review.segments for comment in segment.comments] + [*review.comments]
    facts = [
        count(len(review.segments), "segment"),
        f"{sum(segment.edited for segment in review.segments)} edited",
        *(f"{counts[status]} {label}" for status, label in _LABELS.items() if review.has_status),
        count(sum(not comment.is_from_tool for comment in comments), "comment"),
        count(len(review.issues), "problem"),
    ]
    about = f" ({shown(review.article)})" if review.article else ""
    return f"{shown(review.name)}{about}: {', '.join(facts)}"


def count(number: int, noun: str) -> str:
    """``1 comment``, ``2 comments``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shown(text: str) -> str:
    """``text`` on one line of a terminal: line ends as ``⏎``, what would steer the terminal as its number."""
    return "".join(_shown(character) for character in text.replace("\n", " ⏎ "))


def _shown(character: str) -> str:
    if unicodedata.category(character) in _UNSHOWN and character not in _JOINERS:
        return f"\\u{{{ord(character):04X}}}"
    return character


def _segment(segment: ReviewedSegment, *, colour: bool) -> Iterator[str]:
    comments = [comment for comment in segment.comments if not comment.is_from_tool]
    questioned = segment.status is ReviewStatus.QUESTION
    if not (segment.edited or comments or segment.note or questioned):
        return
    marks = [
        *([_LABELS[segment.status]] if segment.status not in {None, ReviewStatus.INITIAL} and segment.status else []),
        *([f"by {shown(', '.join(segment.reviewers))}"] if segment.reviewers else []),
    ]
    yield f"{segment.id}  {', '.join(marks)}".rstrip()
    if segment.edited:
        yield f"  {difference_line(segment.difference, colour=colour)}"
    elif questioned:
        yield f"  {shown(segment.target)}"
    for comment in comments:
        yield from _comment(comment, "  ")
    if segment.note:
        yield f"  Note: {shown(segment.note)}"


def difference_line(pieces: Sequence[Piece], *, colour: bool) -> str:
    """The difference in colours, or with ``[-old-]{+new+}``."""
    if not colour:
        return "".join(_SIGNS[piece.kind].format(shown(piece.text)) for piece in pieces)
    styles = {PieceKind.DELETED: {"fg": "red", "strikethrough": True}, PieceKind.INSERTED: {"fg": "green", "underline": True}}
    return "".join(
        click.style(shown(piece.text), **styles[piece.kind]) if piece.kind in styles else shown(piece.text)  # type: ignore[arg-type]
        for piece in pieces
    )


def _comment(comment: Comment, indent: str) -> Iterator[str]:
    words = f" at “{shown(comment.words)}”" if comment.words else ""
    column = f" in {comment.column}" if comment.column and comment.column != "English" else ""
    resolved = " (resolved)" if comment.resolved else ""
    yield f"{indent}{shown(comment.author) or 'Somebody'}{words}{column}: {shown(comment.text)}{resolved}"
    for reply in comment.replies:
        yield from _comment(reply, f"{indent}  ")
