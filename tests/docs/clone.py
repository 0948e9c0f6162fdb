"""A folder like a fresh clone, in which the commands of a page are run as they stand there."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.examples import ROOT

import translator


class Clone:
    """``folder`` holds the samples; ``translator`` is on the path; the user's own folders are new ones."""

    def __init__(self, folder):
        if shutil.which("sh") is None:
            pytest.skip("no POSIX shell")
        self.folder = folder / "clone"
        shutil.copytree(ROOT / "samples", self.folder / "samples")
        commands = folder / "bin"
        commands.mkdir()
        source = Path(translator.__file__).parents[1]
        (commands / "translator").write_text(
            f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(source))} exec {shlex.quote(sys.executable)} -m translator "$@"\n'
        )
        (commands / "translator").chmod(0o755)
        self._environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_STATE_HOME": str(folder / "state"),
        }

    def run(self, commands):
        """What the lines ``commands`` print; they must succeed."""
        done = subprocess.run(
            ["sh", "-e", "-c", commands],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr
