"""English around a name: which ones take ``the``.

Italian puts an article before every country (``la Francia``, ``gli Stati Uniti``); English before plurals, unions and most
institutions only. Models carry the Italian habit over, and a form that was put into a sentence brings no article of its own.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from translator.glossary.terms import TermKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.article import Span
    from translator.translation.requirements import Requirement

# A place or body with one of these words in its name takes the article; so do plurals of which there are several islands or
# mountains. By hand, from general knowledge of usage.
_WITH_THE = re.compile(
    r"(?:^|\s)(?:States|Kingdom|Nations|Union|Netherlands|Philippines|Emirates|Republic|Islands|Isles|Bahamas|Maldives|Seychelles"
    r"|Gambia|Hague|Bronx|UN|U\.N\.|EU|E\.U\.|US|U\.S\.|USA|UK|U\.K\.|UAE|Sea|Ocean|River|Strait|Gulf|Channel|Canal|Peninsula|Alps"
    r"|Apennines|Andes|Balkans|Caucasus|Himalayas|Pyrenees|Dolomites|Urals|Danube|Thames|Rhine|Rhone|Seine|Tiber|Po|Arno|Volga"
    r"|Nile|Euphrates|Tigris|Dnieper|Vatican|Kremlin|East|West|Strip|Bank|Region|Territory|Coast|Desert|Sahara|Sahel|Levant"
    r"|Caribbean|Mediterranean|Baltic|Adriatic|Aegean|Atlantic|Pacific|Arctic|Antarctic|Crimean|Holy See|Donbas|Valley|Plain"
    r"|Highlands|Midlands|Province|District|Commonwealth|Riviera|Congo|Colosseum|Marche|Abruzzi)(?=\s|$)"
)
# What shows that the name before it stands by itself, and not before a noun as an adjective does (the Moscow summit).
_CLOSED_CLASS = (
    "about after again against also although an and are as at be because been before being but by can could did do does during"
    " for from had has have he her his i if in into is it its just may might more must never no nor not now of on only or over"
    " said say says she should since so than that the their then there they this though through to today too under until was we"
    " were what when where whether which while who whose why will with within without would yesterday yet a"
).split()
_BY_ITSELF = re.compile(rf"['’]?(?:$|[.,;:!?)\]»”\"…]|\s(?:[–—-]\s|\(|(?:{'|'.join(_CLOSED_CLASS)})(?!\w)))")
_ARTICLE = re.compile(r"(?<!\w)(the|The) $")
_PREPOSITION = re.compile(r"(?<!\w)(?:against|at|between|by|for|from|in|into|of|on|to|towards?|with|within) $", re.IGNORECASE)


# An adjective of nationality follows these in Italian, and comes before them in English.
HEADS = frozenset({TermKind.TITLE, TermKind.ORGANISATION})


def in_english_order(text: str, requirements: Sequence[Requirement], spans: Sequence[Span | None]) -> str:
    """``text`` with ``foreign minister Norwegian`` turned round, where the Italian has the two side by side."""
    placed = sorted(
        ((item, span) for item, span in zip(requirements, spans, strict=True) if span is not None),
        key=lambda pair: pair[0].span,
    )
    for (head, first), (adjective, second) in itertools.pairwise(placed):
        beside = adjective.span.start == head.span.end + 1 and text[first.end : second.start] == " "
        if head.kind in HEADS and adjective.kind is TermKind.DEMONYM and beside:
            title = text[first.start : first.end]
            swapped = f"{text[second.start : second.end]} {title}"
            return text[: first.start] + swapped + text[second.end :]
    return text


def with_articles(text: str, requirements: Sequence[Requirement], spans: Sequence[Span | None], *, sentence: bool) -> str:
    """``text`` with ``the`` taken away before places that have none, and put before those that have.

    ``spans``: where the requirements stand. Only names that stand by themselves are touched (``the Ukraine has`` but not ``the
    Ukraine summit``). ``sentence``: the source is a sentence; headlines do without articles, so none is put there.
    """
    places = sorted(
        (span, item)
        for item, span in zip(requirements, spans, strict=True)
        if span is not None and item.kind is TermKind.PLACE and not item.name
    )
    for span, item in reversed(places):
        before, name, after = text[: span.start], text[span.start : span.end], text[span.end :]
        if not _BY_ITSELF.match(after) or item.capitals or name.lower().startswith("the "):
            continue
        takes = _WITH_THE.search(name) is not None
        if not takes and (found := _ARTICLE.search(before)) and not after.startswith((" of ", "'", "’")):
            kept = before[: found.start()]
            text = kept + (name[:1].upper() + name[1:] if not kept.strip() else name) + after
        elif takes and sentence and _PREPOSITION.search(before) and not name.startswith(("Lake ", "Mount ")):
            text = f"{before}the {name}{after}"
    return text
