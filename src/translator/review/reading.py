"""A reviewed document read back: what changed in each segment, the comments, the statuses, and what became of the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.errors import ReviewError
from translator.fingerprint import article_sha256
from translator.review.comments import TOOL
from translator.review.compare import cleaned, is_same
from translator.review.diff import difference
from translator.review.document import read_document
from translator.review.identity import Identity, same_article
from translator.review.issues import find_issues, status_of
from translator.review.kinds import block_kind
from translator.review.result import Review, ReviewedSegment, ReviewStatus
from translator.review.rows import NOTES, NUMBER, SOURCE, STATUS, TARGET
from translator.review.text import Text
from translator.writing.docx.xml import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translator.article import Article
    from translator.review.comments import Comment
    from translator.review.document import Document
    from translator.review.identity import Original
    from translator.review.result import IssueKind
    from translator.review.rows import Row

_NO_ORIGINAL = (
    "the file no longer holds the English as it was written: edits made without Track Changes cannot be seen; "
    "give the document as it was written with --original"
)
_NO_ARTICLE = "the document does not say which article it is about; check it with --article"


def read(data: bytes, name: str, *, original: Identity | None = None, articles: Sequence[Article] = ()) -> Review:
    """The review in the .docx file ``data``, called ``name`` in messages.

    ``original``: what :func:`translator.review.read_original` says of the document as it was written; needed where a program
    dropped that from the file. ``articles``: the article that it must be about, in all the ways in which it may have been read
    (with boilerplate and without); none for any.

    Raises :class:`ReviewError` for what is no Word document, is none of ours, is a clean one, or is about another article.
    """
    document = read_document(data, name)
    identity = _identity(document, name, original)
    article = _article(document, identity, name, articles)
    known = {item.id: item for item in identity.originals}
    issues = tuple(find_issues(document.rows, known))
    kinds: dict[str, set[IssueKind]] = {}
    for issue in issues:
        kinds.setdefault(issue.segment, set()).add(issue.kind)
    groups = list(_groups(document.rows))
    segments = tuple(_segments(document, groups, known, kinds))
    placed = {number for group in groups for number in _comments_in(group)}
    notes = [] if known else [_NO_ORIGINAL]
    return Review(
        name,
        identity.article or (article.name if article else ""),
        article_sha256(article) if article else identity.sha256,
        "stacked" if document.stacked else "table",
        identity.title,
        identity.signature,
        segments,
        tuple(comment for number, comment in document.comments.items() if number not in placed),
        issues,
        (*notes, *([] if identity.sha256 or articles else [_NO_ARTICLE])),
    )


def _identity(document: Document, name: str, original: Identity | None) -> Identity:
    """What is known of the document, from itself and from the one that was written. Raises :class:`ReviewError`."""
    own = document.identity
    if own.layout == "clean":
        raise ReviewError(
            f"{name}: is a clean document, for delivery, without the ids to read it back by; give the one for review"
        )
    if not any(row.marks for row in document.rows):
        raise ReviewError(f"{name}: no row or paragraph in it has a segment's id; give the document that 'translate' wrote")
    identity = own
    if original is not None:
        if not same_article(own.sha256, original.sha256):
            raise _other(name, own.article, original.article or "the document given with --original")
        identity = _joined(own, original)
    known = {item.id: item.digest for item in identity.originals}
    marks = [row.marks[0] for row in document.rows if len(row.marks) == 1 and row.marks[0].digits]
    foreign = sum(not known.get(mark.id, "").startswith(mark.digits) for mark in marks)
    if known and 2 * foreign > len(marks):
        raise ReviewError(
            f"{name}: most of its rows are of another article than {identity.article or 'the document given with --original'}; "
            "give the two that belong together, or copy the rows back into their own document"
        )
    return identity


def _joined(own: Identity, original: Identity) -> Identity:
    """What the document itself says counts; the original adds what the document does not hold, or no longer."""
    return Identity(
        own.article or original.article,
        max(own.sha256, original.sha256, key=len),
        own.layout or original.layout,
        original.title or own.title,
        own.signature or original.signature,
        own.originals or original.originals,
    )


def _article(document: Document, identity: Identity, name: str, articles: Sequence[Article]) -> Article | None:
    """The one of ``articles`` that the document is about; None without any. Raises :class:`ReviewError`."""
    if not articles:
        return None
    if identity.sha256:
        fitting = (article for article in articles if same_article(identity.sha256, article_sha256(article)))
    else:
        sources = [" ".join(row.cells.get(SOURCE, Text()).accepted.split()) for row in document.rows if row.marks]
        fitting = (article for article in articles if _holds_most(article, sources))
    found = next(fitting, None)
    if found is None:
        raise _other(name, identity.article, articles[0].name)
    return found


def _holds_most(article: Article, sources: Sequence[str]) -> bool:
    text = " ".join(article.text.split())
    return 2 * sum(source in text for source in sources) >= len(sources)


def _other(name: str, article: str, expected: str) -> ReviewError:
    about = f" ({article})" if article else ""
    return ReviewError(f"{name}: belongs to another article{about} than {expected}; give the two that belong together")


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Each row of a segment that still stands, with the rows that were split off it."""
    group: list[Row] = []
    for row in rows:
        if row.deleted is not None:
            continue
        if row.marks:
            if group:
                yield group
            group = [row]
        elif group and NUMBER in row.continued:
            group.append(row)
    if group:
        yield group


def _comments_in(rows: Iterable[Row]) -> Iterator[str]:
    return (number for row in rows for text in row.cells.values() for number in text.comments)


def _segments(
    document: Document, groups: Iterable[Sequence[Row]], known: Mapping[str, Original], issues: Mapping[str, set[IssueKind]]
) -> Iterator[ReviewedSegment]:
    blocks: dict[str, tuple[BlockKind, int]] = {}
    for group in groups:
        row = group[0]
        segment = row.marks[0].id
        block = segment.partition(".")[0]
        original = known.get(segment)
        if block not in blocks:
            blocks[block] = _kind(row, original, document.styles)
        targets = [item.cells.get(TARGET, Text()) for item in group]
        comments = tuple(document.comments[number] for number in _comments_in(group) if number in document.comments)
        yield replace(
            _compared(segment, cleaned(row.cells.get(SOURCE, Text()).accepted), targets, original),
            kind=blocks[block][0],
            level=blocks[block][1],
            status=(status_of(row) or ReviewStatus.INITIAL) if STATUS in document.columns else None,
            reviewers=_reviewers(*targets) or _reviewers(row.cells.get(STATUS, Text())),
            comments=comments,
            note=_note(row, original, comments),
            issues=frozenset(issues.get(segment, ())),
        )


def _kind(row: Row, original: Original | None, styles: Mapping[str, str]) -> tuple[BlockKind, int]:
    if original is not None and original.kind is not None:
        return original.kind, original.level
    looks = (row.cells[column].look for column in (TARGET, SOURCE) if column in row.cells)
    return next(filter(None, (block_kind(look, styles) for look in looks)), (BlockKind.PARAGRAPH, 0))


def _compared(segment: str, source: str, targets: Sequence[Text], original: Original | None) -> ReviewedSegment:
    """The segment with what became of its English."""
    now = "\n".join(filter(None, (cleaned(text.accepted) for text in targets)))
    changes = tuple(change for text in targets for change in text.changes)
    before: str | None = None
    if original is not None:
        source, before = original.source, original.target
    elif changes:
        before = "\n".join(filter(None, (cleaned(text.rejected) for text in targets)))
    edited = before is not None and not is_same(now, before)
    pieces = difference(cleaned(legal(before)), now) if before is not None and edited else ()
    target = now if before is None or edited else before
    return ReviewedSegment(
        segment, source, before, target, BlockKind.PARAGRAPH, edited=edited, changes=changes, difference=pieces
    )


def _reviewers(*texts: Text) -> tuple[str, ...]:
    authors = (change.author for text in texts for change in text.changes)
    return tuple(dict.fromkeys(author for author in authors if author))


def _note(row: Row, original: Original | None, comments: Iterable[Comment]) -> str:
    """What stands in the Notes cell, without what the tool wrote there."""
    written = sorted(filter(None, original.notes.splitlines()), key=len, reverse=True) if original else []
    findings = [comment.text.partition(". ")[2] for comment in comments if comment.author == TOOL]
    english = f"{row.cells.get(TARGET, Text()).rejected} {original.target if original else ''}"
    lines = cleaned(row.cells.get(NOTES, Text()).accepted).splitlines()
    own = (line.removeprefix(next(filter(line.startswith, written), "")).strip() for line in lines)
    return "\n".join(line for line in own if line and not _is_from_tool(line, findings, english))


def _is_from_tool(line: str, findings: Iterable[str], english: str) -> bool:
    """Whether a note is one that the tool wrote: a shortened finding, or what became of a term."""
    stem = line.partition(" ×")[0].removesuffix(" …")
    kind, _, rest = stem.partition(": ")
    if kind == "Repaired" and rest in english:
        return True
    return any(
        finding.startswith(stem)
        or (bool(rest) and finding.startswith(kind) and finding.endswith(rest))
        or (kind == "Missing" and finding.endswith(f"→ {rest}"))
        for finding in findings
    )
