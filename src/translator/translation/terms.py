"""Translating the segments of an article so that each holds what it must: decode, check, repair, check again, never be silent.

No model can be made to use a term, so every step (:mod:`translator.translation.steps`) is verified on the finished English
text, and what cannot be brought about is reported as missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.translation.first_words import uncapitalised
from translator.translation.repair import SegmentState, Translation
from translator.translation.requirements import Requirement, locate
from translator.translation.shouting import calmed, is_shouted, shouted
from translator.translation.soundness import misspelt
from translator.translation.steps import LADDER, STEPS, bare_renderings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from translator.translation.decoder import Decoder, Hypothesis


_ARTICLE = re.compile(
    r"(?<!\w)(?:il|lo|la|i|gli|le|uno?|una|(?:de|da|ne|su|a|co)(?:l|llo|lla|i|gli|lle)|(?:un|l|(?:de|da|ne|su|a|co)ll)['’])\s?\Z",
    re.IGNORECASE,
)
_BEFORE = 8


def translate(
    sources: Sequence[str],
    requirements: Sequence[Sequence[Requirement]],
    decoder: Decoder,
    *,
    steps: Collection[str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[tuple[Translation, tuple[Requirement, ...]]]:
    """Translate the ``sources`` of one article so that each target holds its ``requirements``.

    Returns for each source the translation and the requirements that it speaks of, in the order given: all those of a glossary,
    and of the guarded names those that still apply (a place whose English name the model knows is no longer asked for).
    A source without any letter is its own translation. ``steps``: only these of :data:`STEPS` are taken. ``progress`` gets the
    number of segments decoded once.
    """
    calm = {number: calmed(source, requirements[number]) for number, source in enumerate(sources) if is_shouted(source)}
    if calm:
        done = translate(
            [calm[number][0] if number in calm else source for number, source in enumerate(sources)],
            [calm[number][1] if number in calm else items for number, items in enumerate(requirements)],
            decoder,
            steps=steps,
            progress=progress,
        )
        return [
            shouted(sources[number], translation, items) if number in calm else (translation, items)
            for number, (translation, items) in enumerate(done)
        ]
    worded = [number for number, source in enumerate(sources) if any(map(str.isalpha, source))]
    # Where nothing is asked for, there is nothing to pick an alternative for.
    alternatives = decoder.decoding.beam if any(requirements) else 1
    decoded: list[Sequence[Hypothesis]] = list(
        decoder.decode([sources[number] for number in worded], hypotheses=alternatives, progress=progress)
    )
    asked = [requirements[number] for number in worded]
    texts = [sources[number] for number in worded]
    wanted = STEPS if steps is None else steps
    lowered = uncapitalised(texts, asked, decoded, decoder) if "first-word" in wanted else {}
    for at, (text, hypotheses) in lowered.items():
        texts[at], decoded[at] = text, hypotheses
    applicable = _without_translated_names(texts, asked, [hypotheses[0].text for hypotheses in decoded], decoder)
    segments = {
        number: SegmentState(texts[at], applicable[at], decoded[at], pick="pick" in wanted, capital=at in lowered)
        for at, number in enumerate(worded)
    }
    for name, step in LADDER.items():
        pending = [segment for segment in segments.values() if segment.missing()]
        if name in wanted and pending:
            step(pending, decoder)
    results = []
    for number, source in enumerate(sources):
        if number in segments:
            segment = segments[number]
            results.append((segment.result(), segment.requirements))
        else:
            spans = locate(source, requirements[number])
            methods = tuple("decode" if span else "" for span in spans)
            results.append((Translation(source, spans, methods), tuple(requirements[number])))
    return results


def _without_translated_names(
    sources: Sequence[str], requirements: Sequence[Sequence[Requirement]], targets: Sequence[str], decoder: Decoder
) -> list[list[Requirement]]:
    """The requirements without the names that the model gives as it gives them by themselves (``Natale``, Christmas).

    What is surely a name stays required: ``Meloni``, Melons is as consistent. So does what stands without an article and came
    out as something much like it: ``a Portovento``, Portoven is a name misspelt, ``la Prefettura``, Prefecture a translation.
    """
    lost = [
        {
            item.surface
            for item, span in zip(items, locate(target, items), strict=True)
            if span is None and item.name and not item.certain
        }
        for items, target in zip(requirements, targets, strict=True)
    ]
    surfaces = sorted(set().union(*lost))
    renderings = dict(zip(surfaces, bare_renderings(surfaces, decoder), strict=True))
    return [
        [
            item
            for item in items
            if item.surface not in doubtful or not _holds_any(target, _translations(source, item, renderings[item.surface]))
        ]
        for source, items, target, doubtful in zip(sources, requirements, targets, lost, strict=True)
    ]


def _translations(source: str, item: Requirement, renderings: Sequence[str]) -> Sequence[str]:
    """Those of the model's ``renderings`` of a name that may be its English."""
    if _ARTICLE.search(source, max(item.span.start - _BEFORE, 0), item.span.start):
        return renderings
    return [text for text in renderings if not misspelt(text, item.surface)]


def _holds_any(text: str, renderings: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(item)}(?!\w)", text, re.IGNORECASE) for item in renderings)
