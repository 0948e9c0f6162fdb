import pytest

from translator.glossary import TermKind
from translator.translation.carriers import carriers


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("a ", "Madrid"),
        ("nel ", "Pakistan"),
        ("della ", "Bolivia"),
        ("dell'", "Argentina"),
        ("gli ", "Beatles"),
        ("", "Madrid"),
    ],
)
def test_a_place_is_carried_by_one_of_its_gender_and_number(before, first):
    assert carriers(TermKind.PLACE, before)[0] == first


def test_persons_are_carried_by_persons_and_adjectives_not_at_all():
    assert carriers(TermKind.PERSON, "la ")[0] == "Johnson"
    assert carriers(TermKind.DEMONYM, "il ") == ()
