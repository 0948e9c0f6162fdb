"""The rule on American and British spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.typography.changes import Edit
from translator.typography.spelling_words import to_american, to_british

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_WORD = re.compile(r"(?<![\w’'])[^\W\d_]+(?!\w)")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…][”’\"')\]]{0,3}\s)[\s“‘\"'(\[]{0,4}\Z")
_BEFORE_START = 12
_CAPITAL_AFTER = re.compile(r"[\s-][(“‘\"']?[A-ZÀ-ÖØ-Þ0-9]")
_PER_CENT = re.compile(r"(?<!\w)per\scent(?!\w)")
_PERCENT = re.compile(r"(?<!\w)percent(?!\w)")


def spelling(draft: Draft) -> Iterator[Edit]:
    """``the city centre`` → the city center, British the other way; words of a list, in lower case or first of a sentence."""
    words = to_british() if draft.style.british else to_american()
    text = draft.masked
    for found in _WORD.finditer(text):
        word = found.group()
        if word in words:
            yield Edit(*found.span(), words[word])
        elif word[0].isupper() and word[1:].islower() and word.lower() in words and _starts_sentence(text, found):
            yield Edit(*found.span(), words[word.lower()].capitalize())
    for found in (_PERCENT if draft.style.british else _PER_CENT).finditer(text):
        yield Edit(*found.span(), "per cent" if draft.style.british else "percent")


def _starts_sentence(text: str, word: re.Match[str]) -> bool:
    """Whether the capital is that of a sentence's start and not of a name."""
    before = text[max(word.start() - _BEFORE_START, 0) : word.start()]
    if word.start() > _BEFORE_START:
        before = "x" + before  # so that the slice does not begin the text
    return _SENTENCE_START.search(before) is not None and not _CAPITAL_AFTER.match(text, word.end())
