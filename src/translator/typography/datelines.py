"""The dateline of an agency's report, before its first sentence: ``(ANSA) - ROMA, 12 MAR - Il governo …``.

Models lose its dashes, months and places, and are confused by it; it can be read by rule. The forms are those of the Italian
agencies: ``ROMA, 12 MAR -``, ``Roma, 12 mar. (Adnkronos) -``, ``AGI - Roma, 12 mar. -``, ``ROMA (ITALPRESS) -``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span
from translator.quality.numbers.tables import ENGLISH_MONTHS, ITALIAN_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

DATELINE_DASH = re.compile(r"(?<=\S)(?:\s+[-–—]\s*|[-–—]\s+)(?=\S)")
"""A dash that may end a part of a dateline, with the spaces around it."""

_NUMBERS = {month[:3]: at for month, at in ITALIAN_MONTHS.items()}
_ENGLISH = {at: month for month, at in ENGLISH_MONTHS.items()}
_MONTH = "|".join(f"{month}|{month[:4]}|{month[:3]}" for month in ITALIAN_MONTHS)  # sett. as well
_DATE = rf"(?P<day>0?[1-9]|[12][0-9]|3[01])[°º]? (?P<month>(?i:{_MONTH}))(?!\w)\.?(?: (?P<year>[12][0-9]{{3}}))?"
_AGENCIES = (
    r"(?:(?i:9colonne|adnkronos|afp|agenpress|agi|ansa|askanews|dpa|efe|italpress|lapresse|radiocor|reuters|tass|xinhua)"
    r"|AP|DIRE|(?<=\()(?:Dire|Nova)(?=\)))(?!\w)"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’' ./-]*[A-ZÀ-Þ]"
_PLACE = r"[A-ZÀ-Þ][\w’'.]*(?:[ /-](?:di|del|dell[ao]?|della|al|in|sul|[A-ZÀ-Þ][\w’'.]*)){0,4}"
_BRACKETED = r"\([\w’'&.-]+(?:[ /][\w’'&.-]+){0,4}\)"
_PART = re.compile(
    rf"\(?(?P<agency>{_AGENCIES})(?:[ /][\w’'.-]+){{0,2}}\)?(?:,? {_DATE.replace('?P<', '?P<own_')})?"
    rf"|(?P<place>{_CAPITALS}|{_PLACE})(?P<dated>,? {_DATE})?(?P<by> ?{_BRACKETED})?"
)
# Whose day it is, on a line by itself: ``Pubblicato il 3 marzo 2026 alle 9:15``, ``lunedì 3 marzo 2026, ore 9.15``
_LEADS = {
    "pubblicato": "Published",
    "aggiornato": "Updated",
    "ultimo aggiornamento": "Last updated",
    "ultima modifica": "Last modified",
}
_WEEKDAYS = dict(
    zip(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
        strict=True,
    )
)
_STAMP = re.compile(
    rf"(?:(?P<lead>(?i:{'|'.join(_LEADS)}))(?P<on> il)?:? )?(?:(?P<weekday>(?i:{'|'.join(_WEEKDAYS)}),? ))?{_DATE}"
    r"(?:(?P<at>,?(?: [|–-])? (?i:alle ore|alle|ore|h)) [0-2]?[0-9][.:][0-5][0-9])?\.?"
)
_LONGEST = 80
_DASHES = " -–—"
_OPENING = "\"'«“‘("


class Dateline(NamedTuple):
    """A dateline at the start of a sentence, or alone on its line.

    ``end``: where the sentence itself begins, if there is one. ``dashes``: how many end a part of it, but the last on the
    line. ``words``: what is Italian in it, each with its English (``12 March``). ``places``: what stands for places. ``sure``:
    by a date or an agency it is a dateline; without them the places may be anything in capitals (``VIDEO - La protesta``).
    """

    end: int
    dashes: int
    words: tuple[tuple[Span, str], ...]
    places: tuple[Span, ...]
    sure: bool


def dateline(source: str) -> Dateline | None:
    """The dateline that the Italian sentence ``source`` begins with or is; None when there is none."""
    stamp = _STAMP.fullmatch(source)
    if stamp is not None and (stamp["year"] or stamp["lead"] or stamp["weekday"]):
        return Dateline(len(source), 0, tuple(_stamped(stamp)), (), sure=True)
    parts: list[re.Match[str]] = []
    at = 0
    for dash in DATELINE_DASH.finditer(source[:_LONGEST]):
        part = _PART.fullmatch(source, at, dash.start())
        if part is None or not _is_part(part):
            break
        parts.append(part)
        at = dash.end()
    dashes = len(parts)
    bare = source.rstrip(_DASHES)
    alone = _PART.fullmatch(source, at, len(bare)) if len(bare) <= _LONGEST else None
    if alone is not None and _is_part(alone) and (alone["dated"] or len(bare) < len(source)):
        parts, at = [*parts, alone], len(source)
    rest = source[at:].lstrip(_OPENING)
    if not parts or (rest and not (rest[:1].isupper() and any(map(str.islower, rest)))):
        return None
    return Dateline(
        at,
        dashes,
        tuple(date for part in parts for date in _dates(part, "own_" if part["own_day"] else "")),
        tuple(Span(*part.span("place")) for part in parts if part["place"]),
        any(part["agency"] or part["dated"] or part["by"] for part in parts),
    )


def _is_part(part: re.Match[str]) -> bool:
    """A place in ordinary letters is one only with a date after a comma or an agency: ``Inter - Milan`` is a match."""
    return bool(part["agency"] or part["by"] or part["place"].isupper() or (part["dated"] or "").startswith(","))


def _stamped(stamp: re.Match[str]) -> Iterator[tuple[Span, str]]:
    """The Italian words of a line that says when something was published, in their order."""
    if stamp["lead"]:
        end = stamp.end("on") if stamp["on"] else stamp.end("lead")
        yield Span(stamp.start("lead"), end), _LEADS[stamp["lead"].lower()] + (" on" if stamp["on"] else "")
    if stamp["weekday"]:
        yield Span(*stamp.span("weekday")), _WEEKDAYS[stamp["weekday"].lower().rstrip(", ")] + ", "
    yield from _dates(stamp, "")
    if stamp["at"]:
        yield Span(*stamp.span("at")), " at" if "alle" in stamp["at"].lower() else ","


def _dates(part: re.Match[str], prefix: str) -> list[tuple[Span, str]]:
    if not part[f"{prefix}day"]:
        return []
    day, month, year = (part[f"{prefix}{name}"] for name in ("day", "month", "year"))
    after = part.end(f"{prefix}year") if year else part.end(f"{prefix}month")
    end = after + (part.string[after : after + 1] == "." and not year)
    written = f"{int(day)} {_ENGLISH[_NUMBERS[month.lower()[:3]]]}"
    return [(Span(part.start(f"{prefix}day"), end), f"{written} {year}" if year else written)]
