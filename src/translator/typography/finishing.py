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
_ROUNDS = 6
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
    ledger = Ledger(target)
    draft = Draft(Italian(source), target, style, protected)
    for _ in range(_ROUNDS):
        before = draft.text
        for name, rule in RULES.items():
            if name in style.off:
                continue
            edits = draft.allowed(rule(draft))
            if edits:
                ledger.add(name, edits)
                draft = draft.applied(edits)
        if draft.text == before:
            break
        draft = Draft(draft.italian, draft.text, style, draft.protected, draft.locked)
    return draft.text, ledger.changes(draft.text)


def number_only(source: str, *, style: Style = _STYLE) -> str | None:
    """The English form of a ``source`` without letters (a number, a score, a date, signs, nothing); None if there are any."""
    if any(character.isalpha() and character not in _ORDINAL_SIGNS for character in source):
        return None
    return finish(source, source, style=style)[0]
