"""What the tests of batches share: small articles, runs in this process, and runs in processes of their own."""

import hashlib
import os
import subprocess
import sys
from collections import deque

import pytest

from translator.batch.job import Job, Settings
from translator.batch.progress import ArticleEnded
from translator.batch.runner import Options, Runner
from translator.batch.work import Recipe, Workbench, attempt
from translator.translation import Decoding

TEXTS = {
    "porto.txt": "Il porto di Valdora riapre\n\nIl ministro è a Mosca. La nave parte.\n",
    "sport/derby.txt": "La squadra vince.\n\nLa partita è finita tardi.\n",
    "sport/tennis.txt": "La finale sarà a Parigi.\n",
    "scuola.txt": "La scuola riapre lunedì.\n",
}
BEAM = 1  # fast


class InlineCrew:
    """Translates in this process with the tests' open model, so that most tests need no processes of their own."""

    def __init__(self, recipe, decoder):
        self.bench = Workbench(recipe, {}, cores=1)
        self.bench._decoder = decoder
        self.waiting = deque()
        self.translated = []

    def room(self):
        return 2 - len(self.waiting)

    def submit(self, order, materials):
        self.bench.materials[order.materials] = materials
        self.waiting.append(order)

    def results(self, timeout):
        order = self.waiting.popleft()
        self.translated.append(order.name)
        return [attempt(order, self.bench)]

    def notes(self):
        return []

    def close(self, *, at_once):
        self.waiting.clear()


class Session:
    """Runs jobs in one folder in this process and keeps what they told."""

    def __init__(self, folder, decoder):
        self.folder = folder
        self.source = folder / "in"
        self.output = folder / "out"
        self.events = []
        self.translated = []
        self._decoder = decoder

    def job(self, **changes):
        quick = {"formats": ("txt",), "glossaries": (), "name_guard": False}
        settings = Settings(**{**quick, **changes.pop("settings", {})})
        usual = {
            "base": self.source,
            "inputs": (".",),
            "output": self.output,
            "model": "starter",
            "beam": BEAM,
            "memory": False,
        }
        return Job(**{**usual, "settings": settings, **changes})

    def run(self, job=None, **options):
        self.events = []
        runner = Runner(job or self.job(), Options(**options), self.events.append)
        decoding = Decoding(runner.job.beam, runner.job.max_pieces)
        memory = None if runner._memory is None else str(runner._memory)
        recipe = Recipe("starter", runner._model_sha256, decoding, runner.job.max_segments, memory)
        runner._crew = crew = InlineCrew(recipe, self._decoder if runner.job.beam == BEAM else None)
        with runner:
            summary = runner.run()
        self.translated = sorted(crew.translated)
        return summary

    def plan(self, job=None, **options):
        runner = Runner(job or self.job(), Options(**options), self.events.append)
        return runner.plan(runner.manifest())

    def errors(self):
        return {
            event.record.input: event.record.error
            for event in self.events
            if isinstance(event, ArticleEnded) and event.record.error
        }

    def notes(self):
        return [event.message for event in self.events if hasattr(event, "message")]

    def write(self, name, text):
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def glossary(self, *rows, name="desk.csv"):
        path = self.folder / name
        path.write_text("source,target,kind\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return str(path)


def standing(folder):
    """What a run could change: content, inode and time of every file and folder."""
    return {
        str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))
    }


def hashes(folder, pattern="*.it-en.*"):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob(pattern))
        if path.name[0] != "."
    }


def command(*arguments):
    return [sys.executable, "-m", "translator", *map(str, arguments)]


def start(*arguments, **options):
    """The command line in a process of its own."""
    return subprocess.Popen(
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,
    )


needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals and file modes are a Unix thing")
