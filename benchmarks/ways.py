"""The ways of translating that are compared: a package by itself, and through the product with ever more of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from translator import Translator
from translator.glossary import find, shipped_names
from translator.reading import read_bytes
from translator.typography import Rule, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.translation import Decoder


@dataclass(frozen=True, slots=True)
class Way:
    """A way of translating.

    ``article``: the English of each line of one text. ``singly``: the English of each line as a text by itself. ``adds``:
    what it has that the way before it has not.
    """

    name: str
    adds: str
    article: Callable[[Sequence[str]], list[str]]
    singly: Callable[[Sequence[str]], list[str]]


def ways(decoder: Decoder, glossaries: Sequence[str] | None) -> list[Way]:
    """All ways for an open package, each with what those before it have. ``glossaries``: as for ``translate -g``."""
    chosen = [find(name) for name in (shipped_names() if glossaries is None else glossaries)]
    bare = Style(off=frozenset(Rule))
    steps = [
        ("+ sentences", "each text as an article: cut into sentences, ALL CAPS set in lower case and back", _without(bare)),
        ("+ typography", "English marks and figures", _without(Style())),
        ("+ glossaries", "glossaries enforced, other names guarded", {"glossaries": chosen, "remedies": False}),
        ("+ remedies", "what looks wrong is decoded again", {"glossaries": chosen}),
    ]
    return [
        _alone(decoder),
        *(_through(Translator(decoder=decoder, **options), name, adds) for name, adds, options in steps),
    ]


def _without(style: Style) -> dict[str, object]:
    return {"glossaries": [], "name_guard": False, "remedies": False, "style": style}


def _alone(decoder: Decoder) -> Way:
    def decode(lines: Sequence[str]) -> list[str]:
        return [hypotheses[0].text for hypotheses in decoder.decode(lines)]

    return Way("bare", "the package alone: one line, one sentence", decode, decode)


def _through(translator: Translator, name: str, adds: str) -> Way:
    def singly(lines: Sequence[str]) -> list[str]:
        return [target for line in lines for target in translated(translator, [line])]

    return Way(name, adds, lambda lines: translated(translator, lines), singly)


def translated(translator: Translator, lines: Sequence[str]) -> list[str]:
    """The English of each line of an article with a paragraph a line, however many sentences the product makes of it."""
    text = "\n\n".join(lines)
    article = translator.translate(read_bytes(text.encode(), name="lines.txt", keep_boilerplate=True))
    assert article.text == text, "the places of the segments are not those of the lines"
    starts = list(accumulate((len(line) + 2 for line in lines[:-1]), initial=0))
    targets: list[list[str]] = [[] for _ in lines]
    for segment in article.segments():
        targets[bisect_right(starts, segment.start) - 1].append(segment.target)
    return [" ".join(parts) for parts in targets]
