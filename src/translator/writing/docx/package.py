"""The container of a Word document: a zip of parts, and its properties. The same parts make the same bytes.

Source: ECMA-376 (Office Open XML), part 2, Open Packaging Conventions.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from translator.writing.docx.xml import legal, serialise

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONSHIPS = "word/_rels/document.xml.rels"
SETTINGS = "word/settings.xml"
FOOTER = "word/footer1.xml"
CORE_PROPERTIES = "docProps/core.xml"

# The first moment that a zip can name; which one it is does not matter, only that it stays.
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of ``parts`` (name: content), in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            package.writestr(entry, content)
    return file.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of ``package`` (name: content), in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        return {name: file.read(name) for name in file.namelist()}


def content_types(parts: Mapping[str, str]) -> etree._Element:
    """The list of the types of the ``parts`` (name: type) that are not plain XML."""
    root = etree.Element("Types", nsmap={None: f"{PACKAGE}/content-types"})
    etree.SubElement(root, "Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml")
    etree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name, kind in parts.items():
        etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=kind)
    return root


def relationships(*targets: tuple[str, str]) -> etree._Element:
    """Relationships to ``targets`` (kind, path from the part), numbered in their order: rId1 and so on."""
    root = etree.Element("Relationships", nsmap={None: f"{PACKAGE}/relationships"})
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return root


def add_type(types: bytes, name: str, kind: str) -> bytes:
    """The list of types with one more."""
    root = etree.fromstring(types)
    etree.SubElement(root, f"{{{PACKAGE}/content-types}}Override", PartName=f"/{name}", ContentType=kind)
    return serialise(root)


def add_relationship(existing: bytes, kind: str, target: str) -> bytes:
    """The relationships with one more at their end."""
    root = etree.fromstring(existing)
    attributes = {"Id": f"rId{len(root) + 1}", "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship", attributes)
    return serialise(root)


def core_properties(
    *,
    title: str,
    creator: str,
    subject: str = "",
    keywords: str = "",
    description: str = "",
    language: str = "",
    identifier: str = "",
    day: str = "",
) -> etree._Element:
    """The core properties part; empty ones are left out. ``day`` (ISO 8601): made and changed then, at midnight UTC."""
    root = etree.Element(_name("cp:coreProperties"), nsmap=_NAMESPACES)
    values = {
        "dc:title": title,
        "dc:subject": subject,
        "dc:creator": creator,
        "cp:keywords": keywords,
        "dc:description": description,
        "cp:lastModifiedBy": creator,
        "cp:revision": "1",
        "dc:language": language,
        "dc:identifier": identifier,
    }
    for name, value in values.items():
        if value:
            etree.SubElement(root, _name(name)).text = legal(value)
    for name in ("dcterms:created", "dcterms:modified") if day else ():
        element = etree.SubElement(root, _name(name))
        element.set(_name("xsi:type"), "dcterms:W3CDTF")
        element.text = f"{day}T00:00:00Z"
    return root


def _name(qualified: str) -> str:
    prefix, local = qualified.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
