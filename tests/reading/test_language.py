import pytest

from translator.reading.language import NOT_ITALIAN

ITALIAN = "Il ministro è arrivato ieri sera a Mosca per una visita di due giorni, e ha parlato con i giornalisti della crisi."
FOREIGN = {
    "english": "The minister arrived in Moscow last night for a visit of two days, and he talked with the journalists about it.",
    "french": "Le ministre est arrivé hier soir dans la ville pour une visite de deux jours, et il a parlé avec les journalistes.",
    "spanish": "El ministro llegó anoche a la ciudad para una visita de dos días y habló con los periodistas sobre la crisis.",
    "portuguese": "O ministro chegou ontem à noite à cidade para uma visita de dois dias e falou com os jornalistas sobre isso.",
    "german": "Der Minister ist gestern Abend in der Stadt angekommen und hat mit den Journalisten über die Krise gesprochen, wie er es versprach.",
    "dutch": "De minister is gisteravond in de stad aangekomen voor een bezoek van twee dagen en sprak met de journalisten over het nieuws.",
    "romanian": "Ministrul a sosit aseară în oraș pentru o vizită de două zile și a vorbit cu jurnaliștii despre criza care nu este gata.",
    "russian": "Министр прибыл вчера вечером в город с двухдневным визитом и долго говорил с журналистами о том что будет дальше в стране.",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_another_language_is_said(read_file, text):
    assert NOT_ITALIAN in read_file("a.txt", text).notes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ITALIAN, id="article"),
        pytest.param("The end of the story", id="few-words"),
        pytest.param("Mosca, Putin e Macron: vertice a Parigi. " * 10, id="headlines"),
        pytest.param("Lucio Prandelli, Marta Verzelloni, Ivo Castrocani, Nadia Solmeri. " * 10, id="names"),
        pytest.param("Inter-Milan 2-1\nRoma-Lazio 0-0\nTorino-Juventus 1-1\n" * 10, id="results"),
        pytest.param(
            f"{ITALIAN} «The show must go on», ha detto in inglese il direttore del teatro, «and it will be great».",
            id="quoting",
        ),
        pytest.param("12 345 678 " * 30, id="numbers"),
        pytest.param(ITALIAN.upper(), id="capitals"),
    ],
)
def test_italian_and_what_could_be_is_not_doubted(read_file, text):
    assert read_file("a.txt", text).notes == ()
