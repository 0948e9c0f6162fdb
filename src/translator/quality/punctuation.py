"""``end-punctuation``: how a sentence ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = " »”\"’')]›*_"
_QUESTION, _COLON, _SENTENCE, _NONE = "a question mark", "a colon", "a full stop", "no mark"
_KINDS = {"?": _QUESTION, ":": _COLON, **dict.fromkeys(".!…;", _SENTENCE)}
# Stops of abbreviations end no sentence: S.p.A., p.m., U.S., Inc., ecc.
_ABBREVIATION = re.compile(r"(?:\.\w{1,3}|\b(?:\w|ecc|etc|Inc|Ltd|Jr|Sr|Co|Corp|Bros|St|No|Mt|art|pag|tel|srl|spa))\.$")
_TAIL = 24


def ends(pair: Pair) -> Iterator[Remark]:
    """A remark when source and target end as different kinds: a question, an announcement (colon), a sentence, a heading.

    Full stops, exclamation marks, semicolons and dots of omission are not told apart.
    """
    source, target = _bare(pair.source), _bare(pair.target)
    if not source or not target:
        return
    kind, other = _kind(source), _kind(target)
    if kind == other or _ABBREVIATION.search(source[-_TAIL:]) or _ABBREVIATION.search(target[-_TAIL:]):
        return
    if _QUESTION in {kind, other} and "?" in pair.source and "?" in pair.target:  # the question is inside one of them
        return
    spans = Span(len(source) - 1, len(source)), Span(len(target) - 1, len(target))
    yield Remark(f"The Italian ends with {kind}, the English with {other}", *spans)


def _bare(text: str) -> str:
    return text.rstrip().rstrip(_CLOSERS)


def _kind(text: str) -> str:
    if text.endswith(("?!", "!?")):
        return _QUESTION
    return _KINDS.get(text[-1], _NONE)
