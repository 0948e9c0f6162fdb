"""Paper and margins. All distances are twentieths of a point, as in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translator.writing.docx.xml import RELATIONSHIPS, w

if TYPE_CHECKING:
    from lxml import etree

    from translator.writing.docx.options import DocxOptions

# Upright: width and height.
_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
_NARROW = {"top": 850, "right": 794, "bottom": 992, "left": 794}
# A line of the body text then holds about 75 characters.
_WIDE = {"top": 1418, "right": 1871, "bottom": 1418, "left": 1871}
_MIDDLE = {"top": 1134, "right": 1474, "bottom": 1134, "left": 1134}
_MARGINS = {"table": _NARROW, "stacked": _MIDDLE, "clean": _WIDE}
_HEADER_AND_FOOTER = {"header": 454, "footer": 454, "gutter": 0}


class Page(NamedTuple):
    """A page: its size, the width of its margins, and what is left between them."""

    width: int
    height: int
    margins: dict[str, int]

    @property
    def text_width(self) -> int:
        """The length of a line."""
        return self.width - self.margins["left"] - self.margins["right"]

    @property
    def text_height(self) -> int:
        """What the margins leave for text."""
        return self.height - self.margins["top"] - self.margins["bottom"]

    def section(self, footer: str) -> etree._Element:
        """The properties of a section with such pages; ``footer`` is the id of the relationship to its footer."""
        reference = w("footerReference", type="default")
        reference.set(f"{{{RELATIONSHIPS}}}id", footer)
        size = {"w": self.width, "h": self.height}
        margins = {**self.margins, **_HEADER_AND_FOOTER}
        sideways = {"orient": "landscape"} if self.width > self.height else {}
        return w(
            "sectPr",
            reference,
            w("pgSz", **{name: str(value) for name, value in size.items()}, **sideways),
            w("pgMar", **{name: str(value) for name, value in margins.items()}),
        )


def page(options: DocxOptions) -> Page:
    """The page that ``options`` ask for; a table lies on its side unless they say otherwise."""
    size = _PAPERS[options.paper]
    orientation = options.orientation or ("landscape" if options.layout == "table" else "portrait")
    width, height = reversed(size) if orientation == "landscape" else size
    return Page(width, height, _MARGINS[options.layout])
