"""The job: what is to be translated, how, and where to. From a job file (TOML), or put together from the command line."""

from __future__ import annotations

import difflib
import re
import string
import tomllib
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from translator.batch.errors import JobError
from translator.batch.patterns import compiled
from translator.glossary import shipped_names
from translator.writing.docx_options import LAYOUTS, Layout
from translator.writing.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    _Kind = Callable[[object, Path], object]

DEFAULT_NAME = "{folder}/{stem}.it-en.{format}"
NAME_FIELDS = ("folder", "stem", "suffix", "format")
MAX_SEGMENTS = 20_000
_MAX_BEAM = 64
_PIECES = range(16, 501)


@dataclass(frozen=True, slots=True)
class Settings:
    """How one article is translated and written.

    ``glossaries`` are names of shipped ones or paths, earlier ones win; None for all that are shipped. ``abbreviations`` is
    the path of the user's own.
    """

    formats: tuple[str, ...] = ("docx",)
    layout: Layout = "table"
    glossaries: tuple[str, ...] | None = None
    name_guard: bool = True
    abbreviations: str | None = None
    keep_boilerplate: bool = False


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
    ``model`` is a reference for :func:`translator.translation.open_package`. ``memory``: use the translation memory.
    ``overrides`` are settings that win over everything (the command line's). ``source`` is the job file, for messages.
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
    memory: bool = False
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
        kinds = {**_SETTING_KEYS, **_JOB_KEYS}
        values = self._values({key: value for key, value in table.items() if key != "rule"}, kinds, None)
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
            values = self._values(table, {"match": _pattern, **_SETTING_KEYS}, number)
            line = self._line("match", number)
            if "match" not in values:
                raise JobError(f"{self._path}, line {line}: [[rule]] has no key 'match'; {_EXAMPLES['match']}")
            match = str(values.pop("match"))
            if not values:
                raise JobError(f"{self._path}, line {line}: [[rule]] {match!r} changes nothing; add formats, glossaries, …")
            rules.append(Rule(match, values, line))
        return rules

    def _values(self, table: Mapping[str, object], kinds: Mapping[str, _Kind], rule: int | None) -> dict[str, object]:
        values = {}
        for key, value in table.items():
            if key not in kinds:
                raise self._error(key, rule, self._unknown(key, kinds))
            try:
                values[key] = kinds[key](value, self._base)
            except ValueError as error:
                raise self._error(key, rule, str(error)) from error
        return values

    @staticmethod
    def _unknown(key: str, kinds: Mapping[str, _Kind]) -> str:
        near = difflib.get_close_matches(key, kinds, 1)
        if near:
            return f"is not a key that is known here; did you mean {near[0]!r}?"
        return f"is not a key that is known here; known are {', '.join(sorted(kinds))}"

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


def _text(value: object, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError('needs a text in double quotes, as "desk"')
    return value


def _flag(value: object, _: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("needs true or false, without quotes")  # noqa: TRY004 - all complaints are of one kind
    return value


def _texts(value: object, base: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError('needs a list of texts, as ["one", "two"]')
    return tuple(_text(item, base) for item in value)


def _pattern(value: object, base: Path) -> str:
    pattern = _text(value, base)
    try:
        compiled(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no glob ({error}); * stands for any name, ** for any folders") from error
    return pattern


def _patterns(value: object, base: Path) -> tuple[str, ...]:
    patterns = _texts(value, base)
    if not patterns:
        raise ValueError('is empty; name what to translate, as ["articles/**/*.txt"]')
    return tuple(_pattern(item, base) for item in patterns)


def _formats(value: object, base: Path) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(_texts(value, base)))
    wrong = next((item for item in formats if item not in FORMATS), None)
    if wrong is not None or not formats:
        raise ValueError(f"holds {wrong!r}; choose from {', '.join(FORMATS)}" if wrong else "is empty; give one at least")
    return formats


def check_layout(value: str) -> Layout:
    """``value`` if documents can be written in that layout; raises :class:`ValueError`."""
    for layout in LAYOUTS:
        if value == layout:
            return layout
    raise ValueError(f"is {value!r}; choose from {', '.join(LAYOUTS)}")


def _layout(value: object, base: Path) -> Layout:
    return check_layout(_text(value, base))


def _glossaries(value: object, base: Path) -> tuple[str, ...]:
    shipped = shipped_names()
    references = tuple(item if item in shipped else str(base / item) for item in _texts(value, base))
    missing = next((item for item in references if item not in shipped and not Path(item).is_file()), None)
    if missing is not None:
        raise ValueError(f"names {missing}, and there is no such file; shipped with the tool are {', '.join(shipped)}")
    return references


def _file(value: object, base: Path) -> str:
    path = base / _text(value, base)
    if not path.is_file():
        raise ValueError(f"names {path}, and there is no such file")
    return str(path)


def _model(value: object, base: Path) -> str:
    """A path from the job file's folder if there is something, else a name."""
    reference = _text(value, base)
    return str(base / reference) if (base / reference).exists() else reference


def _fields(value: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [item for item in string.Formatter().parse(value) if item[1] is not None]


def check_name(value: str) -> str:
    """``value`` if it is a pattern for the names of outputs; raises :class:`ValueError`."""
    try:
        fields = [(name or "") + (spec or "") + (conversion or "") for _, name, spec, conversion in _fields(value)]
    except ValueError as error:
        raise ValueError(f"{value!r} is no name pattern ({error}); as {DEFAULT_NAME!r}") from error
    wrong = next((name for name in fields if name not in NAME_FIELDS), None)
    if wrong is not None:
        raise ValueError(f"{value!r} holds {{{wrong}}}; known are {', '.join(f'{{{name}}}' for name in NAME_FIELDS)}")
    if value.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", value) or PureWindowsPath(value).drive:
        raise ValueError(f"{value!r} leads out of the output folder; give a name below it")
    return value


def _name(value: object, base: Path) -> str:
    return check_name(_text(value, base))


def _whole(least: int, most: int | None) -> Callable[[object, Path], int]:
    def kind(value: object, _: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least or (most is not None and value > most):
            raise ValueError(f"needs a whole number {f'from {least} to {most}' if most else f'of at least {least}'}")
        return value

    return kind


def _memory(value: object, base: Path) -> bool:
    return check_memory(_flag(value, base))


def check_memory(value: bool) -> bool:
    """``value``, whether to use the translation memory, if it can be had; raises :class:`ValueError`."""
    if value:
        raise ValueError("is on, and this version's batches cannot use the translation memory; turn it off")
    return value


_SETTING_KEYS: dict[str, _Kind] = {
    "formats": _formats,
    "layout": _layout,
    "glossaries": _glossaries,
    "name_guard": _flag,
    "abbreviations": _file,
    "keep_boilerplate": _flag,
}
_JOB_KEYS: dict[str, _Kind] = {
    "inputs": _patterns,
    "output": _text,
    "name": _name,
    "model": _model,
    "beam": _whole(1, _MAX_BEAM),
    "max_pieces": _whole(_PIECES.start, _PIECES.stop - 1),
    "strict": _flag,
    "max_segments": _whole(1, None),
    "memory": _memory,
}
_EXAMPLES = {
    "inputs": 'add, for example: inputs = ["articles/**/*.txt"]',
    "output": 'add, for example: output = "translated"',
    "match": 'add, for example: match = "sport/*"',
}
