import pytest

from translator.typography import Style, Variety, number_only


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        (" ", " "),
        ("1.234,5", "1,234.5"),
        ("4.200", "4,200"),
        ("12", "12"),
        ("+3,5%", "+3.5%"),
        ("-0,4 %", "-0.4%"),
        ("€ 12,50", "€12.50"),
        ("1.000 €", "€1,000"),
        ("3-1", "3–1"),
        ("3-1 (25-22; 21-25)", "3–1 (25–22; 21–25)"),
        ("2024-2030", "2024–2030"),
        ("12/03/2024", "March 12, 2024"),
        ("18:30", "18:30"),
        ("18.30", "18.30"),
        ("2ª", "2nd"),
        ("* * *", "* * *"),
        ("«…»", "“…”"),
        ("🎉", "🎉"),
        ("+39 333 123 4567", "+39 333 123 4567"),
        ("800.123.456", "800.123.456"),
        ("12 000", "12,000"),
        ("1.000 - 2.000", "1,000 - 2,000"),
    ],
)
def test_segments_without_letters_have_an_english_form(source, expected):
    assert number_only(source) == expected


def test_the_style_decides_on_dates():
    assert number_only("12/03/2024", style=Style(Variety.BRITISH)) == "12 March 2024"


@pytest.mark.parametrize("source", ["XX", "300mila", "Il 12", "12 km", "è", "٣ب"])
def test_segments_with_letters_have_none(source):
    assert number_only(source) is None
