"""The shipped glossaries: complete, well-formed, and at one with each other."""

import unicodedata

import pytest

from translator.errors import GlossaryError
from translator.glossary import TermKind, find, shipped_names


@pytest.mark.parametrize(("name", "least"), [("world", 1000), ("italy", 600), ("international", 1000), ("people", 450)])
def test_holds_enough(name, least):
    assert len(find(name).terms) >= least


def test_names():
    assert shipped_names() == ("international", "italy", "people", "world")


@pytest.mark.parametrize("name", shipped_names())
def test_text_is_clean(name):
    for term in find(name).terms:
        for text in (*term.sources, term.target, *term.target_forms):
            where = f"{name}.csv, line {term.line}"
            assert text == " ".join(text.split()), where
            assert text == unicodedata.normalize("NFC", text), where
            assert not any(unicodedata.category(character).startswith("C") for character in text), where
            assert not any(character in text for character in "’‘“”«»"), where
        assert term.target not in term.target_forms, f"{name}.csv, line {term.line}"


def test_no_form_stands_in_two_glossaries():
    seen = {}
    for name in shipped_names():
        for term in find(name).terms:
            for form in term.sources:
                assert seen.setdefault((form, term.context), name) == name, form


def test_there_are_at_least_2500_entries_together():
    assert sum(len(find(name).terms) for name in shipped_names()) >= 2500


def test_people_are_persons():
    assert {term.kind for term in find("people").terms} == {TermKind.PERSON}


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("world", "Mosca", "Moscow"),
        ("world", "Corea del Nord", "North Korea"),
        ("world", "nordcoreane", "North Korean"),
        ("international", "Fmi", "IMF"),
        ("international", "Commissione europea", "European Commission"),
        ("italy", "Corte dei conti", "Court of Auditors"),
        ("italy", "Firenze", "Florence"),
        ("people", "Papa Francesco", "Pope Francis"),
    ],
)
def test_some_that_must_be_there(name, source, target):
    assert {form: term.target for term in find(name).terms for form in term.sources}[source] == target


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(GlossaryError, match="international, italy, people, world"):
        find("atlantide")
