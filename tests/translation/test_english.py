import pytest

from translator.article import Span
from translator.glossary import TermKind
from translator.translation.english import in_english_order, with_articles
from translator.translation.requirements import Requirement, locate


def polished(text, form, kind=TermKind.PLACE, **options):
    items = [Requirement(Span(0, 1), "x", (form,), kind)]
    return with_articles(text, items, locate(text, items), sentence=options.get("sentence", True))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param(
            "Without the Ukraine there is no peace.", "Ukraine", "Without Ukraine there is no peace.", id="taken-away"
        ),
        pytest.param("The Ukraine has agreed.", "Ukraine", "Ukraine has agreed.", id="at-the-start"),
        pytest.param("He lives in United States.", "United States", "He lives in the United States.", id="put-there"),
        pytest.param("He lives in the United States.", "United States", "He lives in the United States.", id="is-there"),
        pytest.param("The Moscow summit failed.", "Moscow", "The Moscow summit failed.", id="before-a-noun"),
        pytest.param(
            "In United States courts it failed.", "United States", "In United States courts it failed.", id="plural-noun"
        ),
        pytest.param("The Moscow of the tsars.", "Moscow", "The Moscow of the tsars.", id="the-place-of"),
        pytest.param("They went to The Hague.", "The Hague", "They went to The Hague.", id="article-of-its-own"),
        pytest.param("He is the Moscow's man.", "Moscow", "He is the Moscow's man.", id="possessive"),
        pytest.param("the BULGARIA", "Italy", "the BULGARIA", id="not-there"),
    ],
)
def test_articles_of_places(text, form, expected):
    assert polished(text, form) == expected


def test_an_adjective_comes_before_the_office_that_it_follows_in_italian():
    items = [
        Requirement(Span(0, 15), "ministro estero", ("foreign minister",), TermKind.TITLE),
        Requirement(Span(16, 25), "norvegese", ("Norwegian",), TermKind.DEMONYM),
    ]
    text = "He is the foreign minister Norwegian."
    assert in_english_order(text, items, locate(text, items)) == "He is the Norwegian foreign minister."
    apart = "The foreign minister is a Norwegian."
    assert in_english_order(apart, items, locate(apart, items)) == apart


def test_headlines_get_no_article():
    assert polished("Summit in United States", "United States", sentence=False) == "Summit in United States"


def test_only_places_are_touched():
    assert polished("the Meloni is here", "Meloni", TermKind.PERSON) == "the Meloni is here"
