"""The last step on a target: the typography and number formats of English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.typography.changes import Change, Ledger
from translator.typography.draft import Draft
from translator.typography.italian import Italian
from translator.typography.rules import RULES
from translator.typography.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.article import Span

_STYLE = Style()
# What one rule does may concern another; almost always the second round finds nothing more to do.
_MOST_ROUNDS = 20
# Letters by their Unicode class, but signs of ordinals.
_ORDINAL_SIGNS = "ªº"


def finish(
    source: str, target: str, *, style: Style = _STYLE, protected: Sequence[Span] = ()
) -> tuple[str, tuple[Change, ...]]:
    """``target``, the English of the Italian ``source``, as ``style`` wants it, and the changes, in their order.

    Nothing is changed in the ``protected`` spans of the target (glossary terms, guarded names), in addresses, hashtags,
    handles, file names and code. :func:`moved` says where a span of ``target`` stands in the result. What is finished stays as
    it is when it is finished again. Time is linear in the length.
    """
    work = _Work(Draft(Italian(source), target, style, protected))
    seen = [target]
    while len(seen) <= _MOST_ROUNDS:
        text = work.round()
        if text in seen:
            # Settled; or, with marks that no one could read, going round in circles: then there is one text to stop at.
            goal = min(seen[seen.index(text) :])
            while text != goal:
                text = work.round()
            break
        seen.append(text)
    return work.draft.text, () if work.draft.text == target else work.ledger.changes(work.draft.text)


class _Work:
    """A draft, and the changes so far."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.ledger = Ledger(draft.text)

    def round(self) -> str:
        """Apply every rule once; the text after that."""
        draft = self.draft
        for name, rule in RULES.items():
            if name in draft.style.off:
                continue
            edits = draft.allowed(rule(draft))
            if edits:
                self.ledger.add(name, edits)
                draft = draft.applied(edits)
        self.draft = Draft(draft.italian, draft.text, draft.style, draft.protected)
        return draft.text


def number_only(source: str, *, style: Style = _STYLE) -> str | None:
    """The English form of a ``source`` without letters (a number, a score, a date, signs, nothing); None if there are any."""
    if any(character.isalpha() and character not in _ORDINAL_SIGNS for character in source):
        return None
    return finish(source, source, style=style)[0]
