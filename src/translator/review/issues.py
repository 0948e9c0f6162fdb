"""What happened to the rows that a person has to decide about: nothing is guessed, everything is told."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from translator.fingerprint import segment_hash
from translator.review.compare import cleaned
from translator.review.result import Issue, IssueKind, ReviewStatus
from translator.review.rows import NUMBER, SOURCE, STATUS, TARGET
from translator.review.text import Text
from translator.writing.docx.xml import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translator.review.identity import Original
    from translator.review.rows import Mark, Row

STATUSES = {
    "to review": ReviewStatus.INITIAL,
    "approved": ReviewStatus.APPROVED,
    "changed": ReviewStatus.CHANGED,
    "question": ReviewStatus.QUESTION,
}
"""What stands in the Status column, in lower case. An empty cell is "to review"."""

_DIGITS = 4
_SHOWN = 60
_ID = re.compile(r"p([0-9]{1,9})\.s([0-9]{1,9})")


def find_issues(rows: Sequence[Row], known: Mapping[str, Original]) -> Iterator[Issue]:
    """The issues of all rows. ``known`` are the segments as they were written, by id, in their order; empty when not known."""
    standing = [row for row in rows if row.deleted is None]
    above = ""
    for row in standing:
        yield from _row_issues(row, above, known)
        above = row.marks[-1].id if row.marks else above
    counts = Counter(mark.id for row in standing for mark in row.marks)
    for segment, count in counts.items():
        if count > 1:
            yield Issue(IssueKind.DUPLICATE, segment, f"its id stands in {count} rows; keep one of them")
    yield from _moved([segment for segment in counts if counts[segment] == 1], known)
    gone = {mark.id: row for row in rows if row.deleted is not None for mark in row.marks if mark.id not in counts}
    for segment, row in gone.items():
        by = f" by {row.deleted}" if row.deleted else ""
        yield Issue(IssueKind.DELETED, segment, f"the row was deleted{by}: {_quoted(_rejected(row))}")
    yield from _missing(rows, {*counts, *gone}, known)


def status_of(row: Row) -> ReviewStatus | None:
    """What the Status cell says, None when that is no status."""
    text = row.cells.get(STATUS, Text()).accepted.strip().casefold()
    return STATUSES.get(text) if text else ReviewStatus.INITIAL


def _row_issues(row: Row, above: str, known: Mapping[str, Original]) -> Iterator[Issue]:
    if row.extra:
        segment = row.marks[-1].id if row.marks else above
        yield Issue(IssueKind.STRAY, segment, f"text of no segment stands below it and is in no output: {_quoted(row.extra)}")
    if not row.marks:
        yield from _without_id(row, above)
        return
    ids = [mark.id for mark in row.marks]
    if len(ids) > 1:
        for segment in ids:
            yield Issue(
                IssueKind.MERGED, segment, f"{' and '.join(ids)} were merged into one row; undo that, or empty a cell instead"
            )
        return
    yield from _about(row, row.marks[0], known)
    if TARGET in row.continued:
        for segment in filter(None, (above, ids[0])):
            yield Issue(IssueKind.MERGED, segment, f"the English cells of {above} and {ids[0]} were merged; split them again")


def _without_id(row: Row, above: str) -> Iterator[Issue]:
    text = " / ".join(filter(None, (cleaned(cell.accepted) for cell in row.cells.values())))
    if NUMBER in row.continued and above:
        yield Issue(IssueKind.SPLIT, above, "its row was split into several; put all of its English into one cell")
    elif text:
        yield Issue(IssueKind.ADDED, "", f"a row without an id was added and is in no output: {_quoted(text)}")


def _about(row: Row, mark: Mark, known: Mapping[str, Original]) -> Iterator[Issue]:
    """Issues of a row with one id."""
    segment, original = mark.id, known.get(mark.id)
    if known and (original is None or mark.digits not in {"", original.digest[:_DIGITS]}):
        yield Issue(IssueKind.FOREIGN, segment, "the row is from another article or version; delete it")
        return
    if TARGET not in row.cells or not {SOURCE, TARGET}.isdisjoint(row.spread):
        yield Issue(IssueKind.MERGED, segment, "it has no English cell of its own; undo the merging of cells")
    if TARGET in row.divided:
        yield Issue(IssueKind.SPLIT, segment, "its English cell was split; put all of its English into one cell")
    source = row.cells.get(SOURCE, Text()).accepted
    if SOURCE in row.cells and SOURCE not in row.spread and not _is_source(source, mark, original):
        yield Issue(IssueKind.SOURCE, segment, f"the Italian was changed: {_quoted(source)}")
    for thing in row.cells.get(TARGET, Text()).unread:
        yield Issue(IssueKind.UNREAD, segment, f"{thing} in the English is not read; put its text into the cell")
    if status_of(row) is None:
        written = row.cells[STATUS].accepted.strip()
        yield Issue(IssueKind.STATUS, segment, f"{_quoted(written)} is no status and counts as 'To review'")


def _is_source(on_page: str, mark: Mark, original: Original | None) -> bool:
    if original is not None:
        return segment_hash(on_page) == segment_hash(legal(original.source))
    return segment_hash(on_page)[:_DIGITS] == (mark.digits or segment_hash(on_page)[:_DIGITS])


def _moved(segments: Sequence[str], known: Mapping[str, Original]) -> Iterator[Issue]:
    """The fewest rows that stand out of order."""
    order = {segment: number for number, segment in enumerate(known)}
    listed = [segment for segment in segments if segment in order] if known else list(segments)
    places = [(order[segment],) if known else natural(segment) for segment in listed]
    kept = _longest_rise(places)
    for at, segment in enumerate(listed):
        if at not in kept:
            yield Issue(IssueKind.MOVED, segment, "the row stands in another place than it was written")


def natural(segment: str) -> tuple[int, ...]:
    """The numbers in a segment's id, which give the order of the article; none when it is no id."""
    found = _ID.fullmatch(segment)
    return tuple(map(int, found.groups())) if found else ()


def _longest_rise(places: Sequence[tuple[int, ...]]) -> set[int]:
    """The indices of a longest rising subsequence (patience sorting: time n log n)."""
    tops: list[tuple[int, ...]] = []
    top_indices: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(top_indices[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        top_indices[pile : pile + 1] = [index]
    kept = set()
    at = top_indices[-1] if top_indices else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _missing(rows: Sequence[Row], present: set[str], known: Mapping[str, Original]) -> Iterator[Issue]:
    if known:
        for segment in known:
            if segment not in present:
                yield Issue(IssueKind.MISSING, segment, "the row is missing")
        return
    numbered = {row.number: row for row in rows if row.number}
    if numbered:
        for number in _gaps(numbered):
            yield Issue(IssueKind.MISSING, "", f"row {number} is missing")
        return
    blocks: dict[int, set[int]] = {}
    for block, number in filter(None, map(natural, present)):
        blocks.setdefault(block, set()).add(number)
    for block, numbers in blocks.items():
        for number in _gaps(numbers):
            yield Issue(IssueKind.MISSING, f"p{block}.s{number}", "the row is missing")


def _gaps(numbers: Iterable[int]) -> Iterator[int]:
    """The numbers that are missing between 1 and the largest; of more than that are there, none: they are no row numbers."""
    found = set(numbers)
    missing = range(1, max(found)) if max(found) <= 2 * len(found) + 10 else range(0)
    return (number for number in missing if number not in found)


def _rejected(row: Row) -> str:
    return row.cells.get(TARGET, Text()).rejected


def _quoted(text: str) -> str:
    return f"“{textwrap.shorten(text, _SHOWN, placeholder=' …')}”"
