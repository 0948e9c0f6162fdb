"""The contestants of ``engine.py``: commands that translate a file of Italian lines, each a process of its own.

Each writes the English lines. All use the same package, a beam of 4 and what else is their own default.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

BARE = """
import os, sys
import ctranslate2, sentencepiece
model, source, target, tuned = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    sentences = file.read().splitlines()
tokenizer = sentencepiece.SentencePieceProcessor(model_file=model + "/sentencepiece.model")
threads = {"inter_threads": len(os.sched_getaffinity(0)), "intra_threads": 1} if tuned == "tuned" else {}
batches = {"max_batch_size": 512, "batch_type": "tokens"} if tuned == "tuned" else {}
translator = ctranslate2.Translator(model + "/model", **threads)
results = translator.translate_batch(tokenizer.encode(sentences, out_type=str), beam_size=4, **batches)
with open(target, "w", encoding="utf-8") as file:
    for result in results:
        print(tokenizer.decode(result.hypotheses[0]), file=file)
"""
# Its splitter into sentences would download a model; the lines are sentences already.
ARGOS = """
import sys
from argostranslate import sbd, translate
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    sentences = file.read().splitlines()
translation = translate.get_translation_from_codes("it", "en")
with open(target, "w", encoding="utf-8") as file:
    for sentence in sentences:
        print(translation.translate(sentence), file=file)
"""
_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
# What can be turned off: what is left is the model, and what every text goes through.
PLAIN = ("--no-glossary", "--no-name-guard", "--no-remedies", "--no-memory")


@dataclass(frozen=True, slots=True)
class Contestant:
    """A way of translating: its name in the tables, the command, and where the English lines are after it."""

    name: str
    command: Sequence[str]
    target: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """The English, line by line."""
        return [line.removeprefix("- ") for line in self.target.read_text(encoding="utf-8").splitlines() if line.strip()]


class Arena:
    """The files of one text in a folder, and the commands that translate it."""

    def __init__(self, folder: Path, package: Path, lines: Sequence[str]) -> None:
        self.folder, self.package = folder, package
        folder.mkdir(parents=True, exist_ok=True)
        self.article = folder / "article.txt"
        self.article.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        self.source = folder / "lines.txt"
        self.source.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def ours(self, name: str, *options: str, kind: str = "txt") -> Contestant:
        """``translator translate`` with ``options``."""
        target = self.folder / f"ours.{kind}"
        command = [sys.executable, "-m", "translator", "translate", str(self.article), "--model", str(self.package)]
        command += ["--keep-boilerplate", "--force", "--quiet", "-o", str(target), *options]
        # Never the user's own models, records and memory.
        home = {name: str(self.folder / "home" / name) for name in _HOMES}
        return Contestant(name, command, target, home)

    def plain(self, name: str = "translator, .txt, no extras") -> Contestant:
        """``translator translate`` with all extras off."""
        return self.ours(name, *PLAIN)

    def bare(self, *, tuned: bool) -> Contestant:
        """One call of CTranslate2's ``translate_batch``, with its threads and batches set as ours are, or its defaults."""
        name = "bare CTranslate2, as we call it" if tuned else "bare CTranslate2, its defaults"
        target = self.folder / f"bare-{tuned}.txt"
        how = "tuned" if tuned else "default"
        command = [sys.executable, "-c", BARE, str(self.package), str(self.source), str(target), how]
        return Contestant(name, command, target)

    def argos(self) -> Contestant:
        """argostranslate.translate, sentence by sentence, in folders of its own with that one package."""
        installed = self.folder / "argos" / "packages"
        if not installed.exists():
            shutil.copytree(self.package, installed / self.package.name)
        home = {name: str(self.folder / "argos" / name) for name in _HOMES}
        home["ARGOS_PACKAGES_DIR"] = str(installed)
        target = self.folder / "argos.txt"
        return Contestant("argostranslate¹", [sys.executable, "-c", ARGOS, str(self.source), str(target)], target, home)
