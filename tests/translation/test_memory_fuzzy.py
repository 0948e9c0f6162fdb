"""Similar sources."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.translation.memory_samples import entry

from translator.translation.memory.fuzzy import FuzzyIndex
from translator.translation.memory.store import Memory, normalised

SENTENCE = "Il consiglio comunale di Valdora ha approvato il bilancio di previsione."


@pytest.fixture
def memory(tmp_path):
    with Memory(tmp_path / "memory.sqlite3") as opened:
        yield opened


def test_a_similar_source_is_found_with_its_newest_target(memory):
    memory.accept([entry(SENTENCE, "old"), entry(SENTENCE, "new", day=1), entry("Tutt’altra cosa.", "Something else.")])
    (match,) = memory.fuzzy(SENTENCE.replace("approvato", "respinto"), threshold=85)
    assert (match.source, match.target) == (SENTENCE, "new")
    assert 85 <= match.score < 100


def test_the_same_source_is_left_out_however_it_is_typed(memory):
    memory.accept([entry("L’acqua è alta.", "The water is high.")])
    assert memory.fuzzy("L'acqua  e\u0300 alta.") == []
    assert [match.target for match in memory.fuzzy("L'acqua è alta!")] == ["The water is high."]


def test_the_best_come_first_and_no_more_than_asked_for(memory):
    memory.accept(entry(SENTENCE + "!" * count, str(count)) for count in range(1, 6))
    assert [match.target for match in memory.fuzzy(SENTENCE)] == ["1", "2", "3"]
    assert [match.target for match in memory.fuzzy(SENTENCE, limit=1)] == ["1"]
    scores = [match.score for match in memory.fuzzy(SENTENCE, limit=9)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 5


def test_nothing_is_similar_in_an_empty_memory(memory):
    assert memory.fuzzy(SENTENCE) == []
    assert memory.fuzzy("") == []


def test_what_is_accepted_or_forgotten_counts_at_once(memory):
    assert memory.fuzzy(SENTENCE) == []
    memory.accept([entry(SENTENCE + "!", "A")])
    assert [match.target for match in memory.fuzzy(SENTENCE)] == ["A"]
    with Memory(memory.path) as other:
        other.accept([entry(SENTENCE + "?", "B")])
    assert {match.target for match in memory.fuzzy(SENTENCE)} == {"A", "B"}
    memory.forget(sources=[SENTENCE + "!"])
    assert [match.target for match in memory.fuzzy(SENTENCE)] == ["B"]


def test_the_sources_are_read_again_only_after_a_change(memory):
    memory.accept([entry(SENTENCE + "!", "A")])
    memory.fuzzy(SENTENCE)
    statements = []
    memory._file._connection.set_trace_callback(statements.append)
    memory.fuzzy(SENTENCE)
    assert not any("GROUP BY" in statement for statement in statements)
    assert sqlite3.threadsafety >= 1


@settings(deadline=None)
@given(
    st.lists(st.text("abc d", max_size=12).map(normalised), unique=True, max_size=20),
    st.text("abc d", max_size=12).map(normalised),
    st.sampled_from([0, 1, 33.3, 50, 66.6, 80, 90, 100]),
)
def test_the_index_leaves_nothing_out(texts, text, threshold):
    from rapidfuzz import fuzz

    expected = {(other, fuzz.ratio(text, other)) for other in texts if other != text and fuzz.ratio(text, other) >= threshold}
    assert set(FuzzyIndex(texts).search(text, threshold=threshold, limit=100)) == expected


def test_lone_surrogates_are_characters_like_others(memory):
    memory.accept([entry("Il nome \ud800 resta qui.", "kept")])
    assert [match.target for match in memory.fuzzy("Il nome \ud801 resta qui.")] == ["kept"]
