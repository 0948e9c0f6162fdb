"""What is wrong, or suspicious, in glossary files."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from translator.article import Severity
from translator.glossary import files, table
from translator.glossary.persons import is_surname
from translator.glossary.terms import CaseRule, Term, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# A source in lower case of so few letters that ends with a vowel is more often an ordinary word than a term.
_SHORT = 3


def check(paths: Sequence[Path]) -> list[table.Problem]:
    """The problems in the glossaries ``paths``, given in the order of their priority; errors stop a glossary from being used.

    A file that cannot be read at all raises :class:`GlossaryError`.
    """
    problems: list[table.Problem] = []
    earlier: dict[tuple[str, str, str], tuple[Path, Term]] = {}
    for path in paths:
        data = files.read_bytes(path)
        terms, errors = files.parse(path, data)
        found = [
            *errors,
            *_raw(path, data),
            *_doubled(path, terms),
            *_suspicious(path, terms),
            *_shadowed(path, terms, earlier),
        ]
        problems += sorted(found, key=lambda problem: problem.line)
        for term in terms:
            for key in files.keys(term):
                earlier.setdefault(key, (path, term))
    return problems


def _warn(path: Path, line: int, column: str, message: str) -> table.Problem:
    return table.Problem(path, line, column, message, Severity.WARNING)


def _raw(path: Path, data: bytes) -> Iterator[table.Problem]:
    """What the reader smooths over: invisible characters, doubled spaces, empty targets."""
    for line, values in files.rows(path, data):
        for column, text in values.items():
            for character in dict.fromkeys(text):
                if _invisible(character):
                    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
                    yield _warn(path, line, column, f"holds an invisible character ({name}); delete it")
            if column in {"source", "target", "forms", "target_forms"} and "  " in text.strip():
                yield _warn(path, line, column, "holds two spaces in a row; keep one")
        if values.get("source", "").strip() and not values.get("target", "").strip():
            source = values["source"].strip()
            yield _warn(path, line, "target", f"is empty, so {source!r} stays as it is; write it out if that is meant")


def _invisible(character: str) -> bool:
    category = unicodedata.category(character)
    return (category in {"Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp"} and character not in "\n\t") or (
        category == "Zs" and character != " "
    )


def _doubled(path: Path, terms: Sequence[Term]) -> Iterator[table.Problem]:
    """Forms that stand twice with the same target."""
    first: dict[tuple[str, str, str], Term] = {}
    for term in terms:
        for key in files.keys(term):
            other = first.setdefault(key, term)
            if other is not term:
                yield _warn(path, term.line, "source", f"{key[0]!r} stands on line {other.line} already; delete one of the two")
                break


def _suspicious(path: Path, terms: Sequence[Term]) -> Iterator[table.Problem]:
    by_form = {form: term for term in terms for form in term.sources if not term.context}
    for term in terms:
        other = by_form.get(term.target)
        # A surname may be the target of one entry and a form of the person's own (Erdogan, Recep Tayyip Erdogan).
        if other and not term.context and term.target not in {other.target, *other.target.split()}:
            message = f"{term.target!r} is itself a source, on line {other.line}, with the target {other.target!r}"
            yield _warn(path, term.line, "target", f"{message}; is it really the English form?")
        if term.target in term.target_forms:
            yield _warn(path, term.line, "target_forms", f"repeats the target {term.target!r}; delete it there")
        short = [form for form in term.sources if form.islower() and len(form) <= _SHORT and form[-1] in "aeiou"]
        if short and term.case is not CaseRule.EXACT and not term.context:
            message = f"{short[0]!r} is very short and in lower case, so it may be an ordinary word; give it a context"
            yield _warn(path, term.line, "source", message)
        if term.kind is TermKind.PERSON and not any(map(str.isupper, term.target)):
            yield _warn(path, term.line, "target", f"{term.target!r} is a person without a capital letter")


def _shadowed(
    path: Path, terms: Sequence[Term], earlier: dict[tuple[str, str, str], tuple[Path, Term]]
) -> Iterator[table.Problem]:
    """Terms that an earlier glossary decides otherwise."""
    for term in terms:
        for key in files.keys(term):
            if key not in earlier or earlier[key][1].target == term.target:
                continue
            place, other = earlier[key]
            if not (term.kind is TermKind.PERSON and is_surname(key[0], term.source)):
                message = f"{key[0]!r} has no effect: {place}, line {other.line} comes first and wants {other.target!r}"
                yield table.Problem(path, term.line, "source", message, Severity.INFO)
                break
