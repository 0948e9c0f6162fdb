"""Enforcing terms: decode, check, repair, check again, and never be silent.

No model can be made to use a term, so every step is verified on the finished English text, and what cannot be brought about is
reported as missing. The steps, each tried only on the segments that still lack something:

==============  =====================================================================================================
``decode``      the model's best hypothesis already holds every required form
``pick``        another hypothesis of the same search does, at nearly the same score
``marks``       decode again with the English form between the package's term marks (packages that were trained for it)
``replace``     put the form in place of the Italian form itself, or of the English form in another letter case
``prefix``      keep the translation up to the words that attend to the term, put the form there, let the search go on
``substitute``  decode again with the English form in the Italian sentence: models mostly copy what they do not know
``carrier``     decode again with a name in the term's place that models copy, and swap it for the form
``replace``     put the form in place of what the model makes of the bare term, or of what looks like the form misspelt
``clauses``     decode the sentence in clauses, with the English forms in them: short texts lose less
==============  =====================================================================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.translation.carriers import carriers
from translator.translation.repair import REDECODE_MARGIN, SegmentState, Translation
from translator.translation.requirements import Requirement, locate
from translator.translation.soundness import lookalikes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from translator.translation.decoder import Decoder

_CLAUSE_PIECES = 28  # some ten to fifteen words
_PREFIX_PLACES = 3  # for a term; a guarded name gets one


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
    worded = [number for number, source in enumerate(sources) if any(map(str.isalpha, source))]
    beam = decoder.decoding.beam
    decoded = decoder.decode([sources[number] for number in worded], hypotheses=beam, progress=progress)
    applicable = _without_translated_names(
        [requirements[number] for number in worded], [hypotheses[0].text for hypotheses in decoded], decoder
    )
    wanted = STEPS if steps is None else steps
    segments = {
        number: SegmentState(sources[number], items, hypotheses, pick="pick" in wanted)
        for number, items, hypotheses in zip(worded, applicable, decoded, strict=True)
    }
    for name, step in _LADDER.items():
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


def _marks(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    marks = decoder.package.term_markup
    if marks:
        _redecode(segments, decoder, "marks", lambda segment: segment.rewritten(segment.missing(), marks))
        _redecode(segments, decoder, "marks", lambda segment: segment.rewritten(segment.requirements, marks))


def _replace_form(segments: Sequence[SegmentState], _: Decoder) -> None:
    for segment in segments:
        segment.spell()
        segment.replace({})


def _prefix(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Force one missing form after the other into its place in the best translation of the whole source."""
    pending = [(segment, item) for segment in segments for item in segment.missing()]
    found = decoder.complete(
        [segment.source for segment, _ in pending],
        [item.span for _, item in pending],
        [item.form for _, item in pending],
        places=[1 if item.name else _PREFIX_PLACES for _, item in pending],
    )
    for (segment, _), hypotheses in zip(pending, found, strict=True):
        segment.offer(hypotheses, "prefix", REDECODE_MARGIN)


def _substitute(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    _redecode(segments, decoder, "substitute", lambda segment: segment.rewritten(segment.missing(), None))


def _carrier(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Decode with carriers in the missing terms' places, and swap those that came through for the forms."""
    carried = []
    for segment in segments:
        chosen: dict[str, Requirement] = {}
        for item in segment.missing():
            names = carriers(item.kind, segment.source[: item.span.start])
            free = next((name for name in names if name not in chosen and name not in segment.source), None)
            if free is not None:
                chosen[free] = item
        if chosen:
            carried.append((segment, chosen))
    if not carried:
        return
    sources = [segment.substituted({item: name for name, item in chosen.items()}) for segment, chosen in carried]
    decoded = decoder.decode(sources, hypotheses=decoder.decoding.beam)
    for (segment, chosen), hypotheses in zip(carried, decoded, strict=True):
        for hypothesis in hypotheses:
            if hypothesis.score >= segment.first.score - REDECODE_MARGIN:
                segment.consider(_swapped_back(hypothesis.text, chosen), hypothesis.score, "carrier")


def _swapped_back(text: str, chosen: Mapping[str, Requirement]) -> str:
    """``text`` with the English forms in place of the carriers that stand in it just once."""
    for name, item in chosen.items():
        pattern = re.compile(rf"(?<!\w){name}(?!\w)")
        if len(pattern.findall(text)) == 1:
            text = pattern.sub(item.form.replace("\\", r"\\"), text)
    return text


def _replace_bare(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Replace what the model makes of each missing term by itself."""
    surfaces = sorted({item.surface for segment in segments for item in segment.missing()})
    renderings = dict(zip(surfaces, _bare(surfaces, decoder), strict=True))
    for segment in segments:
        segment.replace(renderings)


def _similar(segments: Sequence[SegmentState], _: Decoder) -> None:
    """Replace what looks like the form, misspelt (``Norwegvage`` for Norwegian)."""
    for segment in segments:
        segment.replace({item.surface: lookalikes(segment.best.text, item.form) for item in segment.missing()})


def _clauses(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Decode the sentence in clauses, with the English forms in it: a model loses less of a short text."""
    marks = decoder.package.term_markup
    _redecode(
        segments,
        decoder,
        "clauses",
        lambda segment: segment.rewritten(segment.requirements if marks else segment.missing(), marks),
        max_pieces=_CLAUSE_PIECES,
    )


# The step after decode, ``pick``, is taken where the hypotheses are at hand, in SegmentState.
_LADDER: dict[str, Callable[[Sequence[SegmentState], Decoder], None]] = {
    "marks": _marks,
    "replace-form": _replace_form,
    "prefix": _prefix,
    "substitute": _substitute,
    "carrier": _carrier,
    "replace-bare": _replace_bare,
    "similar": _similar,
    "clauses": _clauses,
}
STEPS = ("pick", *_LADDER)
"""The steps of the ladder after ``decode``, in their order."""


def _redecode(
    segments: Iterable[SegmentState],
    decoder: Decoder,
    method: str,
    rewrite: Callable[[SegmentState], str],
    max_pieces: int | None = None,
) -> None:
    """Decode the rewritten sources of the segments that lack something, in one batch, and offer them the results.

    ``max_pieces``: cut into clauses of so many pieces.
    """
    rewritten = [(segment, rewrite(segment)) for segment in segments if segment.missing()]
    pending = [(segment, text) for segment, text in rewritten if max_pieces or text not in segment.tried]
    if not pending:
        return
    decoded = decoder.decode([text for _, text in pending], hypotheses=decoder.decoding.beam, max_pieces=max_pieces)
    marks = decoder.package.term_markup or ()
    for (segment, text), hypotheses in zip(pending, decoded, strict=True):
        segment.tried.add(text)
        clean = [item for item in hypotheses if not any(mark in item.text for mark in marks)]
        segment.offer(clean, method, REDECODE_MARGIN)


def _without_translated_names(
    requirements: Sequence[Sequence[Requirement]], targets: Sequence[str], decoder: Decoder
) -> list[list[Requirement]]:
    """The requirements without the names that the model gives as it gives them by themselves (``Natale``, Christmas).

    What is surely a name stays required: ``Meloni``, Melons is as consistent.
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
    renderings = dict(zip(surfaces, _bare(surfaces, decoder), strict=True))
    return [
        [item for item in items if item.surface not in doubtful or not _holds_any(target, renderings[item.surface])]
        for items, target, doubtful in zip(requirements, targets, lost, strict=True)
    ]


def _holds_any(text: str, renderings: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(item)}(?!\w)", text, re.IGNORECASE) for item in renderings)


def _bare(surfaces: Sequence[str], decoder: Decoder) -> list[tuple[str, ...]]:
    """What the model makes of each surface by itself, without article and full stop; at least three letters long."""
    if not surfaces:
        return []
    decoded = decoder.decode(surfaces, hypotheses=decoder.decoding.beam)
    return [
        tuple(dict.fromkeys(text for item in hypotheses if len(text := _stripped(item.text)) > 2))  # noqa: PLR2004
        for hypotheses in decoded
    ]


def _stripped(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", text.strip(" .,;:!?\"'"), flags=re.IGNORECASE)
