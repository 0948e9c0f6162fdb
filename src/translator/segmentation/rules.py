"""The rules that decide whether a candidate boundary cuts, in the order in which they are asked.

A rule looks at one candidate and answers True (cut), False (no cut) or None (not my business). Its name, as ``explain``
prints it, is the function's; its docstring holds an example, in which ``|`` is a cut and ``_`` a candidate that does not cut.
The order and most of the rules follow what gold data showed to matter: lower case first, then abbreviations by class,
initials, numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.segmentation.abbreviations import (
    DATES,
    EXCLAMATION_NAMES,
    HARD_END,
    HOMONYMS,
    LETTERED,
    NUMBERED,
    POSTSCRIPTS,
    SOFT,
    TITLES,
    UNITS,
)
from translator.segmentation.own import Abbreviation
from translator.segmentation.words import STARTERS, SURNAME_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = re.compile(r"[IVXLCDM]+\b")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_GAP = re.compile(r"[\s'’]")
_INITIAL = re.compile(r"(?:[A-Z][^\W\d_]*\.?-)?[^\W\d_]")
_ENUMERATOR = re.compile(r"\d{1,4}|(?:\d{1,2}\.)+\d{1,2}|[^\W\d_]|[IVXL]{2,7}")
_ERA = re.compile(r"\b(?:a|av|d)\.\s\Z")
# Names that keep their small letter at the start of a sentence: iPhone, eBay; 'ndrangheta.
_SMALL_NAME = re.compile(r"[a-z]{1,2}[A-Z]|ndrangh")
_NO_START = frozenset(",;:.!?…)]}»”%")
_LEADING_ELLIPSIS = re.compile(r"[(\[](?:\.{2,}|…)[)\]]|[«“\"„‘'](?:\.{2,}|…)\w|.(?:\.{2,}|…)[^\W\d_a-zß-ÿ]")
_DASHES = frozenset("–—-")
_TIME_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place where a sentence may end.

    ``marks``: the final marks (``.``, ``?!``, ``…``); ``closers``: quotation marks and brackets after them. ``word``: what
    stands before the marks without elided article, as written, inner stops kept, or the bracket if there is no word;
    ``opens``: it is the first word of the sentence, or the first after ``Art.``, ``§`` and the like; ``before``: up to 24
    characters before the word. ``opener``: marks and dashes before the next word, without white space; ``next``: up to 24
    characters from the next word on; ``last``: they reach to the end of the text; ``next_word``: that word in lower case,
    with its apostrophe if elided. ``parenthesis``: the cut would fall into a parenthesis that was opened in mid-sentence.
    ``own``: what the user's own list says of the word.
    """

    marks: str
    closers: str
    word: str
    opens: bool
    before: str
    opener: str
    next: str
    last: bool
    next_word: str
    parenthesis: bool
    own: Abbreviation | None = None

    @property
    def stop(self) -> bool:
        """Whether the mark is a single full stop, which may belong to an abbreviation."""
        return self.marks == "."

    @property
    def key(self) -> str:
        """The word as the abbreviation tables have it."""
        return self.word.lower()

    @property
    def starter(self) -> bool:
        """Whether the next word is one that starts sentences, and no initial (``A.``), acronym (``CE``) or ``Sez. Un.``"""
        length = len(self.next_word)
        shortened = self.next[length : length + 1] == "." and (length == 1 or self.next_word == "un")
        acronym = self.next[:2].isalpha() and self.next[:length].isupper()
        return self.next[:1].isupper() and self.next_word in STARTERS and not shortened and not acronym

    @property
    def after_number(self) -> bool:
        """Whether a number stands before the word."""
        return self.before.rstrip()[-1:].isdigit()

    @property
    def previous(self) -> str:
        """The word before the word, as written but without elided article; empty if there is none in sight."""
        return _GAP.split(self.before.rstrip())[-1]


def lower_case(it: Candidate) -> bool | None:
    """``«E se non lo fa?»_ chiede il cronista.`` but ``Sono esclusi.| iPhone e iPad …``."""
    if it.next[:1].islower() and not _SMALL_NAME.match(it.next):
        return False
    return None


def not_a_start(it: Candidate) -> bool | None:
    """``Il resto ..._ , poi``: a mark that no sentence starts with follows; but ``È l'inizio.| [...] Segue la fine.``"""
    if it.next[:1] not in _NO_START or _LEADING_ELLIPSIS.match((it.opener[-1:] or " ") + it.next):
        return None
    return False


def no_word(it: Candidate) -> bool | None:
    """``Che festa!_ 🎉``: nothing but signs follows to the end of the text."""
    return False if it.last and not any(map(str.isalnum, it.next)) else None


def parenthesis(it: Candidate) -> bool | None:
    """``Il testo (approvato ieri._ Non senza liti) passa al Senato.``"""
    return False if it.parenthesis else None


def omission(it: Candidate) -> bool | None:
    """``Il testo [...]_ Roma resta``, ``Il testo (…)_ Roma resta``: an omission is not an end."""
    return False if it.word + it.closers[:1] in {"[]", "()"} and it.marks in {"...", "…"} else None


def exclamation_name(it: Candidate) -> bool | None:
    """``Lo scrive Yahoo!_ Finance.``"""
    return False if it.marks == "!" and it.key in EXCLAMATION_NAMES and not it.starter else None


def other_mark(it: Candidate) -> bool | None:
    """``Che cosa succede?| E chi paga?``"""
    return None if it.stop else True


def own_abbreviation(it: Candidate) -> bool | None:
    """``la Circ._ Verdi``, if the user's list has ``Circ.``; as the class given there says."""
    if it.own is None or it.closers:
        return None
    if it.own is Abbreviation.TITLE:
        return False
    return True if it.own is Abbreviation.END else it.starter


def postscript(it: Candidate) -> bool | None:
    """``P.S._ Il testo è stato aggiornato.``"""
    return False if it.opens and it.key in POSTSCRIPTS else None


def enumerator(it: Candidate) -> bool | None:
    """``1._ Riduzione delle accise.``, ``Art. 3._ - La giunta``, ``IV._ Il porto``, ``Punti: 1._ Riduzione; 2._ Proroga.``"""
    if it.closers or not _ENUMERATOR.fullmatch(it.word):
        return None
    listed = it.before[-1:].isspace() and it.before.rstrip()[-1:] in frozenset(":;")
    return False if it.opens or (listed and not it.opener) else None


def spaced_time(it: Candidate) -> bool | None:
    """``alle 10._ 30 UTC``: hours and minutes."""
    minutes = it.next[:_TIME_DIGITS].isdecimal() and not it.next[_TIME_DIGITS : _TIME_DIGITS + 1].isalnum()
    hours = it.word.isdecimal() and len(it.word) <= _TIME_DIGITS
    return False if hours and minutes and re.search(r"\b(?:alle|ore|le|dalle|delle)\s$", it.before) else None


def number(it: Candidate) -> bool | None:
    """``Serve un piano entro il 30.06.2025.| E poi …``"""
    return True if it.word and it.word.rstrip("'’°ªº")[-1:].isdigit() else None


def era(it: Candidate) -> bool | None:
    """``nel 79 d._ C.| Pompei …``: written apart."""
    if it.word in {"a", "av", "d"} and it.next.startswith("C."):
        return False
    return True if it.word == "C" and _ERA.search(it.before) else None


def date(it: Candidate) -> bool | None:
    """``Oslo, 6 giu._ - La``, ``30 gen._ (Adnova) - Il``, ``il 4 nov._ 1966``, ``da gen._ 2020``, not ``il 18 lug.| Il``."""
    if it.key not in DATES or not (it.after_number or it.next[:1].isdigit()):
        return None
    if it.key == "set" and not it.after_number:
        return True
    return not (it.next[:1].isdigit() or it.opener[:1] in _DASHES or it.opener[:1] == "(")


def unit(it: Candidate) -> bool | None:
    """``L'olio costa 9,50 euro al l.| Il pane …``, ``oltre 5 km.| Sul posto …``, ``42,3 °C.| È il record``."""
    before = it.before.rstrip()
    measured = it.key in UNITS and (it.after_number or before[-1:] in frozenset("°€$%/") or before.endswith(" al"))
    return (not it.next[:1].isdigit() or None) if measured else None


def homonym(it: Candidate) -> bool | None:
    """``si farà la Tav.| Roma esulta``, ``lo scrive su X.| Roma tace``, but ``Tav._ 3``: no abbreviation at all."""
    if it.word not in HOMONYMS or it.next[:1].isdigit() or _ROMAN.match(it.next):
        return None
    return True if not (before := HOMONYMS[it.word]) or it.previous in before else None


def title(it: Candidate) -> bool | None:
    """``il dott._ Mario Bianchi``, ``la prof._ Neri``."""
    return False if it.key in TITLES and not it.closers else None


def lettered(it: Candidate) -> bool | None:
    """``È retrocesso in Serie B.| Poi la risalita.``"""
    if len(it.word) == 1 and it.word.isupper():
        return True if it.previous.lower() in LETTERED else None
    return None


def initial(it: Candidate) -> bool | None:
    """``Mary J._ Blige``, ``J.-J._ Rousseau``, ``C. A._ Dalla Chiesa``, but ``È morto il maestro E. M.| Aveva 91 anni.``"""
    if not it.word[-1:].isupper() or not _INITIAL.fullmatch(it.word):
        return None
    rest = it.next[len(it.next_word) :].lstrip(" '’")
    if it.next_word in SURNAME_PARTICLES and rest[:1].isupper():
        return False
    return it.starter


def hard_end(it: Candidate) -> bool | None:
    """``Rafah, ecc.| Il bilancio …``, ``nel 79 d.C.| Sesta …``, but ``a Washington D.C._ Adrian …``"""
    return True if it.key in HARD_END and not it.word.isupper() else None


def acronym(it: Candidate) -> bool | None:
    """``la U.S._ Army`` and ``S.p.A._ Valdora``, but ``dagli U.S.A.| La Cina …``: cut before a sentence starter."""
    return it.starter if _ACRONYM.fullmatch(it.word) else None


def numbered(it: Candidate) -> bool | None:
    """``l'art._ 12``, ``vol._ II``, but ``non ha n.| Il civico …``"""
    if it.key not in NUMBERED or it.closers:
        return None
    return False if it.next[:1].isdigit() or _ROMAN.match(it.next) else it.starter


def soft(it: Candidate) -> bool | None:
    """``su Phys. Rev._ Lett.| Gli autori …``, ``Circ. Min._ Salute``: cut before a sentence starter."""
    if it.key not in SOFT or it.closers.strip():
        return None
    return it.starter


def full_stop(it: Candidate) -> bool | None:  # noqa: ARG001 - every rule takes a candidate
    """``Il caso è chiuso.| Decideranno i giudici.``"""
    return True


RULES: tuple[Callable[[Candidate], bool | None], ...] = (
    lower_case,
    not_a_start,
    no_word,
    parenthesis,
    omission,
    exclamation_name,
    other_mark,
    own_abbreviation,
    postscript,
    enumerator,
    spaced_time,
    era,
    number,
    date,
    unit,
    homonym,
    title,
    lettered,
    initial,
    hard_end,
    acronym,
    numbered,
    soft,
    full_stop,
)
