import pytest

from translator.glossary import inflection


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Mosca", ["Mosca"]),
        ("nordcoreano/-a/-i/-e", ["nordcoreano", "nordcoreana", "nordcoreani", "nordcoreane"]),
        ("americano/-a", ["americano", "americana"]),
        ("tedesco/-a/-chi/-che", ["tedesco", "tedesca", "tedeschi", "tedesche"]),
        ("belga/-gi/-ghe", ["belga", "belgi", "belghe"]),
        ("senatore/-trice/-i/-trici", ["senatore", "senatrice", "senatori", "senatrici"]),
        ("professore/-essa", ["professore", "professoressa"]),
        ("presidente/-i del Consiglio", ["presidente del Consiglio", "presidenti del Consiglio"]),
        ("primo/-a ministro/-a", ["primo ministro", "prima ministra"]),
    ],
)
def test_notation(form, expected):
    assert list(inflection.expand(form)) == expected


@pytest.mark.parametrize("form", ["primo/-a ministro/-a/-i", "Bonn/-a", "cane/-zzi", "Mosca /-a"])
def test_a_notation_that_does_not_fit_is_refused(form):
    with pytest.raises(ValueError, match=r"/-|different numbers"):
        inflection.expand(form)


@pytest.mark.parametrize(
    ("form", "basic", "expected"),
    [
        ("ministri", "ministro", True),
        ("ministra", "ministro", False),
        ("ministre", "ministro", True),
        ("presidenti del Consiglio", "presidente del Consiglio", True),
        ("senatrice", "senatore", False),
        ("senatrici", "senatore", True),
        ("ministro", "ministro", False),
        ("ministro degli Stati Uniti", "ministro americano", False),
        ("capi del governo", "primo ministro", False),
    ],
)
def test_plurals_are_told_by_their_ending(form, basic, expected):
    assert inflection.is_plural(form, basic) is expected


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("prime minister", "prime ministers"),
        ("minister of defense", "ministers of defense"),
        ("attorney general", "attorneys general"),
        ("secretary-general", "secretaries-general"),
        ("brigadier general", "brigadier generals"),
        ("secretary", "secretaries"),
        ("chairman", "chairmen"),
        ("judge for preliminary investigations", "judges for preliminary investigations"),
        ("boss", "bosses"),
    ],
)
def test_english_plurals_of_offices(singular, plural):
    assert inflection.plural(singular) == plural


@pytest.mark.parametrize(
    ("singular", "plural"), [("Israeli", "Israelis"), ("French", "French"), ("Chinese", "Chinese"), ("Thai", "Thais")]
)
def test_english_plurals_of_demonyms(singular, plural):
    assert inflection.demonym_plural(singular) == plural
