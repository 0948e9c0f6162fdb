"""Several processes at one translation memory."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from tests.translation.memory_samples import entry, key

from translator.errors import MemoryStoreError
from translator.translation.memory.store import MachineKey, Memory

WORKER = """
import sys
from datetime import datetime, timedelta, UTC
from pathlib import Path
from translator.translation.memory.store import Accepted, MachineKey, Memory
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
with Memory(path, timeout=300) as memory:
    for number in range(count):
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        memory.accept([Accepted(f"Frase {number} di {name}.", f"{name} {number}", moment)])
        memory.accept([Accepted("Frase di tutti.", f"{name} {number}", moment)])
        memory.remember({MachineKey(f"Frase {number}.", name, ""): str(number)})
        assert memory.accepted([f"Frase {number} di {name}."])
        print(number, flush=True)
    print(*memory.notes, file=sys.stderr, sep="\\n", end="")
"""


@pytest.fixture
def start():
    """Start a process that waits for a line before it opens the memory; all are ended at last."""
    running = []

    def begin(path, name, count):
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), name, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def go(processes):
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()


def ended(processes):
    """The error outputs, after all have ended well."""
    outputs = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), outputs
    return outputs


def test_nothing_is_lost_when_four_processes_write_at_once(tmp_path, start):
    path = tmp_path / "new" / "memory.sqlite3"  # which all of them begin at the same time
    names = "ABCD"
    processes = [start(path, name, 200) for name in names]
    go(processes)
    assert ended(processes) == [""] * 4
    with Memory(path) as memory:
        sources = [f"Frase {number} di {name}." for name in names for number in range(200)]
        assert memory.accepted(sources).keys() == set(sources)
        assert len(memory.history("Frase di tutti.")) == 800
        assert memory.accepted(["Frase di tutti."])["Frase di tutti."].target.endswith(" 199")
        assert memory.stats().models == dict.fromkeys(names, 200)
        keys = [MachineKey(f"Frase {number}.", name, "") for name in names for number in range(200)]
        assert memory.recall(keys).keys() == set(keys)
        assert memory.notes == ()


def test_one_damaged_file_is_set_aside_once_by_all_who_find_it(tmp_path, start):
    path = tmp_path / "memory.sqlite3"
    path.write_bytes(b"\xa5" * 50_000)
    path.chmod(0o600)
    processes = [start(path, name, 20) for name in "ABC"]
    go(processes)
    notes = "".join(ended(processes))
    assert len(re.findall("was damaged", notes)) == 1
    with Memory(path) as memory:
        assert memory.stats().accepted == 61
        assert len(memory.stats().set_aside) == 1


def test_a_process_that_is_killed_leaves_all_that_it_had_finished(tmp_path, start):
    path = tmp_path / "memory.sqlite3"
    process = start(path, "A", 100_000)
    go([process])
    finished = [process.stdout.readline().strip() for _ in range(30)]
    process.kill()
    process.wait()
    with Memory(path) as memory:
        assert memory.notes == ()
        sources = [f"Frase {number} di A." for number in finished]
        assert memory.accepted(sources).keys() == set(sources)


def test_a_memory_locked_for_long_is_a_clear_error(tmp_path):
    path = tmp_path / "memory.sqlite3"
    with Memory(path, timeout=0.05) as memory, closing(sqlite3.connect(path, isolation_level=None)) as other:
        memory.accept([entry()])
        memory.remember({key(): "1"})
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MemoryStoreError, match=r"locked for 0\.05 s; wait"):
            memory.accept([entry("Altro.", "Other.")])
        # Reading goes on.
        assert memory.accepted([entry().source])
        assert memory.recall([key()]) == {key(): "1"}
        other.execute("ROLLBACK")
        memory.accept([entry("Altro.", "Other.")])
        assert memory.accepted(["Altro."])


def test_a_memory_locked_altogether_cannot_be_opened(tmp_path):
    path = tmp_path / "memory.sqlite3"
    Memory(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MemoryStoreError, match="locked"):
            Memory(path, timeout=0.05)
