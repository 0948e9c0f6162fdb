"""Rules on white space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.typography.changes import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_NARROW = re.compile(r"[\u00a0\u202f\u2007\u2009]+")
_NONE_BEFORE = frozenset(";:!?,.»”’)]}%")
_NONE_AFTER = frozenset("«“‘([{")
_END = r"(?=$|[\s”’»\"')\]])"
# A stop that ends something, not that of .it, .5 or of an ellipsis; a colon that is no emoticon.
_BEFORE_MARK = re.compile(rf"(?<=[\w%°”’»)\]€$£…])\s+(?:(?=[,.]{_END})|(?=[;:](?:$|[\s”’»\"']))|(?=[!?]+{_END}))")
_BEFORE_BRACKET = re.compile(r"(?<=[\w.,;!?%”’…])\s+(?=[)\]])")
_AFTER_BRACKET = re.compile(r"(?<=[\w\s”’—–][(\[])\s+(?=[^\s)\]])|(?<=\A[(\[])\s+(?=[^\s)\]])")
_AFTER_MARK = re.compile(r"(?<=[^\W\d_]{2})[,;:!?](?=[^\W\d_]{2})|(?<=[”»)\]])[,;:](?=[^\W\d_]{2})")
# No stop of an acronym or a host: between a word in lower case and a capitalised one.
_AFTER_STOP = re.compile(r"(?<=[a-zà-öø-ÿ]{2})\.(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")


def non_breaking_spaces(draft: Draft) -> Iterator[Edit]:
    """Non-breaking spaces: none in ``Ready ?``, ``« Yes »``; kept in ``10 km``, ``Mr. Prandelli``; else ordinary."""
    text = draft.masked
    for found in _NARROW.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if after in _NONE_BEFORE or before in _NONE_AFTER:
            yield Edit(*found.span(), "")
        elif not _is_kept(before, after):
            yield Edit(*found.span(), " ")


def _is_kept(before: str, after: str) -> bool:
    """Between a figure and a word or another figure, and after the stop of an abbreviation."""
    if before.isdigit():
        return after.isalnum()
    return (before.isalpha() and after.isdigit()) or (before == "." and after.isalnum())


def spacing(draft: Draft) -> Iterator[Edit]:
    """``word , word`` → word, word; ``word,word`` → word, word; ``( word )`` → (word); not in figures, times and addresses."""
    text = draft.masked
    for found in _BEFORE_MARK.finditer(text):
        ratio = text[found.end()] == ":" and text[found.start() - 1].isdigit() and text[found.end() + 1 :][1:2].isdigit()
        if not ratio:
            yield Edit(*found.span(), "")
    for pattern in (_BEFORE_BRACKET, _AFTER_BRACKET):
        for found in pattern.finditer(text):
            yield Edit(*found.span(), "")
    for pattern in (_AFTER_MARK, _AFTER_STOP):
        for found in pattern.finditer(text):
            yield Edit(found.end(), found.end(), " ")
    for found in _DOUBLE.finditer(text):
        yield Edit(*found.span(), " ")
