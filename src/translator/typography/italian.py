"""What the Italian says of figures that a target may have copied: only where it is clear are they turned into English ones.

Italian writes thousands with points and decimals with a comma, times of day with a point, dates as day, month, year.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import NamedTuple

from translator.quality.addresses import addresses
from translator.quality.numbers import reading
from translator.quality.numbers.tables import ITALIAN_MONTHS
from translator.typography.datelines import Dateline, dateline

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+,[0-9]+")
_FREEPHONE = re.compile(r"800\.[0-9]{3}\.(?!000)[0-9]{3}")
_SPACE = re.compile(r"\s")
# Before a number that is none: telephones, versions, lists of articles (1,2 and 3) without their spaces.
_NO_QUANTITY = re.compile(
    r"(?:(?:tel|telefono|cell|cellulare|fax|whatsapp|numero verde|centralino|chiam\w{1,6}|versione|release|v|art|artt"
    r"|articol[oi]|comm[ai]|pag|pagg|pagin[ae]|capitol[oi]|paragraf[oi]|verset\w{2,3})\.?:?\s?(?:al |il |lo |i |gli )?"
    r"|[\w/\\#+])\Z",
    re.IGNORECASE,
)
_BEFORE = 40

_CLOCK = r"([0-9]{1,2})[.:]([0-5][0-9])(?![0-9]|[.,:][0-9]|\s?(?:%|€|euro\b|mila\b|milion|miliard|km\b|metri\b|kg\b))"
_TIME = re.compile(
    rf"(?<!\w)(?:(?:all|dall|dell|sull|l)e|ore|h\.?)\s(?:le\s|alle\s|ore\s)*{_CLOCK}"
    rf"(?:\s?[-–]\s?{_CLOCK})?",
    re.IGNORECASE,
)
_POINTED = re.compile(r"(?<![0-9.,:])[0-9]{1,2}[.:][0-9]{2}(?![0-9]|[.,:][0-9])")
_DATE = re.compile(r"(?<![\w/.-])([0-3]?[0-9])([/.-])([01]?[0-9])\2([12][0-9]{3})(?![\w/-]|\.[0-9])")
_ORDINAL = re.compile(r"(?<![\w.,])([0-9]{1,4})\s?([°ºª^])(?![\w^])")
_SINGULAR = re.compile(
    r"(?:^|[\s(«“\"])(?:il|lo|la|un|una|al|allo|alla|del|dello|della|nel|nello|nella|dal|dallo|dalla|sul|sullo|sulla|quel|quella"
    r"|questo|questa|suo|sua|ogni|(?:l|all|dell|dall|nell|sull|un)['’])\s?\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:posto|posizione|edizione|piano|minuto|anniversario|giornata|secolo|turno|tappa|congresso|classificat\w|comma|grado"
    r"|reggimento|articolo|gara|giro|parallelo|meridiano|compleanno|battaglione|vittoria|gol|volta|"
    + "|".join(ITALIAN_MONTHS)
    + r")(?!\w)",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"\s?(?:C|F|K|gradi|Celsius|centigradi)(?!\w)")

_DASHES = "-–—"


class Clock(NamedTuple):
    """A time of day as the Italian has it. ``exact``: by its form one of 24 hours, so the half of the day is known."""

    hour: int
    minute: int
    exact: bool


class Italian:
    """The Italian source of a target."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def numbers(self) -> dict[str, str]:
        """English forms of the Italian numbers, by how they stand in the source.

        Numbers that also stand there where they are no quantities are left out, and so are those whose English form is another
        Italian number of the source.
        """
        forms: dict[str, str] = {}
        barred: set[str] = set()
        standing: set[str] = set()
        for token in reading.tokens(self.text, [span for _, span in addresses(self.text)]):
            if not token.digits:
                continue
            surface = _SPACE.sub(" ", self.text[token.start : token.end])
            standing.add(surface)
            english = self._english(token, surface)
            if english:
                forms[surface] = english
            else:
                barred.add(surface)
        return {surface: english for surface, english in forms.items() if surface not in barred and english not in standing}

    def _english(self, token: reading.Token, surface: str) -> str:
        if _NO_QUANTITY.search(self.text, max(token.start - _BEFORE, 0), token.start):
            return ""
        if " " in surface:
            # With an ordinary space, 12 300 may be two numbers, and 800 123 456 a telephone number.
            sure = not self.text[token.start : token.end].count(" ") or surface.endswith("000")
            return surface.replace(" ", ",") if sure and surface[0] != "0" else ""
        if (_THOUSANDS.fullmatch(surface) and not _FREEPHONE.fullmatch(surface)) or _DECIMAL.fullmatch(surface):
            return surface.translate(str.maketrans(".,", ",."))
        return ""

    @cached_property
    def times(self) -> dict[str, Clock]:
        """The times of day (``alle 18.30``, ``ore 18.30``), by their figures; none whose figures stand elsewhere as well."""
        found: dict[str, Clock] = {}
        places = 0
        for time in _TIME.finditer(self.text):
            for hour, minute, first in ((time[1], time[2], 1), (time[3], time[4], 3)):
                if hour is None or int(hour) > 24:  # noqa: PLR2004 - hours
                    continue
                surface = self.text[time.start(first) : time.end(first + 1)]
                exact = int(hour) > 11 or hour[0] == "0"  # noqa: PLR2004 - 9.30 may be in the evening
                found[surface] = Clock(int(hour), int(minute), exact)
                places += 1
        standing = [figures.group() for figures in _POINTED.finditer(self.text) if figures.group() in found]
        return found if len(standing) == places else {}

    @cached_property
    def dates(self) -> dict[str, date]:
        """The dates in figures with a year of four digits (``12/03/2024``), as they stand."""
        found = {}
        for written in _DATE.finditer(self.text):
            try:
                found[written.group()] = date(int(written[4]), int(written[3]), int(written[1]))
            except ValueError:
                continue
        return found

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """The ordinals in figures (``3°``, ``2ª``, ``2^``) without spaces; none that stands for degrees as well."""
        ordinal, other = set(), set()
        for figures in _ORDINAL.finditer(self.text):
            surface = figures[1] + figures[2]
            after = _COUNTED.match(self.text, figures.end())
            if figures[2] == "ª" or after or (figures[2] in "°º" and self._singular_before(figures)):
                ordinal.add(surface)
            else:
                other.add(surface)
        return frozenset(ordinal - other)

    def _singular_before(self, figures: re.Match[str]) -> bool:
        before = self.text[max(figures.start() - 10, 0) : figures.start()]
        return _SINGULAR.search(before) is not None and not _DEGREES.match(self.text, figures.end())

    @cached_property
    def dialogue(self) -> bool:
        """Whether the source begins with a dash and a space, as dialogue does."""
        start = self.text.lstrip()[:2]
        return start[:1] in set(_DASHES) and start[1:].isspace()

    @cached_property
    def dateline(self) -> Dateline | None:
        """The dateline that the source begins with or is."""
        return dateline(self.text)

    @cached_property
    def dateline_dashes(self) -> int:
        """How many dashes end parts of a dateline: ``ROMA - Il`` one, ``(ANSA) - ROMA, 12 MAR - Il`` two."""
        return 0 if self.dateline is None else self.dateline.dashes
