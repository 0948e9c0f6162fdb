"""The styles of the Word template, as WordprocessingML. Sizes are half points, distances twentieths of a point."""

from __future__ import annotations

from lxml import etree

from translator.writing.docx_xml import ENGLISH, ITALIAN, WORD

FONT = "Calibri"

_INK = "1F2933"
_SLATE = "2F4459"
_GREY = "66717E"
_LIGHT_RULE = "E4E8ED"
_HEADER_RULE = "7D8FA3"
_HEADER_FILL = "E9EFF5"
_RED = "A12B20"
_AMBER = "7A5200"

# Word knows these by name; every other style is marked as a custom one.
_BUILT_IN = frozenset(
    "Normal,Default Paragraph Font,Normal Table,No List,Title,heading 1,heading 2,heading 3,Quote,caption,List Bullet,"
    "List Continue,header,footer,annotation reference,annotation text,annotation subject,Hyperlink".split(",")
)


def styles() -> etree._Element:
    """The root element of the styles part."""
    content = "".join((_DEFAULTS, *_PARAGRAPHS, *_CELLS, *_HEADINGS, *_CHARACTERS, *_COMMENTS, *_TABLES))
    return etree.fromstring(f'<w:styles xmlns:w="{WORD}">{content}</w:styles>')


def _font(
    *,
    bold: bool = False,
    italic: bool = False,
    proofed: bool = True,
    colour: str = "",
    size: int = 0,
    underline: tuple[str, str] | None = None,
    fill: str = "",
    language: str = "",
) -> str:
    """Run properties; ``underline`` is a pattern and a colour, ``fill`` the colour of the paper."""
    parts = (
        "<w:b/><w:bCs/>" * bold,
        "<w:i/><w:iCs/>" * italic,
        "<w:noProof/>" * (not proofed),
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        f'<w:u w:val="{underline[0]}" w:color="{underline[1]}"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
        f'<w:lang w:val="{language}"/>' if language else "",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _style(kind: str, style_id: str, name: str, content: str, *, based: str = "", following: str = "") -> str:
    """One style. A paragraph or table style that is based on nothing is the default one; ``content`` follows the names."""
    default = ' w:default="1"' if not based else ""
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + content
        + "</w:style>"
    )


def _paragraph(style_id: str, name: str, layout: str, font: str, *, based: str = "Normal", following: str = "") -> str:
    return _style("paragraph", style_id, name, f"<w:qFormat/><w:pPr>{layout}</w:pPr>{font}", based=based, following=following)


def _character(style_id: str, name: str, font: str) -> str:
    return _style("character", style_id, name, f"<w:qFormat/>{font}", based="DefaultParagraphFont")


def _mark(style_id: str, name: str, fill: str, pattern: str, colour: str) -> str:
    """A marked term: underlines differ as well as colours, so that the colour is not the only sign."""
    return _character(style_id, name, _font(underline=(pattern, colour), fill=fill))


def _heading(level: int, size: int, before: int) -> str:
    """A heading, and its twin for the Italian column without an outline level: headings are listed once."""
    layout = f'<w:keepNext/><w:spacing w:before="{before}" w:after="{before // 2}"/>'
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    font = _font(bold=True, colour=_SLATE, size=size)
    return _paragraph(f"Heading{level}", f"heading {level}", layout + outline, font, following="Segment") + _paragraph(
        f"ItalianHeading{level}",
        f"Italian Heading {level}",
        '<w:outlineLvl w:val="9"/>',
        _font(language=ITALIAN),
        based=f"Heading{level}",
        following="Segment",
    )


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    f'<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    f'<w:lang w:val="{ENGLISH}" w:eastAsia="{ENGLISH}" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    # Word's own styles that are not defined here stay out of its lists.
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0"/>'
)

_PARAGRAPHS = (
    _style("paragraph", "Normal", "Normal", "<w:qFormat/>"),
    _paragraph("Title", "Title", '<w:spacing w:after="80"/>', _font(bold=True, colour=_SLATE, size=40), following="Facts"),
    _paragraph("Facts", "Facts", '<w:spacing w:after="20"/>', _font(proofed=False, colour=_GREY, size=17)),
    _paragraph("Legend", "Legend", '<w:spacing w:before="120" w:after="120"/>', _font(size=17), based="Facts"),
    _paragraph(
        "Section",
        "Section",
        '<w:spacing w:before="360" w:after="80"/>',
        _font(),
        based="Heading1",
        following="SetAside",
    ),
    _paragraph(
        "SetAside",
        "Set aside",
        '<w:spacing w:after="60"/><w:ind w:left="284" w:hanging="284"/>',
        _font(size=19),
    ),
    _paragraph("TableEnd", "Table end", '<w:spacing w:line="20" w:lineRule="exact"/>', _font(size=2)),
    _paragraph("Header", "header", "", _font(colour=_GREY, size=15)),
    _paragraph("Footer", "footer", "", _font(proofed=False, colour=_GREY, size=14)),
    _paragraph(
        "PageNumber", "Page number line", '<w:spacing w:after="20"/><w:jc w:val="right"/>', _font(size=16), based="Footer"
    ),
)

_CELLS = (
    _paragraph("TableHeading", "Table heading", "<w:keepNext/>", _font(bold=True, proofed=False, colour=_SLATE, size=19)),
    _paragraph("SegmentId", "Segment id", '<w:spacing w:before="36"/>', _font(proofed=False, colour=_GREY, size=15)),
    _paragraph("HeadingId", "Heading id", '<w:keepNext/><w:spacing w:before="115"/>', _font(), based="SegmentId"),
    _paragraph("Segment", "Segment", '<w:spacing w:line="259" w:lineRule="auto"/>', _font()),
    _paragraph(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="312" w:hanging="198"/>',
        _font(),
        based="Segment",
    ),
    _paragraph("ListContinue", "List Continue", '<w:ind w:left="312"/>', _font(), based="Segment"),
    _paragraph(
        "Quote",
        "Quote",
        f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{_HEADER_RULE}"/></w:pBdr><w:ind w:left="312"/>',
        _font(italic=True),
        based="Segment",
    ),
    _paragraph("Caption", "caption", "", _font(italic=True, colour=_GREY, size=18), based="Segment"),
    _paragraph("Note", "Note", '<w:spacing w:before="24" w:after="24"/>', _font(proofed=False, colour=_GREY, size=17)),
    _paragraph("NoteWarning", "Note warning", "", _font(colour=_AMBER), based="Note"),
    _paragraph("NoteError", "Note error", "", _font(bold=True, colour=_RED), based="Note"),
)

_HEADINGS = (_heading(1, 26, 60), _heading(2, 23, 40), _heading(3, 21, 20))

_CHARACTERS = (
    _style("character", "DefaultParagraphFont", "Default Paragraph Font", "<w:semiHidden/>"),
    _mark("TermOk", "Term ok", "E4F1EA", "single", "5E9C7D"),
    _mark("TermRepaired", "Term repaired", "FDEFD0", "dash", "B57A12"),
    _mark("TermMissing", "Term missing", "FBE0DC", "wave", "B83A2C"),
    _mark("GuardedName", "Guarded name", "EBEFF8", "dotted", "5A6FA0"),
    _character("Reason", "Reason", _font(proofed=False, colour=_GREY, size=17)),
    _character("Hyperlink", "Hyperlink", _font(colour="0563C1", underline=("single", "0563C1"))),
)

# A reviewer's comments need these; Word would add them, other programs leave the reference dangling.
_COMMENTS = (
    _character("CommentReference", "annotation reference", _font(size=16)),
    _paragraph("CommentText", "annotation text", "", _font(size=20)),
    _paragraph("CommentSubject", "annotation subject", "", _font(bold=True), based="CommentText"),
)

_CELL_MARGINS = (
    "<w:tblCellMar>"
    '<w:top w:w="{0}" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar>"
)

_TABLES = (
    _style(
        "table",
        "TableNormal",
        "Normal Table",
        f'<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS.format(0)}</w:tblPr>',
    ),
    _style(
        "table",
        "SideBySide",
        "Side by side",
        "<w:qFormat/><w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{_HEADER_RULE}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_HEADER_RULE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LIGHT_RULE}"/>'
        f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{_LIGHT_RULE}"/>'
        f"</w:tblBorders>{_CELL_MARGINS.format(50)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_HEADER_RULE}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_HEADER_FILL}"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>',
        based="TableNormal",
    ),
    _style("numbering", "NoList", "No List", "<w:semiHidden/>"),
)
