"""What the readers of all formats find: pieces of text in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from translator.article import BlockKind

NO_TEXT = "separator, no text"


@dataclass(frozen=True, slots=True)
class Piece:
    """One line or paragraph of the source, without outer white space.

    ``start`` is the offset of ``text`` in the article's text, ``bullet`` what stands before it in its line. ``gap``: an empty
    line or the like stands before it. ``reason`` is why it is set aside; "" for a piece that becomes a block.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    start: int = 0
    bullet: str = ""
    gap: bool = True
    in_table: bool = False
    reason: str = ""

    @property
    def line(self) -> str:
        """The whole line, bullet included."""
        return self.bullet + self.text
