"""The manifest: what became of every article, one JSON object a line, in ``manifest.jsonl`` in the output folder.

While a run is at work it only appends, so that a process killed at any moment loses nothing that was finished: before the
outputs of an article are put in their places a line says which bytes will stand there (``"state": "writing"``), afterwards a
line says that it is done. The last line of an article counts. At the end the file is rewritten with one line an article.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import IO, TYPE_CHECKING

from translator.errors import OutputError
from translator.writing import OutputRecord, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "manifest.jsonl"
VERSION = 1
DONE, FAILED, _WRITING = "done", "failed", "writing"


@dataclass(frozen=True, slots=True)
class Record:
    """One article's line.

    ``input`` names the article, ``path`` is where it was; ``outputs`` are the files that were last written for it, below the
    output folder, and their SHA-256; ``earlier_outputs`` those of other formats or names, written before. ``recipe`` is what
    decides a translation besides the article and its terms, ``terms_sha256`` a hash over the matches of glossary terms,
    ``glossaries_sha256`` one over all terms in use. ``terms`` and ``findings`` count by status and code. ``seconds`` is the
    time of the translation. ``error`` is the code of what failed, ``message`` its one line; ``notes`` what the user should
    know about the reading.
    """

    input: str
    state: str
    path: str = ""
    input_sha256: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    signature: str = ""
    segments: int = 0
    terms: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    error: str = ""
    message: str = ""
    notes: tuple[str, ...] = ()
    recipe: Mapping[str, str] = field(default_factory=dict)
    terms_sha256: str = ""
    glossaries_sha256: str = ""
    earlier_outputs: Mapping[str, str] = field(default_factory=dict)

    @property
    def missing_terms(self) -> int:
        """How many uses of glossary terms are not in the translation."""
        return self.terms.get("missing", 0)


class Manifest:
    """The manifest of the output folder ``folder``; nothing is written before :meth:`put` or :meth:`announce` is called.

    Raises :class:`OutputError` when the file is of a later version or cannot be read. Lines that are damaged (the last one of a
    run that was killed may be) are passed over; ``damaged`` counts them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE
        self.records: dict[str, Record] = {}
        self.damaged = 0
        self._announced: dict[str, dict[str, str]] = {}
        self._ours: dict[str, Counter[str]] = {}
        self._owners: dict[str, str] = {}
        self._file: IO[bytes] | None = None
        self._torn = False
        self._lines = 0
        self.stamp = self._stamp()
        self._load()

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def changed(self) -> bool:
        """Whether the file is another than the one that was read, or has grown since."""
        return self._stamp() != self.stamp

    def _load(self) -> None:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be read ({error.strerror}); check its permissions") from error
        self._torn = bool(data) and not data.endswith(b"\n")
        for line in data.splitlines():
            self._lines += 1
            try:
                value = json.loads(line)
                version = value.pop("manifest")
            except (ValueError, KeyError, AttributeError, TypeError):
                self.damaged += 1
                continue
            if version != VERSION:
                raise OutputError(f"{self.path}: written by another version of this tool (manifest {version}); use that one")
            self._take(value)

    def _take(self, value: dict[str, object]) -> None:
        record = _record(value)
        if record is None:
            self.damaged += 1
            return
        if record.state == _WRITING:
            self._announced.setdefault(record.input, {}).update(record.outputs)
        else:
            if record.state == DONE:
                self._announced.pop(record.input, None)
            self._set(record)

    def _set(self, record: Record) -> None:
        self._count(self.records.get(record.input), -1)
        self.records[record.input] = record
        self._count(record, 1)
        self._owners.update(dict.fromkeys(record.outputs, record.input))

    def _count(self, record: Record | None, by: int) -> None:
        if record is not None:
            for path, digest in (*record.outputs.items(), *record.earlier_outputs.items()):
                self._ours.setdefault(path, Counter())[digest] += by

    def name(self, path: Path) -> str:
        """How the manifest names an output: below the output folder, with ``/`` between folders."""
        return path.relative_to(self.folder).as_posix()

    def wrote(self, name: str, digest: str) -> bool:
        """Whether the file called ``name`` with that SHA-256 is as this tool wrote it, or was about to."""
        if self._ours.get(name, Counter())[digest] > 0:
            return True
        return any(announced.get(name) == digest for announced in self._announced.values())

    def owner(self, name: str) -> Record | None:
        """The record of the article whose output the file called ``name`` last was."""
        return self.records.get(self._owners.get(name, ""))

    def outputs(self) -> set[str]:
        """The names of all outputs that are known."""
        return {name for name, digests in self._ours.items() if digests.total() > 0}

    def announce(self, source: str, outputs: Mapping[str, str]) -> None:
        """Note that the ``outputs`` (names and SHA-256) of the article ``source`` are about to be put in their places."""
        self._announced.setdefault(source, {}).update(outputs)
        self._append({"input": source, "state": _WRITING, "outputs": dict(outputs)})

    def put(self, record: Record) -> bool:
        """Note what became of an article, unless the same stands there already; says whether it was new."""
        before = self.records.get(record.input)
        if before is not None:
            kept = {**before.earlier_outputs, **before.outputs}
            earlier = {name: digest for name, digest in kept.items() if name not in record.outputs}
            record = replace(record, earlier_outputs=earlier)
            settled = record.state == FAILED or record.input not in self._announced
            if settled and replace(before, seconds=record.seconds) == record:
                return False
        self._append(_line(record))
        if record.state == DONE:
            self._announced.pop(record.input, None)
        self._set(record)
        return True

    def _append(self, value: Mapping[str, object]) -> None:
        """Add a line and see it to the disk. Raises :class:`OutputError`."""
        try:
            if self._file is None:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._file = self.path.open("ab", buffering=0)
            line = (b"\n" if self._torn else b"") + _encoded(value)
            _write_whole(self._file, line)
        except OSError as error:
            self._torn = True
            raise OutputError(f"{self.path}: cannot be written ({error.strerror}); make room there and run again") from error
        self._torn = False
        self._lines += 1

    def close(self) -> bool:
        """End the writing; says whether anything had been written."""
        if self._file is None:
            return False
        self._file.close()
        self._file = None
        self.stamp = self._stamp()
        return True

    def tidy(self) -> None:
        """Leave one line an article, in order of names. Raises :class:`OutputError`."""
        lines = [_encoded(_line(record)) for _, record in sorted(self.records.items())]
        lines += [
            _encoded({"input": source, "state": _WRITING, "outputs": outputs})
            for source, outputs in sorted(self._announced.items())
        ]
        if len(lines) != self._lines or self.damaged:
            write_file(self.path, b"".join(lines), force=True, record=NoRecord())
            self._lines, self.damaged, self._torn = len(lines), 0, False
            self.stamp = self._stamp()


class NoRecord(OutputRecord):
    """For files that are this package's own business: nothing is remembered outside the output folder."""

    def remember(self, path: Path, data: bytes) -> None:
        """Nothing to do: the manifest has it."""


class ManifestRecord(NoRecord):
    """The manifest as the memory of what was written; what ``translator translate`` remembers counts as well."""

    def __init__(self, manifest: Manifest) -> None:
        super().__init__()
        self._manifest = manifest

    def is_unchanged(self, path: Path) -> bool:
        """Whether the file ``path`` is, byte for byte, what was last written there."""
        try:
            digest = sha256(path)
        except OSError:
            return False
        return self._manifest.wrote(self._manifest.name(path), digest) or super().is_unchanged(path)


def sha256(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal digits. Raises :class:`OSError`, also for what is no ordinary file."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
        raise OSError(errno.EINVAL, "not an ordinary file")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_whole(file: IO[bytes], data: bytes) -> None:
    """Write ``data`` to the unbuffered ``file`` and see it to the disk. Raises :class:`OSError`, also for a part written."""
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def _record(value: dict[str, object]) -> Record | None:
    """The record that a line holds; None when it holds none."""
    try:
        record = Record(**{**value, "notes": tuple(value.get("notes", ()))})  # type: ignore[arg-type]
    except TypeError:
        return None
    texts = (record.input, record.state)
    tables = (record.outputs, record.earlier_outputs, record.terms, record.findings, record.recipe)
    sound = all(isinstance(item, str) for item in texts) and all(isinstance(item, dict) for item in tables)
    return record if sound else None


def _line(record: Record) -> dict[str, object]:
    """The record without what is empty."""
    return {key: value for key, value in asdict(record).items() if value or key in {"input", "state", "segments"}}


def _encoded(value: Mapping[str, object]) -> bytes:
    line = {"manifest": VERSION, **value}
    try:
        return json.dumps(line, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a file name that is not UTF-8
        return json.dumps(line).encode() + b"\n"
