import pytest
from tests.review.reviews import review, segment

from translator.glossary import Term, TermKind
from translator.review import IssueKind
from translator.review.suggestions import suggest


def suggested(*segments):
    return [(term.source, term.target) for term in suggest(review(*segments))]


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        pytest.param(
            [
                (
                    "Ieri a Castel Mirano pioveva.",
                    "Yesterday it rained in Castel Mirano.",
                    "Yesterday it rained in Mirano Castle.",
                ),
                (
                    "Da Castel Mirano si vede il mare.",
                    "From Castel Mirano you see the sea.",
                    "From Mirano Castle you can see the sea.",
                ),
            ],
            [("Castel Mirano", "Mirano Castle")],
            id="in every segment",
        ),
        pytest.param(
            [
                (
                    "Ieri a Castel Mirano pioveva.",
                    "Yesterday it rained in Castel Mirano.",
                    "Yesterday it rained in Mirano Castle.",
                ),
                (
                    "Da Castel Mirano si vede il mare.",
                    "From Castel Mirano you see the sea.",
                    "From Castel Mirano you see the sea.",
                ),
            ],
            [],
            id="not in every segment",
        ),
        pytest.param(
            [
                ("Ieri a Castel Mirano pioveva.", "It rained in Castel Mirano.", "It rained in Mirano Castle."),
                (
                    "Da Castel Mirano si vede il mare.",
                    "From Castel Mirano you see the sea.",
                    "From Castle Mirano you see the sea.",
                ),
            ],
            [],
            id="in two ways",
        ),
        pytest.param(
            [
                ("Ieri a Castel Mirano pioveva.", "It rained in Castel Mirano.", "It rained in Mirano Castle."),
                (
                    "Da Castel Mirano si vede il mare.",
                    "From Mirano Castle you see the sea.",
                    "From Mirano Castle you see the sea.",
                ),
            ],
            [("Castel Mirano", "Mirano Castle")],
            id="where the machine had it once",
        ),
        pytest.param(
            [("Lo ha detto Volodymyr Zelenskyj.", "Volodymyr Zelenskyj said so.", "Volodymyr Zelensky said so.")],
            [("Volodymyr Zelenskyj", "Volodymyr Zelensky")],
            id="at the start of a sentence",
        ),
        pytest.param(
            [("Il sindaco Lucio Prandelli tace.", "Mayor Luke Prandell’s silent.", "The mayor, Lucio Prandelli, is silent.")],
            [("Lucio Prandelli", "Lucio Prandelli")],
            id="a name that the machine had spoilt",
        ),
        pytest.param(
            [
                (
                    "Ne parla il Consiglio delle Acque di Valdora.",
                    "The Council of Waters of Valdora speaks of it.",
                    "The Water Council of Valdora speaks of it.",
                )
            ],
            [("Consiglio delle Acque di Valdora", "Water Council of Valdora")],
            id="an institution with its place",
        ),
        pytest.param(
            [("Ne parla il Consiglio delle Acque.", "The Council of Waters speaks of it.", "The Water Council speaks of it.")],
            [("Consiglio delle Acque", "Water Council")],
            id="the only one left",
        ),
        pytest.param([("Ieri a Castel Mirano pioveva.", "It rained in Castel Mirano.", "It rained there.")], [], id="left out"),
        pytest.param(
            [("Ieri a Castel Mirano pioveva.", "It rained in Castel Mirano.", "It poured in Castel Mirano.")],
            [],
            id="not touched",
        ),
        pytest.param(
            [("Ieri a Castel Mirano pioveva.", "In Castel Mirano it rained.", "Yesterday in Castel Mirano, it rained.")],
            [],
            id="words before and after it",
        ),
        pytest.param(
            [("Parla Anna Bianchi.", "Anna Bianchi's speaking.", "Anna White's speaking.")],
            [("Anna Bianchi", "Anna White")],
            id="possessive",
        ),
        pytest.param([("Piove a Mirano.", "It rains in Mirano.", "")], [], id="emptied"),
    ],
)
def test_names(segments, expected):
    assert suggested(*segments) == expected


def test_an_entry_says_what_it_is_from():
    (term,) = suggest(review(("Lo ha detto Lucio Prandelli.", "Lucio Prandelli said so.", "Luke Prandelli said so.")))
    assert term == Term(
        "Lucio Prandelli",
        "Luke Prandelli",
        TermKind.PERSON,
        note="from a review: 1 segment, first p1.s1; the machine had 'Lucio Prandelli'",
    )


def test_segments_with_a_problem_in_their_row_suggest_nothing():
    edited = segment(
        "p1.s1", "Parla Anna Bianchi.", "Anna Bianchi speaks.", "Anna White speaks.", issues=frozenset({IssueKind.SOURCE})
    )
    assert suggest(review(edited)) == []
