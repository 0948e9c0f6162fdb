"""How a style is written in WordprocessingML. Sizes are half points, distances twentieths of a point."""

from __future__ import annotations

# Word knows these by name; every other style is marked as a custom one.
_BUILT_IN = frozenset(
    "Normal,Default Paragraph Font,Normal Table,No List,Title,heading 1,heading 2,heading 3,Body Text,Quote,caption,"
    "List Bullet,Strong,header,footer,annotation reference,annotation text,annotation subject,Hyperlink,"
    "Placeholder Text".split(",")
)


def font(
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    proofed: bool = True,
    colour: str = "",
    spacing: int = 0,
    size: int = 0,
    underline: tuple[str, str] | None = None,
    fill: str = "",
    language: str = "",
) -> str:
    """Run properties. ``underline``: pattern and colour; ``fill``: the colour of the paper; ``spacing``: between letters."""
    parts = (
        _switch("b", on=bold),
        _switch("i", on=italic),
        "<w:noProof/>" * (not proofed),
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:spacing w:val="{spacing}"/>' if spacing else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        f'<w:u w:val="{underline[0]}" w:color="{underline[1]}"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
        f'<w:lang w:val="{language}"/>' if language else "",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _switch(name: str, *, on: bool | None) -> str:
    """The property for Latin and for other scripts; nothing when the style says nothing about it."""
    if on is None:
        return ""
    value = "" if on else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"


def style(kind: str, style_id: str, name: str, content: str, *, based: str = "", following: str = "") -> str:
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


def paragraph(style_id: str, name: str, layout: str, look: str, *, based: str = "Normal", following: str = "") -> str:
    """A paragraph style: ``layout`` is the content of its paragraph properties, ``look`` its run properties."""
    return style("paragraph", style_id, name, f"<w:qFormat/><w:pPr>{layout}</w:pPr>{look}", based=based, following=following)


def character(style_id: str, name: str, look: str) -> str:
    """A character style."""
    return style("character", style_id, name, f"<w:qFormat/>{look}", based="DefaultParagraphFont")


def spacing(before: int = 0, after: int = 0, *, line: int = 0) -> str:
    """The space around a paragraph; ``line`` is the distance of its lines, 240 for that of the font."""
    attributes = {"before": before, "after": after, "line": line}
    given = "".join(f' w:{name}="{value}"' for name, value in attributes.items() if value)
    return f"<w:spacing{given}" + (' w:lineRule="auto"/>' if line else "/>") if given else ""


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """The distance of a paragraph from the margins; the first line begins ``hanging`` further left."""
    further = f' w:right="{right}"' * bool(right) + f' w:hanging="{hanging}"' * bool(hanging)
    return f'<w:ind w:left="{left}"{further}/>'


def left_rule(colour: str, space: int = 8) -> str:
    """A line along the left side of a paragraph, ``space`` points away."""
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="{space}" w:color="{colour}"/></w:pBdr>'
