import pytest


@pytest.mark.parametrize(
    ("source", "target", "us", "uk"),
    [
        pytest.param("Alle 18.30.", "At 18.30.", "At 6:30 p.m.", "At 18:30.", id="evening"),
        pytest.param("Alle 18:30 parte.", "It leaves at 18:30.", "It leaves at 6:30 p.m.", "It leaves at 18:30.", id="colon"),
        pytest.param("Alle 18.30 parte.", "It leaves at 18.30, on time.", "It leaves at 6:30 p.m., on time.", "It leaves at 18:30, on time.", id="before-a-comma"),
        pytest.param("Ore 20.00.", "At 20.00 hours.", "At 8 p.m.", "At 20:00.", id="hours"),
        pytest.param("Alle ore 20.00 parte", "At 20.00 o'clock it leaves", "At 8 p.m. it leaves", "At 20:00 it leaves", id="o-clock"),
        pytest.param("Alle 12.30 e alle 00.15", "At 12.30 and at 00.15 again", "At 12:30 p.m. and at 12:15 a.m. again", "At 12:30 and at 00:15 again", id="twelve"),
        pytest.param("Alle 12.00 e alle 24.00", "At 12.00 and at 24.00", "At noon and at midnight", "At 12:00 and at 24:00", id="noon-and-midnight"),
        pytest.param("Dalle 09.30", "From 09.30 on", "From 9:30 a.m. on", "From 09:30 on", id="morning-with-zero"),
        pytest.param("Alle 9.30", "At 9.30", "At 9:30", "At 9:30", id="half-of-the-day-unknown"),
        pytest.param("Dalle 15.30-17.30", "From 15.30-17.30 daily", "From 3:30 p.m.–5:30 p.m. daily", "From 15:30–17:30 daily", id="range"),
        pytest.param("ALLE 18.30", "AT 18.30", "AT 6:30 P.M.", "AT 18:30", id="capitals"),
        pytest.param("Alle 18.30.", "At 6.30 pm.", "At 6:30 p.m.", "At 6.30 pm.", id="english-already"),
        pytest.param("Alle 18.", "At 6pm or 7 pm", "At 6 p.m. or 7 p.m.", "At 6pm or 7 pm", id="full-hours"),
    ],
)  # fmt: skip
def test_times_of_day(american, british, source, target, us, uk):
    assert american(target, source) == us
    assert british(target, source) == uk


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Costa 18.30.", "It costs 18.30.", id="no-time"),
        pytest.param("Alle 18.30 costa 18.30.", "At 18.30 it costs 18.30.", id="both"),
        pytest.param("Alle 18.30 persone.", "At 18.45 people.", id="another"),
        pytest.param("Le 12.50 euro.", "The 12.50 euros.", id="money"),
        pytest.param("Alle 18.30.200", "At 18.30.200", id="longer"),
        pytest.param("Alle 18.75.", "At 18.75.", id="no-minutes"),
        pytest.param("Alle 25.30.", "At 25.30.", id="no-hour"),
    ],
)
def test_what_is_not_clearly_a_time_stays(american, british, source, target):
    assert american(target, source) == british(target, source) == target


@pytest.mark.parametrize(
    ("source", "target", "us", "uk"),
    [
        pytest.param("Il 12/03/2024.", "On 12/03/2024.", "On March 12, 2024.", "On 12 March 2024.", id="slashes"),
        pytest.param("Il 12.3.2024.", "On 12.3.2024.", "On March 12, 2024.", "On 12 March 2024.", id="points"),
        pytest.param("Il 31-12-2024", "On the 31-12-2024", "On December 31, 2024", "On 31 December 2024", id="hyphens-and-article"),
        pytest.param("IL 12/03/2024", "ON 12/03/2024", "ON MARCH 12, 2024", "ON 12 MARCH 2024", id="capitals"),
        pytest.param("Il 12 marzo 2024", "On 12 March 2024", "On March 12, 2024", "On 12 March 2024", id="day-first"),
        pytest.param("Il 12 marzo 2024", "On March 12, 2024", "On March 12, 2024", "On 12 March 2024", id="month-first"),
        pytest.param("12 e 15 marzo 2024", "On 12 and 15 March 2024", "On 12 and 15 March 2024", "On 12 and 15 March 2024", id="two-days"),
        pytest.param("Il 12 marzo", "On 12 March", "On 12 March", "On 12 March", id="without-year"),
    ],
)  # fmt: skip
def test_dates(american, british, source, target, us, uk):
    assert american(target, source) == us
    assert british(target, source) == uk


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Ieri.", "On 12/03/2024.", id="not-in-the-source"),
        pytest.param("Il 31/02/2024.", "On 31/02/2024.", id="no-such-day"),
        pytest.param("Il 12/03/24.", "On 12/03/24.", id="short-year"),
        pytest.param("Il 12/13/2024.", "On 12/13/2024.", id="no-such-month"),
        pytest.param("Il 12/03.", "On 12/03.", id="without-year"),
    ],
)
def test_what_is_not_safely_a_date_stays(american, british, source, target):
    assert american(target, source) == british(target, source) == target
