"""What the translation memory keeps, finds again and forgets."""

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.translation.memory_samples import FIRST_DAY, Clock, entry, key

from translator.translation.memory.store import Accepted, AcceptedStatus, MachineKey, Memory, Origin, Stored, normalised

ARTICLE = Origin("porto.txt", "0f" * 32, "p1.s1")
# Lone surrogates and control characters included.
ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
ENTRIES = st.builds(
    Accepted,
    ANY_TEXT,
    ANY_TEXT,
    MOMENTS,
    st.sampled_from(AcceptedStatus),
    st.builds(Origin, ANY_TEXT, ANY_TEXT, ANY_TEXT),
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
)


@pytest.fixture
def memory(tmp_path):
    with Memory(tmp_path / "memory.sqlite3", clock=Clock()) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One memory for all examples of a property; each example empties it first."""
    with Memory(tmp_path_factory.mktemp("shared") / "memory.sqlite3") as opened:
        yield opened


# Accepted targets


def test_an_accepted_target_comes_back_with_all_that_is_known_of_it(memory):
    given_entry = entry(
        status=AcceptedStatus.CHANGED, origin=ARTICLE, reviewer="M. Rossi", machine_target="The door reopens.", note="title"
    )
    assert memory.accept([given_entry]) == Stored(added=1)
    assert memory.accepted(["Il porto riapre.", "Il porto chiude."]) == {"Il porto riapre.": given_entry}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("L’acqua  è\u00a0alta. ", id="white-space"),
        pytest.param("L'acqua è alta.", id="typewriter-apostrophe"),
        pytest.param("L´acqua è alta.", id="accent-as-apostrophe"),
        pytest.param("L’acqua e\u0300 alta.", id="decomposed"),
    ],
)
def test_the_same_sentence_otherwise_typed_is_found_and_the_original_is_kept(memory, other):
    memory.accept([entry("L’acqua è alta.", "The water is high.")])
    assert memory.accepted([other])[other].source == "L’acqua è alta."


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("l’acqua è alta.", id="case"),
        pytest.param("L’acqua è alta!", id="punctuation"),
        pytest.param("L’acqua e alta.", id="accent"),
    ],
)
def test_another_sentence_is_not_found(memory, other):
    memory.accept([entry("L’acqua è alta.", "The water is high.")])
    assert memory.accepted([other]) == {}


def test_the_newest_target_counts_and_older_ones_are_history(memory):
    second, first, third = entry(target="B", day=1), entry(target="A", day=0), entry(target="C", day=2)
    assert memory.accept([second, first]) == Stored(added=2, outdated=1)
    assert memory.accepted([second.source]) == {second.source: second}
    memory.accept([third])
    assert memory.accepted([second.source]) == {second.source: third}
    assert memory.history(second.source) == (third, second, first)


def test_of_two_with_one_date_the_later_call_counts(memory):
    for target in "ABA":
        memory.accept([entry(target=target)])
        assert memory.accepted([entry().source])[entry().source].target == target


def test_accepting_the_same_again_makes_no_second_entry_but_a_newer_date(memory):
    memory.accept([entry(target="A", day=0), entry(target="B", day=1)])
    assert memory.accept([entry(target="A", day=0)]) == Stored(known=1)
    assert memory.accepted([entry().source])[entry().source].target == "B"
    assert memory.accept([entry(target="A", day=2)]) == Stored(known=1)
    assert memory.history(entry().source) == (entry(target="A", day=2), entry(target="B", day=1))


def test_dates_are_kept_in_utc(memory):
    rome = timezone(timedelta(hours=2))
    memory.accept([Accepted("Sì.", "Yes.", datetime(2026, 7, 1, 12, tzinfo=rome))])
    assert str(memory.accepted(["Sì."])["Sì."].accepted_at) == "2026-07-01 10:00:00+00:00"
    with pytest.raises(ValueError, match="time zone"):
        Accepted("Sì.", "Yes.", datetime(2026, 7, 1, 12))  # noqa: DTZ001 - what is tested


def test_more_sources_than_a_query_takes(memory):
    entries = [entry(f"Frase numero {number}.", f"Sentence number {number}.") for number in range(1300)]
    memory.accept(entries)
    assert memory.accepted([item.source for item in entries]) == {item.source: item for item in entries}


def test_nothing_asked_nothing_given(memory):
    assert memory.accepted([]) == {}
    assert memory.recall([]) == {}
    assert memory.accept([]) == Stored()
    memory.remember({})
    assert list(memory.units()) == []
    assert memory.forget(sources=[]) == 0


@settings(deadline=None, max_examples=50)
@given(ENTRIES)
def test_any_text_comes_back_as_it_was(shared, some):
    shared.forget_everything()
    shared.accept([some])
    assert shared.accepted([some.source]) == {some.source: some}
    assert list(shared.units()) == [some]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.builds(entry, st.sampled_from(["Uno.", "Due."]), st.sampled_from("ABC"), st.integers(0, 3)), max_size=12))
def test_accepted_is_the_newest_of_all_that_was_accepted(shared, entries):
    shared.forget_everything()
    for one in entries:
        shared.accept([one])
    newest = {}
    for one in sorted(entries, key=lambda item: item.accepted_at):  # stable: of one date, the later
        newest[one.source] = one
    assert shared.accepted(["Uno.", "Due."]) == newest
    with Memory(shared.path.with_name("other.sqlite3")) as other:
        other.forget_everything()
        other.import_units(shared.units(history=True))
        assert other.accepted(["Uno.", "Due."]) == newest
        assert Counter(other.units(history=True)) == Counter(shared.units(history=True))


@settings(deadline=None)
@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(text):
    assert normalised(normalised(text)) == normalised(text)


# Export and import


def test_units_are_the_newest_of_each_source_or_all(memory):
    old, new, other = entry(target="A"), entry(target="B", day=1), entry("Altro.", "Other.")
    memory.accept([new, other, old])
    assert list(memory.units()) == [new, other]
    assert list(memory.units(history=True)) == [new, other, old]


def test_an_import_keeps_the_newer_target_and_the_other_as_history(memory):
    mine = entry(target="mine", day=1)
    memory.accept([mine])
    older, newer = entry(target="older"), entry("Altro.", "Other.", day=5)
    assert memory.import_units([older, newer, mine]) == Stored(added=2, known=1, outdated=1)
    assert memory.accepted([mine.source, "Altro."]) == {mine.source: mine, "Altro.": newer}
    assert memory.history(mine.source) == (mine, older)


def test_a_long_export_while_entries_are_added_ends(memory):
    memory.accept(entry(f"Frase {number}.") for number in range(1100))
    seen = [memory.accept([entry(f"Nuova {unit.source}")]) for unit in memory.units() if not unit.source.startswith("Nuova")]
    assert len(seen) == 1100


# The machine's own work


def test_results_are_recalled_only_under_the_very_same_key(memory):
    memory.remember({key(): '{"target": "The port reopens."}'})
    assert memory.recall([key()]) == {key(): '{"target": "The port reopens."}'}
    others = [
        key("Il porto  riapre."),
        key(model="cd" * 32),
        key(recipe="beam:5"),
        # The parts do not run together.
        MachineKey(key().source, key().model_sha256 + "b", "eam:4"),
    ]
    assert memory.recall(others) == {}


def test_the_last_result_replaces_the_one_before(memory):
    memory.remember({key(): "1", key("Altro."): "2"})
    memory.remember({key(): "3"})
    assert memory.recall([key(), key("Altro.")]) == {key(): "3", key("Altro."): "2"}


def test_the_machine_never_changes_what_was_accepted(memory):
    memory.accept([entry()])
    memory.remember({key(): "another"})
    assert memory.accepted([entry().source]) == {entry().source: entry()}
    memory.prune(max_bytes=0)
    memory.forget_machine_work()
    assert memory.recall([key()]) == {}
    assert memory.accepted([entry().source]) == {entry().source: entry()}


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.builds(MachineKey, ANY_TEXT, ANY_TEXT, ANY_TEXT), ANY_TEXT, max_size=5))
def test_any_result_comes_back_as_it_was(shared, results):
    shared.forget_everything()
    shared.remember(results)
    assert shared.recall(results) == results


def test_the_least_recently_used_results_are_dropped_first(memory):
    keys = [key(f"Frase {number}.") for number in range(4)]
    for item in keys:
        memory.remember({item: "x" * 1000})
    memory.recall([keys[0]])
    each = memory.stats().machine_bytes // 4
    assert memory.prune(max_bytes=2 * each) == 2
    assert set(memory.recall(keys)) == {keys[0], keys[3]}
    assert memory.prune() == 0


def test_results_that_were_not_used_for_long_are_dropped(tmp_path):
    now = [FIRST_DAY]
    with Memory(tmp_path / "memory.sqlite3", clock=lambda: now[0]) as memory:
        memory.remember({key("Vecchia."): "1", key("Usata."): "2"})
        now[0] += timedelta(days=20)
        memory.recall([key("Usata.")])
        now[0] += timedelta(days=20)
        assert memory.prune(max_bytes=None, max_age=timedelta(days=30)) == 1
        assert set(memory.recall([key("Vecchia."), key("Usata.")])) == {key("Usata.")}


def test_pruning_gives_space_back(memory):
    memory.remember({key(f"Frase {number}."): "x" * 5000 for number in range(200)})
    before = memory.stats().size
    memory.prune(max_bytes=0)
    assert memory.stats().size < before / 4


# Statistics and forgetting


def test_stats_say_what_there_is(memory):
    memory.accept([entry(target="A"), entry(target="B", day=1), entry("Altro.", "Other.", day=2)])
    memory.remember({key(): "1", key("Altro."): "2", key(model="cd" * 32): "3"})
    stats = memory.stats()
    assert (stats.accepted, stats.history, stats.machine) == (2, 1, 3)
    assert (stats.oldest, stats.newest) == (FIRST_DAY, FIRST_DAY + timedelta(days=2))
    assert stats.models == {"ab" * 32: 2, "cd" * 32: 1}
    assert stats.path == memory.path
    assert stats.size >= memory.path.stat().st_size > 0
    assert stats.machine_bytes > 3


def test_stats_of_an_empty_memory(memory):
    stats = memory.stats()
    assert (stats.accepted, stats.history, stats.machine, stats.oldest, stats.newest, stats.models) == (0, 0, 0, None, None, {})


@pytest.fixture
def full(memory):
    """Two sentences of two articles and days: accepted, and done by the machine on the first day."""
    memory.accept(
        [
            entry("Uno.", "One.", 0, origin=Origin("a.txt", "aa" * 32, "p1.s1")),
            entry("Uno.", "The one.", 1, origin=Origin("b.txt", "bb" * 32, "p1.s1")),
            entry("Due.", "Two.", 2, origin=Origin("b.txt", "bb" * 32, "p1.s2")),
        ]
    )
    memory.remember({key("Uno."): "one"}, origin=Origin("a.txt", "aa" * 32))
    memory.remember({key("Due."): "two"}, origin=Origin("b.txt", "bb" * 32))
    return memory


@pytest.mark.parametrize(
    ("what", "removed", "targets", "results"),
    [
        pytest.param({"sources": [" Uno. ", "Tre."]}, 3, ["Two."], ["two"], id="sources"),
        pytest.param({"before": FIRST_DAY}, 0, ["One.", "The one.", "Two."], ["one", "two"], id="before-all"),
        pytest.param({"before": FIRST_DAY + timedelta(days=1)}, 3, ["The one.", "Two."], [], id="before"),
        pytest.param({"article": "b.txt"}, 3, ["One."], ["one"], id="article-by-name"),
        pytest.param({"article": "aa" * 32}, 2, ["The one.", "Two."], ["two"], id="article-by-hash"),
        pytest.param({"article": "b.txt", "sources": ["Uno."]}, 1, ["One.", "Two."], ["one", "two"], id="both"),
    ],
)
def test_what_is_forgotten(full, what, removed, targets, results):
    assert full.forget(**what) == removed
    assert [unit.target for unit in full.units(history=True)] == targets
    assert list(full.recall([key("Uno."), key("Due.")]).values()) == results


def test_forgetting_needs_to_be_told_what(full):
    with pytest.raises(ValueError, match="what to forget"):
        full.forget()
    with pytest.raises(ValueError, match="time zone"):
        full.forget(before=datetime(2026, 1, 1))  # noqa: DTZ001 - what is tested
    assert full.stats().machine == 2


def test_forgetting_the_machine_or_everything(full):
    assert full.forget_machine_work() == 2
    assert full.stats().accepted == 2
    assert full.forget_everything() == 3
    assert full.stats().accepted == 0
    assert full.notes == ()


@pytest.mark.parametrize("others_open", [pytest.param(False, id="alone"), pytest.param(True, id="open-elsewhere")])
def test_no_trace_of_forgotten_texts_is_left_on_the_disk(tmp_path, others_open):
    confidential = "Nome in codice Ippogrifo"
    with Memory(tmp_path / "memory.sqlite3") as memory, Memory(tmp_path / "memory.sqlite3") as other:
        if not others_open:
            other.close()
        memory.accept(entry(f"{confidential} {number}.", f"Code name {number}") for number in range(300))
        memory.remember({key(f"{confidential} {number}."): f"{confidential} {number}" for number in range(300)})
        memory.accept([entry("Resta.", "Stays.")])
        on_disk = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir()))
        assert b"Ippogrifo" in on_disk
        memory.forget(sources=[f"{confidential} {number}." for number in range(300)])
        assert all(b"Ippogrifo" not in path.read_bytes() for path in tmp_path.iterdir())
        assert list(memory.accepted(["Resta."])) == ["Resta."]
        assert memory.notes == ()


def test_what_cannot_be_overwritten_because_another_reads_is_noted(tmp_path):
    with Memory(tmp_path / "memory.sqlite3", timeout=0.05) as memory, Memory(tmp_path / "memory.sqlite3") as other:
        memory.accept([entry("Riservato.", "Confidential.")])
        other._file._connection.execute("BEGIN")
        other._file._connection.execute("SELECT count(*) FROM accepted").fetchone()
        assert memory.forget(sources=["Riservato."]) == 1
        other._file._connection.execute("COMMIT")
        assert len(memory.notes) == 1
        assert "traces may stay" in memory.notes[0]
        assert "Riservato" not in memory.notes[0]


# The package


def test_the_memory_needs_no_model_library():
    heavy = ["ctranslate2", "sentencepiece", "rapidfuzz", "platformdirs", "docx", "lxml"]
    code = f"import sys, translator.translation.memory.store; print(*(name for name in {heavy} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_default_place_is_in_the_users_data_folder():
    with Memory() as memory:
        assert memory.path.parts[-2:] == ("translator", "memory.sqlite3")
        assert memory.path.is_relative_to(Path(os.environ["XDG_DATA_HOME"]).resolve())


def test_entries_last(tmp_path):
    with Memory(tmp_path / "memory.sqlite3") as memory:
        memory.accept([entry()])
        memory.remember({key(): "1"})
    assert [path.name for path in tmp_path.iterdir()] == ["memory.sqlite3"]
    with Memory(tmp_path / "memory.sqlite3") as memory:
        assert memory.accepted([entry().source]) == {entry().source: entry()}
        assert memory.recall([key()]) == {key(): "1"}
        assert memory.notes == ()
    memory.close()
    with pytest.raises(ValueError, match="closed"):
        memory.accepted([entry().source])
