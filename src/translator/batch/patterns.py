"""Glob patterns over folders: ``*`` and ``?`` inside a name, ``[abc]``, and ``**`` for any folders.

Unlike the standard library's, a walk never follows a link to a folder (so no loop can trap it), says what it could not open,
and gives names that cannot be opened, since these are to be reported. Names that begin with a dot, or with ``~$`` (Word's marks
of open documents), match only where the pattern spells that out.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = re.compile(r"[*?\[]")
_VISIBLE = r"(?!\.|~\$)"


@dataclass(frozen=True, slots=True)
class Found:
    """A name that matches: ``place`` is its path below the pattern's fixed part, with ``/`` between folders.

    ``error`` is set for a folder that could not be read, ``linked`` for a link to a folder, which was not followed.
    """

    place: str
    path: Path
    error: OSError | None = None
    linked: bool = False


def split_pattern(pattern: str) -> tuple[str, str]:
    """The folders at the start of ``pattern`` that are spelt out, and the rest; the last name always belongs to the rest."""
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = next((at for at, part in enumerate(parts) if _MAGIC.search(part)), len(parts) - 1)
    fixed = min(fixed, len(parts) - 1)
    return "/".join(parts[:fixed]) or ("/" if pattern.startswith("/") else ""), "/".join(parts[fixed:])


def has_magic(pattern: str) -> bool:
    """Whether ``pattern`` is more than one path."""
    return bool(_MAGIC.search(pattern))


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that a whole path, with ``/`` between folders, has to match."""
    parts = pattern.split("/")
    out = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "**":
            out.append(rf"(?:{_VISIBLE}[^/]+/)*" if not last else rf"(?:{_VISIBLE}[^/]+/)*{_VISIBLE}[^/]+")
        else:
            out.append(_name(part) + ("" if last else "/"))
    return re.compile("".join(out), re.DOTALL)


def _name(part: str) -> str:
    """One name of a pattern as a regular expression."""
    out, at = ("" if part.startswith((".", "~")) else _VISIBLE), 0
    while at < len(part):
        char = part[at]
        end = part.find("]", at + 2)
        if char == "[" and end > 0:
            inside = part[at + 1 : end].replace("\\", r"\\").replace("[", r"\[")
            out += f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
            at = end
        elif char == "*":
            out += "[^/]*"
        elif char == "?":
            out += "[^/]"
        else:
            out += re.escape(char)
        at += 1
    return out


def walk(root: Path, pattern: str, *, without: Path | None = None) -> Iterator[Found]:
    """All that matches ``pattern`` below ``root`` and is no folder, in order of names; the folder ``without`` is left out."""
    expression = compiled(pattern)
    depth = None if "**" in pattern else pattern.count("/")
    yield from _walk(root, "", expression, depth, without)


def _walk(folder: Path, below: str, expression: re.Pattern[str], depth: int | None, without: Path | None) -> Iterator[Found]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Found(below.rstrip("/") or folder.name, folder, error=error)
        return
    for entry in entries:
        place = below + entry.name
        path = Path(entry.path)
        if _is_folder(entry):
            hidden = entry.name.startswith((".", "~$"))
            if entry.is_symlink():
                if not hidden and depth != below.count("/"):
                    yield Found(place, path, linked=True)
            elif not hidden and depth != below.count("/") and (without is None or path.resolve() != without):
                yield from _walk(path, f"{place}/", expression, depth, without)
        elif expression.fullmatch(place):
            yield Found(place, path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself, say
        return False
