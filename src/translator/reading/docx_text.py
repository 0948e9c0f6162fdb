"""The text of WordprocessingML: paragraphs in document order, with tracked changes taken as accepted.

Element names are those of ECMA-376 part 1, chapter 17; ``mc:AlternateContent`` is part 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_PARAGRAPH, _CELL, _ROW, _BOX, _CONTROL = W + "p", W + "tc", W + "tr", W + "txbxContent", W + "sdt"
_ALTERNATIVES = _MC + "AlternateContent"
_TEXT = frozenset({W + "t", _MATH + "t"})
# What stands for a character. A soft hyphen is not one: it only says where a line may end.
_CHARACTERS = {W + "tab": " ", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOT_TEXT = frozenset(
    {W + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "instrText", "delText", "delInstrText", "fldData", "rt")}
)
_WHITE_SPACE = str.maketrans("\t\n\r\v\f", "     ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One ``w:p``: its ``lines`` (parted by line breaks, outer white space removed) and what says what it is.

    ``numbering`` is the value of its own ``w:numId``, ``outline`` that of its own ``w:outlineLvl``; None when not given.
    """

    lines: tuple[str, ...]
    style_id: str
    numbering: str | None
    outline: str | None
    in_table: bool


def paragraphs(element: _Element, *, in_table: bool = False) -> Iterator[Paragraph]:
    """All paragraphs below ``element`` in document order; the text boxes of a paragraph follow it.

    Tables are read row by row, cell by cell, merged cells once. Blank paragraphs are among them, without lines.
    """
    for child in element:
        if child.tag in _NOT_TEXT or _is_deleted_row(child) or _is_placeholder(child):
            continue
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child, in_table=in_table)
        elif child.tag == _CELL:
            if not _continues_merged_cell(child):
                yield from paragraphs(child, in_table=True)
        elif child.tag == _ALTERNATIVES:
            yield from paragraphs(_alternative(child), in_table=in_table)
        else:
            yield from paragraphs(child, in_table=in_table)


def value(element: _Element, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` (names without prefix, parted by ``/``), None when there is none."""
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")


def _paragraph(element: _Element, *, in_table: bool) -> Iterator[Paragraph]:
    characters: list[str] = []
    boxes: list[_Element] = []
    _collect(element, characters, boxes)
    yield Paragraph(
        tuple(line.strip() for line in "".join(characters).split("\n") if line.strip()),
        value(element, "pPr/pStyle") or "",
        value(element, "pPr/numPr/numId"),
        value(element, "pPr/outlineLvl"),
        in_table,
    )
    for box in boxes:
        yield from paragraphs(box, in_table=in_table)


def _collect(element: _Element, characters: list[str], boxes: list[_Element]) -> None:
    for child in element:
        if child.tag in _TEXT:
            characters.append((child.text or "").translate(_WHITE_SPACE))
        elif child.tag in _CHARACTERS:
            characters.append(_CHARACTERS[child.tag])
        elif child.tag == _BOX:
            boxes.append(child)
        elif child.tag == _ALTERNATIVES:
            _collect(_alternative(child), characters, boxes)
        elif child.tag not in _NOT_TEXT and not _is_placeholder(child):
            _collect(child, characters, boxes)


def _alternative(element: _Element) -> _Element:
    """The first of the alternatives, each of which holds the same content for programs of another age."""
    choice = element.find(_MC + "Choice")
    return element if choice is None else choice


def _is_deleted_row(element: _Element) -> bool:
    return element.tag == _ROW and element.find(f"{W}trPr/{W}del") is not None


def _is_placeholder(element: _Element) -> bool:
    """A form field that nobody filled in: its text is a prompt."""
    return element.tag == _CONTROL and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _continues_merged_cell(element: _Element) -> bool:
    return any(
        merge is not None and merge.get(W + "val", "continue") == "continue"
        for merge in (element.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge"))
    )
