"""Where the terms of one or more glossaries occur in a text.

Text and terms are cut into tokens: words, and single other characters. A term matches where its tokens follow one another, so
only whole words match, elisions and articulated prepositions (``dell’Ucraina``) stand outside, and both apostrophes are the
same. From left to right the longest term wins; of two with equal sources, the one of the glossary named first. Terms are kept
in a table by their first word, so the time is linear in the text and independent of the number of terms, but for terms that
share a first word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary.terms import CaseRule, Glossary, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
# What may stand before the first word of a sentence or of a quotation. Not the apostrophe: it belongs to an elision.
_OPENERS = frozenset('«“"„‹([{–—-:•*')


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at ``span`` of the text; ``capitals``: it stands in ALL CAPS there though the glossary has it otherwise."""

    term: Term
    span: Span
    glossary: str
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int
    spaced: bool  # white space before it


@dataclass(frozen=True, slots=True)
class _Entry:
    tokens: tuple[str, ...]  # folded
    spaced: tuple[bool, ...]
    written: str
    term: Term
    glossary: str


def _fold(text: str) -> str:
    """The key for comparison: NFC, case-folded, accents kept (``però`` is not ``pero``)."""
    return unicodedata.normalize("NFC", text).casefold()


def _tokens(text: str) -> list[_Token]:
    plain = text.translate(_APOSTROPHES)
    tokens: list[_Token] = []
    end = 0
    for found in _TOKEN.finditer(plain):
        # A combining accent is no word character by itself: keep it with the letter before it.
        if tokens and found.start() == end and unicodedata.combining(found[0][0]):
            last = tokens.pop()
            word = last.text + found[0]
            tokens.append(_Token(word, _fold(word), last.start, found.end(), last.spaced))
        else:
            tokens.append(_Token(found[0], _fold(found[0]), found.start(), found.end(), found.start() > end))
        end = found.end()
    return tokens


def _joined(tokens: Sequence[_Token]) -> str:
    """The tokens as normalised text: NFC, one space where there was white space."""
    text = "".join((" " if token.spaced and number else "") + token.text for number, token in enumerate(tokens))
    return unicodedata.normalize("NFC", text)


class Matcher:
    """Finds the terms of ``glossaries``; earlier glossaries win over later ones where sources are equal."""

    def __init__(self, glossaries: Sequence[Glossary]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        for glossary in glossaries:
            for term in glossary.terms:
                self._add(term, glossary.name)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.tokens))  # stable: glossary order decides among equals

    def _add(self, term: Term, glossary: str) -> None:
        tokens = _tokens(term.source)
        entry = _Entry(
            tuple(token.folded for token in tokens),
            tuple(token.spaced for token in tokens),
            _joined(tokens),
            term,
            glossary,
        )
        self._entries.setdefault(entry.tokens[0], []).append(entry)

    def match(self, text: str) -> tuple[TermMatch, ...]:
        """The terms in ``text`` (one segment's source), from left to right, never overlapping."""
        tokens = _tokens(text)
        found: list[TermMatch] = []
        at = 0
        while at < len(tokens):
            match = self._match_at(tokens, at)
            if match is None:
                at += 1
            else:
                entry, capitals = match
                last = at + len(entry.tokens)
                found.append(TermMatch(entry.term, Span(tokens[at].start, tokens[last - 1].end), entry.glossary, capitals))
                at = last
        return tuple(found)

    def _match_at(self, tokens: list[_Token], at: int) -> tuple[_Entry, bool] | None:
        for entry in self._entries.get(tokens[at].folded, ()):
            end = at + len(entry.tokens)
            if end > len(tokens):
                continue
            surface = tokens[at:end]
            if any(
                token.folded != folded or (number and token.spaced != spaced)
                for number, (token, folded, spaced) in enumerate(zip(surface, entry.tokens, entry.spaced, strict=True))
            ):
                continue
            written = _joined(surface)
            if _case_fits(entry, written, starts=_starts_sentence(tokens, at)):
                return entry, written.isupper() and written != entry.written
        return None


def _starts_sentence(tokens: list[_Token], at: int) -> bool:
    return all(token.text in _OPENERS for token in tokens[max(0, at - 1) : at])


def _case_fits(entry: _Entry, written: str, *, starts: bool) -> bool:
    if entry.term.case is CaseRule.IGNORE or written == entry.written:
        return True
    if entry.term.case is CaseRule.EXACT:
        return False
    if written.isupper() and sum(map(str.isalpha, written)) > 1:
        return True
    return starts and entry.written[:1].islower() and written == entry.written[:1].upper() + entry.written[1:]
