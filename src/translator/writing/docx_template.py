"""Makes the Word template that :mod:`translator.writing.docx` fills: ``python -m translator.writing.docx_template DEST``.

Everything in it is written here, rather than taken over from Word, so that it holds nothing but what is used. The same version
of this module makes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

from translator.writing.docx_package import CORE_PROPERTIES, DOCUMENT, FOOTER, core_properties, pack
from translator.writing.docx_styles import FONT, styles
from translator.writing.docx_theme import theme
from translator.writing.docx_xml import ENGLISH, RELATIONSHIPS, field, paragraph, run, serialise, w

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument"

# Twentieths of a point: A4 on its side.
_PAGE = {"w": "16838", "h": "11906", "orient": "landscape"}
_MARGINS = {"top": "964", "right": "850", "bottom": "850", "left": "850", "header": "454", "footer": "397", "gutter": "0"}

# The parts that the document refers to: (name in the folder word, kind of relationship, type of content).
_PARTS = (
    ("styles.xml", "styles", f"{_MIME}.wordprocessingml.styles+xml"),
    ("settings.xml", "settings", f"{_MIME}.wordprocessingml.settings+xml"),
    ("fontTable.xml", "fontTable", f"{_MIME}.wordprocessingml.fontTable+xml"),
    ("numbering.xml", "numbering", f"{_MIME}.wordprocessingml.numbering+xml"),
    ("footer1.xml", "footer", f"{_MIME}.wordprocessingml.footer+xml"),
    ("theme/theme1.xml", "theme", f"{_MIME}.theme+xml"),
)


def template() -> bytes:
    """The template, as the bytes of a .docx file."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{RELATIONSHIPS}/officeDocument", DOCUMENT),
            (f"{_PACKAGE}/relationships/metadata/core-properties", CORE_PROPERTIES),
        ),
        DOCUMENT: _document(),
        "word/_rels/document.xml.rels": _relationships(*((f"{RELATIONSHIPS}/{kind}", name) for name, kind, _ in _PARTS)),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/numbering.xml": _numbering(),
        "word/theme/theme1.xml": theme(FONT),
        FOOTER: w("ftr", paragraph("PageNumber", run("Page "), field("PAGE"), run(" of "), field("NUMPAGES"))),
        CORE_PROPERTIES: core_properties(title="Template", creator="translator"),
    }
    return pack({name: serialise(root) for name, root in parts.items()})


def _content_types() -> etree._Element:
    overrides = {f"word/{name}": content_type for name, _, content_type in _PARTS}
    overrides[DOCUMENT] = f"{_MIME}.wordprocessingml.document.main+xml"
    overrides[CORE_PROPERTIES] = "application/vnd.openxmlformats-package.core-properties+xml"
    root = etree.Element("Types", nsmap={None: f"{_PACKAGE}/content-types"})
    etree.SubElement(root, "Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml")
    etree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name, kind in overrides.items():
        etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=kind)
    return root


def _relationships(*targets: tuple[str, str]) -> etree._Element:
    root = etree.Element("Relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return root


def _document() -> etree._Element:
    footer = w("footerReference", type="default")
    footer.set(f"{{{RELATIONSHIPS}}}id", f"rId{[kind for _, kind, _ in _PARTS].index('footer') + 1}")
    return w("document", w("body", w("p"), w("sectPr", footer, w("pgSz", **_PAGE), w("pgMar", **_MARGINS))))


def _settings() -> etree._Element:
    options = {"compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1", "enableOpenTypeFeatures": "1"}
    compatibility = [
        w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in options.items()
    ]
    return w(
        "settings",
        w("zoom", percent="100"),
        w("defaultTabStop", val="567"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *compatibility),
        w("themeFontLang", val=ENGLISH),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _fonts() -> etree._Element:
    """Carlito has Calibri's widths: where it stands in, lines break at the same places."""
    calibri = w(
        "font",
        w("altName", val="Carlito"),
        w("panose1", val="020F0502020204030204"),
        w("charset", val="00"),
        w("family", val="swiss"),
        w("pitch", val="variable"),
        name=FONT,
    )
    return w("fonts", calibri)


def _numbering() -> etree._Element:
    level = w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val="bullet"),
        w("pStyle", val="ListBullet"),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        ilvl="0",
    )
    bullets = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId="0")
    return w("numbering", bullets, w("num", w("abstractNumId", val="0"), numId="1"))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template())
