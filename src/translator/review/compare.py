"""When two texts count as the same, though they went through a word processor."""

from __future__ import annotations

import re
import unicodedata

from translator.writing.docx.xml import legal

_SPACES = re.compile(r"[ \t]+")
_AROUND_LINE_ENDS = re.compile(r" *\n *")


def cleaned(text: str) -> str:
    """``text`` without white space at its ends, with single spaces and one kind of line end; other spaces stay as they are."""
    return _AROUND_LINE_ENDS.sub("\n", _SPACES.sub(" ", text.replace("\r", "\n"))).strip(" \n")


def is_same(on_page: str, written: str) -> bool:
    """Whether ``on_page`` is what the writer made of ``written``: white space and the composing of accents do not count."""
    return _comparable(on_page) == _comparable(legal(written))


def _comparable(text: str) -> str:
    return unicodedata.normalize("NFC", cleaned(text))
