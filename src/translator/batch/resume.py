"""What is still to be done: an article is passed over when nothing that decides its outputs has changed, and they stand there.

Everything goes by content. A change of a glossary counts only if the matches in the article changed, which is found by reading
and matching it, without a model.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import translator
from translator.batch.errors import OutputChangedError
from translator.batch.manifest import DONE, FAILED, ManifestRecord, Record, sha256
from translator.batch.plan import read_input
from translator.errors import InputError, OutputError, TranslatorError
from translator.reading.files import printable
from translator.writing import check_place, output_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from translator.batch.job import Job
    from translator.batch.manifest import Manifest
    from translator.batch.materials import Materials
    from translator.batch.plan import Task
    from translator.writing.docx.options import DocxOptions

# The parts of a recipe in words, in the order in which a change is looked for.
_PARTS = {
    "version": "the tool changed",
    "model": "the model changed",
    "decoding": "the decoding changed",
    "name_guard": "the name guard changed",
    "remedies": "the use of remedies changed",
    "abbreviations": "the abbreviations changed",
    "keep_boilerplate": "keep_boilerplate changed",
    "document": "the layout of the Word document changed",
    "english": "the usage of English changed",
    "memory": "the use of the memory changed",
    "formats": "the formats changed",
}


class Action(StrEnum):
    """What a run does about an article."""

    SKIP = "skip"
    RUN = "run"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done about a task, and why; ``error`` where it is refused."""

    task: Task
    action: Action
    reason: str
    size: int = 0
    error: TranslatorError | None = None


def recipe(job: Job, materials: Materials, model_sha256: str) -> dict[str, str]:
    """What decides an article's outputs besides its text and its terms."""
    settings = materials.settings
    return {
        "version": translator.__version__,
        "model": model_sha256,
        "decoding": f"beam:{job.beam}|max-pieces:{job.max_pieces}",
        "name_guard": _switch(on=settings.name_guard),
        "remedies": _switch(on=settings.remedies),
        "abbreviations": materials.abbreviations_sha256,
        "keep_boilerplate": _switch(on=settings.keep_boilerplate),
        "document": _document(settings.document),
        "english": str(settings.style),
        "memory": job.memory if isinstance(job.memory, str) else _switch(on=bool(job.memory)),
        "formats": " ".join(settings.formats),
    }


def _document(options: DocxOptions) -> str:
    return "|".join(
        [options.layout, ",".join(options.columns), options.paper, options.orientation or "", _switch(on=options.protect)]
    )


def _switch(*, on: bool) -> str:
    return "on" if on else "off"


class Resumption:
    """Compares ``tasks`` with what the ``manifest`` says and what stands in the output folder.

    ``force``: outputs that were changed may be overwritten.
    """

    def __init__(self, job: Job, manifest: Manifest, tasks: Collection[Task], *, model_sha256: str, force: bool) -> None:
        self._job = job
        self._manifest = manifest
        self._paths = {str(task.path) for task in tasks}
        self._model_sha256 = model_sha256
        self._force = force

    def decide(self, task: Task, materials: Materials) -> Decision:
        """What to do about ``task``, whose settings are those of ``materials``."""
        if task.error is not None:
            return Decision(task, Action.REFUSE, "cannot be read", error=task.error)
        standing = {self._manifest.name(path): _digest(path) for _, path in task.outputs}
        reason = next(self._reasons(task, standing, materials), "")
        error = self._obstacle(task, standing)
        if error is not None:
            return Decision(task, Action.REFUSE, reason or "an output was changed", _size(task), error)
        if not reason:
            written = self._manifest.records[task.input].outputs
            replaced = next((name for name, digest in standing.items() if digest != written[name]), None)
            reason = "" if replaced is None else f"an output is not the last one written ({replaced})"
        return Decision(task, Action.RUN if reason else Action.SKIP, reason or "up to date", _size(task))

    def _reasons(self, task: Task, standing: Mapping[str, str | None], materials: Materials) -> Iterator[str]:
        """Why the article has to be translated, the cheapest to find first; whose the outputs are is not looked at."""
        record = self._manifest.records.get(task.input)
        if record is None:
            yield "new"
            return
        if record.state == FAILED and record.error != OutputChangedError.code:
            yield f"failed before ({record.error})"
        now = recipe(self._job, materials, self._model_sha256)
        yield from (words for part, words in _PARTS.items() if record.recipe.get(part) != now[part])
        if standing.keys() != record.outputs.keys():
            yield "the outputs are called otherwise"
        yield from (f"an output is missing ({name})" for name, digest in standing.items() if digest is None)
        digest = _digest(task.path)
        if digest is None:
            yield "the article cannot be read any more"
        elif digest != record.input_sha256:
            yield "the article changed"
        if not self._same_terms(task, record, materials):
            yield "the terms that match changed"

    def _same_terms(self, task: Task, record: Record, materials: Materials) -> bool:
        if materials.glossaries_sha256 == record.glossaries_sha256:
            return True
        from translator.batch import work  # noqa: PLC0415 - brings the whole pipeline

        most = self._job.max_segments
        try:
            data = read_input(task, most=work.most_file_bytes(task.path.suffix, most))
            order = work.Order(0, task.path.name, task.path.suffix, data, 0, output_date())
            article = work.read_order(order, materials, max_segments=most)
        except InputError:
            return False
        return materials.terms_sha256(article) == record.terms_sha256

    def _obstacle(self, task: Task, standing: Mapping[str, str | None]) -> OutputError | None:
        """Why the outputs must not be written."""
        ours = ManifestRecord(self._manifest)
        for _, path in task.outputs:
            name = self._manifest.name(path)
            digest = standing[name]
            known = digest is None or self._manifest.wrote(name, digest) or ours.is_unchanged(path)
            if not known and not self._force:
                return output_changed(name)
            other = self._other_article(name)
            if other:
                return OutputError(f"{printable(name)}: is the translation of {printable(other)}; choose another output folder")
            try:
                check_place(path, force=True)
            except OutputError as error:
                return error
        return None

    def _other_article(self, name: str) -> str:
        """The path of an article outside this plan whose translation the output is; empty when there is none any more."""
        owner = self._manifest.owner(name)
        path = owner.path if owner else ""
        return path if path and path not in self._paths and os.path.lexists(path) else ""


def _digest(path: Path) -> str | None:
    """The SHA-256 of the file; None when there is none that can be read."""
    try:
        return sha256(path)
    except (OSError, ValueError):
        return None


def _size(task: Task) -> int:
    try:
        return task.path.stat().st_size
    except (OSError, ValueError):
        return 0


def output_changed(name: str) -> OutputChangedError:
    """The error for an output that somebody has changed, called ``name`` in the manifest."""
    return OutputChangedError(
        f"{printable(name)}: was changed since it was written, or is not ours; move it away, or overwrite it with --force"
    )


def settled(record: Record) -> Record:
    """The record of an article whose edited output is as it was again."""
    return replace(record, state=DONE, error="", message="")
