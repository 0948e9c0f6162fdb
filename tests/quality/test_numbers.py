import pytest

from translator.article import Span, TermStatus, TermUse


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Costa 1.234,5 euro.", "It costs 1,234.5 euros.", id="thousands-and-decimals"),
        pytest.param("Vale 2.500.000 euro.", "It is worth €2,500,000.", id="sign-for-word"),
        pytest.param("Vale 1,9 mld.", "It is worth 1.9 billion.", id="mld"),
        pytest.param("Vale 800 mln di dollari.", "It is worth $800m.", id="mln"),
        pytest.param("Erano 300mila persone.", "There were 300,000 people.", id="mila-attached"),
        pytest.param("Erano 10-15mila persone.", "There were 10,000 to 15,000 people.", id="mila-of-a-range"),
        pytest.param("Fra 295 e 305 milioni.", "Between 295 million and 305 million.", id="scale-said-once"),
        pytest.param("Da 410 a 362,4 milioni.", "From 410 million to 362.4 million.", id="scale-at-the-end"),
        pytest.param("Un milione e duecentomila firme.", "1.2 million signatures.", id="compound-in-words"),
        pytest.param("Due milioni e mezzo di voti.", "Two and a half million votes.", id="and-a-half"),
        pytest.param("Un milione e mezzo di voti.", "A million and a half votes.", id="and-a-half-after"),
        pytest.param("Mezzo milione di voti.", "Half a million votes.", id="half-a-million"),
        pytest.param("Il 15,2 per cento dei voti.", "15.2% of the vote.", id="per-cent"),
        pytest.param("Dal 3 al 5% dei casi.", "3 to 5 percent of cases.", id="per-cent-said-once"),
        pytest.param("Il 12 marzo 2024 pioveva.", "It rained on March 12, 2024.", id="date"),
        pytest.param("Il 12/06/2024 pioveva.", "It rained on June 12, 2024.", id="date-with-slashes"),
        pytest.param("Il 1° maggio.", "On May 1.", id="first-of-the-month"),
        pytest.param("La riunione è alle 18.30.", "The meeting is at 6:30 p.m.", id="evening"),
        pytest.param("La riunione è alle ore 18.", "The meeting is at 6 p.m.", id="full-hour"),
        pytest.param("La riunione è alle 09:00.", "The meeting is at 9 am.", id="full-hour-with-zeros"),
        pytest.param("La riunione è alle 18:30.", "The meeting is at 18:30.", id="24-hours"),
        pytest.param("A mezzanotte.", "At 12 a.m.", id="midnight"),
        pytest.param("Il 3º posto e la 60ª gara.", "3rd place and the 60th race.", id="ordinal-signs"),
        pytest.param("Al ventunesimo giro.", "On lap 21.", id="ordinal-word"),
        pytest.param("Nel XX secolo.", "In the 20th century.", id="century"),
        pytest.param("Nell'Ottocento.", "In the 19th century.", id="century-by-name"),
        pytest.param("Nell'Ottocento.", "In the 1800s.", id="century-by-years"),
        pytest.param("La seconda guerra mondiale.", "World War II.", id="roman-for-a-word"),
        pytest.param("Negli anni '90.", "In the 1990s.", id="decade-in-digits"),
        pytest.param("Negli anni Sessanta.", "In the '60s.", id="decade-in-words"),
        pytest.param("Negli anni Sessanta.", "In the sixties.", id="decade-in-words-on-both-sides"),
        pytest.param("Nel '68 scioperavano.", "They went on strike in 1968.", id="short-year"),
        pytest.param("La stagione 1995-96.", "The 1995–1996 season.", id="season"),
        pytest.param("Ha vinto 2-1.", "They won 2–1.", id="score"),
        pytest.param("Due gol in 7 minuti.", "2 goals in seven minutes.", id="words-and-digits"),
        pytest.param("Una donna di trentaquattro anni.", "A 34-year-old woman.", id="age-in-words"),
        pytest.param("Una diciottenne.", "An 18-year-old.", id="age-in-one-word"),
        pytest.param("Dopo vent'anni.", "After twenty years.", id="elided"),
        pytest.param("Centoventi pagine.", "One hundred and twenty pages.", id="hundreds"),
        pytest.param("Nel duemilaventiquattro.", "In 2024.", id="year-in-words"),
        pytest.param("Una decina di barche.", "About ten boats.", id="about-ten"),
        pytest.param("Una sessantina di barche.", "Some 60 boats.", id="about-sixty"),
        pytest.param("Entrambi i fratelli.", "The two brothers.", id="both"),
        pytest.param("Nei due porti.", "In both ports.", id="both-the-other-way"),
        pytest.param("Un'obbligazione quinquennale.", "A five-year bond.", id="duration-in-an-adjective"),
        pytest.param("Un quarto dei voti.", "25% of the vote.", id="quarter"),
        pytest.param("Un uomo e una donna.", "A man and a woman.", id="articles-are-no-numbers"),
        pytest.param("Sei pronto?", "Are you ready?", id="you-are-is-not-six"),
        pytest.param("Secondo il sindaco, venti forti.", "Strong winds, according to the mayor.", id="homonyms"),
        pytest.param("Mille grazie.", "Many thanks.", id="thousand-thanks"),
        pytest.param("Un lago di 783 km².", "A lake of 783 km2.", id="power-of-a-unit"),
        pytest.param("Il gruppo Tre Porti.", "The Porti group.", id="capitalised-words-may-be-names"),
        pytest.param("Un gioco uscito come Six Days.", "A game published as Six Days.", id="number-in-a-name"),
        pytest.param("Su esempio.it/2024/07", "On esempio.it/2024/07", id="addresses-are-left-alone"),
        pytest.param("Chiamate lo 02 5550 1234567890123456789.", "Call 02 5550 1234567890123456789.", id="telephone"),
        pytest.param("Circa 24 000 lampade.", "About 24,000 lamps.", id="groups-with-spaces"),
    ],
)  # fmt: skip
def test_equal_numbers_raise_nothing(findings, source, target):
    assert findings("number-mismatch", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Costa 1.234,5 euro.", "It costs 1,243.5 euros.", [("1.234,5", "1,243.5")], id="digits-swapped"),
        pytest.param("Sono 12 treni.", "They are trains.", [("12", None)], id="lost"),
        pytest.param("Sono treni.", "They are 12 trains.", [(None, "12")], id="added"),
        pytest.param("Vale 300 milioni.", "It is worth 300 billion.", [("300 milioni", "300 billion")], id="another-scale"),
        pytest.param("Vale 300 milioni.", "It is worth 300.", [("300 milioni", "300")], id="scale-lost"),
        pytest.param("Dodici marinai.", "Twenty sailors.", [("Dodici", "Twenty")], id="number-word-at-the-start"),
        pytest.param("I dodici marinai.", "The twenty sailors.", [("dodici", "twenty")], id="number-words"),
        pytest.param("Nel XVI secolo.", "In the 19th century.", [("XVI", "19")], id="another-century"),
        pytest.param("Negli anni '90.", "In the 1980s.", [("90", "1980")], id="another-decade"),
        pytest.param("Alle 18.30.", "At 8:30 p.m.", [("18.30", "8:30")], id="another-hour"),
        pytest.param("Il 6 giugno.", "On June.", [("6", None)], id="a-month-is-no-day"),
        pytest.param("Ne ha 4.200.", "It has 4.200.", [("4.200", "4.200")], id="italian-thousands-left"),
        pytest.param("È il 4,5 in più.", "It is 4,5 more.", [("4,5", "4,5")], id="italian-decimals-left"),
        pytest.param("Ne ha 1.000 e uno.", "It has 1.000 and one.", [("1.000", "1.000")], id="thousand-is-not-one"),
        pytest.param("Costa 30 euro.", "It costs $30.", [("30", "30")], id="another-currency"),
        pytest.param("Cresce del 30%.", "It grows by 30.", [("30", "30")], id="per-cent-lost"),
    ],
)  # fmt: skip
def test_different_numbers_are_shown_on_both_sides(findings, source, target, expected):
    assert findings("number-mismatch", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Ne ha 4.200.", "It has 4.200.", "Number not in English form: 4.200"),
        ("Ne ha 4.200.", "It has 4,300.", "Number differs: 4.200 → 4,300"),
        ("Ne ha 4.200.", "It has some.", "Number missing in the English: 4.200"),
        ("Ne ha.", "It has 7.", "Number not in the Italian: 7"),
        ("Costa 30 euro.", "It costs $30.", "Unit differs at 30: euros → dollars"),
    ],
)
def test_messages_say_what_is_wrong(messages, source, target, message):
    assert messages("number-mismatch", source, target) == [message]


def test_what_differs_is_paired_by_its_digits_first(findings):
    found = findings("number-mismatch", "Nel 2019 erano 3.100, poi 4.200.", "They were 4.200, then 3,000, in 2018.")
    assert found[0] == ("4.200", "4.200")
    assert len(found) == 3


def test_a_garbled_target_gives_few_findings(findings):
    assert len(findings("number-mismatch", "Sono 3.", " ".join(map(str, range(20, 60))))) == 4


def test_a_number_that_a_glossary_term_translates_is_not_asked_for(findings):
    source, target = "Il voto dei dodici saggi.", "The vote of the elders."
    term = TermUse("dodici saggi", "elders", TermStatus.OK, "decode", Span(12, 24), Span(16, 22))
    assert findings("number-mismatch", source, target) == [("dodici", None)]
    assert findings("number-mismatch", source, target, terms=[term]) == []
