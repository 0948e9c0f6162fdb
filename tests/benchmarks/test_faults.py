"""What ``benchmarks/faults.py`` counts as a fault of a translation."""

import pytest

from faults import FAULTS, Case, cases, faults, folded, lost_names, lost_numbers, may_have

SOURCE = "Nel 2024 la consigliera Ilaria Mezzanotte ha lasciato l'aula poco dopo le dieci."
GOOD = "In 2024 council member Ilaria Mezzanotte left the chamber shortly after ten."


def case(source=SOURCE, reference=GOOD, names=(), numbers=()):
    return Case("x-01", "x", source, reference, tuple(names), tuple(numbers))


def test_no_reference_of_the_set_has_a_fault():
    assert {one.identity: wrong for one in cases() if (wrong := faults(one, one.reference))} == {}


def test_the_set_is_whole():
    listed = cases()
    assert len(listed) == len({one.identity for one in listed}) == 273
    assert all(one.source and one.reference and one.group for one in listed)
    assert sum(may_have(one, "lost name") for one in listed) == 147
    assert sum(may_have(one, "lost number") for one in listed) == 126


@pytest.mark.parametrize("one", [one for one in cases() if one.names or one.numbers], ids=lambda one: one.identity)
def test_without_any_english_every_name_and_number_is_lost(one):
    assert (lost_names(one, ""), lost_numbers(one, "")) == (list(dict.fromkeys(one.names)), list(dict.fromkeys(one.numbers)))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(GOOD, set(), id="a good one has none"),
        pytest.param("", {"empty"}, id="nothing"),
        pytest.param(" \n", {"empty"}, id="white space"),
        pytest.param(SOURCE, {"untranslated"}, id="the Italian"),
        pytest.param(
            "In 2024 council member Ilaria Mezzanotte ha lasciato l'aula after ten.", {"untranslated"}, id="three words"
        ),
        pytest.param("In 2024 she left, she left, she left, she left the chamber shortly after ten.", {"loop"}, id="a loop"),
        pytest.param("In 2024 she left.", {"length"}, id="too short"),
        pytest.param(
            f"{GOOD} That was a long day for everybody who had come to see what they would say.", {"length"}, id="too long"
        ),
    ],
)
def test_faults_of_the_whole_segment(target, expected):
    assert faults(case(), target) == expected


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_can_be_found_alone(name):
    spoilt = {
        "untranslated": SOURCE,
        "loop": "In 2024 Ilaria Mezzanotte left, Mezzanotte left, Mezzanotte left, Mezzanotte left the room.",
        "lost name": GOOD.replace("Mezzanotte", "Midnight"),
        "lost number": GOOD.replace("2024", "2025"),
        "empty": "",
        "length": "In 2024 Ilaria Mezzanotte left.",
    }[name]
    one = case() if name == "empty" else case(names=["Ilaria Mezzanotte"], numbers=["2024"])
    assert faults(one, spoilt) == {name}


def test_one_word_that_stays_italian_is_untranslated_unless_the_reference_has_it_too():
    assert faults(case("Perché?", "Why?"), "Perché?") == {"untranslated"}
    assert faults(case("Matera", "Matera"), "MATERA") == frozenset()


def test_italian_inside_a_listed_name_is_right():
    source = "La lista Per quelli che non hanno voce vince a sorpresa le elezioni."
    target = "The list Per quelli che non hanno voce wins the election by surprise."
    assert "untranslated" in faults(case(source, target), target)
    assert faults(case(source, target, names=["Per quelli che non hanno voce"]), target) == frozenset()


@pytest.mark.parametrize(
    ("names", "target", "lost"),
    [
        pytest.param(["Rosa"], "Rosa’s alibi", [], id="a possessive"),
        pytest.param(["Rosa"], "Rosanna", ["Rosa"], id="whole words"),
        pytest.param(["Rosa"], "a rosa", ["Rosa"], id="the letter case"),
        pytest.param(["~Budapest"], "BUDAPEST", [], id="any case"),
        pytest.param(["~Civil Protection / Civil Defense"], "civil defense", [], id="any case of all alternatives"),
        pytest.param(["Leuven / Louvain"], "in Louvain", [], id="an alternative"),
        pytest.param(["dell'Orto"], "Anna dell’Orto", [], id="apostrophes"),
        pytest.param(["Ilaria Conte", "Conte"], "Ilaria Conte and Conte", [], id="each item by itself"),
        pytest.param(["Conte", "Conte"], "Conte left", ["Conte"], id="as often as listed"),
        pytest.param(["Lo Cascio"], "Lo\u00a0Cascio", [], id="a space that does not break"),
        pytest.param(["New York / York"], "York", [], id="the shorter alternative"),
    ],
)
def test_names(names, target, lost):
    assert lost_names(case(names=names), target) == lost


@pytest.mark.parametrize(
    ("numbers", "target", "lost"),
    [
        pytest.param(["2.4"], "2.45", ["2.4"], id="more decimals"),
        pytest.param(["2.4"], "12.4", ["2.4"], id="more before"),
        pytest.param(["15"], "15,000", ["15"], id="thousands"),
        pytest.param(["15"], "by 15, then", [], id="a comma of the sentence"),
        pytest.param(["15"], "by 15.", [], id="the last stop"),
        pytest.param(["000"], "15,000", ["000"], id="the end of thousands"),
        pytest.param(["2", "2"], "won 2-2", [], id="a hyphen parts"),
        pytest.param(["2", "2"], "won 2–2", [], id="a dash parts"),
        pytest.param(["6 p.m. / 18:00"], "at 6 P.M. sharp", [], id="never the case"),
        pytest.param(["18"], "18:00", ["18"], id="hours of a time"),
        pytest.param(["three / 3"], "Three days", [], id="a word"),
        pytest.param(["9%"], "9%", [], id="a sign at the edge"),
        pytest.param(["9%"], "0.9%", ["9%"], id="a share of another number"),
        pytest.param(["-5"], "at −5 degrees", [], id="a minus sign"),
    ],
)
def test_numbers(numbers, target, lost):
    assert lost_numbers(case(numbers=numbers), target) == lost


def test_marks_are_folded():
    assert folded("«Sì»,  “no”\u00a0‘ma’ l’aula") == '"Sì", "no" \'ma\' l\'aula'
