import os
import stat

import pytest

from translator.errors import OutputError
from translator.writing import OutputRecord, write_file


@pytest.fixture
def record(tmp_path):
    return OutputRecord(tmp_path / "state")


def test_what_was_written_may_be_written_again(tmp_path, record):
    path = tmp_path / "out.txt"
    write_file(path, b"one", record=record)
    write_file(path, b"two", record=record)
    assert path.read_bytes() == b"two"


@pytest.mark.parametrize("before", ["edited", "foreign"])
def test_somebodys_work_stays(tmp_path, record, before):
    path = tmp_path / "out.txt"
    if before == "edited":
        write_file(path, b"one", record=record)
    path.write_bytes(b"a reviewer's work")
    with pytest.raises(OutputError, match="--force"):
        write_file(path, b"two", record=record)
    assert path.read_bytes() == b"a reviewer's work"
    write_file(path, b"two", force=True, record=record)
    assert path.read_bytes() == b"two"


def test_a_failed_write_leaves_nothing(tmp_path, record, monkeypatch):
    path = tmp_path / "out.txt"
    write_file(path, b"one", record=record)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_file(path, b"two", record=record)
    assert path.read_bytes() == b"one"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["out.txt"]


def test_missing_folders_are_made(tmp_path, record):
    write_file(tmp_path / "a" / "b" / "out.txt", b"one", record=record)
    assert (tmp_path / "a" / "b" / "out.txt").read_bytes() == b"one"


def test_a_symbolic_link_is_followed(tmp_path, record):
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_file(tmp_path / "link.txt", b"one", record=record)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"one"


def test_the_mode_is_that_of_an_ordinary_new_file(tmp_path, record):
    (tmp_path / "plain").write_bytes(b"")
    write_file(tmp_path / "out.txt", b"one", record=record)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("folder", "is a folder", id="folder"),
        pytest.param("plain/out.txt", "not a folder", id="file-as-folder"),
        pytest.param("pipe", "not an ordinary file", id="named-pipe"),
    ],
)
def test_impossible_places(tmp_path, record, name, says):
    (tmp_path / "folder").mkdir()
    (tmp_path / "plain").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match=says):
        write_file(tmp_path / name, b"one", record=record)


def test_an_unwritable_record_only_asks_for_force_later(tmp_path):
    (tmp_path / "state").write_bytes(b"in the way")
    record = OutputRecord(tmp_path / "state")
    write_file(tmp_path / "out.txt", b"one", record=record)
    with pytest.raises(OutputError, match="--force"):
        write_file(tmp_path / "out.txt", b"two", record=record)
