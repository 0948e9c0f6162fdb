"""Where the processor's time goes on the way of one article, stage by stage, in one process."""

from __future__ import annotations

import datetime
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from translator import quality, reading, typography
from translator.glossary import Matcher, TermKind, find, find_names, shipped_names
from translator.pipeline import Translator, segment
from translator.translation import Decoder, translate
from translator.writing import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from translator.translation import Package


class Clock:
    """Seconds of processor time by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done inside for ``name``."""
        start = time.process_time()
        yield
        self.seconds[name] = time.process_time() - start


def stages(path: Path, package: Package) -> tuple[int, dict[str, float]]:
    """The number of segments of the article in ``path``, and the seconds of processor time of each stage."""
    clock = Clock()
    with clock.stage("reading"):
        article = reading.read(path, keep_boilerplate=True)
    with clock.stage("cutting into sentences"):
        article = segment(article)
    sources = [item.source for item in article.segments()]
    with clock.stage("loading the shipped glossaries"):
        matcher = Matcher([find(name) for name in shipped_names()])
    with clock.stage("finding terms"):
        matches = matcher.match_all(sources)
    with clock.stage("finding names"):
        covered = [[match.span for match in found] for found in matches]
        people = [[match.span for match in found if match.term.kind is TermKind.PERSON] for found in matches]
        find_names(sources, covered, people)
    with clock.stage("loading the model"):
        decoder = Decoder(package)
    with clock.stage("decoding"):
        results = translate(sources, [()] * len(sources), decoder)
    targets = [translation.target for translation, _ in results]
    with clock.stage("typography"):
        targets = [typography.finish(source, target)[0] for source, target in zip(sources, targets, strict=True)]
    with clock.stage("checks"):
        for source, (translation, _), target in zip(sources, results, targets, strict=True):
            quality.check_segment(source, target, score=translation.score)
    finished = Translator(glossaries=[], name_guard=False, decoder=decoder).translate(article)
    for name, title in (("txt", "writing .txt"), ("docx", "writing Word")):
        with clock.stage(title):
            render(finished, name, date=datetime.date(2026, 1, 1))
    return len(sources), clock.seconds
