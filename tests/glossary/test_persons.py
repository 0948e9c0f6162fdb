import pytest

from translator.glossary import Term, TermKind
from translator.glossary.persons import surname, surname_targets


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Giorgia Meloni", "Meloni"),
        ("Ignazio La Russa", "La Russa"),
        ("Sergio Dal Bosco", "Dal Bosco"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Otto von Bismarck", "Bismarck"),
        ("Charles de Gaulle", "de Gaulle"),
        ("Leonardo da Vinci", ""),
        ("Filippo di Edimburgo", ""),
        ("Kim Jong Un", "Kim"),
        ("Kim Jong-un", "Kim"),
        ("Xi Jinping", "Xi"),
        ("Kim Basinger", "Basinger"),
        ("Mario Li", "Li"),
        ("Papa Francesco", ""),
        ("Luigi XIV", ""),
        ("Malcolm X", ""),
        ("Aristotele", ""),
    ],
)
def test_surnames(name, expected):
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        pytest.param(
            Term("Volodymyr Zelensky", "Volodymyr Zelenskyy", target_forms=("Zelensky",)), ("Zelenskyy", "Zelensky"), id="forms"
        ),
        pytest.param(Term("Papa Francesco", "Pope Francis", TermKind.PERSON), (), id="none"),
    ],
)
def test_the_english_surname_comes_from_the_targets(term, expected):
    assert surname_targets(term) == expected
