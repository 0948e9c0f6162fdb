"""The smallest theme that Word takes. A document must have one; ours takes nothing from it but what Word's menus offer."""

from __future__ import annotations

from lxml import etree

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

_COLOURS = {
    "dk1": "1F2933",
    "lt1": "FFFFFF",
    "dk2": "2F4459",
    "lt2": "E9EFF5",
    "accent1": "5E9C7D",
    "accent2": "B57A12",
    "accent3": "B83A2C",
    "accent4": "5A6FA0",
    "accent5": "7D8FA3",
    "accent6": "66717E",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(font: str) -> etree._Element:
    """The root element of the theme part, with ``font`` for everything."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return etree.fromstring(
        f'<a:theme xmlns:a="{DRAWING}" name="translator"><a:themeElements>'
        f'<a:clrScheme name="translator">{colours}</a:clrScheme>'
        f'<a:fontScheme name="translator"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="translator"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
