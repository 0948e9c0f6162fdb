import pytest

from translator.article import Span
from translator.translation.soundness import doubled, lookalikes, plausible_length, stutters


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param("He met Chira Del Piano there.", "Chiara Del Piano", ("Chira Del Piano",), id="misspelt-name"),
        pytest.param("It was Caterina Lodice, the head.", "Caterina Lo Giudice", ("Caterina Lodice",), id="of-other-length"),
        pytest.param("the Norwegvage fleet", "Norwegian", ("Norwegvage",), id="same-beginning"),
        pytest.param("the Moscow summit", "Moscow", (), id="right-as-it-is"),
        pytest.param("the fly is here", "Moscow", (), id="nothing-like-it"),
        pytest.param("", "Moscow", (), id="empty"),
    ],
)
def test_lookalikes(text, form, expected):
    assert lookalikes(text, form) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the the house", {"the the"}),
        ("in the a house", {"the a"}),
        ("Moscow Moscow", {"moscow moscow"}),
        ("a house", set()),
    ],
)
def test_doubled_words(text, expected):
    assert doubled(text) == expected


def test_two_terms_may_be_the_same_word():
    assert doubled("Moscow Moscow", [Span(0, 6), Span(7, 13)]) == set()


def test_a_word_of_the_term_before_it_is_a_stutter_unless_it_is_a_term_itself():
    text = "Italian Poste Italiane"
    assert stutters(text, Span(8, 22), ["Poste", "Italiane"], [Span(8, 22)])
    assert not stutters(text, Span(8, 22), ["Poste", "Italiane"], [Span(0, 7), Span(8, 22)])
    assert not stutters("in Poste Italiane", Span(3, 17), ["Poste", "Italiane"], [Span(3, 17)])


def test_lengths():
    assert plausible_length("The minister is in Moscow.", "The minister is a fly.")
    assert not plausible_length("Moscow", "The minister is a fly in the soup.")
