"""An extension of griffe: the docstrings of the package, written as reStructuredText, as Markdown for the site."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import griffe

_ROLE = re.compile(r":(?:mod|class|func|meth|data|attr|exc):`~?([^`]+)`")
_LITERAL = re.compile(r"``([^`]+)``")
_BLOCK = re.compile(r"::\n\n((?:(?: {4,}.*)?\n)*(?: {4,}.*)?)")
_DOCTEST = re.compile(r"(?:^>>> .*\n?(?:.+\n?)*)", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Turns roles, literals, literal blocks and doctests into Markdown."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called by griffe for each object of the package."""
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)


def as_markdown(text: str) -> str:
    """A docstring as Markdown; names in roles become code, without the modules that they are in."""
    text = _ROLE.sub(lambda found: f"`{_name(found[1])}`", text)
    text = _LITERAL.sub(r"`\1`", text)
    text = _DOCTEST.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", text)
    return _BLOCK.sub(lambda found: f"\n```text\n{textwrap.dedent(found[1]).strip()}\n```\n", text)


def _name(path: str) -> str:
    """The last part of a dotted path, or the last two where the first of them is a class."""
    parts = path.split(".")
    return ".".join(parts[-2:]) if len(parts) > 1 and parts[-2][:1].isupper() else path if path.islower() else parts[-1]
