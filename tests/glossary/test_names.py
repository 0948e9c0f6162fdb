import pytest

from translator.article import Span
from translator.glossary import find_names


def names(*sources, covered=None):
    found = find_names(sources, covered or [()] * len(sources))
    return [[requirement.surface for requirement in segment] for segment in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Lo ha detto Lucio Prandelli.", ["Lucio Prandelli"], id="person"),
        pytest.param("Lucio Prandelli ha vinto.", ["Lucio Prandelli"], id="person-at-the-start"),
        pytest.param("Il ministro Cipolla ha vinto.", ["Cipolla"], id="after-an-office"),
        pytest.param("Il Presidente Cipolla ha vinto.", ["Cipolla"], id="after-a-capital-office"),
        pytest.param("Parla il dott. Cipolla.", ["Cipolla"], id="after-an-abbreviated-title"),
        pytest.param("Nel porto di Valdora si lavora.", ["Valdora"], id="place"),
        pytest.param("La voce dell’Altavalle resta.", ["Altavalle"], id="elision"),
        pytest.param("Parla Marta D'Amico oggi.", ["Marta D'Amico"], id="apostrophe-in-a-surname"),
        pytest.param("Ecco Jan van Holt e altri.", ["Jan van Holt"], id="particle"),
        pytest.param("Il Partito del Lago ha vinto.", [], id="common-nouns"),
        pytest.param("Chiude il Festival del Libro di Portovento.", ["Portovento"], id="place-after-common-nouns"),
        pytest.param("Chiude il Consiglio di Stato.", [], id="common-nouns-with-di"),
        pytest.param("Cresce il PIL.", [], id="acronym"),
        pytest.param("Vince la Refettoria S.p.A. di Prato.", ["Refettoria", "Prato"], id="legal-form"),
        pytest.param("LUCIO PRANDELLI HA VINTO", ["LUCIO PRANDELLI"], id="all-capitals"),
        pytest.param("ALLARME IN TUTTA LA REGIONE", [], id="all-capitals-without-a-name"),
        pytest.param("Ha vinto Chiara Del Piano.", ["Chiara Del Piano"], id="a-noun-in-a-surname"),
        pytest.param("Ecco Inés de la Torre e altri.", ["Inés de la Torre"], id="two-particles"),
        pytest.param("Secondo i tecnici va bene.", [], id="first-word"),
        pytest.param("Ha detto: «Domani si vota».", [], id="first-word-of-a-quotation"),
    ],
)
def test_what_is_a_name(source, expected):
    assert names(source) == [expected]


def test_a_name_that_a_glossary_covers_is_not_guarded():
    source = "Lo ha detto Lucio Prandelli."
    assert names(source, covered=[[Span(12, 27)]]) == [[]]


def test_a_word_beside_a_known_person_is_a_name():
    source = "Prandelli-Conte, ultimo duello"
    assert names(source, covered=[[Span(0, 9)]]) == [[]]
    (found,) = find_names([source], [[Span(0, 9)]], [[Span(0, 9)]])
    assert [(name.surface, name.certain) for name in found] == [("Conte", True)]


def test_a_surname_that_is_a_common_word_is_certain_inside_a_sentence():
    (found,) = find_names(["Lo ha detto Conte."], [()])
    assert [(name.surface, name.certain) for name in found] == [("Conte", True)]


def test_what_a_longer_name_ends_with_is_that_name_everywhere():
    found = find_names(["Parla Ornetta Bassanelli.", "Bassanelli insiste.", "Per Bassanelli è fatta."], [(), (), ()])
    assert [[(item.surface, item.certain) for item in segment] for segment in found] == [
        [("Ornetta Bassanelli", True)],
        [("Bassanelli", True)],
        [("Bassanelli", True)],
    ]


def test_an_ordinary_word_of_the_article_is_no_name_though_one_ends_with_it():
    found = find_names(["Parla Ornetta Lampo.", "Lampo nella notte.", "Un lampo, poi il buio."], [(), (), ()])
    assert [[item.surface for item in segment] for segment in found] == [["Ornetta Lampo"], [], []]


def test_the_article_s_surnames_are_found_in_capitals():
    found = find_names(["CIPOLLA INSISTE", "Parla Lucio Cipolla."], [(), ()])
    assert [[name.surface for name in segment] for segment in found] == [["CIPOLLA"], ["Lucio Cipolla"]]


def test_a_surname_once_seen_is_a_person_everywhere():
    found = find_names(["Parla Lucio Cipolla.", "Cipolla insiste.", "Per Cipolla è fatta."], [(), (), ()])
    assert [[(item.surface, item.certain) for item in segment] for segment in found] == [
        [("Lucio Cipolla", True)],
        [("Cipolla", True)],
        [("Cipolla", True)],
    ]


def test_what_stands_before_a_legal_form_is_certain():
    (found,) = find_names(["Vende la Refettoria S.p.A. di Prato."], [()])
    assert [(name.surface, name.certain) for name in found] == [("Refettoria", True), ("Prato", False)]
