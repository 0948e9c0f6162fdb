"""The container of a Word document: a zip of parts, and its properties. The same parts make the same bytes.

Source: ECMA-376 (Office Open XML), part 2, Open Packaging Conventions.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from translator.writing.docx_xml import legal

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENT = "word/document.xml"
FOOTER = "word/footer1.xml"
CORE_PROPERTIES = "docProps/core.xml"

# The first moment that a zip can name; which one it is does not matter, only that it stays.
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3

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


def core_properties(
    *, title: str, creator: str, subject: str = "", keywords: str = "", description: str = "", language: str = "", day: str = ""
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
