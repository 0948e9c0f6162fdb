"""Markdown inside a paragraph: emphasis, code, links, images, HTML tags, and the plain text without them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?P<ticks>`{1,8})(?P<code>[^`]{1,2000})(?P=ticks)(?!`)
  | (?P<comment><!--(?:(?!<!--).){0,2000}?-->)
  | (?P<image>(?P<linked>\[)?!\[(?P<alt>(?:[^\[\]\\]|\\.){0,1000})\]
        \(\s*<?[^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)?>?(?:\s+["'][^"']{0,500}["'])?\s*\)(?(linked)\]\([^()\s]*\)))
  | \[(?P<text>(?:[^\[\]\\]|\\.){1,1000})\](?:
        \(\s*<?[^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)?>?(?:\s+["'][^"']{0,500}["'])?\s*\)
      | \[(?P<label>[^\[\]]{0,200})\]
    )
  | <(?P<address>(?:https?://|mailto:|www\.)[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s@]{1,100})>
  | (?P<tag></?[A-Za-z][^<>]{0,500}>)
  | (?P<run>\*+|_+)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(slots=True)
class Inline:
    """Plain ``text``; the alternative texts of its ``images`` with their whole markup; ``comments``."""

    text: str = ""
    images: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """A run of ``*`` or ``_`` at a place in the output: how many are left to be text."""

    place: int
    left: int


def plain(source: str, labels: frozenset[str] = frozenset()) -> Inline:
    """``source`` (one paragraph) without its markup; white space becomes single spaces.

    Marks of emphasis go in pairs around words, not inside them: ``snake_case`` and ``2*3*4`` stay as they are.
    ``labels``: the lower-case names of link definitions in the document, for links like ``[text][label]``.
    """
    result = Inline()
    output = _convert(source, labels, result)
    result.text = " ".join("".join(output).split())
    return result


def _convert(source: str, labels: frozenset[str], result: Inline) -> list[str]:
    output: list[str] = []
    open_runs: dict[str, list[_Run]] = {"*": [], "_": []}
    end = 0
    for token in _TOKEN.finditer(source):
        output.append(unescape(source[end : token.start()]))
        end = token.end()
        if token["run"]:
            _emphasis(source, token, output, open_runs[token["run"][0]])
        else:
            output.append(_replacement(token, labels, result))
    output.append(unescape(source[end:]))
    return output


def _replacement(token: re.Match[str], labels: frozenset[str], result: Inline) -> str:
    if token["text"]:
        if token["label"] is not None and (token["label"] or token["text"]).casefold() not in labels:
            return token[0]
        return "".join(_convert(token["text"], labels, result))
    if token["comment"]:
        result.comments.append(token[0])
    elif token["image"]:
        result.images.append((plain(token["alt"]).text, token[0]))
    elif token["tag"]:
        return " " if token["tag"][1:3].lower() == "br" else ""
    return token["escaped"] or token["code"] or (token["address"] or "").removeprefix("mailto:")


def _emphasis(source: str, token: re.Match[str], output: list[str], open_runs: list[_Run]) -> None:
    """Take away the marks of a pair, or remember a run that may open one."""
    mark, length = token["run"][0], len(token["run"])
    before, after = source[token.start() - 1 : token.start()], source[token.end() : token.end() + 1]
    # Bold marks may stand inside a word, single ones not.
    inside = str.isdigit if mark == "*" and length > 1 else str.isalnum
    left = length
    if before and not before.isspace() and not inside(after):
        while open_runs and left:
            used = min(left, open_runs[-1].left)
            left -= used
            open_runs[-1].left -= used
            output[open_runs[-1].place] = mark * open_runs[-1].left
            if not open_runs[-1].left:
                open_runs.pop()
    if left == length and after and not after.isspace() and not inside(before):
        open_runs.append(_Run(len(output), length))
    output.append(mark * left)
