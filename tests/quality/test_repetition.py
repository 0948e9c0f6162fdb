import pytest


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il porto chiude.", "The port closes closes closes closes.", ["closes closes closes closes"], id="word"),
        pytest.param("Il porto chiude.", "The port of the port of the port of the port.",
                     ["The port of the port of the port of"], id="phrase"),
        pytest.param("Il porto chiude.", "It is said that, it is said that it closes.", ["It is said that, it is said that"],
                     id="long-phrase-twice"),
        pytest.param("Il porto chiude.", "Hahahahahahahaha closes.", ["ahahahahahahah"], id="letters"),
        pytest.param("Piano, piano, piano, piano.", "Slowly, slowly, slowly, slowly.", [], id="as-the-source"),
        pytest.param("Difendere e difendere.", "Defend, defend and defend again.", [], id="for-effect"),
        pytest.param("Il codice è 1111.", "The code is 1 1 1 1 1 1 1.", [], id="digits"),
        pytest.param("Costa 1000000000000000 lire.", "It costs 1000000000000000 lire.", [], id="zeros"),
    ],
)  # fmt: skip
def test_loops(findings, source, target, expected):
    assert [found for _, found in findings("repetition", source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il porto chiude.", "The the port closes.", ["The the"], id="doubled"),
        pytest.param("Il porto chiude.", "The port port closes closes.", ["port port", "closes closes"], id="two"),
        pytest.param("Lo aveva già visto.", "He had had a look and said that that was it.", [], id="rightly"),
        pytest.param("Piano piano chiude.", "It closes slowly slowly.", [], id="as-the-source"),
        pytest.param("Da porto a porto.", "From port, port by port.", [], id="a-comma-between"),
        pytest.param("Il 3 3 chiude.", "The 3 3 closes.", [], id="digits"),
    ],
)  # fmt: skip
def test_doubled_words(findings, source, target, expected):
    assert [found for _, found in findings("doubled-word", source, target)] == expected
