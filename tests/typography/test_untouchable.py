import pytest

from translator.article import Span
from translator.typography import finish, moved


@pytest.mark.parametrize(
    "piece",
    [
        "https://esempio.it/il-porto?giorno=12,5&anno='24",
        "www.esempio.it",
        "esempio.it/centre",
        "redazione.centre@esempio.it",
        "#colour",
        "@centre",
        "bilancio_2,3.pdf",
        "centre.docx",
        "~/colour/centre",
        "/etc/colour",
        "colour/centre/10-12",
        "set_colour",
        "colour::centre",
        "x='10-12'",
        'print("colour")',
        "`colour 10-12`",
        "colour()",
        "&colour;",
    ],
)
@pytest.mark.parametrize("around", ["{}", "See {}, please.", "(the {})", "{} - he said - is there"])
def test_addresses_files_and_code_stay(american, british, piece, around):
    target = around.format(piece)
    assert piece in american(target, target)
    assert piece in british(target, target)


@pytest.mark.parametrize(
    ("target", "term", "expected"),
    [
        pytest.param("L'Aquila's mayor", "L'Aquila", "L'Aquila’s mayor", id="apostrophe"),
        pytest.param('He read "La "Onda" blu".', 'La "Onda" blu', 'He read “La "Onda" blu.”', id="quotation-marks"),
        pytest.param("the Centre for colour", "Centre for colour", "the Centre for colour", id="spelling"),
        pytest.param("the Rossi - Bianchi law - he said - is late", "Rossi - Bianchi law", "the Rossi - Bianchi law—he said—is late", id="dashes"),
        pytest.param("the Valdora S.p.A. , he said", "Valdora S.p.A.", "the Valdora S.p.A., he said", id="space-after"),
        pytest.param("« Valdora », he said", "Valdora", "“Valdora,” he said", id="between-marks"),
        pytest.param("“Valdora S.p.A.”, he said", "Valdora S.p.A.", "“Valdora S.p.A.,” he said", id="stop-of-the-term"),
        pytest.param("the Route 10-12", "Route 10-12", "the Route 10-12", id="range"),
        pytest.param("the regional governor - he said - left", "regional governor", "the regional governor—he said—left", id="small-letters"),
    ],
)  # fmt: skip
def test_terms_stay_and_can_be_found_again(target, term, expected):
    start = target.index(term)
    span = Span(start, start + len(term))
    finished, changes = finish("", target, protected=[span])
    assert finished == expected
    place = moved(span, changes)
    assert finished[place.start : place.end] == term


def test_spans_outside_of_the_text_do_no_harm(american):
    spans = [Span(-4, 2), Span(3, 3), Span(5, 99), Span(40, 50)]
    assert american("It's 'so'", protected=spans) == "It’s 'so'"
