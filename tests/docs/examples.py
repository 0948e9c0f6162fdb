"""The fenced blocks of a page."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r'(?:^<!-- (before|no-run): (.*?) -->\n)?^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Fenced:
    """``line`` is that of the block's first line, counted from 1; ``heading`` the one above it.

    ``before`` are commands that make what the block needs, ``no_run`` says why it is not run (None: it is).
    """

    language: str
    title: str
    text: str
    line: int
    heading: str
    before: str = ""
    no_run: str | None = None


def blocks(page):
    """The fenced blocks of the file ``page``, a path below the repository."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        before = text[: match.start()]
        headings = re.findall(r"^#+ (.*)$", before, re.MULTILINE)
        kind, said, language, title, content = match.groups()
        line = text[: match.start(5)].count("\n") + 1
        comment = {"before": said} if kind == "before" else {"no_run": said} if kind else {}
        found.append(Fenced(language, title or "", content, line, headings[-1] if headings else "", **comment))
    return found
