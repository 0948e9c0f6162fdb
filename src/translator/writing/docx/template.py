"""Makes the Word template that Word documents are made from: ``python -m translator.writing.docx.template DEST``.

Everything in it is written here, rather than taken over from Word, so that it holds nothing but what is used. The same version
of this module makes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

from translator.writing.docx.controls import WORD_2013
from translator.writing.docx.options import DocxOptions
from translator.writing.docx.package import (
    CONTENT_TYPES,
    CORE_PROPERTIES,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    FOOTER,
    PACKAGE,
    SETTINGS,
    content_types,
    core_properties,
    pack,
    relationships,
)
from translator.writing.docx.page import page
from translator.writing.docx.styles import FONT, styles
from translator.writing.docx.theme import theme
from translator.writing.docx.xml import ENGLISH, RELATIONSHIPS, WORD, serialise, w

_MIME = "application/vnd.openxmlformats-officedocument"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# The parts that the document refers to: (name in the folder word, kind of relationship, type of content).
_PARTS = (
    ("styles.xml", "styles", f"{_MIME}.wordprocessingml.styles+xml"),
    ("settings.xml", "settings", f"{_MIME}.wordprocessingml.settings+xml"),
    ("fontTable.xml", "fontTable", f"{_MIME}.wordprocessingml.fontTable+xml"),
    ("numbering.xml", "numbering", f"{_MIME}.wordprocessingml.numbering+xml"),
    ("footer1.xml", "footer", f"{_MIME}.wordprocessingml.footer+xml"),
    ("theme/theme1.xml", "theme", f"{_MIME}.theme+xml"),
)
# The lists: in a document for delivery, in the table, and in the stacked layout; the first two belong to a style. Where
# there are content controls a space follows the bullet: LibreOffice 7.4 never ends if a tab does, and then a word longer
# than the line.
_BULLETS = (("ListBullet", "tab"), ("SegmentListItem", "space"), ("", "space"))


def template() -> bytes:
    """The template, as the bytes of a .docx file."""
    types = {f"word/{name}": content_type for name, _, content_type in _PARTS}
    types[DOCUMENT] = f"{_MIME}.wordprocessingml.document.main+xml"
    types[CORE_PROPERTIES] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts = {
        CONTENT_TYPES: content_types(types),
        "_rels/.rels": relationships(
            (f"{RELATIONSHIPS}/officeDocument", DOCUMENT),
            (f"{PACKAGE}/relationships/metadata/core-properties", CORE_PROPERTIES),
        ),
        DOCUMENT: _document(),
        DOCUMENT_RELATIONSHIPS: relationships(*((f"{RELATIONSHIPS}/{kind}", name) for name, kind, _ in _PARTS)),
        "word/styles.xml": styles(),
        SETTINGS: _settings(),
        "word/fontTable.xml": _fonts(),
        "word/numbering.xml": _numbering(),
        "word/theme/theme1.xml": theme(FONT),
        FOOTER: w("ftr", w("p")),
        CORE_PROPERTIES: core_properties(title="Template", creator="translator"),
    }
    return pack({name: serialise(root) for name, root in parts.items()})


def _document() -> etree._Element:
    """An empty document. It says that Word before 2013 may pass over what only Word 2013 and later know."""
    namespaces = {"w": WORD, "r": RELATIONSHIPS, "mc": _COMPATIBILITY, "w15": WORD_2013}
    root = etree.Element(f"{{{WORD}}}document", nsmap=namespaces)
    root.set(f"{{{_COMPATIBILITY}}}Ignorable", "w15")
    footer = f"rId{[kind for _, kind, _ in _PARTS].index('footer') + 1}"
    root.append(w("body", w("p"), page(DocxOptions()).section(footer)))
    return root


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
    lists = [_bullets(str(number), style, after) for number, (style, after) in enumerate(_BULLETS)]
    uses = [w("num", w("abstractNumId", val=str(number)), numId=str(number + 1)) for number in range(len(_BULLETS))]
    return w("numbering", *lists, *uses)


def _bullets(number: str, style: str, after: str) -> etree._Element:
    level = w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val="bullet"),
        *([w("pStyle", val=style)] if style else []),
        w("suff", val=after),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        ilvl="0",
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template())
