"""Finished articles to their places, and into the manifest: done by one process, in whatever processes they were translated."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.batch.errors import OutputChangedError
from translator.batch.manifest import DONE, FAILED, ManifestRecord, Record
from translator.batch.plan import RESERVED
from translator.batch.resume import output_changed
from translator.errors import OutputError, TranslatorError
from translator.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from translator.batch.manifest import Manifest
    from translator.batch.plan import Task
    from translator.batch.work import Outcome

# How :func:`translator.writing.write_file` calls a file until it is whole.
_TEMPORARY = re.compile(r"\.(.{1,40})\.[a-z0-9_]{8}\.tmp", re.DOTALL)


class Store:
    """Writes what comes of tasks; ``force``: also over outputs that somebody has changed."""

    def __init__(self, manifest: Manifest, *, force: bool) -> None:
        self.manifest = manifest
        self._force = force

    def save(
        self, task: Task, outcome: Outcome, *, input_sha256: str, recipe: Mapping[str, str], glossaries_sha256: str
    ) -> Record:
        """Put the outputs of an article in their places; what prevents that is in the record.

        Raises :class:`OutputError` only when the manifest itself cannot be written.
        """
        if outcome.error is not None:
            return self.fail(task, outcome.error, input_sha256=input_sha256, seconds=outcome.seconds)
        outputs = dict(outcome.outputs)
        digests = {self.manifest.name(path): hashlib.sha256(outputs[name]).hexdigest() for name, path in task.outputs}
        ours = ManifestRecord(self.manifest)
        changed = next((path for _, path in task.outputs if path.exists() and not ours.is_unchanged(path)), None)
        if changed is not None and not self._force:
            return self.fail(task, output_changed(self.manifest.name(changed)), input_sha256=input_sha256)
        self.manifest.announce(task.input, digests)
        try:
            for name, path in task.outputs:
                write_file(path, outputs[name], force=self._force, record=ours)
        except OutputError as error:
            return self.fail(task, error, input_sha256=input_sha256, seconds=outcome.seconds)
        record = Record(
            input=task.input,
            state=DONE,
            path=str(task.path),
            input_sha256=input_sha256,
            outputs=digests,
            signature=outcome.signature,
            segments=outcome.segments,
            terms=outcome.terms,
            findings=outcome.findings,
            seconds=outcome.seconds,
            notes=outcome.notes,
            recipe=recipe,
            terms_sha256=outcome.terms_sha256,
            glossaries_sha256=glossaries_sha256,
        )
        self.manifest.put(record)
        return record

    def fail(self, task: Task, error: TranslatorError, *, input_sha256: str = "", seconds: float = 0.0) -> Record:
        """Note that an article failed; what was written for it earlier stays known."""
        before = self.manifest.records.get(task.input)
        record = Record(
            input=task.input,
            state=FAILED,
            path=str(task.path),
            input_sha256=input_sha256,
            outputs=before.outputs if before else {},
            seconds=seconds,
            error=error.code,
            message=str(error),
        )
        if isinstance(error, OutputChangedError) and before is not None and before.recipe:
            # Should the output be put back as it was, the article is up to date again.
            record = replace(before, state=FAILED, error=error.code, message=str(error))
        self.manifest.put(record)
        return record


def leftovers(outputs: Iterable[Path], folder: Path) -> list[Path]:
    """The temporary files that a killed run left where ``outputs`` go, and in the output ``folder`` itself."""
    expected: dict[Path, set[str]] = {folder: {name[:40] for name in RESERVED}}
    for path in outputs:
        expected.setdefault(path.parent, set()).add(path.name[:40])
    return [path for place, names in expected.items() for path in _temporary(place, names)]


def _temporary(folder: Path, names: Collection[str]) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if path.name.startswith(".")]
    except OSError:
        return []
    return sorted(path for path in files if (found := _TEMPORARY.fullmatch(path.name)) and found[1] in names)
