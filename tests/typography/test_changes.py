import pytest

from translator.article import Span
from translator.typography import Change, Rule, Style, finish, moved


def test_changes_name_the_rule_and_what_was_there():
    finished, changes = finish("Erano 4.200.", "They're 4.200 .")
    assert finished == "They’re 4,200."
    assert changes == (
        Change("apostrophes", Span(4, 5), "'", "’"),
        Change("numbers", Span(8, 13), "4.200", "4,200"),
        Change("spacing", Span(13, 13), " ", ""),
    )


def test_a_stretch_that_several_rules_changed_is_one_change():
    finished, changes = finish("Costa 1.000 €", "It costs 1.000 €")
    assert finished == "It costs €1,000"
    assert changes == (Change("numbers+currencies", Span(9, 15), "1.000 €", "€1,000"),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Mayor", "Mayor", id="before"),
        pytest.param("Prandelli", "Prandelli", id="between-changes"),
        pytest.param("Prandelli's", "Prandelli’s", id="with-a-change-inside"),
        pytest.param("18.30", "6:30 p.m.", id="the-change-itself"),
        pytest.param("8.3", "6:30 p.m.", id="a-part-of-a-change"),
        pytest.param("in Valdora", "in Valdora", id="after"),
        pytest.param(" » in", "” in", id="from-a-change-on"),
    ],
)
def test_spans_are_found_again(old, new):
    target = "Mayor « Prandelli's at 18.30 » in Valdora"
    finished, changes = finish("Alle 18.30", target)
    assert finished == "Mayor “Prandelli’s at 6:30 p.m.” in Valdora"
    start = target.index(old)
    place = moved(Span(start, start + len(old)), changes)
    assert finished[place.start : place.end] == new


def test_nothing_to_change_gives_no_changes():
    assert finish("Il porto riapre.", "The port reopens.") == ("The port reopens.", ())
    assert finish("", "") == ("", ())


@pytest.mark.parametrize("rule", Rule)
def test_each_rule_can_be_turned_off(rule):
    source = "ROMA - Alle 18.30 del 12/03/2024 il 3° di 4.200. «Sì», ha detto la sindaca di Onda S.p.A."
    target = (
        'ROME - At 18.30 on 12/03/2024 the 3° of 4.200, 300mila, 10 %, € 5, 10-12: "so", it\'s the centre – not\u00a0the'
        ' border – of "all", he said the mayor of Onda S.A. now , yes.'
    )
    _, changes = finish(source, target)
    assert rule in {name for change in changes for name in change.rule.split("+")}
    _, changes = finish(source, target, style=Style(off=frozenset({rule})))
    assert rule not in {name for change in changes for name in change.rule.split("+")}


def test_a_style_says_what_it_is():
    assert str(Style()) == "american"
    assert str(Style(off=frozenset({Rule.SPELLING, Rule.DATES}))) == "american-no-dates-no-spelling"
