"""A damaged translation memory: set aside, what can be read saved, and a new one begun."""

import sqlite3
from contextlib import closing, suppress
from datetime import timedelta

import pytest
from tests.translation.memory_samples import FIRST_DAY, entry, key

from translator.errors import MemoryStoreError
from translator.translation.memory import file, location, schema
from translator.translation.memory.store import Memory

ENTRIES = [entry(f"Frase numero {number} del giorno.", f"Sentence {number} of the day.") for number in range(2000)]
ASIDE = "memory.sqlite3.damaged-2026-03-01"


def opened(path, **options):
    return Memory(path, clock=lambda: FIRST_DAY, **options)


@pytest.fixture
def path(tmp_path):
    """A memory of some hundred pages."""
    with Memory(tmp_path / "memory.sqlite3") as memory:
        memory.accept(ENTRIES)
        memory.remember({key(): "result"})
    return tmp_path / "memory.sqlite3"


def overwrite(path, start, data):
    with path.open("r+b") as file:
        file.seek(start)
        file.write(data)


def garbage_in_a_page(path):
    """Break one leaf in the middle of the table of accepted targets."""
    content = path.read_bytes()
    place = content.index(b"Frase numero 1000 del")
    overwrite(path, place // 4096 * 4096, b"\xa5" * 64)


def drop_a_table(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE machine")


def lose_the_count(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM changes")


@pytest.mark.parametrize(
    ("damage", "least"),
    [
        pytest.param(lambda path: path.write_bytes(b"this is no database"), 0, id="text"),
        pytest.param(lambda path: path.write_bytes(bytes(100_000)), 0, id="zeros"),
        pytest.param(lambda path: path.write_bytes(b"\xa5" * 100_000), 0, id="garbage"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:50]), 0, id="cut-in-the-header"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), 400, id="cut-in-half"),
        pytest.param(lambda path: overwrite(path, 0, b"\xa5" * 16), 0, id="broken-header"),
        pytest.param(garbage_in_a_page, 1900, id="garbage-in-the-middle"),
        pytest.param(drop_a_table, 2000, id="missing-table"),
        pytest.param(lose_the_count, 2000, id="missing-count"),
    ],
)
def test_a_damaged_file_is_set_aside_and_what_can_be_read_is_saved(path, damage, least):
    damage(path)
    damaged = path.read_bytes()
    with opened(path) as memory:
        assert len(memory.notes) == 1
        assert ASIDE in memory.notes[0]
        saved = list(memory.units())
        assert len(saved) >= least
        assert f"saved from it: {len(saved)}" in memory.notes[0]
        assert ("more could not be read" in memory.notes[0]) == (len(saved) < 2000)
        assert set(saved) <= set(ENTRIES)
        memory.accept([entry("Nuova.", "New.")])
        assert memory.recall([key()]) == {}
        assert memory.stats().set_aside == (path.with_name(ASIDE),)
    assert path.with_name(ASIDE).read_bytes() == damaged
    assert path.with_name(ASIDE).stat().st_mode & 0o077 == 0
    with opened(path) as memory:
        assert memory.notes == ()
        assert memory.accepted(["Nuova."])


def test_files_set_aside_on_one_day_are_numbered(path):
    for _ in range(3):
        path.write_bytes(b"this is no database")
        opened(path).close()
    with opened(path) as memory:
        assert [file.name for file in memory.stats().set_aside] == [ASIDE, f"{ASIDE}-2", f"{ASIDE}-3"]
        memory.forget_everything()
        assert [note.split(":")[0] for note in memory.notes] == [str(path.with_name(ASIDE + end)) for end in ("", "-2", "-3")]


def test_damage_is_found_in_use(path, monkeypatch):
    monkeypatch.setattr(schema, "_CHEAP_BYTES", 0)  # as in a large file
    garbage_in_a_page(path)
    with opened(path) as memory:
        assert memory.notes == ()
        saved = list(memory.units())
        assert len(memory.notes) == 1
        assert 1900 <= len(saved) < 2000
        assert len(set(saved)) == len(saved)
        assert memory.accepted([ENTRIES[0].source, ENTRIES[1999].source]).keys() == {ENTRIES[0].source, ENTRIES[1999].source}
        assert memory.fuzzy(ENTRIES[0].source)


def test_damage_while_the_memory_is_open(path):
    with opened(path) as memory:
        assert memory.accepted([ENTRIES[1000].source])
        memory._file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        overwrite(path, 4096, b"\xa5" * (path.stat().st_size - 4096))
        with closing(sqlite3.connect(path)) as other:  # whose changes make the open memory read the file again
            other.execute("PRAGMA user_version = 1")
        assert memory.accept([entry("Nuova.", "New.")]).added == 1
        assert len(memory.notes) == 1
        assert memory.accepted(["Nuova."])


def test_a_text_that_has_changed_on_the_disk_is_not_given_out(path):
    place = path.read_bytes().index(b"Sentence 1000 of")
    overwrite(path, place, b"Xentence")
    with opened(path) as memory:
        assert memory.accepted([ENTRIES[1000].source]) == {}
        assert len(memory.notes) == 1
        assert memory.stats().accepted == 1999


def test_a_result_that_has_changed_on_the_disk_counts_as_none(path):
    place = path.read_bytes().index(b"result")
    overwrite(path, path.read_bytes().rindex(b"result"), b"rebuke")
    with opened(path) as memory:
        assert place
        assert memory.recall([key()]) == {}
        memory.remember({key(): "result"})
        assert memory.recall([key()]) == {key(): "result"}
        assert memory.notes == ()


def test_what_cannot_be_saved_now_can_be_saved_later(path, monkeypatch):
    drop_a_table(path)
    damaged = path.read_bytes()

    def full(*_):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(file, "insert", full)
        with pytest.raises(MemoryStoreError, match="disk is full"):
            opened(path)
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite3"]
    assert path.read_bytes() == damaged
    with opened(path) as memory:
        assert memory.stats().accepted == 2000


def test_history_and_order_are_saved(path):
    with Memory(path) as memory:
        memory.forget_everything()
        memory.accept([entry(target=target) for target in "ABC"])
    drop_a_table(path)
    with opened(path) as memory:
        assert [unit.target for unit in memory.history(entry().source)] == ["C", "B", "A"]
        memory.accept([entry(target="D")])
        assert memory.accepted([entry().source])[entry().source].target == "D"


def test_entries_that_are_only_in_the_log_are_saved(tmp_path):
    path = tmp_path / "memory.sqlite3"
    with Memory(path) as memory:
        memory.accept(ENTRIES[:10])
        # As if the computer had stopped here: database and log are copied, and the copy's first table is lost.
        copy = tmp_path / "copy" / "memory.sqlite3"
        copy.parent.mkdir()
        for suffix in ("", "-wal"):
            location._beside(copy, suffix).write_bytes(location._beside(path, suffix).read_bytes())
    with opened(copy) as memory:
        assert list(memory.units()) == ENTRIES[:10]
        assert len(memory.notes) == 1  # the copy's permissions
        assert "other users" in memory.notes[0]


def test_another_process_that_has_the_damaged_file_open_goes_on_with_the_new_one(path):
    with Memory(path) as first:
        first.accepted([ENTRIES[0].source])
        location.set_aside(path, FIRST_DAY.date())
        with opened(path) as second:
            second.accept([entry("Nuova.", "New.")])
            first.accept([entry("Altra.", "Other.")])
            assert second.accepted(["Nuova.", "Altra."]).keys() == {"Nuova.", "Altra."}
        assert first.accepted(["Nuova."])
        assert first.fuzzy("Nuova", threshold=80)
        assert first.notes == ()


def test_after_an_error_the_memory_can_be_used_again(path, tmp_path):
    with Memory(path) as memory:
        path.rename(tmp_path / "elsewhere.sqlite3")
        path.mkdir()
        for _ in range(2):
            with pytest.raises(MemoryStoreError, match="is a folder"):
                memory.accepted([ENTRIES[0].source])
        path.rmdir()
        (tmp_path / "elsewhere.sqlite3").rename(path)
        assert memory.accepted([ENTRIES[0].source])


def test_a_file_deleted_meanwhile_is_begun_anew(path):
    with Memory(path) as memory:
        with suppress(PermissionError):
            path.unlink()
        memory.accept([entry("Nuova.", "New.")])
        assert memory.accepted(["Nuova."])


def test_an_older_file_goes_through_the_migrations(path, monkeypatch):
    def second(connection):
        connection.execute("CREATE TABLE further (x)")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, second))
    for _ in range(2):
        with Memory(path) as memory:
            assert memory.stats().accepted == 2000
            assert memory._file._connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_migration_that_fails_changes_nothing(path, monkeypatch):
    def second(connection):
        connection.execute("DROP TABLE machine")
        connection.execute("SELECT x FROM nowhere")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, second))
        with pytest.raises(MemoryStoreError, match="cannot be used"):
            Memory(path)
    with Memory(path) as memory:
        assert memory.notes == ()
        assert memory.recall([key()])
        assert memory.prune(max_bytes=None, max_age=timedelta(0)) in {0, 1}
