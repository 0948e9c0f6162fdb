"""Abbreviations that models copy or mangle (``avv.``, ``dott.ssa``, ``c.p.p.``), written out before decoding.

Compiled by hand from general knowledge of Italian press and law. Those that the starter model knows (``ecc.``, ``S.p.A.``) are
left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Before a name. Some have a form for women, taken after an article that says so.
_TITLES = {
    "arch": "architetto",
    "avv": "avvocato",
    "avv.ssa": "avvocata",
    "avv.ta": "avvocata",
    "avv.ti": "avvocati",
    "brig": "brigadiere",
    "cap": "capitano",
    "card": "cardinale",
    "cav": "cavalier",
    "col": "colonnello",
    "comm": "commendator",
    "dott": "dottor",
    "dott.ri": "dottori",
    "dott.ssa": "dottoressa",
    "dott.sse": "dottoresse",
    "dr": "dottor",
    "dr.ssa": "dottoressa",
    "gen": "generale",
    "geom": "geometra",
    "ing": "ingegner",
    "isp": "ispettore",
    "m.llo": "maresciallo",
    "magg": "maggiore",
    "mar": "maresciallo",
    "mons": "monsignor",
    "on": "onorevole",
    "onn": "onorevoli",
    "pres": "presidente",
    "prof": "professor",
    "prof.ssa": "professoressa",
    "proff": "professori",
    "rag": "contabile",  # what models know of a ragioniere
    "sen": "senatore",
    "sig": "signor",
    "sig.na": "signorina",
    "sig.ra": "signora",
    "sigg": "signori",
    "ten": "tenente",
}
_WOMEN = {"avv": "avvocata", "dott": "dottoressa", "prof": "professoressa", "sen": "senatrice", "sig": "signora"}
# Before a number or a letter.
_NUMBERED = {"art": "articolo", "artt": "articoli", "lett": "lettera"}
# Anywhere.
_LAW = {
    "c.c": "codice civile",
    "c.p": "codice penale",
    "c.p.c": "codice di procedura civile",
    "c.p.p": "codice di procedura penale",
    "d.l": "decreto legge",
    "d.lgs": "decreto legislativo",
    "d.p.r": "decreto del presidente della Repubblica",
}
# After a number.
_UNITS = {"kmq": "chilometri quadrati", "mc": "metri cubi", "mq": "metri quadrati"}


def _any(table: dict[str, str]) -> str:
    return "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True))


_ABBREVIATION = re.compile(
    rf"(?P<title>(?<![\w.])(?P<a>{_any(_TITLES)})\.?(?=\s+[A-ZÀ-Þ][\w’'.-]))"
    rf"|(?P<numbered>(?<![\w.])(?P<b>{_any(_NUMBERED)})\.(?=\s*(?:[0-9]|[a-z]\))))"
    rf"|(?P<law>(?<![\w.])(?P<c>{_any(_LAW)})(?P<stop>\.|(?![\w.])))"
    rf"|(?P<prosecutor>(?<=\s)[pP]\.[mM]\.(?=\s+[a-z]|\s+[A-ZÀ-Þ][a-zà-ÿ]))"
    rf"|(?P<unit>(?<=[0-9]\s)(?P<d>{_any(_UNITS)})(?![\w]))",
    re.IGNORECASE,
)
_WOMAN = re.compile(r"(?:(?<!\w)(?:la|alla|della|dalla|dell[ae]|sulla|una|quella))\s+\Z", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+(?!\w)")
_BEFORE = 12


class WrittenOut(NamedTuple):
    """The words to put in the place of the abbreviation at ``span``."""

    span: Span
    words: str


def written_out(source: str, kept: Sequence[Span]) -> Iterator[WrittenOut]:
    """The abbreviations in the Italian ``source`` in their order, but those that touch the ``kept`` spans (terms, names).

    The words have the letter case of the abbreviation; a final stop that also ends the sentence stays.
    """
    for found in _ABBREVIATION.finditer(source):
        span, words = Span(*found.span()), _words(found)
        if words and not any(span.start < other.end and other.start < span.end for other in kept):
            yield WrittenOut(span, _cased(words, found.group()))


def _words(found: re.Match[str]) -> str:
    source, start = found.string, found.start()
    if found["title"]:
        key = found["a"].lower()
        stopped = found.group().endswith(".") or "." in key
        after = source[found.end() :].lstrip()
        # 12 gen. Roma, cap. XII
        if not stopped or not after[:1].isupper() or _ROMAN.match(after) or source[:start].rstrip()[-1:].isdigit():
            return ""
        woman = key in _WOMEN and _WOMAN.search(source, max(start - _BEFORE, 0), start)
        return _WOMEN[key] if woman else _TITLES[key]
    if found["numbered"]:
        return _NUMBERED[found["b"].lower()]
    if found["law"]:
        ends = found["stop"] == "." and not source[found.end() :].strip("»”\"’') ")
        return _LAW[found["c"].lower()] + "." * ends
    if found["prosecutor"]:
        return "" if source[:start].rstrip()[-1:].isdigit() else "pubblico ministero"
    return _UNITS[found["d"].lower()]


def _cased(words: str, abbreviation: str) -> str:
    letters = [letter for letter in abbreviation if letter.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return words.upper()
    return words[0].upper() + words[1:] if letters[0].isupper() else words
