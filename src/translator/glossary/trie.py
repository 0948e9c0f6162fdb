"""The terms of glossaries as a trie of tokens.

The forms are put aside by their first word and cut into tokens only when a text has that word: of thousands of terms an article
touches few.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translator.glossary import inflection, persons
from translator.glossary.terms import Term, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FIRST = re.compile(r"[a-z0-9_]++(?![^\x00-\x7f])", re.IGNORECASE | re.ASCII)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_HYPHENS = frozenset("-‐‑–")
# Prefixes of demonyms, joined or with a hyphen, and their English.
_COMPOUNDS = {"filo": "pro", "anti": "anti"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or another character of a text, at ``start`` to ``end``."""

    text: str
    key: str  # folded; with a space before it where it stands apart from the token before it
    start: int
    end: int
    hyphen: bool  # joined to the word before it by a hyphen


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a term; ``required`` are the English forms it asks for, ``surname``: it calls a person by the surname."""

    written: tuple[str, ...]  # the form's tokens
    hyphens: tuple[bool, ...]
    term: Term
    glossary: str
    required: tuple[str, ...]
    surname: bool
    people: bool  # a demonym in the plural, which after an article stands for people


@dataclass(slots=True)
class Node:
    """What may follow the tokens so far, and the entries that end here."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text``; a hyphen between two words is none, but joins them."""
    plain = text.translate(_APOSTROPHES)
    tokens: list[Token] = []
    end = 0
    hyphen = False
    for found in _TOKEN.finditer(plain):
        start, word = found.start(), found[0]
        joined = bool(tokens) and start == end
        # A combining accent is no word character by itself: keep it with the letter before it.
        if joined and unicodedata.combining(word[0]):
            last = tokens.pop()
            tokens.append(_token(last.text + word, last.start, found.end(), apart=last.key[0] == " ", hyphen=last.hyphen))
        elif word in _HYPHENS and joined and tokens[-1].text[-1].isalnum() and plain[found.end() : found.end() + 1].isalnum():
            hyphen = True
        else:
            tokens.append(_token(word, start, found.end(), apart=not joined or hyphen, hyphen=hyphen))
            hyphen = False
        end = found.end()
    return tokens


def _token(text: str, start: int, end: int, *, apart: bool, hyphen: bool) -> Token:
    """A token compared in NFC and case-folded, accents kept (``però`` is not ``pero``)."""
    written = unicodedata.normalize("NFC", text)
    return Token(written, (" " if apart else "") + written.casefold(), start, end, hyphen)


class Index:
    """The forms of any number of terms; of equal forms the one added first comes first."""

    def __init__(self) -> None:
        self._root = Node()
        self._waiting: dict[str, list[tuple[str, Term, str]]] = {}
        self._demonyms: list[tuple[Term, str]] = []

    def add(self, term: Term, glossary: str) -> None:
        """Add all forms of ``term``."""
        for form in term.sources:
            self._waiting.setdefault(_first_key(form), []).append((form, term, glossary))
        if term.kind is TermKind.DEMONYM:
            self._demonyms.append((term, glossary))

    def add_surname(self, term: Term, glossary: str) -> None:
        """Add the surname of a person, as the full names in ``term`` have it."""
        first = any(form == term.source.split()[0] for form in term.forms) or None
        required = persons.surname_targets(term, term.source.split()[0] if first else None)
        for name in term.sources:
            if name != term.source and persons.is_surname(name, term.source):
                continue  # a surname already
            alone = persons.surname(name, family_first=first)
            if alone and required:
                for written in dict.fromkeys((alone, alone[0].upper() + alone[1:])):
                    self._insert(written, term, glossary, required, surname=True)

    def start(self, key: str) -> Node | None:
        """The node after a first token with the folded text ``key``; None when no term begins with it."""
        self._take_in(key)
        if self._demonyms and key.startswith(tuple(_COMPOUNDS)):
            demonyms, self._demonyms = self._demonyms, []
            for term, glossary in demonyms:
                for written, required, people in _compounds(term):
                    self._take_in(_first_key(written))
                    self._insert(written, term, glossary, required, people=people)
        return self._root.children.get(key)

    def _take_in(self, key: str) -> None:
        for form, term, glossary in self._waiting.pop(key, ()):
            alone = term.kind is TermKind.PERSON and form != term.source and persons.is_surname(form, term.source)
            required = persons.surname_targets(term, form) if alone else ()
            self._insert(
                form,
                term,
                glossary,
                required or _required(term, form),
                surname=bool(required),
                people=_is_people(term, form),
            )

    def _insert(
        self,
        form: str,
        term: Term,
        glossary: str,
        required: tuple[str, ...],
        *,
        surname: bool = False,
        people: bool = False,
    ) -> None:
        tokens = tokenise(form)
        node = self._root
        for number, token in enumerate(tokens):
            node = node.children.setdefault(token.key if number else token.key.strip(), Node())
        hyphens = tuple(token.hyphen for token in tokens)
        node.entries.append(Entry(tuple(token.text for token in tokens), hyphens, term, glossary, required, surname, people))


def _first_key(form: str) -> str:
    """The folded first token of ``form``."""
    found = _FIRST.match(form)
    return found[0].lower() if found else tokenise(form)[0].key.strip()


def _compounds(term: Term) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """``filorusso`` and ``filo-russo`` with every form of a demonym: the Italian, the English forms, whether it is a plural."""
    for form in term.sources:
        for italian, english in _COMPOUNDS.items():
            required = tuple(f"{english}-{target}" for target in (term.target, *term.target_forms))
            if " " not in form:
                yield f"{italian}{form}", required, _is_people(term, form)
                yield f"{italian}-{form}", required, _is_people(term, form)


def _required(term: Term, form: str) -> tuple[str, ...]:
    """The English forms for an Italian one: an office in the plural wants the plural, the singular is accepted with it."""
    if term.kind is TermKind.TITLE and form != term.source and inflection.is_plural(form, term.source):
        return (inflection.plural(term.target), term.target, *term.target_forms)
    return (term.target, *term.target_forms)


def _is_people(term: Term, form: str) -> bool:
    """Whether ``form`` is the plural of a demonym."""
    if term.kind is not TermKind.DEMONYM:
        return False
    return form.endswith("i") if form == term.source else inflection.is_plural(form, term.source)
