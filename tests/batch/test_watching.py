import os
import signal
import time

import pytest
from tests.batch.runs import TEXTS, hashes, needs_posix, standing, start
from tests.batch.test_processes import QUICK

from translator.batch.watching import Settling


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_file_is_taken_up_when_it_has_stopped_changing(tmp_path, clock):
    path = tmp_path / "a.txt"
    path.write_text("Il")
    settling = Settling(2, clock=clock)
    settling.add([path])
    clock.now = 1.9
    assert settling.settled() == set()
    path.write_text("Il porto")
    clock.now = 2.5
    assert settling.settled() == set()
    clock.now = 4.4
    assert settling.settled() == set()
    clock.now = 4.5
    assert settling.settled() == {path}
    assert settling.settled() == set()


def test_a_file_that_is_gone_is_forgotten(tmp_path, clock):
    settling = Settling(1, clock=clock)
    settling.add([tmp_path / "none.txt"])
    clock.now = 2
    assert settling.settled() == set()
    assert settling._waiting == {}


def wait_until(process, condition):
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)


@needs_posix
def test_what_is_dropped_in_is_translated_once(tmp_path):
    source, output = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("porto.txt", "scuola.txt"):
        (source / name).write_text(TEXTS[name])
    process = start("watch", source, "-o", output, *QUICK, "--settle", "0.2")
    wait_until(process, lambda: len(hashes(output)) == 2)
    (source / "nuovo.txt").write_text("Il treno arriva.")
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "derby.txt").write_text(TEXTS["sport/derby.txt"])
    (tmp_path / "sport").rename(source / "sport")  # a folder moved in at once
    wait_until(process, lambda: len(hashes(output)) == 4)
    before = hashes(output)
    (source / "porto.txt").write_text(TEXTS["porto.txt"])  # the same again
    (source / "scuola.txt").write_text("La scuola chiude.")
    wait_until(process, lambda: hashes(output) != before)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 0, err
    done = [line.split("] ")[1].split(":")[0] for line in err.splitlines() if line.startswith("[")]
    assert sorted(done) == ["nuovo.txt", "porto.txt", "scuola.txt", "scuola.txt", "sport/derby.txt"]
    assert "Traceback" not in err
    assert sorted(standing(output)) == sorted(
        [".", "manifest.jsonl", "report.html", "sport", "sport/derby.it-en.txt"]
        + [f"{name}.it-en.txt" for name in ("nuovo", "porto", "scuola")]
    )


@needs_posix
def test_two_articles_for_one_output_do_not_end_the_watching(tmp_path):
    source, output = tmp_path / "in", tmp_path / "out"
    (tmp_path / "both").mkdir()
    source.mkdir()
    process = start("watch", source, "-o", output, *QUICK, "--settle", "0.2")
    assert "watching" in process.stderr.readline()
    for name in ("porto.txt", "porto.md"):
        (tmp_path / "both" / name).write_text(TEXTS["porto.txt"])
    (tmp_path / "both").rename(source / "both")
    wait_until(process, lambda: (output / "report.html").exists() and b"porto.txt" in (output / "report.html").read_bytes())
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert "both/porto.md: 3 segments" in err
    assert "failed output: both/porto.it-en.txt: is the translation of" in err


@needs_posix
def test_a_folder_that_is_watched_is_held(tmp_path):
    (tmp_path / "in").mkdir()
    process = start("watch", tmp_path / "in", "-o", tmp_path / "out", *QUICK)
    wait_until(process, (tmp_path / "out" / ".translator.lock").exists)
    second = start("watch", tmp_path / "in", "-o", tmp_path / "out", *QUICK)
    _, err = second.communicate()
    assert second.returncode == 1
    assert "another run" in err
    os.kill(process.pid, signal.SIGINT)
    process.communicate()
