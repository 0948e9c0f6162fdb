"""Ordinary words that start a sentence and look like names (``Speranza e paura …``): a model may copy them for their capital.

Such a sentence is decoded again with its first letter in lower case. The result is taken only when the word, decoded by
itself, has a translation of its own, and the sentence now holds it: a surname, which has none, stays. A few words that start
sentences often need not have one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.glossary.name_words import COMMON_SURNAMES
from translator.translation.soundness import plausible_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation.decoder import Decoder, Hypothesis
    from translator.translation.requirements import Requirement

_FIRST = re.compile(r"(\W*)([A-ZÀ-Þ][a-zà-ÿ]{2,})(?![\w’'-])")
# What follows a surname that is meant as the ordinary word: "Rossi di rabbia", "Conte e contessa", "Monti innevati".
_AS_A_WORD = re.compile(r" (?:(?:di|da|del|dei|e|con) (?!il |lo |la |i |gli |le )[a-zà-ÿ]{4,}|[a-zà-ÿ]+(?:ati|iti|uti)(?!\w))")
# Words that may be names (NATO, towns, first names) and at the start of a sentence rarely are. By hand.
_ORDINARY = frozenset(
    """
    Abbazia Alba Angelo Aria Borsa Camera Campo Carta Casa Cassa Chiesa Corsa Corte Costa Croce Dieta Fede Festa Fiume Gara
    Gioia Giglio Grazia Lega Luce Luna Manica Mare Massa Mente Monte Nata Nate Nati Nato Nave Neve Notte Onda Pace Ponte Porto
    Potenza Prato Rosa Rose Sale Scala Sole Stella Strada Terra Torre Valle Villa Vita Vittoria Voce
    """.split()
)
_MARGIN = 0.7  # as for other second decodes of a changed source: mean log-probability a piece
_ALIKE = 60  # rapidfuzz's ratio: from here on a rendering is the word itself, misspelt


def uncapitalised(
    sources: Sequence[str],
    requirements: Sequence[Sequence[Requirement]],
    decoded: Sequence[Sequence[Hypothesis]],
    decoder: Decoder,
) -> dict[int, tuple[str, Sequence[Hypothesis]]]:
    """Where a first word was copied for its capital: the source without the capital, and better hypotheses.

    The keys are indices of ``sources``; the hypotheses begin as they were decoded, perhaps in lower case.
    """
    found = {
        number: word
        for number, (source, items, hypotheses) in enumerate(zip(sources, requirements, decoded, strict=True))
        if (word := _copied(source, items, hypotheses[0].text))
    }
    result: dict[int, tuple[str, Sequence[Hypothesis]]] = {}
    if not found:
        return result
    bare = decoder.decode([word.lower() for word in found.values()])
    # Most are names, and what the model makes of the word alone says so.
    alone = {
        number: hypotheses[0].text
        for (number, word), hypotheses in zip(found.items(), bare, strict=True)
        if _may_be_translated(word, hypotheses[0].text)
    }
    again = decoder.decode([_lowered(sources[number]) for number in alone], hypotheses=decoder.decoding.beam)
    for (number, rendering), hypotheses in zip(alone.items(), again, strict=True):
        first = decoded[number][0]
        good = [
            item
            for item in hypotheses
            if item.score >= first.score - _MARGIN
            and plausible_length(item.text, first.text)
            and _translated(found[number], rendering, item.text)
        ]
        if good:
            result[number] = (_lowered(sources[number]), good)
    return result


def _copied(source: str, requirements: Sequence[Requirement], target: str) -> str:
    """The first word of ``source`` if nothing asks for it and it stands in ``target`` as it is; else nothing."""
    found = _FIRST.match(source)
    if found is None or any(item.span.start < found.end() for item in requirements):
        return ""
    word = found[2]
    if word in COMMON_SURNAMES and not _AS_A_WORD.match(source, found.end()):
        return ""
    return word if re.search(rf"(?<!\w){word}(?!\w)", target) else ""


def _lowered(source: str) -> str:
    at = next(at for at, character in enumerate(source) if character.isalpha())
    return source[:at] + source[at].lower() + source[at + 1 :]


def _may_be_translated(word: str, alone: str) -> bool:
    """Whether the model knows ``word`` as anything but a name, by what it makes of it ``alone``."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return word in _ORDINARY or ratio(word.lower(), _rendering(alone)) < _ALIKE


def _rendering(alone: str) -> str:
    return alone.strip(" .,;:!?").lower()


def _translated(word: str, alone: str, target: str) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    if word in _ORDINARY:
        parts = re.findall(r"\w+", target)
        return all(len(part) < len(word) or ratio(word.lower(), part.lower()) < _ALIKE for part in parts)
    if not _may_be_translated(word, alone) or re.search(rf"(?<!\w){word}(?!\w)", target, re.IGNORECASE):
        return False
    meant = [part for part in _rendering(alone).split() if len(part) > 2]  # noqa: PLR2004 - not "a" or "of"
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", target, re.IGNORECASE) for part in meant)
