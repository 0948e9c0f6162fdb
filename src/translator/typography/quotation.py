"""Rules on quotation marks and apostrophes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.typography.changes import Edit
from translator.typography.marks import Family, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_DOUBLES = {Role.OPEN: "“", Role.CLOSE: "”"}
_SINGLES = {Role.OPEN: "‘", Role.CLOSE: "’"}
_SPACES = " \u00a0\u202f\u2009"
_MOVED = frozenset(".,")
_AFTER_WORD = frozenset(")]}%°€$£")


def quotation_marks(draft: Draft) -> Iterator[Edit]:
    """``«Sono "pronti"», dice`` → “They are ‘ready’”; British ‘They are “ready”’. No space inside the marks."""
    text = draft.masked
    doubtful = max((at for at, mark in enumerate(draft.marks) if mark.doubtful), default=-1)
    for at, mark in enumerate(draft.marks):
        start, end = mark.start, mark.end
        if mark.role is Role.OPEN:
            while end < len(text) and text[end] in _SPACES:
                end += 1
        elif mark.role is Role.CLOSE:
            while start and text[start - 1] in _SPACES:
                start -= 1
        else:
            continue
        yield Edit(start, end, (_DOUBLES if _is_double(draft, at, in_doubt=at < doubtful) else _SINGLES)[mark.role])


def _is_double(draft: Draft, at: int, *, in_doubt: bool) -> bool:
    """Whether the mark is to be a double one.

    ``in_doubt``: an outer quotation may end later, with what seems an apostrophe.
    """
    mark = draft.marks[at]
    outer_or_inner = (mark.depth % 2 == 1) is draft.style.british
    if mark.family is Family.SINGLE:
        return outer_or_inner and _is_sure(draft, at)
    return outer_or_inner or (draft.style.british and mark.family is Family.DOUBLE and in_doubt)


def _is_sure(draft: Draft, at: int) -> bool:
    """Whether the mark is one of a pair of quotation marks, and no apostrophe."""
    partner = draft.marks[at].partner
    return partner is not None and draft.marks[min(at, partner)].sure


def apostrophes(draft: Draft) -> Iterator[Edit]:
    """``Valdora's mayor in the '90s`` → Valdora’s mayor in the ’90s. Signs for feet, inches and minutes stay as they are."""
    for mark in draft.marks:
        if mark.role is Role.APOSTROPHE:
            yield Edit(mark.start, mark.end, "’")


def punctuation_inside(draft: Draft) -> Iterator[Edit]:
    """``“We are ready”, he said`` → “We are ready,” he said; ``“Ready?”, he asked`` → “Ready?” he asked. American only."""
    if draft.style.british:
        return
    text, first = draft.text, 0
    for at, mark in enumerate(draft.marks):
        if mark.role is not Role.CLOSE or at == 0 or draft.marks[at - 1].end != mark.start:
            first = at
        if mark.role is not Role.CLOSE or text[mark.end : mark.end + 1] not in _MOVED:
            continue
        run = range(first, at + 1)
        if all(draft.marks[one].role is Role.CLOSE and _is_quotation(draft, one) for one in run):
            yield from _moved_inside(draft, draft.marks[first].start, mark.end)


def _is_quotation(draft: Draft, at: int) -> bool:
    return draft.marks[at].family is not Family.SINGLE or _is_sure(draft, at)


def _moved_inside(draft: Draft, start: int, end: int) -> Iterator[Edit]:
    """The stop or comma at ``end`` goes before the marks from ``start`` on, or away."""
    text = draft.text
    stop, following, before = text[end], text[end + 1 : end + 2], text[start - 1 : start]
    if following == "." or following.isalnum():
        return
    locked = bool(before) and draft.masked[start - 1] != before
    if before in {"?", "!"} or (before == stop):
        yield Edit(end, end + 1, "")
    elif before.isalnum() or before in _AFTER_WORD or (before == "." and locked):
        yield Edit(start, end + 1, stop + text[start:end])
