import pytest


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Costa 1.234,5 euro.", "It costs 1.234,5 euros.", "It costs 1,234.5 euros.", id="thousands-and-decimals"),
        pytest.param("Vale 1.145,2 milioni.", "It is worth 1.145.2 million.", "It is worth 1,145.2 million.", id="mixed-up"),
        pytest.param("Sono 1.275.000 euro.", "That is 1.275, 000 euros.", "That is 1,275,000 euros.", id="torn-apart"),
        pytest.param("Sono 1.275 e 300.", "They are 1,275, 300.", "They are 1,275, 300.", id="two-numbers"),
        pytest.param("Costa 0,42 euro.", "It costs EUR 0.42 euros.", "It costs 0.42 euros.", id="euros-twice"),
        pytest.param("Costa 3 milioni di euro.", "It costs EUR 3 million euros.", "It costs 3 million euros.", id="millions-twice"),
        pytest.param("Costa 3 milioni di euro.", "It costs EUR 3 million.", "It costs EUR 3 million.", id="euros-once"),
        pytest.param("Erano 4.200.", "They were 4.200.", "They were 4,200.", id="thousands"),
        pytest.param("Erano 2.500.000.", "They were 2.500.000.", "They were 2,500,000.", id="millions"),
        pytest.param("Cresce del 3,5%.", "It grows by 3,5%.", "It grows by 3.5%.", id="share"),
        pytest.param("Cresce del 3,5 %.", "It grows by 3,5 %.", "It grows by 3.5%.", id="share-with-a-space"),
        pytest.param("Cresce.", "It grows by 3,5%.", "It grows by 3.5%.", id="share-not-in-the-source"),
        pytest.param("Il 10 per cento.", "10 % of all.", "10% of all.", id="space-before-the-sign"),
        pytest.param("La benzina costa 1,859 euro.", "Petrol costs 1,859 euros.", "Petrol costs 1.859 euros.", id="three-decimals"),
        pytest.param("Valgono 2,3 milioni.", "They are worth 2,3 million.", "They are worth 2.3 million.", id="comma-before-a-scale"),
        pytest.param("Valgono 2,3 milioni.", "They are worth 2,3 milioni.", "They are worth 2.3 million.", id="scale-left"),
        pytest.param("Vale 1,9 mld.", "It is worth 1,9 mld.", "It is worth 1.9 billion.", id="shortened-scale-left"),
        pytest.param("Erano 300mila.", "They were 300mila.", "They were 300,000.", id="mila"),
        pytest.param("Erano 300 mila.", "They were 300 mila.", "They were 300,000.", id="mila-apart"),
        pytest.param("Erano 1,5mila.", "They were 1,5mila.", "They were 1,500.", id="mila-with-decimals"),
        pytest.param("Erano 10-15mila.", "They were 10-15mila.", "They were 10,000–15,000.", id="mila-of-a-range"),
        pytest.param("Erano 24 000.", "They were 24 000.", "They were 24,000.", id="groups-with-spaces"),
        pytest.param("Fra 10.000-12.000.", "Between 10.000-12.000.", "Between 10,000–12,000.", id="range"),
        pytest.param("ERANO 4.200 MILIONI", "THEY WERE 4.200 MLN", "THEY WERE 4,200 MILLION", id="capitals"),
    ],
)  # fmt: skip
def test_italian_numbers_become_english(american, british, source, target, expected):
    assert american(target, source) == british(target, source) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Erano molti.", "They were 4.200.", id="not-in-the-source"),
        pytest.param("Erano 4.200.", "They were 4.300.", id="another-number"),
        pytest.param("Sono 1.234 e 1,234.", "They are 1.234 and 1,234.", id="both-readings"),
        pytest.param("Tel. 800.123.456", "Phone 800.123.456", id="telephone"),
        pytest.param("Chiamare lo 02.123.456", "Call 02.123.456", id="telephone-with-zero"),
        pytest.param("Chiamare il 345.678.901", "Call 345.678.901", id="mobile"),
        pytest.param("La versione 3.100", "Version 3.100", id="version"),
        pytest.param("Gli articoli 1,2 e 3", "Articles 1,2 and 3", id="list-of-articles"),
        pytest.param("Il codice IT1.234", "Code IT1.234", id="code"),
        pytest.param("Erano 15 300 circa", "They were 15 300 about", id="two-numbers"),
        pytest.param("Erano 3.5", "They were 3.5", id="english-already"),
        pytest.param("Su esempio.it/1.234", "On esempio.it/1.234", id="address"),
        pytest.param("#1.234", "#1.234", id="number-sign"),
        pytest.param("Valgono 2 milioni di euro.", "They are worth 2 milioni di euro.", id="italian-phrase"),
    ],
)
def test_figures_that_may_be_something_else_stay(american, source, target):
    assert american(target, source) == target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("12,50 euro", "It costs 12,50 euro.", "It costs 12.50 euros.", id="euro-plural"),
        pytest.param("12,50 euro", "It costs 12,50 euro per hour.", "It costs 12.50 euros per hour.", id="euro-before-a-small-word"),
        pytest.param("2 milioni di euro", "It cost 2 million euro and more.", "It cost 2 million euros and more.", id="millions"),
        pytest.param("1 euro", "It costs 1 euro.", "It costs 1 euro.", id="one-euro"),
        pytest.param("10 euro", "a 10 euro note", "a 10 euro note", id="before-a-noun"),
        pytest.param("10 euro", "a 10-euro note", "a 10-euro note", id="compound"),
        pytest.param("€ 12,50", "It costs € 12,50.", "It costs €12.50.", id="sign-before"),
        pytest.param("1.000 €", "It costs 1.000 €.", "It costs €1,000.", id="sign-after"),
        pytest.param("1.000€", "It costs 1.000€, they say.", "It costs €1,000, they say.", id="sign-attached"),
        pytest.param("2,3 milioni di €", "They got 2,3 million €.", "They got €2.3 million.", id="sign-after-a-scale"),
        pytest.param("10-12 €", "It costs 10-12 €.", "It costs €10–12.", id="range"),
        pytest.param("30 $", "It costs 30 $.", "It costs $30.", id="dollars"),
        pytest.param("€ 5 o 6 €", "€ 5 or 6 €", "€5 or €6", id="both-ways"),
        pytest.param("5 € 10", "5 € 10", "5 €10", id="between-two-numbers"),
        pytest.param("€5 €", "€5 €", "€5 €", id="two-signs"),
    ],
)  # fmt: skip
def test_sums_of_money_are_written_as_in_english(american, source, target, expected):
    assert american(target, source) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il 3° posto.", "The 3° place.", "The 3rd place.", id="third"),
        pytest.param("La 2ª edizione.", "The 2ª edition.", "The 2nd edition.", id="feminine"),
        pytest.param("La 21^ tappa.", "The 21^ stage.", "The 21st stage.", id="circumflex"),
        pytest.param("L'11º giro.", "The 11º lap.", "The 11th lap.", id="eleventh"),
        pytest.param("All'112° minuto.", "In the 112° minute.", "In the 112th minute.", id="hundred-and-twelfth"),
        pytest.param("È 4° posto.", "It is 4° place.", "It is 4th place.", id="before-a-counted-noun"),
        pytest.param("Il 1° maggio.", "On 1° May.", "On May 1.", id="first-of-the-month"),
        pytest.param("Il 1° maggio.", "On May 1°.", "On May 1.", id="after-the-month"),
        pytest.param("IL 3° POSTO", "THE 3° PLACE", "THE 3RD PLACE", id="capitals"),
        pytest.param("A 30° si suda.", "At 30° you sweat.", "At 30° you sweat.", id="degrees"),
        pytest.param("Il 30° C di ieri.", "Yesterday's 30° C.", "Yesterday’s 30° C.", id="celsius"),
        pytest.param("Un angolo di 90°.", "An angle of 90°.", "An angle of 90°.", id="angle"),
        pytest.param("Il 3° giorno a 3°.", "The 3° day at 3°.", "The 3° day at 3°.", id="both"),
        pytest.param("Il posto.", "The 3° place.", "The 3° place.", id="not-in-the-source"),
        pytest.param("Dal 1° marzo.", "From the 1th March.", "From March 1.", id="first-with-an-ending"),
        pytest.param("Dal 1° marzo 2026.", "From the 1st March 2026.", "From March 1, 2026.", id="first-with-a-year"),
        pytest.param("Il 22esimo posto.", "The 22th place.", "The 22nd place.", id="wrong-ending"),
        pytest.param("Il 12esimo posto.", "The 12nd place.", "The 12th place.", id="wrong-ending-of-a-teen"),
        pytest.param("IL PRIMO POSTO", "THE 1TH PLACE", "THE 1ST PLACE", id="wrong-ending-in-capitals"),
        pytest.param("Il 2 maggio.", "On the 2nd May.", "On the 2nd May.", id="no-ordinal-in-the-source"),
    ],
)
def test_ordinals_get_their_english_ending(american, source, target, expected):
    assert american(target, source) == expected


def test_british_days_come_before_the_month(british):
    assert british("On 1° May.", "Il 1° maggio.") == "On 1 May."
    assert british("From the 1st May.", "Dal 1° maggio.") == "From 1 May."
