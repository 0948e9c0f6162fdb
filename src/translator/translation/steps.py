"""The steps that bring a missing term about, from the cheapest to the last resort.

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
``assemble``    decode what stands between the missing terms apart, and put the forms between the pieces
==============  =====================================================================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.translation.carriers import carriers
from translator.translation.chunks import lowered
from translator.translation.repair import REDECODE_MARGIN, SegmentState
from translator.translation.soundness import lookalikes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from translator.translation.decoder import Decoder
    from translator.translation.requirements import Requirement

_CLAUSE_PIECES = 28  # some ten to fifteen words
_PREFIX_PLACES = 3  # for a term; a guarded name gets one


def _marks(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    marks = decoder.package.term_markup
    if marks:
        _redecode(segments, decoder, "marks", lambda segment: segment.rewritten(segment.missing(), marks))
        _redecode(segments, decoder, "marks", lambda segment: segment.rewritten(segment.requirements, marks))
        _redecode(segments, decoder, "marks", lambda segment: segment.rewritten(segment.requirements, marks, joined=True))


def _replace_form(segments: Sequence[SegmentState], _: Decoder) -> None:
    for segment in segments:
        segment.spell()
        segment.replace({})


def _prefix(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Force one missing form after the other into its place in the best translation of the whole source."""
    pending = [(segment, item) for segment in segments for item in segment.missing()]
    found = decoder.complete(
        [segment.source for segment, _ in pending],
        [segment.first.text for segment, _ in pending],
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
    renderings = dict(zip(surfaces, bare_renderings(surfaces, decoder), strict=True))
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


def _assemble(segments: Sequence[SegmentState], decoder: Decoder) -> None:
    """Decode what stands between the missing terms apart, then what stands between all terms, and put the forms between.

    The last resort: the words are all there, their order is the Italian one.
    """
    _assemble_at(segments, decoder, lambda segment: segment.missing())
    _assemble_at([segment for segment in segments if segment.missing()], decoder, lambda segment: segment.requirements)


def _assemble_at(
    segments: Sequence[SegmentState], decoder: Decoder, cuts: Callable[[SegmentState], Sequence[Requirement]]
) -> None:
    marks = decoder.package.term_markup
    cut = [(segment, list(segment.pieces(cuts(segment), marks))) for segment in segments]
    decoded = iter(decoder.decode([core for _, pieces in cut for core, _ in pieces if core]))
    for segment, pieces in cut:
        text, scores = "", []
        for core, (before, after) in pieces:
            words = ""
            if core:
                hypothesis = next(decoded)[0]
                scores.append(hypothesis.score)
                words = hypothesis.text if core.endswith(".") else hypothesis.text.rstrip(".")
                words = lowered(words) if text and core[:1].islower() else words
            text += before + words + after
        if not any(mark in text for mark in marks or ()):
            segment.consider(" ".join(text.split()), sum(scores) / max(len(scores), 1), "assemble")


LADDER: dict[str, Callable[[Sequence[SegmentState], Decoder], None]] = {
    "marks": _marks,
    "replace-form": _replace_form,
    "prefix": _prefix,
    "substitute": _substitute,
    "carrier": _carrier,
    "replace-bare": _replace_bare,
    "similar": _similar,
    "clauses": _clauses,
    "assemble": _assemble,
}
STEPS = ("first-word", "pick", *LADDER)
"""The steps of the ladder after ``decode``, in their order.

``first-word`` (:mod:`translator.translation.first_words`) and ``pick`` are taken where the hypotheses are at hand.
"""


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


def bare_renderings(surfaces: Sequence[str], decoder: Decoder) -> list[tuple[str, ...]]:
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
