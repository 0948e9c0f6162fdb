"""Where the translation memory is, who may read it, and what it never touches."""

import os
import sqlite3
import stat
from contextlib import closing

import pytest
from tests.translation.memory_samples import entry

from translator.errors import MemoryStoreError
from translator.translation.memory.store import Memory

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are those of POSIX")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "memory.sqlite3"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def error_of(path, **options):
    """The one line with which opening fails."""
    with pytest.raises(MemoryStoreError) as caught:
        Memory(path, **options)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return str(caught.value)


@posix
def test_only_the_owner_may_read_the_files_and_the_folder(path):
    mask = os.umask(0)
    try:
        with Memory(path) as memory:
            memory.accept([entry()])
            assert mode(path.parent) == 0o700
            files = list(path.parent.iterdir())
            assert {file.name for file in files} == {"memory.sqlite3", "memory.sqlite3-wal", "memory.sqlite3-shm"}
            assert {mode(file) for file in files} == {0o600}
    finally:
        os.umask(mask)


@posix
def test_a_file_that_others_may_read_is_tightened_and_noted(path):
    with Memory(path) as memory:
        memory.accept([entry()])
    path.chmod(0o664)
    with Memory(path) as memory:
        assert mode(path) == 0o600
        assert len(memory.notes) == 1
        assert "other users had access" in memory.notes[0]
        assert memory.accepted([entry().source])
    with Memory(path) as memory:
        assert memory.notes == ()


@posix
def test_an_existing_folder_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    with Memory(tmp_path / "memory.sqlite3"):
        assert mode(tmp_path) == 0o755


@posix
def test_the_users_own_link_is_followed(tmp_path):
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "real.sqlite3")
    with Memory(tmp_path / "link.sqlite3") as memory:
        memory.accept([entry()])
        assert memory.path == (tmp_path / "real.sqlite3").resolve()
    assert (tmp_path / "link.sqlite3").is_symlink()
    assert mode(tmp_path / "real.sqlite3") == 0o600


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a link of another user's")
def test_a_link_of_another_user_is_not_followed(tmp_path):
    target = tmp_path / "target.sqlite3"
    target.write_bytes(b"precious")
    (tmp_path / "link.sqlite3").symlink_to(target)
    os.lchown(tmp_path / "link.sqlite3", 12345, 12345)
    assert "belongs to another user" in error_of(tmp_path / "link.sqlite3")
    assert target.read_bytes() == b"precious"


@posix
def test_links_in_a_circle(tmp_path):
    (tmp_path / "a.sqlite3").symlink_to(tmp_path / "b.sqlite3")
    (tmp_path / "b.sqlite3").symlink_to(tmp_path / "a.sqlite3")
    assert "name another file" in error_of(tmp_path / "a.sqlite3")


def test_a_folder_is_not_a_memory(tmp_path):
    assert "is a folder" in error_of(tmp_path)


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    assert "name another file" in error_of(tmp_path / "data" / "memory.sqlite3")


@posix
def test_a_pipe_is_not_a_memory(tmp_path):
    os.mkfifo(tmp_path / "memory.sqlite3")
    assert "not an ordinary file" in error_of(tmp_path / "memory.sqlite3")


@posix
@not_root
def test_a_folder_without_permission_to_write(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert "no permission to write" in error_of(tmp_path / "memory.sqlite3")
    finally:
        tmp_path.chmod(0o700)


@posix
@not_root
def test_a_file_without_permission_to_write(path):
    Memory(path).close()
    path.chmod(0o400)
    assert "no permission to read and write" in error_of(path)


def test_a_full_disk_is_an_error_that_changes_nothing(path):
    with Memory(path) as memory:
        memory.accept([entry()])
        pages = memory._file._connection.execute("PRAGMA page_count").fetchone()[0]
        memory._file._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(MemoryStoreError, match="disk is full"):
            memory.accept(entry(f"Frase {number}.") for number in range(500))
        assert [unit.source for unit in memory.units()] == [entry().source]


def test_a_file_of_another_program_is_left_as_it_is(tmp_path):
    path = tmp_path / "memory.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE letters (text)")
        other.commit()
    before = path.read_bytes()
    assert "belongs to another program" in error_of(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["memory.sqlite3"]


@pytest.mark.parametrize(
    ("pragma", "message"),
    [
        pytest.param("application_id = 7", "belongs to another program", id="application"),
        pytest.param("user_version = 999", "update translator", id="newer-schema"),
    ],
)
def test_a_file_of_another_or_a_newer_program_is_left_as_it_is(path, pragma, message):
    with Memory(path) as memory:
        memory.accept([entry()])
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA {pragma}")
    before = path.read_bytes()
    assert message in error_of(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite3"]


def test_a_letter_named_by_mistake_is_left_as_it_is(tmp_path):
    letter = tmp_path / "articolo.txt"
    letter.write_text("Caro direttore, " * 400, encoding="utf-8")
    assert "is not a translation memory" in error_of(letter)
    assert letter.read_text(encoding="utf-8").startswith("Caro direttore")
    assert [file.name for file in tmp_path.iterdir()] == ["articolo.txt"]


@posix
def test_where_the_log_cannot_be_shared_there_is_none(tmp_path):
    # Nothing can be opened in the place of the shared memory: as on file systems that have none.
    (tmp_path / "memory.sqlite3-shm").symlink_to("memory.sqlite3-shm")
    for _ in range(2):
        with Memory(tmp_path / "memory.sqlite3") as memory:
            memory.accept([entry()])
            assert memory.stats().journal == "delete"
            with Memory(tmp_path / "memory.sqlite3") as other:
                assert other.accepted([entry().source])
            assert memory.forget(sources=[entry().source]) == 1
            assert memory.notes == ()


@posix
def test_a_memory_with_a_log_goes_on_without(tmp_path):
    path = tmp_path / "memory.sqlite3"
    with Memory(path) as memory:
        memory.accept([entry()])
        assert memory.stats().journal == "wal"
    (tmp_path / "memory.sqlite3-shm").symlink_to("memory.sqlite3-shm")
    with Memory(path) as memory:
        assert memory.stats().journal == "delete"
        assert memory.accepted([entry().source])


def test_an_empty_file_becomes_a_memory(tmp_path):
    (tmp_path / "memory.sqlite3").touch(mode=0o600)
    with Memory(tmp_path / "memory.sqlite3") as memory:
        memory.accept([entry()])
        assert memory.notes == ()


def test_a_file_name_with_marks_of_its_own(tmp_path):
    path = tmp_path / "dà? #100% [x]" / "memory?mode=ro.sqlite3"
    with Memory(path) as memory:
        memory.accept([entry()])
    assert path.is_file()
