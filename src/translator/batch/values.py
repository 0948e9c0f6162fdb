"""What the keys of a job file may hold: a function for each kind of value checks one and gives what the job needs.

Each takes the value as TOML gives it and the job file's folder. It raises :class:`ValueError` with the rest of a sentence that
begins with the key.
"""

from __future__ import annotations

import re
import string
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from translator.batch.patterns import compiled
from translator.glossary import shipped_names
from translator.writing.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEFAULT_NAME = "{folder}/{stem}.it-en.{format}"
NAME_FIELDS = ("folder", "stem", "suffix", "format")


def text(value: object, _: Path) -> str:
    """Any text."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError('needs a text in double quotes, as "desk"')
    return value


def flag(value: object, _: Path) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise ValueError("needs true or false, without quotes")  # noqa: TRY004 - all complaints are of one kind
    return value


def whole(least: int, most: int | None) -> Callable[[object, Path], int]:
    """A whole number between two, both included."""

    def kind(value: object, _: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least or (most is not None and value > most):
            raise ValueError(f"needs a whole number {f'from {least} to {most}' if most else f'of at least {least}'}")
        return value

    return kind


def texts(value: object, base: Path) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError('needs a list of texts, as ["one", "two"]')
    return tuple(text(item, base) for item in value)


def choice(known: Sequence[str]) -> Callable[[object, Path], str]:
    """One of the texts in ``known``."""

    def kind(value: object, base: Path) -> str:
        chosen = text(value, base)
        if chosen not in known:
            raise ValueError(f"is {chosen!r}; choose from {', '.join(known)}")
        return chosen

    return kind


def choices(known: Sequence[str]) -> Callable[[object, Path], tuple[str, ...]]:
    """Any of the texts in ``known``, each once."""

    def kind(value: object, base: Path) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(texts(value, base)))
        wrong = next((item for item in chosen if item not in known), None)
        if wrong is not None:
            raise ValueError(f"holds {wrong!r}; choose from {', '.join(known)}")
        return chosen

    return kind


def formats(value: object, base: Path) -> tuple[str, ...]:
    """At least one output format."""
    chosen = choices(FORMATS)(value, base)
    if not chosen:
        raise ValueError("is empty; give one at least")
    return chosen


def glob(value: object, base: Path) -> str:
    """A pattern of paths."""
    pattern = text(value, base)
    try:
        compiled(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no glob ({error}); * stands for any name, ** for any folders") from error
    return pattern


def globs(value: object, base: Path) -> tuple[str, ...]:
    """At least one pattern of paths."""
    patterns = texts(value, base)
    if not patterns:
        raise ValueError('is empty; name what to translate, as ["articles/**/*.txt"]')
    return tuple(glob(item, base) for item in patterns)


def glossaries(value: object, base: Path) -> tuple[str, ...]:
    """Names of shipped glossaries, or paths of files."""
    shipped = shipped_names()
    references = tuple(item if item in shipped else str(base / item) for item in texts(value, base))
    missing = next((item for item in references if item not in shipped and not Path(item).is_file()), None)
    if missing is not None:
        raise ValueError(f"names {missing}, and there is no such file; shipped with the tool are {', '.join(shipped)}")
    return references


def file(value: object, base: Path) -> str:
    """The path of a file."""
    path = base / text(value, base)
    if not path.is_file():
        raise ValueError(f"names {path}, and there is no such file")
    return str(path)


def model(value: object, base: Path) -> str:
    """A path from the job file's folder if there is something, else a name."""
    reference = text(value, base)
    return str(base / reference) if (base / reference).exists() else reference


def memory(value: object, base: Path) -> bool | str:
    """Whether to use the translation memory, or the path of its file."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or not value.strip():
        raise ValueError('needs true, false, or the path of a file in double quotes, as "desk.sqlite3"')
    return str(base / value)


def name(value: object, base: Path) -> str:
    """A pattern for the names of outputs."""
    return check_name(text(value, base))


def check_name(value: str) -> str:
    """``value`` if it is a pattern for the names of outputs."""
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


def _fields(value: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [item for item in string.Formatter().parse(value) if item[1] is not None]
