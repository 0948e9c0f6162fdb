import pytest

from translator.typography import dateline


def parts(source):
    """The dateline and the sentence after it, its English dates, its places and whether it is sure; None where there is none."""
    found = dateline(source)
    if found is None:
        return None
    places = [source[place.start : place.end] for place in found.places]
    return source[: found.end], source[found.end :], [english for _, english in found.words], places, found.sure


@pytest.mark.parametrize(
    ("head", "dates", "places", "sure"),
    [
        pytest.param("ROMA - ", [], ["ROMA"], False, id="place"),
        pytest.param("PORTO VENTO – ", [], ["PORTO VENTO"], False, id="two-words"),
        pytest.param("L’AQUILA, 6 APR - ", ["6 April"], ["L’AQUILA"], True, id="capitals-and-date"),
        pytest.param("REGGIO CALABRIA 02 LUG - ", ["2 July"], ["REGGIO CALABRIA"], True, id="no-comma"),
        pytest.param("(ANSA) - ROMA, 12 MAR - ", ["12 March"], ["ROMA"], True, id="agency-first"),
        pytest.param("Roma, 12 mar. (Adnkronos) - ", ["12 March"], ["Roma"], True, id="agency-last"),
        pytest.param("New York, 8 sett. (Adnkronos/Dpa) - ", ["8 September"], ["New York"], True, id="two-agencies"),
        pytest.param("AGI - Roma, 12 mar. - ", ["12 March"], ["Roma"], True, id="no-brackets"),
        pytest.param("(LaPresse) - Torino, 21 gen. 2026 - ", ["21 January 2026"], ["Torino"], True, id="year"),
        pytest.param("Milano, 1° novembre (askanews) – ", ["1 November"], ["Milano"], True, id="first-of-a-month"),
        pytest.param("ROMA (ITALPRESS) - ", [], ["ROMA"], True, id="place-and-agency"),
        pytest.param("AgenPress – ", [], [], True, id="agency-alone"),
        pytest.param("(Adnkronos) - ", [], [], True, id="agency-in-brackets"),
        pytest.param("(DIRE) - Roma, 12 mar. - ", ["12 March"], ["Roma"], True, id="agency-that-is-a-word"),
        pytest.param("Sesto San Giovanni, 3 maggio — ", ["3 May"], ["Sesto San Giovanni"], True, id="place-of-three-words"),
    ],
)
@pytest.mark.parametrize("sentence", ["Il porto riapre.", "«È aperto», dice."])
def test_is_read_from_the_sentence(head, dates, places, sure, sentence):
    assert parts(head + sentence) == (head, sentence, dates, places, sure)


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        pytest.param("Oslo, 3 marzo 2026", ["3 March 2026"], id="no-dash"),
        pytest.param("(ANSA) - MILANO, 12 GEN -", ["12 January"], id="two-dashes"),
        pytest.param("ROMA –", [], id="place"),
        pytest.param("Pubblicato il 3 marzo 2026 alle 9:15", ["Published on", "3 March 2026", " at"], id="published"),
        pytest.param("ultimo aggiornamento: 3 mar. 2026 - ore 9.15", ["Last updated", "3 March 2026", ","], id="updated"),
        pytest.param("lunedì 3 marzo 2026, ore 9.15", ["Monday, ", "3 March 2026", ","], id="weekday"),
        pytest.param("Domenica, 1° marzo", ["Sunday, ", "1 March"], id="weekday-without-year"),
        pytest.param("3 marzo 2026", ["3 March 2026"], id="day"),
    ],
)
def test_may_be_alone_on_its_line(line, dates):
    found = dateline(line)
    assert found.end == len(line)
    assert [english for _, english in found.words] == dates


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Inter - Milan, le formazioni.", id="fixture"),
        pytest.param("Il 12 marzo - dicono - riapre il porto.", id="sentence-with-a-date"),
        pytest.param("Il 12 marzo", id="date-alone"),
        pytest.param("Il vertice di Roma, 12 marzo - Le decisioni.", id="headline-with-a-date"),
        pytest.param("ROMA - IL PORTO RIAPRE", id="headline-in-capitals"),
        pytest.param("ROMA - 12 arresti nella notte.", id="figure-after-it"),
        pytest.param("Roma, 00 gen. - Il porto riapre.", id="no-such-day"),
        pytest.param("Roma, 12 mar. - 15 apr.: le date della mostra.", id="range"),
        pytest.param("ROMA", id="one-word"),
        pytest.param("Dire - Addio al passato", id="word-that-is-an-agency"),
        pytest.param("Il porto riapre.", id="none"),
        pytest.param("", id="empty"),
        pytest.param("-", id="dash"),
        pytest.param("L'auto-ambulanza - Una storia", id="hyphen"),
    ],
)
def test_is_not_seen_where_there_is_none(source):
    assert dateline(source) is None
