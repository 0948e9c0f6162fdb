"""Datelines and bylines that stand alone on a line: neither headline nor body.

A dateline before text (``ROMA – Il governo …``) is part of the first sentence and is not meant here.
"""

from __future__ import annotations

import re

from translator.article import BlockKind

_MONTH = (
    r"(?i:gen(?:naio)?|feb(?:braio)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|ago(?:sto)?|set(?:t(?:embre)?)?|"
    r"ott(?:obre)?|nov(?:embre)?|dic(?:embre)?)\.?"
)
_DAY = r"(?i:(?:lune|marte|mercole|giove|vener)dì|sabato|domenica)"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}}[°º]? {_MONTH}(?: \d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
_TIME = r"(?:(?:[,|–-]| )+(?:ore |alle |h )?\d{1,2}[.:]\d{2})"
_PLACE = r"[A-ZÀ-Þ][\w’'.]*(?: (?:di|del|della|al|in|sul|[A-ZÀ-Þ][\w’'.]*)){0,4}"
_AGENCY = r"\([A-Z][\w/ ]{1,20}\)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’' ]+"
_DASH = r"[–—-]"

# ``ROMA –``, ``(ANSA) - MILANO, 12 GEN -``, ``Oslo, 3 marzo 2026``, ``Pubblicato il 3 marzo 2026, ore 9.15``
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}|{_PLACE} {_AGENCY}|{_AGENCY}) ?{_DASH}"
    rf"|(?:{_AGENCY} ?{_DASH}? ?)?{_PLACE}, {_DATE}(?: ?{_AGENCY})?(?: ?{_DASH})?"
    rf"|(?:(?i:pubblicato|aggiornato|ultimo aggiornamento|data)(?: il| alle| del)?:? )?{_DATE}{_TIME}?"
)
_LEADS = (
    r"(?:di|a cura di|testo di|testi di|foto di|articolo di|servizio di|(?:dal|dalla) nostr[oa] (?:inviat|corrispondent)\w)"
)
_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_NAMES = rf"{_NAME}(?: (?:(?:e|de|di|del|della|van|von) )?{_NAME}){{0,5}}(?:, {_NAME}(?: {_NAME}){{0,3}})*"
# ``di Marta Vanzaghi``, ``a cura di Ugo Serpi e Ada Lonzi``, ``di Redazione Cultura | 7 giugno 2026, ore 9.15``
_BYLINE = re.compile(rf"(?i:{_LEADS}) (?-i:{_NAMES})(?i:(?: ?[|–—,-] ?)+{_DATE}{_TIME}?)?\.?")
# "Di Maio" alone is a surname.
_SURNAME = re.compile(r"Di (?!Redazione\b)\w+")
_LONGEST = 90


def standing_kind(text: str) -> BlockKind | None:
    """``DATELINE`` or ``BYLINE`` if the whole line is one, else None."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        return None
    if _DATELINE.fullmatch(line):
        return BlockKind.DATELINE
    if _BYLINE.fullmatch(line) and not _SURNAME.fullmatch(line):
        return BlockKind.BYLINE
    return None
