import pytest


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il ponte non regge.", "The bridge holds.", [("non", None)], id="not"),
        pytest.param("«Non abbiamo paura», dice.", "“We are afraid,” she says.", [("Non", None)], id="first-word"),
        pytest.param("NON CI ARRENDIAMO", "WE SURRENDER", [("NON", None)], id="capitals"),
        pytest.param("Nessun treno è partito.", "A train left.", [("Nessun", None)], id="no"),
        pytest.param("Nessun'altra prova.", "Other evidence.", [("Nessun", None)], id="elided"),
        pytest.param("Né il sindaco né la giunta.", "The mayor and the council.", [("Né", None)], id="neither-nor"),
        pytest.param("Il ponte non regge.", "The bridge does not hold.", [], id="kept"),
        pytest.param("Il ponte non regge.", "The bridge doesn’t hold.", [], id="short-form"),
        pytest.param("La norma non è valida.", "The rule is invalid.", [], id="prefix"),
        pytest.param("Un terreno non più usato.", "A disused plot, no longer needed.", [], id="no-longer"),
        pytest.param("La giunta non ha accettato.", "The council refused.", [], id="verb"),
        pytest.param("I non addetti.", "Non-staff.", [], id="non"),
        pytest.param("Non solo il ponte, anche la diga.", "The bridge and the dam, too.", [], id="not-only"),
        pytest.param("Non vedo l'ora di partire.", "I look forward to leaving.", [], id="idiom"),
        pytest.param("Aspetta finché non arriva.", "Wait for him to arrive.", [], id="until"),
        pytest.param("Non c'è dubbio: regge.", "It certainly holds.", [], id="no-doubt"),
        pytest.param("È più alto di quanto non sembri.", "It is taller than it seems.", [], id="comparison"),
        pytest.param("Il ponte regge.", "The bridge holds.", [], id="none"),
        pytest.param("Il ponte non regge.", "", [], id="no-target"),
        pytest.param("Un nonno in piazza.", "A grandfather in the square.", [], id="inside-a-word"),
    ],
)  # fmt: skip
def test_negations(findings, source, target, expected):
    assert findings("negation-lost", source, target) == expected


def test_the_message_names_the_word(messages):
    assert messages("negation-lost", "Niente ritardi.", "Delays.") == [
        "The Italian has a negation (Niente), the English has none"
    ]
