"""Carriers: names that models copy, put in place of a term and swapped for its English form in the translation.

A model that mangles a term often does so because it does not know the word, or knows another meaning. A name that is the same
in both languages, of the same kind, gender and number, keeps the sentence's grammar (articles, prepositions, agreement) and
comes through; only a translation that holds it just once is used, so what the model does is measured each time.
"""

from __future__ import annotations

import re

from translator.glossary.terms import TermKind

_PERSONS = ("Johnson", "Clinton", "Obama")
# By the Italian article before the name, or the lack of one.
_PLACES = {
    "": ("Madrid", "Toronto", "Oslo"),
    "masculine": ("Pakistan", "Canada", "Kenya"),
    "feminine": ("Bolivia", "Toyota", "Colombia"),
    "elided": ("Argentina", "Angola", "Uganda"),
    "plural": ("Beatles", "Bahamas"),
}
_ARTICLE = re.compile(r"(?:^|\W)(\w+)(?:\s+|(['’]))$")
_FEMININE = frozenset("la della alla dalla nella sulla una questa quella".split())
_MASCULINE = frozenset("il lo del dello al allo dal dallo nel nello sul sullo un uno questo quel".split())
_PLURAL = frozenset(
    """
    i gli le dei degli delle ai agli alle dai dagli dalle nei negli nelle sui sugli sulle questi queste quei quegli quelle
    """.split()
)
# These are no names: a name in their place would be another sentence.
_WITHOUT = frozenset({TermKind.DEMONYM, TermKind.TITLE})


def carriers(kind: TermKind, before: str) -> tuple[str, ...]:
    """Names that may stand for a term of ``kind`` after the text ``before`` in an Italian sentence; empty for adjectives."""
    if kind in _WITHOUT:
        return ()
    if kind is TermKind.PERSON:
        return _PERSONS
    return _PLACES[_shape(before)]


def _shape(before: str) -> str:
    found = _ARTICLE.search(before)
    if found is None:
        return ""
    word = found[1].lower()
    if found[2]:
        return "elided"
    for shape, words in (("feminine", _FEMININE), ("masculine", _MASCULINE), ("plural", _PLURAL)):
        if word in words:
            return shape
    return ""
