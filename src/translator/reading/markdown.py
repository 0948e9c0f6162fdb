"""Markdown, as far as articles use it.

Headings, paragraphs, quotations, lists, pipe tables; code, rules, HTML comments, link definitions and front matter are set
aside. The marks are those of CommonMark (https://spec.commonmark.org/) and, for tables, of GitHub. Left out: indented code,
which in an article is an indented paragraph, and quotations that go on without their mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.blocks import assemble, title_first
from translator.reading.decoding import decode
from translator.reading.headlines import leading_heading, title_index
from translator.reading.markdown_inline import plain
from translator.reading.pieces import NO_TEXT, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.article import Article

_CODE = "code"
_COMMENT = "HTML comment"
_DEFINITION = "link address"
_FRONT_MATTER = "front matter"
_IMAGE = "picture"

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)")
_CLOSING_MARKS = re.compile(r"\s#+$")
_UNDERLINE = re.compile(r"=+|-+")
_RULE = re.compile(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
_QUOTE_MARKS = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"(?:[-*+•][ \t]+|(\d{1,3})[.)][ \t]+)(?=\S)")
_FENCE = re.compile(r" {0,3}(```+(?=[^`]*$)|~~~+)")
_LINK_DEFINITION = re.compile(r" {0,3}\[([^\]^][^\]]{0,200})\]:\s*\S+(?:\s+[\"'(].{0,300}[\"')])?\s*")
_CELL_BORDER = re.compile(r"(?<!\\)\|")

_FRONT_MATTER_LINE = re.compile(r"\s*(?:#.*|[\w-]+\s*:.*|-\s.*)?|\s+.*")
_FRONT_MATTER_TITLE = re.compile(r"title\s*:\s*(\S.*)", re.IGNORECASE)
_LONGEST_FRONT_MATTER = 200  # lines
_LEAST_CAPTION = 3  # words


def read(data: bytes, *, name: str, keep_boilerplate: bool = False) -> Article:
    """The article in a Markdown file; its ``text`` is plain, one block a line.

    Raises :class:`EmptyInputError`, and what :func:`translator.reading.decoding.decode` raises.
    """
    decoded = decode(data, name=name)
    lines = decoded.text.splitlines()
    front, title = _front_matter(lines)
    labels = frozenset(match[1].casefold() for line in lines[front:] if (match := _LINK_DEFINITION.fullmatch(line)))
    pieces = _Parser(lines[front:], labels).parse()
    if front:
        pieces.insert(0, Piece("\n".join(lines[:front]), reason=_FRONT_MATTER))
    at = leading_heading(pieces, 1)
    if at is None and title and any(not piece.reason for piece in pieces):
        pieces.insert(0, Piece(title))
        at = 0
    if at is None:
        at = title_index(pieces)
    return assemble(
        name,
        pieces if at is None else title_first(pieces, at),
        titled=at is not None,
        keep_boilerplate=keep_boilerplate,
        encoding=decoded.encoding,
        notes=decoded.notes,
    )


def _front_matter(lines: Sequence[str]) -> tuple[int, str]:
    """How many lines are front matter, and the title in it."""
    if not lines or lines[0].rstrip() != "---":
        return 0, ""
    title = ""
    for number, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], 1):
        if line.rstrip() in {"---", "..."}:
            return number + 1, plain(title).text
        if not _FRONT_MATTER_LINE.fullmatch(line):
            break
        found = _FRONT_MATTER_TITLE.match(line)
        if found and found[1][0] not in "|>":
            title = found[1].strip()
            if len(title) > 1 and title[0] == title[-1] and title[0] in "\"'":
                title = title[1:-1].replace("''", "'").replace('\\"', '"')
    return 0, ""


class _Parser:
    """Reads lines one by one; ``_open`` holds those of the paragraph or list item that is growing."""

    def __init__(self, lines: Sequence[str], labels: frozenset[str], *, quoted: bool = False) -> None:
        self._lines = lines
        self._labels = labels
        self._text_kind = BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH
        self._pieces: list[Piece] = []
        self._open: list[str] = []
        self._kind = self._text_kind
        self._bullet = ""
        self._gap = True
        # Where the last end of a comment and of each fence is, to look for one only when there is one.
        self._last = {"-->": -1, "`": -1, "~": -1}
        for at, line in enumerate(lines):
            if "-->" in line:
                self._last["-->"] = at
            if (fence := _FENCE.match(line)) and not line[fence.end() :].strip():
                self._last[fence[1][0]] = at

    def parse(self) -> list[Piece]:
        at = 0
        while at < len(self._lines):
            at = self._step(at)
        self._close()
        return self._pieces

    def _step(self, at: int) -> int:
        """Read the line at ``at``, and what belongs to it; the index of the line after that."""
        line = self._lines[at]
        stripped = line.strip()
        for starts, read_on in (
            (self._starts_comment, self._comment),
            (self._starts_code, self._code),
            (self._starts_quotation, self._quotation),
            (self._starts_table, self._table),
        ):
            if starts(at):
                return read_on(at)
        if not stripped:
            self._close()
            self._gap = True
        elif self._open and self._kind is self._text_kind and _UNDERLINE.fullmatch(stripped):
            self._kind = BlockKind.HEADING
            self._close(level=1 if stripped[0] == "=" else 2)
        elif _RULE.fullmatch(stripped) or _UNDERLINE.fullmatch(stripped):
            self._set_aside(line, NO_TEXT)
        elif heading := _HEADING.match(line):
            self._close()
            self._open, self._kind = [_CLOSING_MARKS.sub("", heading[2].rstrip())], BlockKind.HEADING
            self._close(level=len(heading[1]))
        elif self._starts_item(stripped):
            self._item(stripped)
        elif not self._open and _LINK_DEFINITION.fullmatch(line):
            self._set_aside(line, _DEFINITION)
        else:
            self._open.append(stripped)
        return at + 1

    def _close(self, *, level: int = 0) -> None:
        """End the paragraph, item or heading that is growing."""
        if self._open:
            self._add("\n".join(self._open), self._kind, level, bullet=self._bullet)
        self._open, self._kind, self._bullet = [], self._text_kind, ""

    def _add(self, source: str, kind: BlockKind, level: int = 0, *, bullet: str = "", in_table: bool = False) -> None:
        inline = plain(source, self._labels)
        if inline.text:
            self._pieces.append(Piece(inline.text, kind, level, bullet=bullet, gap=self._gap, in_table=in_table))
            self._gap = False
        for alternative, markup in inline.images:
            if len(alternative.split()) >= _LEAST_CAPTION:
                self._pieces.append(Piece(alternative, BlockKind.CAPTION))
            else:
                self._pieces.append(Piece(markup, reason=_IMAGE))
        self._pieces.extend(Piece(comment, reason=_COMMENT) for comment in inline.comments)

    def _set_aside(self, text: str, reason: str) -> None:
        self._close()
        self._pieces.append(Piece(text.strip(), reason=reason))
        self._gap = True

    def _starts_comment(self, at: int) -> bool:
        return self._last["-->"] >= at and self._lines[at].lstrip().startswith("<!--")

    def _comment(self, at: int) -> int:
        end = next(number for number in range(at, len(self._lines)) if "-->" in self._lines[number])
        before, mark, after = self._lines[end].partition("-->")
        self._set_aside("\n".join([*self._lines[at:end], before + mark]), _COMMENT)
        if after.strip():
            self._open.append(after.strip())
        return end + 1

    def _starts_code(self, at: int) -> bool:
        fence = _FENCE.match(self._lines[at])
        return fence is not None and self._last[fence[1][0]] > at

    def _code(self, at: int) -> int:
        mark = self._lines[at].strip()
        mark = mark[: len(mark) - len(mark.lstrip(mark[0]))]
        for end in range(at + 1, self._last[mark[0]] + 1):
            closing = self._lines[end].strip()
            if len(closing) >= len(mark) and not closing.strip(mark[0]):
                self._set_aside("\n".join(self._lines[at : end + 1]), _CODE)
                return end + 1
        self._open.append(self._lines[at].strip())
        return at + 1

    def _starts_quotation(self, at: int) -> bool:
        return _QUOTE_MARKS.match(self._lines[at]) is not None

    def _quotation(self, at: int) -> int:
        self._close()
        end = at
        while end < len(self._lines) and _QUOTE_MARKS.match(self._lines[end]):
            end += 1
        inner = [_QUOTE_MARKS.sub("", line, count=1) for line in self._lines[at:end]]
        self._pieces += _Parser(inner, self._labels, quoted=True).parse()
        return end

    def _starts_item(self, stripped: str) -> bool:
        """A line of a paragraph may begin with a number and a full stop; only "1." interrupts one."""
        item = _ITEM.match(stripped)
        return item is not None and (not self._open or self._kind is BlockKind.LIST_ITEM or item[1] is None or item[1] == "1")

    def _item(self, stripped: str) -> None:
        self._close()
        item = _ITEM.match(stripped)
        if item and item[1] is None:
            self._bullet, stripped = item[0], stripped[item.end() :]
        self._open, self._kind = [stripped], BlockKind.LIST_ITEM

    def _starts_table(self, at: int) -> bool:
        border = self._lines[at + 1].strip() if at + 1 < len(self._lines) else ""
        return (
            "|" in self._lines[at]
            and "|" in border
            and "-" in border
            and not border.strip("|-: \t")
            and len(_cells(self._lines[at])) == len(_cells(border))
        )

    def _table(self, at: int) -> int:
        self._close()
        end = at
        while end < len(self._lines) and "|" in self._lines[end]:
            if end != at + 1:
                for cell in _cells(self._lines[end]):
                    self._add(cell.replace("\\|", "|"), self._text_kind, in_table=True)
            end += 1
        return end


def _cells(line: str) -> list[str]:
    row = line.strip().removeprefix("|")
    return [cell.strip() for cell in _CELL_BORDER.split(row.removesuffix("|") if not row.endswith("\\|") else row)]
