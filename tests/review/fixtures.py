"""Reviewed documents as four programs write them, made by hand: the same edits in each one's own way of writing XML.

``Word``: identifiers of editing sessions everywhere, runs split at will, content controls (some of them around cells), the custom
XML part renamed. ``LibreOffice``: no custom part, no content controls, style ids made from names, a change around each run.
``GoogleDocs``: everything as direct formatting, neither styles nor controls nor properties, suggestions as changes. ``Pages``:
styles flattened and numbered, changes without ids.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from translator.fingerprint import segment_hash

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ARTICLE_NAME = "porto-valdora.txt"
ARTICLE_TEXT = "Il porto di Valdora riapre\n\nIl ministro è arrivato ieri. Il sindaco tace.\n\nLa gru è ferma.\n"
ARTICLE_SHA256 = hashlib.sha256(ARTICLE_TEXT.encode()).hexdigest()
# Id, style of the paragraph, Italian, English of the machine.
SEGMENTS = (
    ("p1.s1", "Segment heading 1", "Il porto di Valdora riapre", "The port of Valdora reopens"),
    ("p2.s1", "Segment", "Il ministro è arrivato ieri.", "The minister is arrived yesterday."),
    ("p2.s2", "Segment", "Il sindaco tace.", "The mayor is silent."),
    ("p3.s1", "Segment quote", "La gru è ferma.", "The crane is firm."),
)
SOURCES = {segment: source for segment, _, source, _ in SEGMENTS}
TARGETS = {segment: target for segment, _, _, target in SEGMENTS}
_STYLES = ("Segment", "Segment heading 1", "Segment quote", "Segment source", "Segment target", "Note", "Status", "Row number")
_KINDS = {"Segment": 'kind="paragraph"', "Segment heading 1": 'kind="heading" level="1"', "Segment quote": 'kind="quotation"'}


@dataclass(frozen=True)
class Ins:
    """Text that ``by`` put in."""

    text: str
    by: str = "Anna Bianchi"


@dataclass(frozen=True)
class Del:
    """Text that ``by`` took out."""

    text: str
    by: str = "Anna Bianchi"


@dataclass(frozen=True)
class Raw:
    """XML that stands in a paragraph as it is."""

    xml: str


@dataclass(frozen=True)
class Remark:
    """A comment at ``words``; ``answers`` are pairs of author and text."""

    words: str
    text: str
    by: str = "Anna Bianchi"
    answers: tuple[tuple[str, str], ...] = ()
    done: bool = False


@dataclass(frozen=True)
class NewParagraph:
    """The end of a paragraph; ``mark`` is XML for its properties."""

    mark: str = ""


@dataclass
class Row:
    """A row as it is after the review; None for what is as it was written."""

    segment: str
    english: list | None = None
    italian: list | None = None
    status: list | None = None
    notes: list | None = None
    mark: str | None = None
    row_properties: str = ""
    cell_properties: dict[str, str] = field(default_factory=dict)
    number: int = 0


def rows(**changed):
    """All rows, with what is given by id (``p2_s1=Row(...)``, or a list: the English) in the place of the untouched ones."""
    given = {name.replace("_", "."): row for name, row in changed.items()}
    made = []
    for number, (segment, *_) in enumerate(SEGMENTS, 1):
        row = given.get(segment, Row(segment))
        row = row if isinstance(row, Row) else Row(segment, english=row)
        row.number = row.number or number
        made.append(row)
    return made


class Program:
    """One program's way of writing."""

    name = ""
    has_controls = has_custom = has_properties = has_threads = False
    change_ids = True

    def __init__(self, *, reviewer_columns=True):
        self.reviewer_columns = reviewer_columns
        self._ids = count(1)
        self._remarks = []

    # In a paragraph

    def run(self, text, tag="t"):
        raise NotImplementedError

    def change(self, kind, piece):
        number = f' w:id="{next(self._ids)}"' if self.change_ids else ""
        author = f'w:author={quoteattr(piece.by)} w:date="2026-11-20T10:{next(self._ids) % 60:02}:00Z"'
        return f"<w:{kind}{number} {author}>{self.run(piece.text, 'delText' if kind == 'del' else 't')}</w:{kind}>"

    def remark(self, piece):
        first = len(self._remarks)
        self._remarks.append((piece.by, piece.text, None, piece.done))
        self._remarks += [(by, text, first, False) for by, text in piece.answers]
        numbers = range(first, len(self._remarks))
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers
        )
        return f"{starts}{self.run(piece.words)}{ends}"

    def pieces(self, content):
        for piece in content:
            if isinstance(piece, str):
                yield self.run(piece)
            elif isinstance(piece, Raw):
                yield piece.xml
            elif isinstance(piece, Remark):
                yield self.remark(piece)
            elif isinstance(piece, Ins | Del):
                yield self.change(type(piece).__name__.lower(), piece)

    def paragraphs(self, content, style):
        parts, marks = [[]], []
        for piece in content:
            if isinstance(piece, NewParagraph):
                parts.append([])
                marks.append(piece.mark)
            else:
                parts[-1].append(piece)
        return "".join(
            self.paragraph("".join(self.pieces(part)), style, mark) for part, mark in zip(parts, [*marks, ""], strict=True)
        )

    def paragraph(self, xml, style, mark=""):
        raise NotImplementedError

    # Of a table

    def control(self, tag, xml, kind):
        return xml

    def cell(self, xml, properties=""):
        return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{xml}</w:tc>'

    def header(self):
        names = ["#", "Italiano", "English", *(["Status", "Notes"] if self.reviewer_columns else [])]
        cells = "".join(self.cell(self.paragraph(self.run(name), "Table heading")) for name in names)
        return f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def row(self, row):
        style = next(style for segment, style, *_ in SEGMENTS if segment == row.segment)
        mark = row.mark if row.mark is not None else mark_of(row.segment)
        first = self.paragraph(f"{self.run(str(row.number))}<w:r><w:br/></w:r>{self.run(mark)}" if mark else "", "Row number")
        columns = {
            "id": first,
            "it": self.paragraphs([SOURCES[row.segment]] if row.italian is None else row.italian, style),
            "en": self.paragraphs([TARGETS[row.segment]] if row.english is None else row.english, style),
        }
        if self.reviewer_columns:
            status = "".join(self.pieces(row.status or ["To review"]))
            columns["status"] = self.paragraph(self.control(f"status:{row.segment}", status, "status"), "Status")
            columns["notes"] = self.paragraphs(row.notes or [], "Note")
        cells = "".join(
            self.cell(
                xml if name == "status" else self.control(f"{name}:{row.segment}", xml, name), row.cell_properties.get(name, "")
            )
            for name, xml in columns.items()
        )
        return f"<w:tr>{self.row_properties(row)}{cells}</w:tr>"

    def row_properties(self, row):
        return f"<w:trPr>{row.row_properties}</w:trPr>" if row.row_properties else ""

    def table(self, content, *, header=True):
        widths = (800, 6000, 6000, 1200, 1600)[: 5 if self.reviewer_columns else 3]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        body = "".join(item if isinstance(item, str) else self.row(item) for item in content)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{self.header() if header else ''}{body}</w:tbl>"

    def pair(self, row):
        """The two paragraphs of layout ``stacked``."""
        source = self.run(SOURCES[row.segment])
        italian = self.paragraph(f"{self.run(mark_of(row.segment))}<w:r><w:tab/></w:r>{source}", "Segment source")
        english = self.paragraphs([TARGETS[row.segment]] if row.english is None else row.english, "Segment target")
        return italian + self.control(f"en:{row.segment}", english, "en")

    # The file

    def styles(self):
        return ""

    def comments(self):
        return "".join(
            f'<w:comment w:id="{number}" w:author={quoteattr(by)} w:date="2026-11-20T11:00:00Z" w:initials="AB">'
            f'<w:p w14:paraId="{number + 100:08X}"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:comment>'
            for number, (by, text, *_) in enumerate(self._remarks)
        )

    def threads(self):
        for number, (_, _, parent, done) in enumerate(self._remarks):
            above = "" if parent is None else f' w15:paraIdParent="{parent + 100:08X}"'
            yield f'<w15:commentEx w15:paraId="{number + 100:08X}"{above} w15:done="{int(done)}"/>'

    def document(self, content, *, stacked=False, before="", after="", layout="", footer=None):
        """The bytes of a document with ``content`` (rows, or XML) in its table."""
        if stacked:
            body = "".join(item if isinstance(item, str) else self.pair(item) for item in content)
        else:
            body = self.table(content)
        return self.package(f"{before}{body}{after}", layout or ("stacked" if stacked else "table"), footer)

    def package(self, body, layout="table", footer=None):
        """The bytes of a document with the XML ``body``."""
        footer = f"Article {ARTICLE_NAME} · sha256 {ARTICLE_SHA256[:12]} · Page 1 of 2" if footer is None else footer
        parts = {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:p/><w:sectPr/></w:body></w:document>",
            "word/styles.xml": f"<w:styles {NAMESPACES}>{self.styles()}</w:styles>",
            "word/footer1.xml": f"<w:ftr {NAMESPACES}>{self.paragraph(self.run(footer), 'footer')}</w:ftr>",
        }
        if self._remarks:
            parts["word/comments.xml"] = f"<w:comments {NAMESPACES}>{self.comments()}</w:comments>"
            if self.has_threads:
                parts["word/commentsExtended.xml"] = f"<w15:commentsEx {NAMESPACES}>{''.join(self.threads())}</w15:commentsEx>"
        if self.has_custom:
            parts["customXml/item1.xml"] = '<b:Sources xmlns:b="http://schemas.openxmlformats.org/bibliography"/>'
            parts["customXml/item2.xml"] = custom(layout)
        if self.has_properties:
            parts["docProps/core.xml"] = (
                f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>Il porto di Valdora riapre</dc:title><dc:identifier>translator:{ARTICLE_SHA256}</dc:identifier>"
                f"<cp:keywords>{layout}</cp:keywords></cp:coreProperties>"
            )
        return pack(parts)


class Word(Program):
    name = "word"
    has_controls = has_custom = has_properties = has_threads = True

    def run(self, text, tag="t"):
        """Split in the middle of a word, with session ids and a spelling mark between."""
        middle = len(text) // 2
        runs = [
            f'<w:r w:rsidR="00A1{len(part):04X}" w:rsidRPr="00B2C3D4"><w:rPr><w:lang w:val="en-US"/></w:rPr>{_t(part, tag)}</w:r>'
            for part in (text[:middle], text[middle:])
            if part
        ]
        return '<w:proofErr w:type="spellStart"/>'.join(runs)

    def paragraph(self, xml, style, mark=""):
        return (
            f'<w:p w14:paraId="{next(self._ids):08X}" w:rsidR="00C3D4E5" w:rsidRDefault="00C3D4E5" w:rsidP="00D4E5F6">'
            f'<w:pPr><w:pStyle w:val="{_joined(style)}"/><w:rPr>{mark}</w:rPr></w:pPr>{xml}</w:p>'
        )

    def control(self, tag, xml, kind):
        lock = {"id": "sdtContentLocked", "it": "sdtContentLocked", "notes": "unlocked"}.get(kind, "sdtLocked")
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{next(self._ids)}"/><w:lock w:val="{lock}"/></w:sdtPr>'
            f"<w:sdtContent>{xml}</w:sdtContent></w:sdt>"
        )

    def styles(self):
        return _style_definitions(_joined)


class WordWithCellControls(Word):
    """Word puts a control around the cell when it holds the cell's whole content."""

    name = "word, controls around cells"

    def row(self, row):
        xml = super().row(row)
        for kind in ("id", "it", "en", *(["notes"] if self.reviewer_columns else [])):
            start = xml.index(f'<w:sdt><w:sdtPr><w:tag w:val="{kind}:')
            inner = xml.index("<w:sdtContent>", start)
            end = xml.index("</w:sdtContent></w:sdt></w:tc>", inner)
            cell = xml.rindex("<w:tc>", 0, start)
            content = xml[inner + len("<w:sdtContent>") : end]
            moved = f"{xml[start:inner]}<w:sdtContent>{xml[cell:start]}{content}</w:tc></w:sdtContent></w:sdt>"
            xml = xml[:cell] + moved + xml[end + len("</w:sdtContent></w:sdt></w:tc>") :]
        return xml


class LibreOffice(Program):
    name = "libreoffice"
    has_properties = has_threads = True

    def run(self, text, tag="t"):
        return f'<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>{_t(text, tag)}</w:r>'

    def change(self, kind, piece):
        """A change around each run; a new run begins wherever the language or a mark changes."""
        first, space, rest = piece.text.partition(" ")
        texts = (f"{first}{space}", rest)
        return "".join(super(LibreOffice, self).change(kind, type(piece)(text, piece.by)) for text in texts if text)

    def paragraph(self, xml, style, mark=""):
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{_capitalised(style)}"/><w:widowControl/><w:bidi w:val="0"/>'
            f"<w:rPr>{mark}</w:rPr></w:pPr>{xml}</w:p>"
        )

    def styles(self):
        return _style_definitions(_capitalised)


class GoogleDocs(Program):
    name = "google docs"

    def run(self, text, tag="t"):
        fonts = '<w:rFonts w:ascii="Calibri" w:cs="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri"/><w:sz w:val="21"/>'
        return (
            f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>{fonts}<w:rtl w:val="0"/></w:rPr>'
            f"{_t(text, tag)}</w:r>"
        )

    def paragraph(self, xml, style, mark=""):
        return (
            '<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000"'
            f' w14:paraId="{next(self._ids):08X}"><w:pPr><w:widowControl w:val="0"/><w:spacing w:after="0" w:before="0"/>'
            f'<w:rPr><w:sz w:val="21"/>{mark}</w:rPr></w:pPr>{xml}</w:p>'
        )

    def row_properties(self, row):
        return f'<w:trPr><w:cantSplit w:val="1"/><w:tblHeader w:val="0"/>{row.row_properties}</w:trPr>'


class Pages(Program):
    name = "pages"
    change_ids = False

    def run(self, text, tag="t"):
        space = "preserve" if text != text.strip() else "default"
        return f'<w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:{tag} xml:space="{space}">{escape(text)}</w:{tag}></w:r>'

    def paragraph(self, xml, style, mark=""):
        return f'<w:p><w:pPr><w:pStyle w:val="Table Style 2"/><w:bidi w:val="0"/><w:rPr>{mark}</w:rPr></w:pPr>{xml}</w:p>'


PROGRAMS = (Word, WordWithCellControls, LibreOffice, GoogleDocs, Pages)


def mark_of(segment):
    """What stands in the first cell below the number."""
    return f"{segment} · {segment_hash(SOURCES[segment])[:4]}"


def custom(layout="table", *, article=ARTICLE_NAME, sha256=ARTICLE_SHA256, version="1", segments=SEGMENTS):
    """The custom XML part."""
    listed = "".join(
        f'<segment id="{segment}" source="{segment_hash(source)[:16]}" target="{segment_hash(target)[:16]}" status="initial"'
        f" {_KINDS[style]}><it>{escape(source)}</it><en>{escape(target)}</en></segment>"
        for segment, style, source, target in segments
    )
    return (
        f'<review xmlns="urn:translator:review:1" version="{version}" layout="{layout}" article="{article}" sha256="{sha256}"'
        f' title="Il porto di Valdora riapre" signature="translator:0.1.0">{listed}</review>'
    )


def pack(parts):
    """A package of ``parts`` with the relationships and types that it needs."""
    kinds = {
        "styles": "styles.xml",
        "footer": "footer1.xml",
        "comments": "comments.xml",
        "commentsExtended": "commentsExtended.xml",
    }
    related = [(kind, name) for kind, name in kinds.items() if f"word/{name}" in parts]
    related += [("customXml", f"../{name}") for name in parts if name.startswith("customXml/")]
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for number, (kind, name) in enumerate(related)
    )
    core = f'<Relationship Id="c" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" Type="{OFFICE}/officeDocument"'
        f' Target="word/document.xml"/>{core if "docProps/core.xml" in parts else ""}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        **parts,
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            whole = content if isinstance(content, bytes) else f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'
            archive.writestr(name, whole)
    return data.getvalue()


def _t(text, tag):
    return f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'


def _joined(style):
    return "".join(word.capitalize() for word in style.split())


def _capitalised(style):
    return style.replace(" ", "").capitalize()


def _style_definitions(make_id):
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{make_id(name)}"><w:name w:val="{name}"/></w:style>' for name in _STYLES
    )
