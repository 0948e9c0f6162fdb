"""Inflected forms: the notation ``nordcoreano/-a/-i/-e`` for Italian ones, and plurals of English ones.

A suffix that starts with a vowel replaces the word's final vowel (``professore/-essa``); one that starts with a consonant
replaces everything from the word's last such consonant on (``tedesco/-chi``, ``senatore/-trice``), as Italian dictionaries
print it.
"""

from __future__ import annotations

import re

_NOTATION = re.compile(r"(\w+)((?:/-\w+)+)")
# Inflected forms of a word share at least so many letters (re, rei; but not the articles: dei, degli).
_STEM = 2
_VOWELS = frozenset("aeiouàèéìòù")
# What stands after the head of an English office or noun phrase: "ministers of defense", "brigadier generals" but "attorneys
# general".
# But ranks: brigadier generals.
_RANKS = re.compile(r"^(?:brigadier|lieutenant|major|colonel) general$", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"-general$|\s(?:of|for|without|in|to|at|on|with|general$)(?=\s|$)")
# English demonyms with these endings have no plural in -s: the French, the Chinese, the British.
_NO_PLURAL = re.compile(r"(?:ese|sh|ch|ss|[sz])$")


def expand(form: str) -> tuple[str, ...]:
    """All forms that ``form`` writes, the basic one first; just itself when it holds no notation.

    Two inflected words agree: their suffixes are taken in pairs (``primo/-a ministro/-a``). Raises :class:`ValueError` when
    their numbers differ or a suffix does not fit its word; the message says which.
    """
    words = list(_NOTATION.finditer(form))
    if not words:
        if "/-" in form:
            raise ValueError(f"{form!r}: a suffix must stand right after a word, as in nordcoreano/-a/-i/-e")
        return (form,)
    inflected = [(found[1], *(_inflected(found[1], suffix) for suffix in found[2].split("/-")[1:])) for found in words]
    if len({len(forms) for forms in inflected}) > 1:
        raise ValueError(f"{form!r}: the words have different numbers of suffixes; give each the same number")
    expanded = []
    for forms in zip(*inflected, strict=True):
        text, at = "", 0
        for found, word in zip(words, forms, strict=True):
            text += form[at : found.start()] + word
            at = found.end()
        expanded.append(text + form[at:])
    return tuple(dict.fromkeys(expanded))


def _inflected(word: str, suffix: str) -> str:
    if suffix[0].lower() in _VOWELS:
        if word[-1].lower() not in _VOWELS:
            raise ValueError(f"{word}/-{suffix}: {word!r} does not end with a vowel that -{suffix} could replace")
        return word[:-1] + suffix
    at = word.lower().rfind(suffix[0].lower())
    if at < 1:
        raise ValueError(f"{word}/-{suffix}: {word!r} has no {suffix[0]!r} that -{suffix} could start from")
    return word[:at] + suffix


def is_plural(form: str, basic: str) -> bool:
    """Whether the Italian ``form`` is a plural of ``basic``, told by the first word that differs: in -i, or -e for -a."""
    words, bases = form.lower().split(), basic.lower().split()
    differing = [(word, base) for word, base in zip(words, bases, strict=False) if word != base]
    # Another name for the same thing is no inflected form: there the words have other stems, or are more or fewer.
    if len(words) != len(bases) or not differing or any(word[:_STEM] != base[:_STEM] for word, base in differing):
        return False
    word, base = differing[0]
    return word.endswith("i") or (word.endswith("e") and not base.endswith("e"))


def plural(english: str) -> str:
    """The plural of an English office (``prime ministers``, ``ministers of defense``, ``attorneys general``)."""
    head = None if _RANKS.match(english) else _AFTER_HEAD.search(english)
    at = head.start() if head else len(english)
    return _plural_noun(english[:at]) + english[at:]


def demonym_plural(english: str) -> str:
    """``North Koreans``, ``Israelis``; unchanged where English has none (``French``, ``Chinese``)."""
    return english if _NO_PLURAL.search(english) else english + "s"


def _plural_noun(noun: str) -> str:
    if re.search(r"(?:^|\w)(?:man|woman)$", noun):
        return noun[:-2] + "en"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")
