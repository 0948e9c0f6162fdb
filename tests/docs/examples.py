"""The fenced blocks of a page."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Fenced:
    """``line`` is that of the block's first line, counted from 1; ``heading`` the one above it."""

    language: str
    title: str
    text: str
    line: int
    heading: str


def blocks(page):
    """The fenced blocks of the file ``page``, a path below the repository."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        before = text[: match.start()]
        headings = re.findall(r"^#+ (.*)$", before, re.MULTILINE)
        found.append(Fenced(match[1], match[2] or "", match[3], before.count("\n") + 2, headings[-1]))
    return found
