"""Rules on dashes: datelines, parentheses and dialogue, ranges and scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.typography.changes import Edit
from translator.typography.datelines import DATELINE_DASH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_START = re.compile(r"\s*([-–—])\s+(?=[^\W\d_]|[\"“‘'«(])")
_SPACED = re.compile(r"(?<=\S)\s+(-{1,2}|[–—])\s+(?=\S)")
# Dashes proper with a space on one side only, or, of em dashes, none.
_HALF_SPACED = re.compile(r"(?<=[^\W\d_])(?:\s+[–—](?=[^\W\d_])|[–—]\s+(?=[^\W\d_]))")
_CLOSED_UP = re.compile(r"(?<=[^\s\d—–-])—(?=[^\W\d_]|[“‘(\[])")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'.-]*[)\]”’»\"']*\Z")
_WORD_AFTER = re.compile(r"[(\[“‘«\"']*([^\W\d_])")
_LONGEST_WORD = 30
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_DATELINE = 60
_NUMBER = r"[0-9]++(?:[.,:][0-9]++)*+"
_RANGE = re.compile(
    rf"(?<![\w.,:/+#–—-])(?P<low>{_NUMBER})(?P<low_sign>%| [ap]\.m\.)?(?P<gap> ?)[-‐‑–—](?P=gap)"
    rf"(?P<high>{_NUMBER})(?![\w/]|[.,:]\w| ?[-‐‑–—=] ?\w)"
)
_CASE_NUMBER = re.compile(
    r"(?:\b(?:[Nn]o?s?|[Nn]umbers?|[Pp]hone|[Tt]el|[Ff]ax|[Cc]all|[Ll]aw|[Dd]ecree|[Ff]lights?|[Cc]ode)\.?|[°º])\s*\Z"
)
_NAME_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w’']*\s\Z")
_LAST_DASH = re.compile(r"(?<=\S)\s+[-–—]\Z")
_YEARS = range(1000, 2200)


def datelines(draft: Draft) -> Iterator[Edit]:
    """``ROME - The`` → ROME — The, British ROME – The, where the Italian begins with a dateline too."""
    dash = _dash(draft, spaced=True)
    for start, end in _dateline_dashes(draft):
        yield Edit(start, end, dash)
    last = _LAST_DASH.search(draft.text) if _is_dateline(draft) else None
    if last is not None:
        yield Edit(*last.span(), dash.rstrip())


def dateline_end(draft: Draft) -> int:
    """Where the dateline of the target ends; 0 if there is none."""
    if _is_dateline(draft):
        return len(draft.text)
    return max((end for _, end in _dateline_dashes(draft)), default=0)


def _is_dateline(draft: Draft) -> bool:
    """Whether the Italian is a dateline and nothing else."""
    whole = draft.italian.dateline
    return whole is not None and whole.end == len(draft.italian.text)


def _dateline_dashes(draft: Draft) -> list[tuple[int, int]]:
    """The places of the dashes, with the spaces around them, that end the parts of a dateline."""
    wanted = draft.italian.dateline_dashes
    found: list[tuple[int, int]] = []
    if not wanted:
        return found
    at = 0
    for dash in DATELINE_DASH.finditer(draft.text):
        if len(found) == wanted or not _may_be_dateline(draft.text[at : dash.start()]):
            break
        found.append(dash.span())
        at = dash.end()
    return found


def _may_be_dateline(text: str) -> bool:
    """Whether ``text`` may stand before a dateline's dash: capitalised words, months after a figure, agencies in brackets."""
    words = list(_WORD.finditer(text)) if len(text) <= _LONGEST_DATELINE else []
    before = [text[: word.start()].rstrip()[-1:] for word in words]
    return bool(words) and all(
        word.group()[0].isupper() or sign.isdigit() or sign == "(" for word, sign in zip(words, before, strict=True)
    )


def dashes(draft: Draft) -> Iterator[Edit]:
    """``The plan – he said – is ready`` → The plan—he said—is ready, British with spaced en dashes; so are hyphens for dashes.

    What may be a fixture or a title (``Inter - Milan``) stays. In dialogue, which begins with a dash, spaces stay.
    """
    text = draft.masked
    dialogue = _START.match(text) if draft.italian.dialogue else None
    if dialogue:
        yield Edit(dialogue.start(1), dialogue.end(), _dash(draft, spaced=True).lstrip())
    dash = _dash(draft, spaced=dialogue is not None)
    dateline = {span[0] for span in _dateline_dashes(draft)}
    places = [found for found in _SPACED.finditer(text) if found.start() not in dateline and _is_between_words(text, found)]
    strong = [_joins_a_sentence(text, found) for found in places]
    pair = len(places) == 2 and any(strong)  # noqa: PLR2004 - one opens, one closes
    for found, sure in zip(places, strong, strict=True):
        if sure or pair:
            yield Edit(*found.span(), dash)
    others = [_HALF_SPACED, _CLOSED_UP] if draft.style.british else [_HALF_SPACED]
    for pattern in others:
        for found in pattern.finditer(text):
            if found.start() not in dateline:
                yield Edit(*found.span(), dash)


def _dash(draft: Draft, *, spaced: bool) -> str:
    if draft.style.british:
        return " – "
    return " — " if spaced else "—"


def _is_between_words(text: str, dash: re.Match[str]) -> bool:
    """Whether the dash stands between words, not before a figure, after a comma or colon, or beside another dash."""
    before, after = text[dash.start() - 1], text[dash.end()]
    return before not in ",;:-–—/" and not after.isdigit() and after not in ",;:-–—/"


def _joins_a_sentence(text: str, dash: re.Match[str]) -> bool:
    """Whether one of the words around the dash is in lower case: names and titles would have capitals."""
    before = _WORD_BEFORE.search(text, max(dash.start() - _LONGEST_WORD, 0), dash.start())
    after = _WORD_AFTER.match(text, dash.end(), dash.end() + _LONGEST_WORD)
    return (before is not None and before.group()[0].islower()) or (after is not None and after[1].islower())


def ranges(draft: Draft) -> Iterator[Edit]:
    """``10-12 people``, ``2026-2030``, ``won 2-1``, ``4-6%`` → 10–12, 2026–2030, 2–1, 4–6%; not telephone or case numbers."""
    text = draft.masked
    for found in _RANGE.finditer(text):
        low, high = found["low"], found["high"]
        before = text[max(found.start() - _LONGEST_WORD, 0) : found.start()]
        if _is_range(low, high, spaced=bool(found["gap"]), named=_NAME_BEFORE.search(before) is not None) and not (
            _CASE_NUMBER.search(before)
        ):
            yield Edit(found.end("low_sign") if found["low_sign"] else found.end("low"), found.start("high"), "–")


def _is_range(low: str, high: str, *, spaced: bool, named: bool) -> bool:
    """Whether two numbers with a hyphen between them are from … to …, years, a season or a score."""
    if not (low.isdecimal() and high.isdecimal()):
        return any(mark in low + high for mark in ".,:") and not spaced and _as_value(low) < _as_value(high)
    if (low[0] == "0" < low and len(low) > 1) or (high[0] == "0" and len(high) > 1 and len(low) < 4):  # noqa: PLR2004 - 2009-08
        return False
    if len(low) == 4:  # noqa: PLR2004 - digits of a year
        short = len(high) == 2 and int(low[2:]) + 1 == int(high)  # noqa: PLR2004 - 1995-96
        return not spaced and int(low) in _YEARS and (short or (int(high) in _YEARS and int(low) < int(high)))
    if max(len(low), len(high)) > 3 or (named and min(len(low), len(high)) > 2):  # noqa: PLR2004 - telephones, 737-800
        return False
    return int(low) < int(high) or (len(low) <= 2 and len(high) <= 2) or (not spaced and not named and len(low) == len(high))  # noqa: PLR2004 - scores


def _as_value(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split("[.:]", number.replace(",", "")))
