"""Whatever is in a segment: nothing raises, what is protected stays, and what is finished is finished."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.article import Span
from translator.typography import WORD_RULES, Rule, Style, Variety, finish, moved, number_only

PIECES = st.sampled_from(
    """
    12 1.234,5 1,234.5 1.234 1,234 2,3 300mila milioni mld million 18.30 09:30 6:30 p.m. pm hours alle ore il 12/03/2024 31/12/2024 March May
    3° 2ª 5^ 1°maggio % € $ euro 10-12 1-1 2024-2030 1995-96 4-6% 12 000 tel. articoli ROMA ROME (ANSA) MAR – — - -- « » “ ” „ ‹ › ‘ ’ ' " '' ``
    ` ´ 's '90s '68 ’em 'n' 5'10" workers' po' word Word words, centre color organised Centre organize per cent percent di the of in and ( ) [ ]
    ! ? . … ... : ; , :-) # @ #voto @desk https://esempio.it/a?b='1,2' redazione@esempio.it www.esempio.it S.p.A. U.S. a_b.pdf f('x') `1.234`
    a/b/c \u00a0 \u202f \u2009 \0 İ ß ǆ ① ½ ٣ 0 000 x XX
    """.split()
)  # fmt: skip
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3)).map(" ".join) | st.lists(PIECES).map("".join)
MARKS = st.lists(st.sampled_from([*"«»“”„‹›‘’'\"`  ,.;?(–—", "a", "s", "The", "90s", "68", "5", "''"])).map("".join)
STYLES = st.builds(Style, st.sampled_from(Variety), st.frozensets(st.sampled_from(Rule), max_size=3))
BOTH = st.sampled_from([Style(), Style(Variety.BRITISH)])


@st.composite
def pairs(draw):
    """A source and a target that may have copied parts of it."""
    source = draw(TEXTS)
    return source, draw(st.just(source) | TEXTS | TEXTS.map(lambda more: f"{source} {more}"))


@st.composite
def spans_in(draw, text):
    ends = st.integers(-1, len(text) + 1)
    return [Span(*sorted((draw(ends), draw(ends)))) for _ in range(draw(st.integers(0, 3)))]


def undone(target, changes):
    """The text before the changes."""
    pieces, at = [], 0
    for change in changes:
        pieces += [target[at : change.span.start], change.before]
        at = change.span.end
    return "".join([*pieces, target[at:]])


@settings(deadline=None, max_examples=300)
@given(pairs(), STYLES)
def test_what_is_finished_is_finished(pair, style):
    source, target = pair
    once, _ = finish(source, target, style=style)
    assert finish(source, once, style=style) == (once, ())


@settings(deadline=None, max_examples=500)
@given(MARKS, BOTH)
def test_quotation_marks_of_any_kind_settle(target, style):
    once, _ = finish("", target, style=style)
    assert finish("", once, style=style) == (once, ())


@settings(deadline=None)
@given(pairs(), STYLES, st.data())
def test_protected_spans_stay_and_are_found_again(pair, style, data):
    source, target = pair
    protected = [span for span in data.draw(spans_in(target)) if 0 <= span.start < span.end <= len(target)]
    finished, changes = finish(source, target, style=style, protected=protected)
    now = [moved(span, changes) for span in protected]
    for old, new in zip(protected, now, strict=True):
        assert finished[new.start : new.end] == target[old.start : old.end]
    assert finish(source, finished, style=style, protected=now) == (finished, ())


@settings(deadline=None)
@given(pairs(), STYLES, st.data())
def test_changes_tell_what_was_there_before(pair, style, data):
    source, target = pair
    finished, changes = finish(source, target, style=style, protected=data.draw(spans_in(target)))
    assert undone(finished, changes) == target
    for change in changes:
        assert finished[change.span.start : change.span.end] == change.after != change.before
        assert set(change.rule.split("+")) <= set(Rule) - style.off
    assert all(one.span.end <= other.span.start for one, other in pairwise(changes))


@settings(deadline=None)
@given(pairs(), STYLES, st.data())
def test_spans_move_in_order_and_stay_inside(pair, style, data):
    source, target = pair
    finished, changes = finish(source, target, style=style)
    spans = sorted(span for span in data.draw(spans_in(target)) if span.start >= 0 and span.end <= len(target))
    places = [moved(span, changes) for span in spans]
    assert all(0 <= place.start <= place.end <= len(finished) for place in places)
    assert [place.start for place in places] == sorted(place.start for place in places)
    untouched = [
        (old, new)
        for old, new in zip(spans, places, strict=True)
        if not any(new.start < change.span.end and change.span.start < new.end for change in changes)
        and old.end - old.start == new.end - new.start
    ]
    for old, new in untouched:
        assert target[old.start : old.end] == finished[new.start : new.end]


@settings(deadline=None)
@given(pairs(), st.sampled_from(Variety))
def test_letters_and_digits_are_those_of_the_target_but_for_the_rules_that_change_words(pair, variety):
    source, target = pair
    finished, _ = finish(source, target, style=Style(variety, WORD_RULES))
    assert [*filter(str.isalnum, finished)] == [*filter(str.isalnum, target)]


@settings(deadline=None)
@given(pairs())
def test_nothing_is_changed_when_all_rules_are_off(pair):
    assert finish(*pair, style=Style(off=frozenset(Rule))) == (pair[1], ())


@settings(deadline=None)
@given(TEXTS)
def test_only_segments_without_letters_are_numbers_only(text):
    english = number_only(text)
    assert english is None or not any(character.isalpha() for character in text if character not in "ªº")


LONG = 5_000


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "1", "1 ", "1.", "1,2", "1.234 ", "12 345 ", "10-", "10-12 ", "1 - ", "a - ", "– ", "A - ", "€ ", "€1 ", "1 €", "1% ", "1 %", "3° ",
     "alle 18.30 ", "18.30 ", "12/03/2024 ", "12/", "March ", "12 March ", "mila ", "10mila ", "«", "«a» ", "»", "‘a’ ", "'", "' ", "'a ", "s' ", '"',
     '" ', '"a ', "''", "`", "`a", "(", "( ", "()", "a@", "#a", "http://", "/a", "a/", "a_", "<a", "&a", 'a("', ". ", " ,", "a,", "a.A", "?!", "?",
     " ?", "\u00a0", "  ", "centre ", "Centre ", "-", "— ", "a—"],
    ids=repr,
)  # fmt: skip
def test_long_segments_are_read_through(unit):
    text = (unit * (LONG // len(unit) + 1))[:LONG]
    finished, changes = finish(text, text, protected=[Span(5, 9)])
    assert undone(finished, changes) == text
    finish("", text[::-1] + "x", style=Style(Variety.BRITISH))
