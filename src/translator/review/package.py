"""A reviewed Word file as parts: opened with bounds, nothing in it expanded or fetched.

Source: ECMA-376 (Office Open XML), part 2, Open Packaging Conventions; names of relationships: part 1, chapter 11.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from translator.errors import ReviewError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_XML = 200_000_000  # bytes, unpacked; LibreOffice writes some 20 million for 2,000 segments
_MOST_PARTS = 10_000
_MOST_CUSTOM_PARTS = 50
_OLE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels")
_CUSTOM = re.compile(r"customXml/item\d+\.xml")
# "Strict Open XML", which Word can save too, names everything differently and is otherwise the same here.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
# What other programs save, by a member of their zip, and what to do with it.
_OTHER_KINDS = {
    "content.xml": "is an OpenDocument file; open it and save it as Word document (.docx)",
    "Index/Document.iwa": "is a Pages document; export it to Word (.docx)",
    "xl/workbook.xml": "is a spreadsheet; give the Word document that was reviewed",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that matter; None or nothing where the file has none.

    ``threads`` is the part that says which comment answers which. ``custom`` are the custom XML parts of any origin.
    """

    document: etree._Element
    styles: etree._Element | None
    comments: etree._Element | None
    threads: etree._Element | None
    properties: etree._Element | None
    footers: tuple[etree._Element, ...]
    custom: tuple[etree._Element, ...]


def open_package(data: bytes, name: str) -> Package:
    """The parts of the .docx file ``data``, called ``name`` in messages.

    Raises :class:`ReviewError` for what is no Word document, is damaged, or would unpack to too much.
    """
    if data.startswith(_OLE):
        raise ReviewError(
            f"{name}: is an old Word document or has a password; open it in Word and save it as .docx, without one"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _parts(archive, name)
    except ReviewError:
        raise
    except Exception as error:  # a damaged zip can fail anywhere in the libraries
        raise _damaged(name) from error


def _parts(archive: zipfile.ZipFile, name: str) -> Package:
    members = {item.filename: item for item in archive.infolist()}
    other = next((message for member, message in _OTHER_KINDS.items() if member in members), "")
    if other:
        raise ReviewError(f"{name}: {other}")
    if len(members) > _MOST_PARTS:
        raise ReviewError(f"{name}: has more than {_MOST_PARTS:,} parts; copy the document into a new one")

    # The sizes may be wrong, but zipfile never unpacks more than they say.
    if sum(item.file_size for path, item in members.items() if path.endswith(_XML)) > _MOST_XML:
        raise ReviewError(f"{name}: would unpack to more than {_MOST_XML // 1_000_000} MB; copy the document into a new one")

    def part(path: str) -> etree._Element | None:
        return _parsed(archive, members[path], name) if path in members and path.endswith(_XML) else None

    def parts(paths: Iterator[str]) -> tuple[etree._Element, ...]:
        return tuple(root for root in map(part, paths) if root is not None)

    of_package = list(_relationships(part("_rels/.rels"), ""))
    path = next((target for kind, target in of_package if kind == "officeDocument"), "word/document.xml")
    document = part(path)
    if document is None:
        raise _damaged(name)
    folder, file = posixpath.split(path)
    related = list(_relationships(part(posixpath.join(folder, "_rels", f"{file}.rels")), folder))

    def one(kind: str) -> etree._Element | None:
        return next(iter(parts(target for found, target in related if found == kind)), None)

    return Package(
        document,
        one("styles"),
        one("comments"),
        one("commentsExtended"),
        next(iter(parts(target for kind, target in of_package if kind == "core-properties")), None),
        parts(target for kind, target in related if kind == "footer"),
        parts(iter([member for member in members if _CUSTOM.fullmatch(member)][:_MOST_CUSTOM_PARTS])),
    )


def _relationships(root: etree._Element | None, folder: str) -> Iterator[tuple[str, str]]:
    """The last word of each relationship's type, and the path of the part that it leads to."""
    for item in () if root is None else root.iterfind("{*}Relationship"):
        target = item.get("Target", "")
        if item.get("TargetMode") != "External" and target:
            joined = target if target.startswith("/") else posixpath.join("/", folder, target)
            yield item.get("Type", "").rpartition("/")[2], posixpath.normpath(joined).lstrip("/")


def _parsed(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> etree._Element:
    data = archive.read(member)
    for strict, transitional in _STRICT.items():
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReviewError(
            f"{name}: {member.filename} has a document type declaration, which no Word document may; give another"
        )
    return root


def _damaged(name: str) -> ReviewError:
    return ReviewError(f"{name}: is not a Word document or is damaged; open it in Word and save it again")
