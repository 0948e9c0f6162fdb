"""The styles of the Word template, as WordprocessingML. Sizes are half points, distances twentieths of a point.

The name of a style of our own is its id with spaces: LibreOffice makes the id anew from the name.
"""

from __future__ import annotations

from lxml import etree

from translator.writing.docx.style_xml import character, font, indent, left_rule, paragraph, spacing, style
from translator.writing.docx.xml import ENGLISH, ITALIAN, WORD

FONT = "Calibri"

INK = "1F2933"
SLATE = "2F4459"
GREY = "66717E"
_LIGHT_RULE = "E4E8ED"
RULE = "7D8FA3"
_HEADER_FILL = "F1F4F8"
_RED = "A12B20"
_AMBER = "7A5200"


def styles() -> etree._Element:
    """The root element of the styles part."""
    groups = (_DEFAULTS, _FRONT, _DOCUMENT, _TABLE_CELLS, _STACKED, _SUMMARY, _CHARACTERS, _COMMENTS, _TABLES)
    return etree.fromstring(f'<w:styles xmlns:w="{WORD}">{"".join(item for group in groups for item in group)}</w:styles>')


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _mark(style_id: str, name: str, fill: str, pattern: str, colour: str) -> str:
    """A marked term: underlines differ as well as colours, so that the colour is not the only sign."""
    return character(style_id, name, font(underline=(pattern, colour), fill=fill))


_DEFAULTS = (
    (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{ENGLISH}" w:eastAsia="{ENGLISH}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    ),
    # Word's own styles that are not defined here stay out of its lists.
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0"/>',
    # A colour among the defaults would, in LibreOffice 7.4, win over those of character styles in tables.
    style("paragraph", "Normal", "Normal", f"<w:qFormat/>{font(colour=INK)}"),
    style("character", "DefaultParagraphFont", "Default Paragraph Font", "<w:semiHidden/>"),
)

_FRONT = (
    # The first heading of an article is its title: it gets no label, so this is what leads to it in Word's navigation.
    paragraph(
        "Title",
        "Title",
        "<w:keepNext/>" + spacing(after=60) + _outline(0),
        font(bold=True, colour=SLATE, size=36, language=ITALIAN),
        following="Facts",
    ),
    paragraph("Facts", "Facts", spacing(after=20), font(proofed=False, colour=GREY, size=17)),
    paragraph("Legend", "Legend", spacing(before=120, after=160), font(size=17), based="Facts"),
    paragraph("Header", "header", "", font(colour=GREY, size=15)),
    paragraph("Footer", "footer", "", font(proofed=False, colour=GREY, size=15)),
)

# The document's own paragraphs, as they are delivered.
_DOCUMENT = (
    paragraph(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/>" + spacing(after=200) + _outline(0),
        font(bold=True, colour=SLATE, size=40),
        following="BodyText",
    ),
    paragraph(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/>" + spacing(before=320, after=80) + _outline(1),
        font(bold=True, colour=SLATE, size=27),
        following="BodyText",
    ),
    paragraph(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/>" + spacing(before=240, after=60) + _outline(2),
        font(bold=True, colour=SLATE, size=23),
        following="BodyText",
    ),
    paragraph("BodyText", "Body Text", spacing(after=160, line=283), font(size=22)),
    paragraph(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + spacing(after=160) + indent(397, 255) + "<w:contextualSpacing/>",
        font(),
        based="BodyText",
    ),
    paragraph(
        "Quote",
        "Quote",
        left_rule(RULE, 11) + spacing(before=80, after=240) + indent(397, right=397),
        font(italic=True),
        based="BodyText",
    ),
    paragraph("Caption", "caption", spacing(after=240, line=264), font(colour=GREY, size=19), based="BodyText"),
    paragraph("Dateline", "Dateline", spacing(after=120), font(colour=GREY, spacing=10, size=20), based="BodyText"),
    paragraph("Byline", "Byline", spacing(after=200), font(italic=True, colour=SLATE, size=22), based="BodyText"),
)


def _cell_heading(level: int, size: int, before: int) -> str:
    """A heading in the table, without an outline level: the label above the table is the one that is listed."""
    layout = "<w:keepNext/>" + spacing(before, before)
    return paragraph(
        f"SegmentHeading{level}", f"Segment Heading {level}", layout, font(bold=True, colour=SLATE, size=size), based="Segment"
    )


def _label(level: int) -> str:
    """What stands above the table of a section: small, and listed in Word's navigation, which leaves out headings in tables."""
    return paragraph(
        f"SectionLabel{level}",
        f"Section Label {level}",
        spacing(before=320, after=60),
        font(bold=False, proofed=False, colour=GREY, size=17, language=ITALIAN),
        based=f"Heading{level}",
        following="Segment",
    )


_TABLE_CELLS = (
    paragraph("TableHeading", "Table Heading", "<w:keepNext/>", font(bold=True, proofed=False, colour=SLATE, size=17)),
    paragraph("RowNumber", "Row Number", spacing(before=24), font(proofed=False, colour=GREY, size=17)),
    paragraph("Segment", "Segment", spacing(line=259), font()),
    *(_label(level) for level in (1, 2, 3)),
    *(_cell_heading(level, size, before) for level, size, before in ((1, 28, 60), (2, 24, 50), (3, 22, 30))),
    paragraph(
        "SegmentListItem",
        "Segment List Item",
        '<w:numPr><w:numId w:val="2"/></w:numPr>' + indent(312, 155),
        font(),
        based="Segment",
    ),
    paragraph("SegmentListMore", "Segment List More", indent(312), font(), based="Segment"),
    paragraph("SegmentQuote", "Segment Quote", left_rule(RULE) + indent(312), font(italic=True), based="Segment"),
    paragraph("SegmentCaption", "Segment Caption", "", font(colour=GREY, size=18), based="Segment"),
    paragraph("SegmentDateline", "Segment Dateline", "", font(colour=GREY, spacing=10, size=19), based="Segment"),
    paragraph("SegmentByline", "Segment Byline", "", font(italic=True, colour=SLATE), based="Segment"),
    paragraph("Status", "Status", spacing(before=30), font(proofed=False, colour=SLATE, size=16)),
    paragraph("Note", "Note", spacing(before=30, line=259), font(size=16)),
)

# The ids hang in a margin of their own.
_STACKED = (
    paragraph(
        "SegmentSource",
        "Segment Source",
        "<w:keepNext/><w:keepLines/>" + spacing(after=50, line=259) + indent(1304, 1304),
        font(colour=GREY, size=20),
    ),
    paragraph("SegmentTarget", "Segment Target", "<w:keepLines/>" + spacing(after=220, line=271) + indent(1304), font(size=22)),
)

_SUMMARY = (
    paragraph("Told", "Told", spacing(after=120), font(colour=GREY, size=18)),
    paragraph("Reason", "Reason", "<w:keepNext/>" + spacing(before=80, after=40), font(bold=True, colour=GREY, size=18)),
    paragraph("SetAside", "Set Aside", spacing(after=60) + indent(284, 284), font(size=19)),
    paragraph("Figure", "Figure", spacing(before=40), font(colour=SLATE, size=44)),
    paragraph("FigureName", "Figure Name", "", font(bold=True, proofed=False, colour=GREY, size=17)),
    paragraph("FigureDetail", "Figure Detail", spacing(after=10), font(proofed=False, colour=GREY, size=17)),
    paragraph("SummaryCell", "Summary Cell", "", font(size=19)),
    paragraph("SummaryNumber", "Summary Number", '<w:jc w:val="right"/>', font(), based="SummaryCell"),
    paragraph("Fingerprint", "Fingerprint", spacing(after=40), font(proofed=False, colour=GREY, size=16)),
)

_CHARACTERS = (
    _mark("TermOk", "Term Ok", "E4F1EA", "single", "5E9C7D"),
    _mark("TermRepaired", "Term Repaired", "FDEFD0", "dash", "B57A12"),
    _mark("TermMissing", "Term Missing", "FBE0DC", "wave", "B83A2C"),
    _mark("GuardedName", "Guarded Name", "EBEFF8", "dotted", "5A6FA0"),
    character("SegmentId", "Segment Id", font(bold=False, italic=False, proofed=False, colour=GREY, size=12)),
    character("Strong", "Strong", font(bold=True)),
    # What the tool notes on a segment.
    character("NoteInfo", "Note Info", font(proofed=False, colour=GREY)),
    character("NoteWarning", "Note Warning", font(proofed=False, colour=_AMBER)),
    character("NoteError", "Note Error", font(bold=True, proofed=False, colour=_RED)),
    character("Hyperlink", "Hyperlink", font(colour="0563C1", underline=("single", "0563C1"))),
    character("PlaceholderText", "Placeholder Text", font(colour=GREY)),
)

# A reviewer's comments need these too; Word would add them, other programs leave the reference dangling.
_COMMENTS = (
    character("CommentReference", "annotation reference", font(size=16)),
    paragraph("CommentText", "annotation text", "", font(size=20)),
    paragraph("CommentSubject", "annotation subject", "", font(bold=True), based="CommentText"),
)

_CELL_MARGINS = (
    "<w:tblCellMar>"
    '<w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
    '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/>'
    "</w:tblCellMar>"
)


def _ruled_table(style_id: str, name: str, *, margins: tuple[int, int], vertical: bool, fill: str) -> str:
    """A table with thin rules; ``margins``: above and below, left and right in each cell."""
    between = f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{_LIGHT_RULE}"/>' * vertical
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return style(
        "table",
        style_id,
        name,
        "<w:qFormat/><w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LIGHT_RULE}"/>{between}'
        f"</w:tblBorders>{_CELL_MARGINS.format(*margins)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/></w:tcBorders>'
        f'{shading}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
        based="TableNormal",
    )


_TABLES = (
    style(
        "table",
        "TableNormal",
        "Normal Table",
        f'<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS.format(0, 108)}</w:tblPr>',
    ),
    _ruled_table("SideBySide", "Side By Side", margins=(50, 108), vertical=True, fill=_HEADER_FILL),
    _ruled_table("Summary", "Summary", margins=(40, 85), vertical=False, fill=""),
    style("numbering", "NoList", "No List", "<w:semiHidden/>"),
)
