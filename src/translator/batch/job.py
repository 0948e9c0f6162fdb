"""The job: what is to be translated, how, and where to. From a job file (TOML), or put together from the command line."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import TYPE_CHECKING

from translator.batch import values as kinds
from translator.batch.errors import JobError
from translator.batch.patterns import compiled
from translator.batch.values import DEFAULT_NAME
from translator.typography import Style, Variety
from translator.writing.docx.options import COLUMNS, LAYOUTS, ORIENTATIONS, PAPERS, DocxOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from translator.writing.docx.options import Column, Layout, Orientation, Paper

    _Kind = Callable[[object, Path], object]

MAX_SEGMENTS = 20_000
_MAX_BEAM = 64
_PIECES = range(16, 501)
_DOCUMENT = DocxOptions()


@dataclass(frozen=True, slots=True)
class Settings:
    """How one article is translated and written.

    ``glossaries`` are names of shipped ones or paths, earlier ones win; None for all that are shipped. ``abbreviations`` is
    the path of the user's own. ``layout``, ``columns``, ``paper``, ``orientation`` and ``protect`` are those of the Word
    document (:class:`DocxOptions`), ``english`` a :class:`Variety`.
    """

    formats: tuple[str, ...] = ("docx",)
    layout: Layout = _DOCUMENT.layout
    columns: tuple[Column, ...] = _DOCUMENT.columns
    paper: Paper = _DOCUMENT.paper
    orientation: Orientation | None = _DOCUMENT.orientation
    protect: bool = _DOCUMENT.protect
    english: str = Variety.AMERICAN
    glossaries: tuple[str, ...] | None = None
    name_guard: bool = True
    remedies: bool = True
    abbreviations: str | None = None
    keep_boilerplate: bool = False

    @property
    def document(self) -> DocxOptions:
        """How the Word document is made."""
        return DocxOptions(self.layout, self.columns, self.paper, self.orientation, self.protect)

    @property
    def style(self) -> Style:
        """The usage of English."""
        return Style(Variety(self.english))


@dataclass(frozen=True, slots=True)
class Rule:
    """Other settings for the articles whose place matches ``match``; ``changes`` are fields of :class:`Settings`."""

    match: str
    changes: Mapping[str, object]
    line: int = 0

    def applies_to(self, place: str) -> bool:
        """Whether ``place``, an article's path below the fixed part of its glob, is meant."""
        return compiled(self.match).fullmatch(place) is not None


@dataclass(frozen=True, slots=True)
class Job:
    """What a run does.

    ``base`` is the folder that ``inputs`` (globs, paths or folders) start from; ``output`` the folder written to, absolute.
    ``model`` is a reference for :func:`translator.translation.open_package`. ``memory``: whether to use the translation memory,
    or the path of its file; None for the user's own where it can be had. ``overrides`` are settings that win over everything
    (the command line's). ``source`` is the job file, for messages.
    """

    base: Path
    inputs: tuple[str, ...]
    output: Path
    name: str = DEFAULT_NAME
    settings: Settings = field(default_factory=Settings)
    rules: tuple[Rule, ...] = ()
    overrides: Mapping[str, object] = field(default_factory=dict)
    model: str | None = None
    beam: int = 4
    max_pieces: int = 120
    strict: bool = False
    max_segments: int = MAX_SEGMENTS
    memory: bool | str | None = None
    source: str = ""

    def settings_for(self, place: str) -> Settings:
        """The settings of the article at ``place``: the job's, changed by the rules that match, in order, and by overrides."""
        changes: dict[str, object] = {}
        for rule in self.rules:
            if rule.applies_to(place):
                changes.update(rule.changes)
        return replace(self.settings, **{**changes, **self.overrides})  # type: ignore[arg-type]  # checked when read


def template() -> str:
    """A job file with all keys, explained."""
    return (files("translator") / "batch" / "job.toml").read_text(encoding="utf-8")


def load_job(path: Path) -> Job:
    """The job in the file ``path``; what it names is looked for from its folder. Raises :class:`JobError`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise JobError(f"{path}: cannot read the job file ({error.strerror}); 'translator batch init' writes one") from error
    except UnicodeDecodeError as error:
        raise JobError(f"{path}: not UTF-8; save the job file as plain text in UTF-8") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise JobError(f"{path}: not TOML: {error}; texts stand in double quotes, lists in square brackets") from error
    return _Reader(path, text).job(table)


class _Reader:
    """Reads one job file; ``text`` is for finding the lines of keys, which the TOML reader does not give."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._base = path.resolve().parent
        self._lines = text.splitlines()

    def job(self, table: Mapping[str, object]) -> Job:
        values = self._values(
            {key: value for key, value in table.items() if key != "rule"}, {**_SETTING_KEYS, **_JOB_KEYS}, None
        )
        for needed in ("inputs", "output"):
            if needed not in values:
                raise JobError(f"{self._path}: the key {needed!r} is missing; {_EXAMPLES[needed]}")
        settings = Settings(**{key: values.pop(key) for key in _SETTING_KEYS if key in values})  # type: ignore[arg-type]
        return Job(
            base=self._base,
            output=self._base / str(values.pop("output")),
            settings=settings,
            rules=tuple(self._rules(table.get("rule", []))),
            source=str(self._path),
            **values,  # type: ignore[arg-type]
        )

    def _rules(self, tables: object) -> list[Rule]:
        if not isinstance(tables, list) or not all(isinstance(item, dict) for item in tables):
            raise self._error("rule", None, "is written as a table of its own: [[rule]] on one line, then its keys")
        rules = []
        for number, table in enumerate(tables):
            values = self._values(table, {"match": kinds.glob, **_SETTING_KEYS}, number)
            line = self._line("match", number)
            if "match" not in values:
                raise JobError(f"{self._path}, line {line}: [[rule]] has no key 'match'; {_EXAMPLES['match']}")
            match = str(values.pop("match"))
            if not values:
                raise JobError(f"{self._path}, line {line}: [[rule]] {match!r} changes nothing; add formats, glossaries, …")
            rules.append(Rule(match, values, line))
        return rules

    def _values(self, table: Mapping[str, object], known: Mapping[str, _Kind], rule: int | None) -> dict[str, object]:
        values = {}
        for key, value in table.items():
            if key not in known:
                raise self._error(key, rule, self._unknown(key, known))
            try:
                values[key] = known[key](value, self._base)
            except ValueError as error:
                raise self._error(key, rule, str(error)) from error
        return values

    @staticmethod
    def _unknown(key: str, known: Mapping[str, _Kind]) -> str:
        near = difflib.get_close_matches(key, known, 1)
        if near:
            return f"is not a key that is known here; did you mean {near[0]!r}?"
        return f"is not a key that is known here; known are {', '.join(sorted(known))}"

    def _error(self, key: str, rule: int | None, message: str) -> JobError:
        return JobError(f"{self._path}, line {self._line(key, rule)}: {key} {message}")

    def _line(self, key: str, rule: int | None) -> int:
        """The line on which ``key`` is set: at the top of the file, or in the rule of that number."""
        wanted = re.compile(rf"""\s*(?:["']?{re.escape(key)}["']?\s*[=.]|\[+\s*["']?{re.escape(key)}["']?\s*[\].])""")
        seen, inside = -1, rule is None
        header = 1
        for number, line in enumerate(self._lines, 1):
            if re.match(r"\s*\[\[\s*rule\s*\]\]", line) and key != "rule":
                seen += 1
                inside = seen == rule
                header = number if inside else header
            elif inside and wanted.match(line):
                return number
        return header


_SETTING_KEYS: dict[str, _Kind] = {
    "formats": kinds.formats,
    "layout": kinds.choice(LAYOUTS),
    "columns": kinds.choices(COLUMNS),
    "paper": kinds.choice(PAPERS),
    "orientation": kinds.choice(ORIENTATIONS),
    "protect": kinds.flag,
    "english": kinds.choice(tuple(Variety)),
    "glossaries": kinds.glossaries,
    "name_guard": kinds.flag,
    "remedies": kinds.flag,
    "abbreviations": kinds.file,
    "keep_boilerplate": kinds.flag,
}
_JOB_KEYS: dict[str, _Kind] = {
    "inputs": kinds.globs,
    "output": kinds.text,
    "name": kinds.name,
    "model": kinds.model,
    "beam": kinds.whole(1, _MAX_BEAM),
    "max_pieces": kinds.whole(_PIECES.start, _PIECES.stop - 1),
    "strict": kinds.flag,
    "max_segments": kinds.whole(1, None),
    "memory": kinds.memory,
}
_EXAMPLES = {
    "inputs": 'add, for example: inputs = ["articles/**/*.txt"]',
    "output": 'add, for example: output = "translated"',
    "match": 'add, for example: match = "sport/*"',
}
