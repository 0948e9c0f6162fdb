import pytest

from translator.glossary import CaseRule, Glossary, Matcher, Term


def matcher(*terms):
    return Matcher([Glossary("desk", "0" * 64, tuple(terms))])


def found(terms, text):
    return [(match.term.target, text[match.span.start : match.span.end]) for match in matcher(*terms).match(text)]


UKRAINE = Term("Ucraina", "Ukraine")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La posizione dell’Ucraina non cambia.", id="curly-elision"),
        pytest.param("La posizione dell'Ucraina non cambia.", id="straight-elision"),
        pytest.param("Ucraina, il vertice", id="at-the-start"),
        pytest.param("«Ucraina»", id="in-quotes"),
        pytest.param("il confine Russia-Ucraina", id="in-a-compound"),
        pytest.param("L'UCRAINA RISPONDE", id="all-capitals"),
    ],
)
def test_matches_whole_words(text):
    assert len(found([UKRAINE], text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("gli ucraini", id="another-word"),
        pytest.param("Ucrainamania", id="inside-a-word"),
        pytest.param("l'ucraina", id="lower-case"),
        pytest.param("UcRaina", id="mixed-case"),
    ],
)
def test_does_not_match_otherwise(text):
    assert found([UKRAINE], text) == []


@pytest.mark.parametrize(
    ("case", "source", "text", "matches"),
    [
        pytest.param(CaseRule.AS_WRITTEN, "Lima", "la lima", False, id="as-written-lower"),
        pytest.param(CaseRule.AS_WRITTEN, "Lima", "LA CITTÀ DI LIMA", True, id="as-written-capitals"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "Russo il primo", True, id="as-written-sentence-start"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "«Russo il primo»", True, id="as-written-quotation-start"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "il signor Russo", False, id="as-written-surname"),
        pytest.param(CaseRule.EXACT, "Malé", "MALÉ", False, id="exact-capitals"),
        pytest.param(CaseRule.EXACT, "Malé", "a Malé", True, id="exact"),
        pytest.param(CaseRule.IGNORE, "Corte dei conti", "la CORTE dei Conti", True, id="ignore"),
    ],
)
def test_case_rules(case, source, text, matches):
    assert bool(found([Term(source, "X", case=case)], text)) is matches


def test_the_longest_term_wins_and_nothing_matches_inside_it():
    terms = [Term("Corea", "Korea"), Term("Corea del Nord", "North Korea"), Term("Nord", "North")]
    assert found(terms, "La Corea del Nord e la Corea") == [("North Korea", "Corea del Nord"), ("Korea", "Corea")]


def test_the_first_glossary_wins():
    matched = Matcher([Glossary("desk", "", (Term("Kiev", "Kiev"),)), Glossary("world", "", (Term("Kiev", "Kyiv"),))]).match(
        "A Kiev"
    )
    assert [(match.glossary, match.term.target) for match in matched] == [("desk", "Kiev")]


def test_words_of_a_term_may_stand_apart_by_any_white_space_but_not_joined():
    terms = [Term("Stati Uniti", "United States")]
    assert found(terms, "gli Stati\u00a0 Uniti")
    assert found(terms, "gli Stati-Uniti") == []


def test_decomposed_accents_match():
    assert found([Term("Città del Capo", "Cape Town")], "a Citta\u0300 del Capo") == [("Cape Town", "Citta\u0300 del Capo")]


def test_apostrophes_inside_a_term_are_the_same():
    assert found([Term("Valle d'Aosta", "Aosta Valley")], "in Valle d’Aosta")


def test_the_same_term_three_times():
    assert len(found([UKRAINE], "Ucraina, Ucraina e Ucraina")) == 3


def test_fifty_thousand_terms_find_theirs():
    terms = [Term(f"Nome{number} di Valdora", f"Name {number}") for number in range(50_000)]
    assert found(terms, "Qui Nome49999 di Valdora.") == [("Name 49999", "Nome49999 di Valdora")]
