import pytest

from translator.glossary import Glossary, Matcher, Term, TermKind, candidates

TERMS = (Term("Mosca", "Moscow", TermKind.PLACE), Term("Volodymyr Zelensky", "Volodymyr Zelenskyy", TermKind.PERSON))
GLOSSARY = Glossary("desk", "", TERMS)


def names(*sources):
    segments = [(f"p{number}.s1", source) for number, source in enumerate(sources, 1)]
    return [(item.name, item.kind, item.count, item.first) for item in candidates(segments, Matcher([GLOSSARY]), [GLOSSARY])]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        pytest.param("Lo ha detto Lucio Prandelli.", "Lucio Prandelli", TermKind.PERSON, id="person"),
        pytest.param("Il corteo è partito da Valdora ieri.", "Valdora", TermKind.PLACE, id="place-after-a-preposition"),
        pytest.param("Parla la Fondazione Altavalle.", "Fondazione Altavalle", TermKind.ORGANISATION, id="institution"),
        pytest.param("Nasce la Banca Popolare di Valdora.", "Banca Popolare di Valdora", TermKind.ORGANISATION, id="with-di"),
        pytest.param("Ecco il parere della CRVA sul caso.", "CRVA", TermKind.ORGANISATION, id="acronym"),
        pytest.param("Il prodotto Zirconel costa poco.", "Zirconel", TermKind.OTHER, id="other"),
    ],
)
def test_a_name_and_a_guess_of_its_kind(source, name, kind):
    assert names(source) == [(name, kind, 1, "p1.s1")]


def test_what_a_glossary_covers_is_no_candidate():
    assert names("Il treno per Mosca porta Volodymyr Zelensky.", "Poi Zelensky parla.") == []


def test_names_are_counted_and_surnames_go_with_the_full_name():
    found = names("Lo ha detto Lucio Prandelli.", "Secondo Prandelli basta.", "Il porto di Valdora.")
    assert found == [("Lucio Prandelli", TermKind.PERSON, 2, "p1.s1"), ("Valdora", TermKind.PLACE, 1, "p3.s1")]


def test_a_form_that_is_nearly_the_same_is_shown():
    (found,) = candidates([("p1.s1", "Ha parlato Volodymyr Zelenskij oggi.")], Matcher([GLOSSARY]), [GLOSSARY])
    assert found.near == "Volodymyr Zelensky"
