"""The text that the rules work on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from translator.typography import changes, marks
from translator.typography.untouchable import merged, untouchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translator.article import Span
    from translator.typography.changes import Edit
    from translator.typography.italian import Italian
    from translator.typography.style import Style


class Draft:
    """An English target on its way, with the Italian that it translates.

    ``masked`` is ``text`` with x for every character that must not be touched, X for a capital, so that rules take a protected
    name for a word and see nothing in it. ``protected``: the caller's spans; ``locked``: those and all else that is not
    touched.
    """

    def __init__(self, italian: Italian, text: str, style: Style, protected: Sequence[Span]) -> None:
        self.italian = italian
        self.text = text
        self.style = style
        self.protected = merged(protected, len(text))
        self.locked = merged([*self.protected, *untouchable(text)], len(text))

    @cached_property
    def masked(self) -> str:
        """``text`` without what must not be touched, equally long."""
        pieces, at = [], 0
        for span in self.locked:
            pieces.append(self.text[at : span.start])
            pieces += ["X" if character.isupper() else "x" for character in self.text[span.start : span.end]]
            at = span.end
        return "".join([*pieces, self.text[at:]])

    @cached_property
    def marks(self) -> tuple[marks.Mark, ...]:
        """The quotation marks and apostrophes that may be touched."""
        return marks.read(self.masked, british=self.style.british)

    @cached_property
    def _capitals(self) -> bool:
        return self.text.isupper()

    def cased(self, words: str) -> str:
        """``words`` in capitals if the whole text is."""
        return words.upper() if self._capitals else words

    def allowed(self, edits: Iterable[Edit]) -> list[Edit]:
        """Those of ``edits`` that change something and overlap neither a locked place nor an edit before them, in order."""
        found: list[Edit] = []
        at = 0
        for edit in sorted(edits):
            while at < len(self.locked) and self.locked[at].end <= edit.start:
                at += 1
            free = at == len(self.locked) or edit.end <= self.locked[at].start
            clear = not found or found[-1].end <= edit.start
            if free and clear and self.text[edit.start : edit.end] != edit.text:
                found.append(edit)
        return found

    def applied(self, edits: Sequence[Edit]) -> Draft:
        """The draft after allowed ``edits``; what is locked stays locked."""
        after = Draft.__new__(Draft)
        after.italian, after.style = self.italian, self.style
        after.text = changes.apply(self.text, edits)
        after.protected = changes.shifted(self.protected, edits)
        after.locked = changes.shifted(self.locked, edits)
        return after
