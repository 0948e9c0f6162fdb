"""Word documents: paragraphs, tables, text boxes and notes, in document order.

The text is taken from the parts' XML (ECMA-376 part 1, chapter 17), since python-docx leaves out tracked insertions, content
controls and text boxes; python-docx opens the package and knows the styles.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from translator.article import BlockKind, SetAside
from translator.errors import UndecodableInputError
from translator.reading.blocks import assemble, title_first
from translator.reading.docx_text import W, paragraphs, value
from translator.reading.headlines import leading_heading, title_index
from translator.reading.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.opc.part import Part
    from lxml.etree import _Element

    from translator.article import Article
    from translator.reading.docx_text import Paragraph

_MOST_XML = 200_000_000  # bytes, unpacked: a book has some 10 million
_MOST_BYTES = 2_000_000_000
_OLE = b"\xd0\xcf\x11\xe0"

# Style names in lower case: Word stores the English ones whatever its language; other programs may store the Italian ones.
_TITLE = frozenset({"title", "titolo"})
_HEADING = re.compile(r"(?:heading|titolo) ([1-9])")
_LIST = re.compile(r"(?:list(?: bullet| number)?|elenco(?: puntato| numerato)?)(?: \d)?")
_QUOTATION = frozenset({"quote", "intense quote", "citazione", "citazione intensa", "quotations"})
_CAPTION = frozenset({"caption", "didascalia"})
_CONTENTS = re.compile(r"(?:toc|sommario) (?:\d|heading)|titolo sommario")

# Titles that programs write into the properties of every document.
_PLACEHOLDER_TITLE = re.compile(
    r"(?:microsoft word - .*|word document|(?:documento?|untitled|senza titolo|presentazione)[ \d]*|.*\.docx?)", re.IGNORECASE
)
_HEADER_OR_FOOTER = "page header or footer"
_CONTENTS_REASON = "table of contents"
_UNREAD = re.compile(r"/(?:chart|diagramData|aFChunk)$")
_UNREAD_NOTE = "text inside charts, diagrams and inserted files is not read"


def read(data: bytes, *, name: str, keep_boilerplate: bool = False) -> Article:
    """The article in a Word document (.docx).

    Tracked changes are taken as accepted; comments and pictures are not text; headers and footers are set aside. A line
    break inside a paragraph ends a block, except in headings. Notes follow the text. Raises :class:`UndecodableInputError`
    for what is not a Word document, or is damaged, and :class:`EmptyInputError`.
    """
    _check_package(data, name)
    try:
        package = _open(data)
    except Exception as error:  # a damaged package can fail anywhere in the libraries
        raise _damaged(name) from error
    pieces, titled = _with_title(list(_pieces(package.body, package.styles)), package.title)
    for note in package.notes:
        pieces += _pieces(note, package.styles)
    margins = dict.fromkeys(line for part in package.margins for paragraph in paragraphs(part) for line in paragraph.lines)
    return assemble(
        name,
        pieces,
        titled=titled,
        keep_boilerplate=keep_boilerplate,
        set_aside=[SetAside(line, _HEADER_OR_FOOTER) for line in margins],
        notes=[_UNREAD_NOTE] if package.has_unread else [],
    )


@dataclass(frozen=True, slots=True)
class _Package:
    body: _Element
    notes: list[_Element]
    margins: list[_Element]
    styles: dict[str, _Style]
    title: str
    has_unread: bool


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style with what it takes from the styles that it is based on."""

    names: tuple[str, ...] = ()
    numbering: str | None = None
    outline: str | None = None


def _check_package(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise UndecodableInputError(
            f"{name}: is an old Word document or has a password: open it in Word and save it as .docx, without one"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error
    # The sizes may be wrong, but zipfile never unpacks more than they say.
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if xml > _MOST_XML or sum(member.file_size for member in members) > _MOST_BYTES:
        raise UndecodableInputError(
            f"{name}: would unpack to more than {_MOST_XML // 1_000_000} MB of text: copy the article into a new document"
        )


def _damaged(name: str) -> UndecodableInputError:
    return UndecodableInputError(f"{name}: is not a Word document or is damaged: open it in Word and save it again")


def _open(data: bytes) -> _Package:
    import docx  # noqa: PLC0415 - slow to import, and only Word documents need it

    document = docx.Document(BytesIO(data))
    related = [rel for rel in document.part.rels.values() if not rel.is_external]
    notes = [
        note
        for kind in ("/footnotes", "/endnotes")
        for rel in related
        if rel.reltype.endswith(kind)
        for note in _root(rel.target_part)
        if note.get(W + "type") in {None, "normal"}  # the others are separator lines
    ]
    return _Package(
        document.element.body,
        notes,
        [_root(rel.target_part) for rel in related if rel.reltype.endswith(("/header", "/footer"))],
        _styles(document.styles.element),
        document.core_properties.title,
        any(_UNREAD.search(rel.reltype) for rel in related),
    )


def _root(part: Part) -> _Element:
    from docx.oxml import parse_xml  # noqa: PLC0415

    return parse_xml(part.blob)


def _styles(root: _Element) -> dict[str, _Style]:
    elements = {element.get(W + "styleId", ""): element for element in root.iter(W + "style")}
    styles = {}
    for style_id in elements:
        chain: dict[str, _Element] = {}
        above: str | None = style_id
        while above in elements and above not in chain:
            chain[above] = elements[above]
            above = value(elements[above], "basedOn")
        styles[style_id] = _Style(
            tuple((value(element, "name") or "").casefold() for element in chain.values()),
            next(filter(None, (value(element, "pPr/numPr/numId") for element in chain.values())), None),
            next(filter(None, (value(element, "pPr/outlineLvl") for element in chain.values())), None),
        )
    return styles


def _pieces(root: _Element, styles: dict[str, _Style]) -> Iterator[Piece]:
    gap = True
    for paragraph in paragraphs(root):
        style = styles.get(paragraph.style_id, _Style((paragraph.style_id.casefold(),)))
        kind, level = _kind(paragraph, style)
        reason = _CONTENTS_REASON if any(map(_CONTENTS.fullmatch, style.names)) else ""
        lines = (" ".join(paragraph.lines),) if kind is BlockKind.HEADING and paragraph.lines else paragraph.lines
        for line in lines:
            yield Piece(line, kind, level, gap=gap, in_table=paragraph.in_table, reason=reason)
            gap = False
        gap = not lines


def _kind(paragraph: Paragraph, style: _Style) -> tuple[BlockKind, int]:
    names = style.names
    if level := _heading_level(names, paragraph.outline or style.outline or ""):
        return BlockKind.HEADING, level
    if not _QUOTATION.isdisjoint(names):
        return BlockKind.QUOTATION, 0
    if not _CAPTION.isdisjoint(names):
        return BlockKind.CAPTION, 0
    numbering = style.numbering if paragraph.numbering is None else paragraph.numbering
    if numbering not in {None, "0"} or (paragraph.numbering is None and any(map(_LIST.fullmatch, names))):
        return BlockKind.LIST_ITEM, 0
    return BlockKind.PARAGRAPH, 0


def _heading_level(names: tuple[str, ...], outline: str) -> int:
    """The style "Title" is of level 1, so "Heading 1" of level 2; 0 is no heading."""
    if not _TITLE.isdisjoint(names):
        return 1
    heading = next(filter(None, map(_HEADING.fullmatch, names)), None)
    if heading:
        return int(heading[1]) + 1
    return int(outline) + 2 if re.fullmatch("[0-8]", outline) else 0  # 9 is body text


def _with_title(pieces: list[Piece], property_title: str) -> tuple[list[Piece], bool]:
    """``pieces`` with the title as the first, and whether there is one."""
    at = next((at for at, piece in enumerate(pieces) if piece.level == 1 and not piece.reason), None)
    if at is not None:
        return title_first(pieces, at), True
    at = leading_heading(pieces, 2)
    if at is not None:  # "Heading 1" is the title, so the sections begin with "Heading 2"
        return title_first([replace(piece, level=max(0, piece.level - 1)) for piece in pieces], at), True
    at = title_index(pieces)
    if at is not None and pieces[at].kind is BlockKind.PARAGRAPH:
        return title_first(pieces, at), True
    title = " ".join(property_title.split())
    if title and pieces and not _PLACEHOLDER_TITLE.fullmatch(title):
        return title_first([Piece(title), *pieces], 0), True
    return pieces, False
