"""The remedies for faulty translations, from the cheapest to the last resort.

===================  ================================================================================================
``tidy``             the final mark, the capital and the address of the Italian; a lone quotation mark at the end cut
``quotation-marks``  decode without the quotation marks at the ends, and put English ones there
``clauses``          decode a long sentence in clauses: models lose less of a short text
``another``          another hypothesis of the same search
``small-letter``     decode with a small first letter, and a single word in ALL CAPS in small letters: models take words
                     with a capital for names and copy them
``full-stop``        decode with a full stop at the end, which headlines lack, and take it off again
``facts``            decode with the English form of a lost number or address required, as a term is
``no-repeat``        decode a loop with no run of three pieces allowed twice
``cut``              say once what the translation says over and over
===================  ================================================================================================

All that decode but ``another`` go through :func:`translator.translation.translate`, so that terms and names are enforced in
them as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translator.article import Span
from translator.translation.remedy_case import Attempt
from translator.translation.requirements import Requirement
from translator.translation.shouting import calmed, is_shouted
from translator.translation.terms import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translator.translation.decoder import Decoder
    from translator.translation.remedy_case import Case

# Terms in a second translation are enforced by the cheap steps alone: one that lacks a term is not taken anyway.
_STEPS = ("first-word", "pick", "marks", "replace-form", "prefix")
_CLAUSE_PIECES = 28  # some ten to fifteen words
_NO_REPEAT = 3
_SENTENCE_END = (".", "!", "?", "…", ":", ";", "»", "”", '"')
_LOOPS = frozenset({"repetition", "doubled-word"})
_LONG = 80  # characters; shorter ones are one clause mostly
_LOUD_LETTERS = 8  # a single word in ALL CAPS of fewer letters may be an acronym
_MARKS = (".", "?", ":")
_QUOTES = re.compile('[«»“”„"]')
_OPENING = ("«", "“", '"')
_CLOSING = re.compile(r'[»”"]([.,;:!?…]?)$')
_LONE_QUOTE = re.compile(r"\s*[«»“”\"]$")
# An address as models write them, with spaces in it.
_ADDRESS = re.compile(r"(?:https?://\s?(?:www\.\s?)?|www\.\s?|[\w.+-]+@\s?)[^\s,;!?]*[\w/]")
_ABBREVIATION = re.compile(r"(?:\.\w{1,3}|(?<!\w)\w{1,3})\.$|\.\.$")
# A phrase of up to twelve words, or up to six letters, over and over.
_PHRASES = re.compile(r"(?<!\w)(\w+(?:\W+\w+){0,11}?)(?:\W+\1)+(?!\w)")
_LETTERS = re.compile(r"(\w{1,6}?)\1{4,}")


@dataclass(frozen=True, slots=True)
class _Variant:
    """The source of a case written otherwise.

    ``requirements``: those asked for, at their places in ``source``, in the same order; further ones may follow. ``restored``
    makes of the variant's translation one of the source.
    """

    source: str
    requirements: tuple[Requirement, ...]
    restored: Callable[[str], str] = str


def _decode(cases: Iterable[Case], decoder: Decoder, remedy: str, vary: Callable[[Case], _Variant | None]) -> None:
    """Translate the variants of ``cases`` in one batch, and offer each case what came of its own."""
    varied = [(case, variant) for case in cases if (variant := vary(case)) is not None]
    if not varied:
        return
    sources, requirements = zip(*((variant.source, variant.requirements) for _, variant in varied), strict=True)
    done = translate(sources, requirements, decoder, steps=_STEPS)
    for (case, variant), (translation, items) in zip(varied, done, strict=True):
        asked = {(item.span, item.name): own for item, own in zip(variant.requirements, case.asked, strict=False)}
        methods = {
            own: method
            for item, method in zip(items, translation.methods, strict=True)
            if method and (own := asked.get((item.span, item.name))) is not None
        }
        case.offer(Attempt(variant.restored(translation.target), translation.score, methods), remedy)


def _tidy(cases: Sequence[Case], _: Decoder) -> None:
    for case in cases:
        text = case.best.target
        for codes, mend in _MENDS:
            if codes & case.codes:
                text = mend(case.source, text)
        text = _addressed(case, text)
        case.offer(Attempt(text, case.best.score, case.methods()), "tidy")


def _addressed(case: Case, text: str) -> str:
    """``text`` with the only address of the source that is not in it in the place of the only thing like one in it."""
    lost = [fault.form for fault in case.faults if fault.code == "address-altered"]
    found = list(_ADDRESS.finditer(text))
    if len(lost) != 1 or len(found) != 1:
        return text
    return text[: found[0].start()] + lost[0] + text[found[0].end() :]


def _cut(cases: Sequence[Case], _: Decoder) -> None:
    for case in cases:
        if case.codes & _LOOPS:
            case.offer(Attempt(_said_once(case.source, case.best.target), case.best.score, case.methods()), "cut")


def _said_once(source: str, text: str) -> str:
    """``text`` with what it says over and over said once, unless ``source`` does so too."""
    if _PHRASES.search(source) is None:
        text = _PHRASES.sub(r"\1", text)
    return text if _LETTERS.search(source) else _LETTERS.sub(r"\1", text)


def _ended(source: str, text: str) -> str:
    """``text`` with the final mark of ``source``; dots of abbreviations and marks inside quotation marks are left alone."""
    mark, other = source[-1:], text[-1:]
    if _ABBREVIATION.search(source) or _ABBREVIATION.search(text):
        return text
    if mark.isalnum() and other == ".":
        return text[:-1].rstrip(" .")
    if mark in _MARKS and other.isalnum():
        return text + mark
    return text[:-1] + mark if mark in _MARKS and other in _MARKS else text


def _capitalised(source: str, text: str) -> str:
    """``text`` with a capital, unless its first word is one of ``source`` as it stands (``von der Leyen``)."""
    first = text.split(maxsplit=1)[:1]
    if set(first) & set(source.split()):
        return text
    at = next((at for at, character in enumerate(text) if character.isalpha()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _without_lone_mark(source: str, text: str) -> str:
    """``text`` without the quotation mark at its end, where ``source`` has none at all."""
    return text if _QUOTES.search(source) else _LONE_QUOTE.sub("", text)


_MENDS: tuple[tuple[frozenset[str], Callable[[str, str], str]], ...] = (
    (frozenset({"quotes"}), _without_lone_mark),
    (frozenset({"end-punctuation"}), _ended),
    (frozenset({"capitals-lost"}), _capitalised),
)


def _another(cases: Sequence[Case], decoder: Decoder) -> None:
    # What may rightly be the same in both languages is not to be changed at any price.
    cases = [case for case in cases if case.codes != {"copied"}]
    shouted = [is_shouted(case.source) for case in cases]
    sources = [calmed(case.source, case.asked)[0] if loud else case.source for case, loud in zip(cases, shouted, strict=True)]
    decoded = decoder.decode(sources, hypotheses=decoder.decoding.beam)
    for case, loud, hypotheses in zip(cases, shouted, decoded, strict=True):
        for item in hypotheses[1:]:
            case.offer(Attempt(item.text.upper() if loud else item.text, item.score, case.methods()), "another")


def _small_letter(cases: Sequence[Case], decoder: Decoder) -> None:
    _decode(cases, decoder, "small-letter", _lowered)


def _lowered(case: Case) -> _Variant | None:
    source = case.source
    at = next((at for at, character in enumerate(source) if character.isalpha()), None)
    if at is None or not source[at].isupper() or any(item.span.start <= at < item.span.end for item in case.asked):
        return None
    if source.isupper():
        loud = sum(map(str.isalpha, source)) >= _LOUD_LETTERS and len(source.lower()) == len(source)
        return _Variant(source.lower(), case.asked, str.upper) if loud and not case.asked and not is_shouted(source) else None
    if source[at + 1 : at + 2].isupper():
        return None
    return _Variant(source[:at] + source[at].lower() + source[at + 1 :], case.asked, lambda text: _capitalised(source, text))


def _full_stop(cases: Sequence[Case], decoder: Decoder) -> None:
    _decode(cases, decoder, "full-stop", _stopped)


def _stopped(case: Case) -> _Variant | None:
    if case.source.endswith(_SENTENCE_END) or is_shouted(case.source) or " " not in case.source:
        return None
    return _Variant(f"{case.source}.", case.asked, lambda text: text.removesuffix("."))


def _quotation_marks(cases: Sequence[Case], decoder: Decoder) -> None:
    _decode(cases, decoder, "quotation-marks", _unquoted)


def _unquoted(case: Case) -> _Variant | None:
    """The source without the quotation marks at its ends, if there are no others: speech, or the first or last part of it."""
    source = case.source
    start = 1 if source[:1] in _OPENING else 0
    closing = _CLOSING.search(source)
    end, stop = (closing.start(), closing[1]) if closing and closing.start() > start else (len(source), "")
    if (not start and end == len(source)) or _QUOTES.search(source, start, end):
        return None
    items = tuple(replace(item, span=Span(item.span.start - start, item.span.end - start)) for item in case.asked)
    before, after = "“" if start else "", "”" if end < len(source) else ""
    return _Variant(source[start:end] + stop, items, lambda target: before + target + after)


def _facts(cases: Sequence[Case], decoder: Decoder) -> None:
    _decode(cases, decoder, "facts", _with_facts)


def _with_facts(case: Case) -> _Variant | None:
    """The source with the numbers and addresses that were lost required as they should stand in the English."""
    lost = tuple(
        Requirement(fault.span, case.source[fault.span.start : fault.span.end], (fault.form,))
        for fault in case.faults
        if fault.span is not None
        and fault.form
        and all(fault.span.end <= item.span.start or item.span.end <= fault.span.start for item in case.asked)
    )
    return _Variant(case.source, case.asked + lost) if lost else None


def _clauses(cases: Sequence[Case], decoder: Decoder) -> None:
    _decode(cases, decoder.varied(max_pieces=_CLAUSE_PIECES), "clauses", _long)


def _long(case: Case) -> _Variant | None:
    return _Variant(case.source, case.asked) if len(case.source) > _LONG else None


def _no_repeat(cases: Sequence[Case], decoder: Decoder) -> None:
    looping = [case for case in cases if case.codes & _LOOPS]
    _decode(looping, decoder.varied(no_repeat=_NO_REPEAT), "no-repeat", lambda case: _Variant(case.source, case.asked))


REMEDIES: dict[str, Callable[[Sequence[Case], Decoder], None]] = {
    "tidy": _tidy,
    "quotation-marks": _quotation_marks,
    "clauses": _clauses,
    "another": _another,
    "small-letter": _small_letter,
    "full-stop": _full_stop,
    "facts": _facts,
    "no-repeat": _no_repeat,
    "cut": _cut,
}
"""The remedies by name, in the order in which they are tried: the cheapest first, what only mends the worst last."""
