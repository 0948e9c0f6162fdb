import json
import signal
import subprocess
import sys

import pytest
from tests.batch.runs import needs_posix

from translator.batch.errors import LockedError
from translator.batch.lock import FILE, FolderLock, check_free

HOLD = """
import sys, time
from pathlib import Path
from translator.batch.lock import FolderLock
with FolderLock(Path(sys.argv[1]), break_lock=False, notify=print):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the folder until its standard input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def lock(folder, *, break_lock=False, told=None):
    return FolderLock(folder, break_lock=break_lock, notify=(told if told is not None else []).append)


def test_a_lock_leaves_nothing_behind(tmp_path):
    with lock(tmp_path / "new"):
        assert (tmp_path / "new" / FILE).exists()
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("break_lock", [False, True])
def test_a_folder_that_is_held_is_refused(tmp_path, holder, break_lock):
    with (
        pytest.raises(LockedError, match=f"another run .*process {holder.pid} ") as caught,
        lock(tmp_path, break_lock=break_lock),
    ):
        pass
    assert caught.value.code == "locked"
    with pytest.raises(LockedError):
        check_free(tmp_path, break_lock=break_lock)
    holder.communicate()
    check_free(tmp_path, break_lock=False)
    with lock(tmp_path):
        pass


@needs_posix
def test_the_lock_of_a_dead_process_is_taken_over_with_a_message(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / FILE).exists()
    check_free(tmp_path, break_lock=False)
    told = []
    with lock(tmp_path, told=told):
        pass
    assert len(told) == 1
    assert f"process {holder.pid}" in told[0]


def test_another_host_is_refused_until_the_lock_is_broken(tmp_path):
    (tmp_path / FILE).write_text(json.dumps({"host": "elsewhere", "pid": 1, "since": "2026-01-01T00:00:00+00:00"}))
    with pytest.raises(LockedError, match=r"elsewhere .*--break-lock"), lock(tmp_path):
        pass
    with pytest.raises(LockedError, match="elsewhere"):
        check_free(tmp_path, break_lock=False)
    check_free(tmp_path, break_lock=True)
    told = []
    with lock(tmp_path, break_lock=True, told=told):
        assert "elsewhere" not in (tmp_path / FILE).read_text()
    assert "elsewhere" in told[0]


@pytest.mark.parametrize("content", ["", "not JSON", "[]", '{"host": "x"}'])
def test_an_unsigned_lock_is_nobodys(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with lock(tmp_path):
        pass
    assert not (tmp_path / FILE).exists()
