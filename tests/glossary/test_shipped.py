"""The shipped glossaries: complete, well-formed, and at one with each other."""

import unicodedata

import pytest

from translator.errors import GlossaryError
from translator.glossary import TermKind, find, shipped_names


@pytest.mark.parametrize(("name", "least"), [("world", 400), ("italy", 150), ("people", 60)])
def test_holds_enough(name, least):
    assert len(find(name).terms) >= least


def test_names():
    assert shipped_names() == ("italy", "people", "world")


@pytest.mark.parametrize("name", ["italy", "people", "world"])
def test_text_is_clean(name):
    for term in find(name).terms:
        for text in (term.source, term.target, *term.target_forms):
            where = f"{name}.csv, line {term.line}"
            assert text == " ".join(text.split()), where
            assert text == unicodedata.normalize("NFC", text), where
            assert not any(unicodedata.category(character).startswith("C") for character in text), where
            assert not any(character in text for character in "’‘“”«»"), where
        assert term.target not in term.target_forms, f"{name}.csv, line {term.line}"


def test_no_source_stands_in_two_glossaries():
    seen = {}
    for name in shipped_names():
        for term in find(name).terms:
            assert seen.setdefault(term.source, name) == name, term.source


def test_people_are_persons():
    assert {term.kind for term in find("people").terms} == {TermKind.PERSON}


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("world", "Mosca", "Moscow"),
        ("world", "Corea del Nord", "North Korea"),
        ("world", "nordcoreane", "North Korean"),
        ("italy", "Corte dei conti", "Court of Auditors"),
        ("italy", "Firenze", "Florence"),
        ("people", "Papa Francesco", "Pope Francis"),
    ],
)
def test_some_that_must_be_there(name, source, target):
    assert {term.source: term.target for term in find(name).terms}[source] == target


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(GlossaryError, match="italy, people, world"):
        find("atlantide")
