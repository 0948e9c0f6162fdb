import pytest


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("La Onda S.p.A. vende.", "Onda S.p.A sells.", "Onda S.p.A. sells.", id="stop"),
        pytest.param("La Onda S.p.A. vende.", "Onda S.A. sells.", "Onda S.p.A. sells.", id="letter"),
        pytest.param("La Onda S.p.A., di Valdora.", "Onda S.p.A, of Valdora.", "Onda S.p.A., of Valdora.", id="comma"),
        pytest.param("Vende la Onda S.p.A.", "Onda sells S.p.A.", "Onda sells S.p.A.", id="end"),
        pytest.param("La Onda S.r.l. vende.", "Onda S.r.l sells.", "Onda S.r.l. sells.", id="limited"),
        pytest.param("La Onda s.r.l. vende.", "Onda S.r.l. sells.", "Onda s.r.l. sells.", id="as-the-italian"),
        pytest.param("La Onda S.p.A. e la Riva s.p.a.", "Onda S.p.A and Riva.", "Onda S.p.A and Riva.", id="two-ways"),
        pytest.param("La Onda vende.", "Onda S.A. sells.", "Onda S.A. sells.", id="none-in-the-source"),
        pytest.param("La Onda S.p.A. in USA.", "Onda S.p.A. in the U.S.A. now.", "Onda S.p.A. in the U.S.A. now.", id="others"),
    ],
)
def test_legal_forms_are_those_of_the_italian(american, source, target, expected):
    assert american(target, source) == expected
