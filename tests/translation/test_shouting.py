import pytest

from translator.article import Span
from translator.glossary import TermKind
from translator.translation.requirements import Requirement
from translator.translation.shouting import calmed, is_shouted


@pytest.mark.parametrize(
    ("source", "expected"),
    [("MELONI VOLA A TRIPOLI", True), ("Meloni vola a Tripoli", False), ("ONU", False), ("PIL E UE", False), ("1990", False)],
)
def test_what_is_a_headline_in_capitals(source, expected):
    assert is_shouted(source) is expected


def test_it_is_calmed_with_the_capitals_of_its_names():
    source = "L'ONU A NEW YORK: PARLA ZELENSKY"
    items = [
        Requirement(Span(2, 5), "ONU", ("UN",), TermKind.ORGANISATION, capitals=True),
        Requirement(Span(8, 16), "NEW YORK", ("New York",), TermKind.PLACE, capitals=True),
    ]
    text, calm = calmed(source, items)
    assert text == "L'Onu a New York: parla zelensky"
    assert [(item.surface, item.capitals, item.span) for item in calm] == [
        ("Onu", False, Span(2, 5)),
        ("New York", False, Span(8, 16)),
    ]


def test_letters_without_a_lower_case_of_one_character_keep_the_offsets():
    source = "İSTANBUL RISPONDE"
    assert len(calmed(source, [])[0]) == len(source)
