import pytest

BOTH = [
    pytest.param("The plan – he said – is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="en-dashes"),
    pytest.param("The plan - he said - is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="hyphens"),
    pytest.param("The plan -- he said -- is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="two-hyphens"),
    pytest.param("The plan — he said — is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="spaced-em-dashes"),
    pytest.param("The plan—he said—is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="em-dashes"),
    pytest.param("The plan –he said– is ready.", "The plan—he said—is ready.", "The plan – he said – is ready.", id="half-spaced"),
    pytest.param("The budget is ready - but late.", "The budget is ready—but late.", "The budget is ready – but late.", id="one-dash"),
    pytest.param("The mayor – Lucio Prandelli – left.", "The mayor—Lucio Prandelli—left.", "The mayor – Lucio Prandelli – left.", id="apposition"),
    pytest.param("Prandelli – Valdora's mayor – left.", "Prandelli—Valdora’s mayor—left.", "Prandelli – Valdora’s mayor – left.", id="apposition-after-a-name"),
    pytest.param("It cost a lot - 300 people say so.", "It cost a lot - 300 people say so.", "It cost a lot - 300 people say so.", id="before-figures"),
    pytest.param("Castelmari - Portovento", "Castelmari - Portovento", "Castelmari - Portovento", id="fixture"),
    pytest.param("PORT - THE STRIKE IS OVER", "PORT - THE STRIKE IS OVER", "PORT - THE STRIKE IS OVER", id="capitals"),
    pytest.param("a well-known, short- and long-term plan", "a well-known, short- and long-term plan", "a well-known, short- and long-term plan", id="hyphens-in-words"),
    pytest.param("It was -5 at dawn and – 3 at noon.", "It was -5 at dawn and – 3 at noon.", "It was -5 at dawn and – 3 at noon.", id="minus"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "expected", "_"), BOTH)
def test_american_parentheses_have_em_dashes_without_spaces(american, target, expected, _):
    assert american(target) == expected


@pytest.mark.parametrize(("target", "_", "expected"), BOTH)
def test_british_parentheses_have_spaced_en_dashes(british, target, _, expected):
    assert british(target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("- Vieni? - chiese Marta.", "- Are you coming? - asked Marta.", "— Are you coming? — asked Marta."),
        ("– Vengo.", "– I am coming.", "— I am coming."),
        ("– Vengo.", "- I am coming.", "— I am coming."),
        ("Vengo.", "- I am coming.", "- I am coming."),
        ("- 5 gradi all'alba.", "- 5 degrees at dawn.", "- 5 degrees at dawn."),
    ],
    ids=["two-dashes", "one-dash", "hyphen-for-dash", "no-dash-in-the-source", "minus"],
)
def test_dialogue_keeps_its_dash_and_the_space_after_it(american, british, source, target, expected):
    assert american(target, source) == expected
    assert british(target, source) == expected.replace("—", "–")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("ROMA - Il porto riapre.", "ROME - The port reopens.", "ROME — The port reopens.", id="hyphen"),
        pytest.param("ROMA – Il porto riapre.", "ROME –The port reopens.", "ROME — The port reopens.", id="space-missing"),
        pytest.param("ROMA — Il porto riapre.", "ROME — The port reopens.", "ROME — The port reopens.", id="em-dash"),
        pytest.param("ROMA - Il porto riapre.", "Rome - The port reopens.", "Rome — The port reopens.", id="capitals-lost"),
        pytest.param("PORTO VENTO - Il porto", "PORTO VENTO - The port", "PORTO VENTO — The port", id="two-words"),
        pytest.param(
            "(ANSA) - ROMA, 12 MAR - Il porto riapre.",
            "(ANSA) - ROME, MARCH 12 - The port reopens.",
            "(ANSA) — ROME, MARCH 12 — The port reopens.",
            id="agency-and-date",
        ),
        pytest.param("AgenPress - Il porto riapre.", "AgenPress - The port reopens.", "AgenPress — The port reopens.", id="agency"),
        pytest.param("ROMA - Il porto - dicono - riapre.", "ROME - The port - they say - reopens.", "ROME — The port—they say—reopens.", id="dashes-later"),
        pytest.param("Castelmari - Portovento", "Castelmari - Portovento", "Castelmari - Portovento", id="fixture"),
        pytest.param("ROMA - IL PORTO RIAPRE", "ROME - THE PORT REOPENS", "ROME - THE PORT REOPENS", id="headline"),
    ],
)  # fmt: skip
def test_datelines_have_a_spaced_dash(american, british, source, target, expected):
    assert american(target, source) == expected


def test_british_datelines_have_an_en_dash(british):
    assert british("ROME - The port reopens.", "ROMA - Il porto riapre.") == "ROME – The port reopens."


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("10-12 people", "10–12 people", id="numbers"),
        pytest.param("between 4-6% of voters", "between 4–6% of voters", id="shares"),
        pytest.param("4%-6% of voters", "4%–6% of voters", id="shares-with-two-signs"),
        pytest.param("1,000-1,200 people", "1,000–1,200 people", id="thousands"),
        pytest.param("1.5-2.5 metres", "1.5–2.5 meters", id="decimals"),
        pytest.param("the 2026-2030 plan", "the 2026–2030 plan", id="years"),
        pytest.param("the 1995-96 season", "the 1995–96 season", id="season"),
        pytest.param("Castelmari won 3-1 (25-22; 21-25).", "Castelmari won 3–1 (25–22; 21–25).", id="scores"),
        pytest.param("Castelmari - Portovento 2 - 1", "Castelmari - Portovento 2–1", id="spaced-score"),
        pytest.param("10 - 12 people", "10–12 people", id="spaced"),
        pytest.param("pages 300-350", "pages 300–350", id="pages"),
        pytest.param("from 9:30-11:00", "from 9:30–11:00", id="times"),
    ],
)
def test_ranges_and_scores_have_an_en_dash(american, target, expected):
    assert american(target) == expected


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("Covid-19 and the G-7", id="names"),
        pytest.param("a 10-year plan", id="compound"),
        pytest.param("on 2024-03-12", id="iso-date"),
        pytest.param("a 4-3-3 line-up", id="three-numbers"),
        pytest.param("Call 555-1234.", id="telephone"),
        pytest.param("Phone 02-55", id="telephone-with-zero"),
        pytest.param("a Boeing 737-800", id="model"),
        pytest.param("law 104-92, no. 12-45", id="laws"),
        pytest.param("5-3=2", id="subtraction"),
        pytest.param("the A10-12 road", id="road"),
        pytest.param("from -3-5", id="minus"),
        pytest.param("in 2023 - 12 dead", id="year-and-number"),
        pytest.param("https://esempio.it/10-12", id="address"),
    ],
)
def test_what_is_no_range_keeps_its_hyphen(american, target):
    assert american(target) == target
