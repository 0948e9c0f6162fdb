"""Checks that need only a segment's source and target."""

from __future__ import annotations

from translator.article import Finding, Severity, Span

# Shorter segments (names, headlines of names, scores) are often rightly the same in both languages.
_COPIED_WORDS = 4


def check_target(source: str, target: str) -> tuple[Finding, ...]:
    """The findings on a target as a whole: ``empty-target`` when there is none, ``untranslated`` when it is the source."""
    if not target.strip():
        return (Finding("empty-target", Severity.ERROR, "The model gave no translation", Span(0, len(source))),)
    words = [word for word in source.split() if any(map(str.isalpha, word))]
    if len(words) >= _COPIED_WORDS and _letters(source) == _letters(target):
        spans = Span(0, len(source)), Span(0, len(target))
        return (Finding("untranslated", Severity.ERROR, "The model copied the Italian", *spans),)
    return ()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
