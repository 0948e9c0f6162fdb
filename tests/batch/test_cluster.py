"""A real scheduler and real workers on the loopback interface."""

import os
import re
import signal
import subprocess
import sys

import pytest
from tests.batch.runs import command, hashes, needs_posix, start
from tests.batch.test_processes import QUICK, wait_for_manifest, write_articles

from translator.batch.manifest import Manifest

pytest.importorskip("distributed", reason="needs the extra 'cluster' (Dask)")
pytestmark = needs_posix


class Cluster:
    """A scheduler with workers of one thread each, as processes."""

    def __init__(self, folder):
        self._folder = folder
        self._processes = []
        self.scheduler = self._started("distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard")
        self.address = self._said(self.scheduler, r"Scheduler at: +(tcp://\S+)")

    def _started(self, module, *arguments):
        process = subprocess.Popen(
            [sys.executable, "-m", module, "--host", "127.0.0.1", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self._folder,
        )
        self._processes.append(process)
        return process

    @staticmethod
    def _said(process, pattern):
        for line in process.stderr:
            if found := re.search(pattern, line):
                return found[1]
        raise AssertionError(f"never said {pattern}")

    def add_worker(self):
        worker = self._started("distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        self._said(worker, r"(Registered to)")
        return worker

    def close(self):
        for process in reversed(self._processes):
            process.kill()
            process.communicate()


@pytest.fixture
def cluster(tmp_path_factory):
    made = Cluster(tmp_path_factory.mktemp("dask"))
    yield made
    made.close()


@pytest.fixture
def articles(tmp_path):
    write_articles(tmp_path / "in", 24)
    (tmp_path / "in" / "empty.txt").touch()
    return tmp_path


def batch(folder, output, *more):
    return ("batch", folder / "in", "-o", folder / output, *QUICK, *more)


def test_a_cluster_that_loses_a_worker_gives_what_a_local_run_gives(cluster, articles):
    workers = [cluster.add_worker(), cluster.add_worker()]
    process = start(*batch(articles, "out", "--scheduler", cluster.address))
    wait_for_manifest(articles, process)
    os.kill(workers[0].pid, signal.SIGKILL)
    _, err = process.communicate()
    assert process.returncode == 4, err
    assert "articles are sent to that cluster" in err
    assert "24 translated, 0 up to date, 1 failed" in err
    assert Manifest(articles / "out").records["empty.txt"].error == "input-empty"
    local = subprocess.run(command(*batch(articles, "local")), capture_output=True, text=True, check=False)
    assert local.returncode == 4
    assert hashes(articles / "out") == hashes(articles / "local")
    again = subprocess.run(command(*batch(articles, "local", "--scheduler", cluster.address)), capture_output=True, check=False)
    assert b"24 up to date" in again.stderr


def test_a_run_whose_scheduler_is_lost_ends_and_can_be_resumed(cluster, articles):
    cluster.add_worker()
    process = start(*batch(articles, "out", "--scheduler", cluster.address))
    wait_for_manifest(articles, process)
    cluster.scheduler.kill()
    _, err = process.communicate()
    assert process.returncode == 1, err
    assert re.search(r"^Error: .*run the same command again to go on \[cluster\]$", err, re.MULTILINE)
    assert hashes(articles / "out")
    resumed = subprocess.run(command(*batch(articles, "out")), capture_output=True, text=True, check=False)
    assert resumed.returncode == 4
    assert " 1 failed" in resumed.stderr


def test_an_address_without_a_scheduler_is_one_line(articles):
    done = subprocess.run(
        command(*batch(articles, "out", "--scheduler", "nothing://here")), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Error: nothing://here: no address of a Dask scheduler")
