"""Where the terms of one or more glossaries occur in a text.

Text and terms are cut into tokens: words, and single other characters. A term matches where its tokens follow one another, so
only whole words match, elisions and articulated prepositions (``dell’Ucraina``) stand outside, and both apostrophes are the
same; a hyphen between two words counts as a space. From left to right the longest term wins, also over one that
begins before it; of two with equal forms, the one
of the glossary named first, and in it the one that has a context. The terms are kept in a trie of tokens: the time is linear
in the text and does not depend on the number of terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.article import Span
from translator.glossary import context, inflection
from translator.glossary.terms import CaseRule, Glossary, Term, TermKind
from translator.glossary.trie import Index, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.glossary.trie import Entry, Token

# What may stand before the first word of a sentence or of a quotation. Not the apostrophe: it belongs to an elision.
_OPENERS = frozenset('«“"„‹([{–—-:•*')
# Right before a demonym these make it a noun: "i nordcoreani", "degli spagnoli", "tre francesi".
_DETERMINERS = frozenset(
    """
    i gli le dei degli delle ai agli alle dai dagli dalle nei negli nelle sui sugli sulle due tre quattro cinque sei sette otto
    nove dieci molti molte alcuni alcune tanti tante altri altre
    """.split()
)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at ``span`` of the text.

    ``capitals``: it stands in ALL CAPS there though the glossary has it otherwise. ``required``: the English form that this
    occurrence asks for, then further accepted ones. ``surname``: a person is called by the surname alone.
    """

    term: Term
    span: Span
    glossary: str
    capitals: bool = False
    required: tuple[str, ...] = ()
    surname: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A form of a term that stands in the text without counting as the term, and why."""

    term: Term
    span: Span
    glossary: str
    reason: str


class Matcher:
    """Finds the terms of ``glossaries``; earlier glossaries win over later ones where forms are equal."""

    def __init__(self, glossaries: Sequence[Glossary]) -> None:
        self._index = Index()
        for glossary in glossaries:
            for term in sorted(glossary.terms, key=lambda term: not term.context):
                self._index.add(term, glossary.name)

    def match(self, text: str) -> tuple[TermMatch, ...]:
        """The terms in ``text`` (one segment's source), from left to right, never overlapping."""
        return tuple(_scan(text, (self._index,)))

    def match_all(self, texts: Sequence[str]) -> list[tuple[TermMatch, ...]]:
        """The terms in each of ``texts``, the segments of one article.

        A person whose full name stands in one of them is found by the surname in all.
        """
        found = [self.match(text) for text in texts]
        surnames = Index()
        seen: set[str] = set()
        for match in (match for matches in found for match in matches):
            if match.term.kind is TermKind.PERSON and not match.surname and match.term.source not in seen:
                seen.add(match.term.source)
                surnames.add_surname(match.term, match.glossary)
        if not seen:
            return found
        return [tuple(_scan(text, (self._index, surnames))) for text in texts]

    def refused(self, texts: Sequence[str]) -> list[tuple[Refusal, ...]]:
        """What in each of ``texts`` is written as a term is, but for case or context, or lies inside a longer term."""
        return [tuple(self._refused(text, matches)) for text, matches in zip(texts, self.match_all(texts), strict=True)]

    def _refused(self, text: str, matches: Sequence[TermMatch]) -> Iterator[Refusal]:
        tokens = tokenise(text)
        for at in range(len(tokens)):
            for entry, last in _walk(tokens, at, (self._index,)):
                span = Span(tokens[at].start, tokens[last].end)
                over = [match for match in matches if match.span.start < span.end and span.start < match.span.end]
                if any(match.span == span and match.term is entry.term for match in over):
                    continue
                if not _case_fits(entry, tokens[at : last + 1], starts=_starts_sentence(tokens, at)):
                    reason = f"written differently: the glossary has {' '.join(entry.written)!r}"
                elif entry.term.context and not context.fits(entry.term.context, text, span.start, span.end):
                    reason = f"not in its context {entry.term.context!r}"
                elif over and over[0].span == span:
                    reason = f"the glossary {over[0].glossary} comes first"
                elif over:
                    reason = f"inside the term {text[over[0].span.start : over[0].span.end]!r}"
                else:
                    reason = "a surname followed by what makes it a title"
                yield Refusal(entry.term, span, entry.glossary, reason)


def _scan(text: str, roots: Sequence[Index]) -> Iterator[TermMatch]:
    tokens = tokenise(text)
    at = 0
    while at < len(tokens):
        match = _longest(text, tokens, at, roots)
        if match is None or _is_overlapped(text, tokens, at, match[1], roots):
            at += 1
        else:
            entry, last = match
            yield _match(text, tokens, at, last, entry)
            at = last + 1


def _is_overlapped(text: str, tokens: list[Token], at: int, last: int, roots: Sequence[Index]) -> bool:
    """Whether a longer term begins inside the one from ``at`` to ``last`` and goes beyond it (``ex ministro dell'Interno``)."""
    for start in range(at + 1, last + 1):
        other = _longest(text, tokens, start, roots)
        if other is not None and other[1] > last and other[1] - start > last - at:
            return True
    return False


def _longest(text: str, tokens: list[Token], at: int, roots: Sequence[Index]) -> tuple[Entry, int] | None:
    """The entry that the tokens from ``at`` on spell, and its last token; the longest, then the first, that counts here."""
    best: tuple[Entry, int] | None = None
    for entry, last in _walk(tokens, at, roots):
        if best is not None and last <= best[1]:
            continue
        fits = _case_fits(entry, tokens[at : last + 1], starts=_starts_sentence(tokens, at))
        if fits and entry.term.context:
            fits = context.fits(entry.term.context, text, tokens[at].start, tokens[last].end)
        if fits and not (entry.surname and _is_title_of(tokens, last)):
            best = (entry, last)
    return best


def _walk(tokens: list[Token], at: int, roots: Sequence[Index]) -> Iterator[tuple[Entry, int]]:
    """All entries that the tokens from ``at`` on spell but for letter case, each with its last token."""
    for root in roots:
        node = root.start(tokens[at].key.strip())
        last = at
        while node is not None:
            for entry in node.entries:
                yield entry, last
            last += 1
            node = node.children.get(tokens[last].key) if last < len(tokens) else None


def _is_title_of(tokens: list[Token], last: int) -> bool:
    """Whether ``di`` and a name follow: ``il Conte di Cavour`` is no Giuseppe Conte."""
    after = tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text in {"di", "della", "del"} and after[1].text[0].isupper()  # noqa: PLR2004


def _match(text: str, tokens: list[Token], at: int, last: int, entry: Entry) -> TermMatch:
    written = [token.text for token in tokens[at : last + 1]]
    shouted = all(word.isupper() or not word.isalpha() for word in written) and tuple(written) != entry.written
    # An acronym is in capitals by itself (ONU): that does not make the target's words capitals.
    acronym = shouted and entry.term.kind is TermKind.ORGANISATION and len(written) == 1 and not text.isupper()
    required = entry.required
    if entry.people and at and tokens[at - 1].key.strip() in _DETERMINERS:  # "i nordcoreani"
        many = inflection.demonym_plural(required[0])
        required = tuple(dict.fromkeys((many, *required)))
    span = Span(tokens[at].start, tokens[last].end)
    return TermMatch(entry.term, span, entry.glossary, shouted and not acronym, required, entry.surname)


def _starts_sentence(tokens: list[Token], at: int) -> bool:
    return all(token.text in _OPENERS for token in tokens[max(0, at - 1) : at])


def _case_fits(entry: Entry, surface: list[Token], *, starts: bool) -> bool:
    if entry.term.case is CaseRule.IGNORE:
        return True
    pairs = list(zip(entry.written, entry.hyphens, surface, strict=True))
    same = [
        written == token.text or (number > 0 and (hyphen or token.hyphen) and entry.term.case is not CaseRule.EXACT)
        for number, (written, hyphen, token) in enumerate(pairs)
    ]
    if all(same):
        return True
    if entry.term.case is CaseRule.EXACT:
        return False
    letters = "".join(token.text for token in surface)
    if letters.upper() == letters and sum(map(str.isalpha, letters)) > 1:
        return True
    first = entry.written[0]
    return starts and first[:1].islower() and surface[0].text == first[:1].upper() + first[1:] and all(same[1:])
