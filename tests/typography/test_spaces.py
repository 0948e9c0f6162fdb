import pytest


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("Ready , set .", "Ready, set.", id="comma-and-stop"),
        pytest.param("Ready ; set : go !", "Ready; set: go!", id="other-marks"),
        pytest.param("Ready\u00a0? Yes\u202f!", "Ready? Yes!", id="non-breaking-before-marks"),
        pytest.param("Ready ?!", "Ready?!", id="two-marks"),
        pytest.param("He said «\u00a0yes\u00a0» .", "He said “yes.”", id="quotation"),
        pytest.param("The port ( the old one ) opens.", "The port (the old one) opens.", id="brackets"),
        pytest.param("one,two;three", "one, two; three", id="none-after"),
        pytest.param("The port opens.The mayor left.", "The port opens. The mayor left.", id="none-after-a-stop"),
        pytest.param("Ready?Yes!Good", "Ready? Yes! Good", id="none-after-question"),
        pytest.param("The port  opens.   Now.", "The port opens. Now.", id="doubled"),
        pytest.param("The\u00a0port and\u2009the\u202fsea", "The port and the sea", id="non-breaking-between-words"),
    ],
)  # fmt: skip
def test_spaces_are_where_english_has_them(american, target, expected):
    assert american(target) == expected


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("10\u00a0km away", id="figure-and-unit"),
        pytest.param("on page\u00a05", id="word-and-figure"),
        pytest.param("Mr.\u00a0Prandelli", id="title"),
        pytest.param("Write to .it domains, .5 of all", id="stop-before-a-word"),
        pytest.param("It went on ... and on", id="ellipsis"),
        pytest.param("at 6:30 p.m. or 1,234.5 or 2:1", id="figures"),
        pytest.param("a ratio of 3 : 1", id="ratio"),
        pytest.param("S.p.A., U.S. and Node.js", id="acronyms"),
        pytest.param("Nice :-) or :) or ( ) here", id="emoticons"),
        pytest.param("Wow!", id="end"),
    ],
)
def test_spaces_that_are_right_stay(american, target):
    assert american(target) == target
