"""Finding the candidates, asking the rules, and cutting: linear in the length of the text.

Nothing but ``. ! ? …`` (with the quotation marks and brackets that close after them) followed by white space can end a
sentence; no colon, semicolon or dash does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.segmentation.rules import RULES, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translator.segmentation.own import Abbreviation

# Possessive, and only from the first mark of a run on: each character is looked at once. A guillemet may stand apart (``. »``),
# a note number may follow (``.[3]``, ``.³``), an emoji or an invisible sign be attached.
_INVISIBLE = "\\u00ad\\u200b-\\u200f\\u2060\\ufeff"
_CANDIDATE = re.compile(
    r"(?<![.!?…])[.!?…]++"
    rf"((?:[»›”“\"'’)\]¹²³⁰⁴-⁹{_INVISIBLE}\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]|\s»|\[\d{{1,3}}\])*+)(?=\s)"
)
_WORD = re.compile(r"[^\s«»“”\"„()\[\]–—/|,;:!?…]*\Z")
_ELISION = re.compile(r"[^\W\d_]+['’](?=\w)")
_OPENERS = re.compile(rf"(?:[«‹“\"„‘'(\[–—{_INVISIBLE}-]|\s)*")
# What may stand before the number of a heading.
_LABEL = re.compile(r"(?:§+|(?:articolo|capitolo|capo|punto|sezione|titolo|(?:all|art|cap|par|sez|tit)\.))\s?", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[^\W\d_]+['’]?")
NONE: Mapping[str, Abbreviation] = {}
# How far a rule may see, and how long a parenthesis may be to hold a sentence together.
_SIGHT = 24
_WORD_LENGTH = 40
_PARENTHESIS = 500


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the text is cut before ``offset`` (the end of a possible sentence), and the name of the rule that decided."""

    offset: int
    cut: bool
    rule: str


def split(text: str, abbreviations: Mapping[str, Abbreviation] = NONE) -> list[Span]:
    """The sentences of one block of text: spans in order, without white space at their ends.

    Every character that is not white space is in exactly one span. ``abbreviations``: the user's own (see
    :func:`.load_abbreviations`), which go before the built-in ones.
    """
    spans = []
    start = 0
    for decision in (*explain(text, abbreviations), Decision(len(text), cut=True, rule="end")):
        if decision.cut:
            sentence = text[start : decision.offset]
            if bare := sentence.strip():
                begin = start + sentence.index(bare[0])
                spans.append(Span(begin, begin + len(bare)))
            start = decision.offset
    return spans


def explain(text: str, abbreviations: Mapping[str, Abbreviation] = NONE) -> list[Decision]:
    """For every candidate boundary whether it cuts, and the name of the rule that decided (see :mod:`.rules`)."""
    decisions = []
    parentheses = _Parentheses(text)
    start = _skip(text, 0)
    for found in _CANDIDATE.finditer(text):
        candidate = _candidate(text, found, start, parentheses, abbreviations)
        if candidate is None:
            continue
        cut, rule = next((answer, rule.__name__) for rule in RULES if (answer := rule(candidate)) is not None)
        decisions.append(Decision(found.end(), cut, rule))
        if cut:
            start = _skip(text, found.end())
    return decisions


def _skip(text: str, at: int) -> int:
    found = _OPENERS.match(text, at)
    return found.end() if found else at


def _candidate(
    text: str,
    found: re.Match[str],
    start: int,
    parentheses: _Parentheses,
    abbreviations: Mapping[str, Abbreviation],
) -> Candidate | None:
    """What the rules look at; None when nothing follows. ``start`` is the first word of the sentence."""
    following = _skip(text, found.end())
    if following >= len(text):
        return None
    window = max(0, found.start() - _WORD_LENGTH)
    word_match = _WORD.search(text, window, found.start())
    word_start = word_match.start() if word_match else found.start()
    word = text[word_start : found.start()]
    if elision := _ELISION.match(word):
        word_start += elision.end()
        word = word[elision.end() :]
    if not word and text[word_start - 1 : word_start] in {"[", "("}:
        word = text[word_start - 1]
    ahead = text[following : following + _SIGHT]
    next_word = _NEXT_WORD.match(ahead)
    return Candidate(
        marks=text[found.start() : found.start(1)],
        closers=found[1].strip(),
        word=word,
        opens=word_start <= start or (word_start - start < _SIGHT and bool(_LABEL.fullmatch(text, start, word_start))),
        before=text[max(0, word_start - _SIGHT) : word_start],
        opener="".join(text[found.end() : following].split()),
        next=ahead,
        last=following + _SIGHT >= len(text),
        next_word=next_word[0].lower().replace("’", "'") if next_word else "",
        parenthesis=parentheses.hold(found.end(), start),
        own=abbreviations.get(word.lower()) if abbreviations else None,
    )


class _Parentheses:
    """The parentheses of a text that are closed within 500 characters, asked from left to right."""

    def __init__(self, text: str) -> None:
        self._pairs = self._outermost(text)
        self._pair = next(self._pairs, None)

    @staticmethod
    def _outermost(text: str) -> Iterator[tuple[int, int]]:
        opened: list[int] = []
        for found in re.finditer(r"[()]", text):
            if found[0] == "(":
                if opened and found.start() - opened[0] > _PARENTHESIS:
                    opened.clear()
                opened.append(found.start())
            elif opened:
                first = opened.pop()
                if not opened and found.start() - first <= _PARENTHESIS:
                    yield first, found.start()

    def hold(self, offset: int, start: int) -> bool:
        """Whether ``offset`` is inside a parenthesis that was opened after ``start``; offsets must not decrease."""
        while self._pair and self._pair[1] < offset:
            self._pair = next(self._pairs, None)
        return self._pair is not None and start < self._pair[0] < offset
