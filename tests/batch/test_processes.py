"""Whole runs in processes of their own, interrupted and killed."""

import json
import os
import random
import signal
import subprocess
import time

import pytest
from tests.batch.runs import command, hashes, needs_posix, standing, start

from translator.batch.lock import FILE

pytestmark = needs_posix
QUICK = ("-f", "txt", "--no-glossary", "--no-name-guard", "--no-memory", "--beam", "1", "--model", "starter")
SENTENCES = (
    "Il porto riapre dopo i lavori.",
    "La squadra vince la partita.",
    "La scuola chiude prima di sera.",
    "Il treno arriva.",
)


def write_articles(folder, number):
    folder.mkdir()
    for at in range(number):
        text = f"{SENTENCES[at % 4]} Sono passati {at} giorni.\n\n" + "\n\n".join([" ".join(SENTENCES)] * 6)
        (folder / f"{at:02}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def articles(tmp_path):
    write_articles(tmp_path / "in", 16)
    return tmp_path


def batch(folder, *more, output="out"):
    return ("batch", folder / "in", "-o", folder / output, *QUICK, *more)


def run(folder, *more, **options):
    return subprocess.run(command(*batch(folder, *more, **options)), capture_output=True, text=True, check=False)


def wait_for_manifest(folder, process, lines=1):
    path = folder / "out" / "manifest.jsonl"
    while process.poll() is None and not (path.exists() and path.read_bytes().count(b'"done"') >= lines):
        time.sleep(0.01)


def states(folder):
    lines = (folder / "out" / "manifest.jsonl").read_text().splitlines()
    return [json.loads(line)["state"] for line in lines]


def test_after_kills_a_run_goes_on_to_the_same_outputs(articles):
    undisturbed = run(articles, output="whole")
    assert undisturbed.returncode == 0, undisturbed.stderr
    whole = hashes(articles / "whole")
    assert len(whole) == 16
    chance = random.Random(11)  # noqa: S311 - not for secrets
    for kill in range(4):
        process = start(*batch(articles))
        wait_for_manifest(articles, process, lines=3 * kill + 1)
        time.sleep(chance.random() * 0.3)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        for name, digest in hashes(articles / "out").items():
            assert whole[name] == digest  # whatever stands there is complete
    last = run(articles)
    assert last.returncode == 0, last.stderr
    assert hashes(articles / "out") == whole
    assert states(articles) == ["done"] * 16
    assert [path.name for path in (articles / "out").rglob(".*")] == []


def test_one_interrupt_finishes_what_is_in_flight(articles):
    process = start(*batch(articles))
    wait_for_manifest(articles, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes
    _, err = process.communicate()
    assert process.returncode == 130, err
    assert "in flight" in err
    assert "not begun" in err
    assert "Traceback" not in err
    assert "KeyboardInterrupt" not in err
    finished = states(articles)
    assert set(finished) == {"done"}
    assert 1 <= len(finished) < 16
    assert len(hashes(articles / "out")) == len(finished)
    assert (articles / "out" / "report.html").exists()
    assert not (articles / "out" / FILE).exists()
    assert run(articles).returncode == 0
    assert states(articles) == ["done"] * 16


def test_a_second_interrupt_stops_at_once(articles):
    for path in sorted((articles / "in").iterdir())[1:]:
        path.write_text(path.read_text() * 50)  # so long that the first interrupt would take a while
    process = start(*batch(articles))
    wait_for_manifest(articles, process)
    process.send_signal(signal.SIGINT)
    told = ""
    while "in flight" not in told:
        told += process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "what was finished is kept" in told + err
    assert states(articles) == ["done"]
    assert not (articles / "out" / FILE).exists()


def test_a_second_run_in_the_same_folder_is_refused(articles):
    process = start(*batch(articles))
    wait_for_manifest(articles, process)
    os.killpg(process.pid, signal.SIGSTOP)  # or it may be done before the second one has even begun
    second = run(articles)
    os.killpg(process.pid, signal.SIGCONT)
    assert (second.returncode, second.stderr.count("\n")) == (1, 1)
    assert f"another run is at work in this folder (process {process.pid}" in second.stderr
    process.communicate()
    assert process.returncode == 0


def test_two_processes_write_what_one_writes(articles):
    one, two = run(articles), run(articles, "--workers", "2", output="two")
    assert one.returncode == two.returncode == 0
    assert hashes(articles / "out") == hashes(articles / "two")


def test_a_full_disk_is_one_line_and_loses_nothing(articles):
    resource = pytest.importorskip("resource", reason="limits are a Unix thing")
    done = subprocess.run(
        command(*batch(articles)),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)),
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in done.stderr
    finished = len(hashes(articles / "out"))
    assert 1 <= finished < 16
    resumed = run(articles)
    assert resumed.returncode == 0, resumed.stderr
    assert states(articles) == ["done"] * 16


def test_nothing_to_do_loads_no_model_and_writes_nothing(articles):
    assert run(articles).returncode == 0
    before = standing(articles / "out")
    code = (
        "import sys; from translator.cli import run;"
        f"status = run({[str(item) for item in batch(articles)]!r});"
        "print(status, 'ctranslate2' in sys.modules, 'sentencepiece' in sys.modules, 'multiprocessing' in sys.modules)"
    )
    done = subprocess.run([*command()[:1], "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0 False False False\n"
    assert "16 up to date" in done.stderr
    assert standing(articles / "out") == before
