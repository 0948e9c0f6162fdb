"""Comments with their answers, from the parts that hold them.

Word says in a part of its own which comment answers which (``w15:commentEx``, [MS-DOCX] 2.5.4.1), by the id of a paragraph
(``w14:paraId``); LibreOffice does the same. Google Docs writes answers as comments at the same place: these stay apart, since
nothing says that they are answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.review.text import Anchors, W, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from translator.review.text import Quoted

TOOL = "translator"
"""The author of the comments that the tool itself wrote: its findings."""

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment. ``date`` is as the program wrote it, or empty; ``words`` are those that it stands at.

    ``column`` is where it stands in its row (see :data:`translator.review.rows.COLUMNS`), empty outside all rows. ``resolved``:
    somebody marked it as done.
    """

    author: str
    date: str
    text: str
    words: str
    column: str = ""
    resolved: bool = False
    replies: tuple[Comment, ...] = ()

    @property
    def is_from_tool(self) -> bool:
        """Whether it is a finding of ours that nobody has answered."""
        return self.author == TOOL and not self.replies


def read_comments(
    comments: etree._Element | None, threads: etree._Element | None, anchors: Mapping[str, Quoted], columns: Mapping[str, str]
) -> dict[str, Comment]:
    """The comments that answer no other, by their ids, in the order of their part.

    ``anchors`` are the words that each stands at, ``columns`` the columns, both by the comment's id.
    """
    if comments is None:
        return {}
    elements = {item.get(W + "id", ""): item for item in comments.iterfind(W + "comment")}
    by_paragraph = {
        paragraph.get(f"{_WORD_2010}paraId", ""): number
        for number, item in elements.items()
        for paragraph in item.iter(W + "p")
        if paragraph.get(f"{_WORD_2010}paraId")
    }
    parents: dict[str, str] = {}
    done: set[str] = set()
    for item in () if threads is None else threads.iterfind(f"{_WORD_2012}commentEx"):
        number = by_paragraph.get(item.get(f"{_WORD_2012}paraId", ""))
        parent = by_paragraph.get(item.get(f"{_WORD_2012}paraIdParent", ""))
        if number is not None and parent is not None and parent != number:
            parents[number] = parent
        if number is not None and item.get(f"{_WORD_2012}done") in _TRUE:
            done.add(number)
    answers: dict[str, list[str]] = {}
    for number in elements:
        root = _root(number, parents)
        if root != number:
            answers.setdefault(root, []).append(number)
    answered = {number for numbers in answers.values() for number in numbers}

    def comment(number: str, replies: Iterable[str]) -> Comment:
        element = elements[number]
        return Comment(
            " ".join(element.get(W + "author", "").split()),
            element.get(W + "date", ""),
            read_text(element, Anchors()).accepted.strip(),
            str(anchors.get(number, "")),
            columns.get(number, ""),
            number in done,
            tuple(comment(reply, ()) for reply in replies),
        )

    return {number: comment(number, answers.get(number, ())) for number in elements if number not in answered}


def _root(number: str, parents: Mapping[str, str]) -> str:
    """The first comment of the thread; in a circle, the comment itself."""
    seen = {number}
    at = number
    while at in parents:
        at = parents[at]
        if at in seen:
            return number
        seen.add(at)
    return at
