import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress

import pytest
from tests.models.server import CHANGED, ranged, slow, status, whole

from translator.models.record import record_path
from translator.translation import starter_package

NAME = "translate-it_en-1_5"


@pytest.fixture
def installed(packages, session_package, run):
    run("models", "install", session_package)
    return packages / NAME


def test_lists_the_starter_model(run, packages):
    assert run("models", "list").out.split("\t") == ["translate-it_en-starter", "0.2", "shipped", "21.6 MB\n"]


def test_lists_installed_models_first_and_warns_of_broken_ones(run, installed, packages):
    (packages / "it_en").mkdir()
    result = run("models", "list")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == [NAME, "translate-it_en-starter"]
    assert result.err.startswith("Warning: ")
    assert "it_en: not an Argos package" in result.err


def test_shows_what_a_model_is(run):
    out = run("models", "show", "starter").out
    for part in ("Italian → English", "sentencepiece.model", "⟦ ⟧", "sha256:", "MB"):
        assert part in out


def test_an_unknown_model_is_one_line(run):
    assert run("models", "show", "none", status=1).err.count("\n") == 1


def test_installs_a_file_and_uses_it(run, packages, session_package, article_file):
    result = run("models", "install", session_package)
    assert result.out == f"{packages / NAME}\n"
    assert result.err.startswith(f"Installed {NAME} 1.5 (sha256 of the file: ")
    out = run("translate", article_file, "-q", "-o", "-", "-f", "json").out
    assert NAME in out


def test_says_which_model_is_used_if_there_are_several(run, installed, tmp_path):
    copies = {}
    for version in ("1.4", "1.6"):
        folder = tmp_path / f"translate-it_en-{version.replace('.', '_')}"
        shutil.copytree(starter_package().location, folder)
        metadata = json.dumps({"from_code": "it", "to_code": "en", "package_version": version})
        (folder / "metadata.json").write_text(metadata)
        copies[version] = tmp_path / f"{version}.argosmodel"
        run("models", "export", folder, copies[version])
    assert f"goes on using {NAME} 1.5" in run("models", "install", copies["1.4"]).err
    assert f"still installed: {NAME} 1.5, translate-it_en-1_4 1.4" in run("models", "install", copies["1.6"]).err


@pytest.mark.parametrize(
    ("arguments", "exit_status", "says"),
    [
        pytest.param(["es", "en"], 1, "es→en: this tool translates Italian articles into English", id="another-pair"),
        pytest.param(["en", "it"], 1, "install it en", id="other-direction"),
        pytest.param(["it"], 1, "give a .argosmodel file, or 'it en'", id="half-a-pair"),
        pytest.param(["none.argosmodel"], 1, "no such file", id="no-file"),
        pytest.param(["https://example.org/a.argosmodel"], 1, "is an address", id="address"),
        pytest.param(["it", "en", "now"], 2, "takes 'it en', or one file", id="three"),
        pytest.param([], 2, "Missing argument", id="none"),
        pytest.param(["it", "en", "--sha256", "12"], 2, "64 hexadecimal digits", id="short-hash"),
    ],
)
def test_what_cannot_be_installed(run, packages, arguments, exit_status, says):
    result = run("models", "install", *arguments, status=exit_status)
    assert says in result.err
    assert result.out == ""


def test_installs_from_the_index_with_lines_of_progress(run, server, index, session_package, packages):
    server.pages["/a"] = whole(session_package.read_bytes())
    index(f"{server.address}/a")
    result = run("models", "install", "it", "en")
    assert result.out == f"{packages / NAME}\n"
    lines = result.err.splitlines()
    assert lines[:2] == [f"Asking {server.address}/index.json", f"Downloading {server.address}/a"]
    assert sum("%" in line for line in lines) == 11
    assert "(100 %)" in lines[-2]
    assert "installed already" in run("models", "install", "it", "en").err
    assert run("models", "verify", NAME).out == f"{NAME}\tok\t5 files, as on {_date()}, from {server.address}/a\n"


def test_without_a_connection_it_is_one_line(run, packages):
    result = run("models", "install", "it", "en", status=1)
    assert result.err.splitlines()[1].startswith("Error: http://127.0.0.1:1/index.json: cannot be reached")
    assert "translator models install FILE" in result.err


def test_a_server_that_fails_is_one_line(run, server, index, session_package):
    data = session_package.read_bytes()
    server.pages["/a"] = [ranged(data, cut=1000), status(500)]
    index(f"{server.address}/a")
    error = run("models", "install", "it", "en", status=1).err.splitlines()[-1]
    kept = "what was downloaded is kept; run the command again to go on"
    assert error == f"Error: {server.address}/a: answers 500 Internal Server Error; {kept} [model-download]"


@pytest.mark.skipif(os.name != "posix", reason="the interrupt is sent as a signal")
def test_an_interrupted_download_leaves_only_the_part(server, index, session_package, packages, downloads, tmp_path, run):
    data = session_package.read_bytes()
    half = threading.Event()

    def stop_in_the_middle(handler, running):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.send_header("Last-Modified", CHANGED)
        handler.end_headers()
        handler.wfile.write(data[: len(data) // 2])
        handler.wfile.flush()
        half.set()
        running.stopping.wait()

    server.pages["/a"] = stop_in_the_middle
    index(f"{server.address}/a")
    environment = os.environ | {"ARGOS_PACKAGES_DIR": str(packages), "ARGOS_PACKAGE_INDEX": f"{server.address}/"}
    command = [sys.executable, "-m", "translator", "models", "install", "it", "en"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert half.wait(60)
        while not any("(3" in line for line in [process.stderr.readline()]):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 130, err
    assert out == ""
    assert "run the command again to go on" in err
    assert downloads() == [f"{NAME}.part"]
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]
    assert list(packages.iterdir()) == []
    server.pages["/a"] = ranged(data)
    run("models", "install", "it", "en")
    assert server.ranges("/a")[-1].startswith("bytes=")
    assert downloads() == []


def test_a_terminal_shows_a_bar(server, index, session_package, packages):
    pty = pytest.importorskip("pty", reason="terminals of this kind are on POSIX systems")
    server.pages["/a"] = slow(session_package.read_bytes())
    index(f"{server.address}/a")
    environment = os.environ | {
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_PACKAGE_INDEX": f"{server.address}/",
        "TERM": "xterm",
        "COLUMNS": "100",
    }
    command = [sys.executable, "-m", "translator", "models", "install", "it", "en"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=theirs, text=True) as process:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # the end of a terminal
            while data := os.read(ours, 65536):
                shown += data
        os.close(ours)
        assert process.stdout.read() == f"{packages / NAME}\n"
    assert process.returncode == 0
    assert f"Downloading {server.address}/a".encode() in shown
    assert b"MB" in shown
    assert "━".encode() in shown


def test_a_changed_model_is_found(run, installed):
    assert run("models", "verify").out.splitlines()[0].startswith(f"{NAME}\tok\t5 files, as on {_date()}, from ")
    (installed / "model" / "config.json").write_text("{}")
    result = run("models", "verify", NAME, status=1)
    assert result.out == f"{NAME}\tchanged\tmodel/config.json\n"
    assert f"models verify {NAME} --accept" in result.err
    assert run("models", "verify", NAME, "--accept").out.startswith(f"{NAME}\tok\t")
    assert run("models", "verify", NAME).out.startswith(f"{NAME}\tok\t")


def test_a_model_of_another_program_is_not_on_record(run, packages):
    shutil.copytree(starter_package().location, packages / "it_en")
    assert run("models", "verify", "it_en").out.startswith("it_en\tnot recorded\t")


def test_accepting_takes_a_name(run, packages):
    assert "give NAME" in run("models", "verify", "--accept", status=2).err


def test_removes_without_asking_if_told(run, installed, packages):
    assert "--yes" in run("models", "remove", NAME, status=2).err
    assert run("models", "remove", NAME, "--yes").out == f"{installed}\n"
    assert list(packages.iterdir()) == []


@pytest.mark.parametrize(("answer", "exit_status"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 130)])
def test_asks_on_a_terminal_before_removing(run, installed, monkeypatch, answer, exit_status):
    class Terminal:
        encoding = "utf-8"
        errors = "strict"
        lines = [answer] if answer else []

        def isatty(self):
            return True

        def readline(self, *_):
            return self.lines.pop() if self.lines else ""

    monkeypatch.setattr(sys, "stdin", Terminal())
    run("models", "remove", NAME, status=exit_status)
    assert installed.exists() == (exit_status != 0)


@pytest.mark.parametrize("name", ["starter", "none", ".."])
def test_what_is_not_installed_is_not_removed(run, packages, name):
    assert run("models", "remove", name, "--yes", status=1).err.count("\n") == 1


def test_exports_and_says_how_to_check(run, packages, tmp_path):
    path = tmp_path / "a.argosmodel"
    result = run("models", "export", "starter", path)
    assert result.out == f"{path}\n"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"--sha256 {digest}" in result.err
    assert "--force" in run("models", "export", "starter", path, status=1).err
    run("models", "install", path, "--sha256", digest)
    assert "argosmodel" in run("models", "export", "starter", tmp_path / "a.zip", status=2).err


@pytest.mark.parametrize("name", ["install", "verify", "remove", "export"])
def test_help(run, name):
    assert f"Usage: translator models {name}" in run("models", name, "--help").out


def _date():
    return next(iter(json.loads(record_path().read_text())["installed"].values()))["date"]
