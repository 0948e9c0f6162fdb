"""Surnames: how a person is called once the full name has been given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.glossary.terms import Term

# Lower or upper case, they belong to the surname that follows: De Luca, Dal Bosco, von der Leyen, bin Salman.
_PARTICLES = frozenset(
    "al ben bin da dal dalla dalle dall de degli dei del della delle den der di do dos du el la le li lo of the van von".split()
)
# In lower case and first, these say where somebody was from, which nobody is called by alone (Leonardo da Vinci).
_ORIGIN = frozenset("da di of the".split())
_TITLES = frozenset("papa pope re king regina queen san santa sant' st. saint principe prince sultano sultan".split())
# Family names that stand first: Chinese, Korean, Vietnamese names in press usage.
_FAMILY_FIRST = frozenset(
    """
    bae ban cao chang chen cheng chiang cho choi chung deng feng gao guo han he ho hong hu hua huang jang jiang jo kang kim kong
    lai lam lau le lei li liang lin liu lu luo ma mao moon ngo nguyen oh pak park peng pham qian qin ri sheng shen shin song sun
    tan tang tran truong tsai wang wei wu xi xie xu yang yao ye yi yoon yu zeng zhang zhao zheng zhou zhu
    """.split()
)
# Of these, the ones that are first names or articles elsewhere: they stand first only in names of three syllables.
_ALSO_ELSEWHERE = frozenset("ban cho gao han he ho kim lam le lei li lin ma oh park song sun tan tang ye yi".split())
_ROMAN = frozenset("IVXLC")


def surname(name: str, *, family_first: bool | None = None) -> str:
    """The surname in a person's full ``name``, with its particles; empty when there is none to be called by alone.

    ``family_first``: whether the family name stands first; None tells it by the words (``Xi Jinping``, ``Kim Jong Un``).
    Kings, popes, saints and those called after a place have no surname.
    """
    words = name.split()
    if len(words) < 2 or words[0].lower() in _TITLES or set(words[-1]) <= _ROMAN:  # noqa: PLR2004
        return ""
    if family_first or (family_first is None and stands_first(name)):
        return words[0]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower().rstrip("'’") in _PARTICLES:
        at -= 1
    if words[at] in _ORIGIN:
        return ""
    if words[at] == "von" and at == len(words) - 2:  # Otto von Bismarck is Bismarck, Ursula von der Leyen is von der Leyen
        at += 1
    return " ".join(words[at:])


def stands_first(name: str) -> bool:
    """Whether the family name of ``name`` is its first word, told by the family names of eastern Asia."""
    words = name.lower().replace("-", " ").split()
    return words[0] in _FAMILY_FIRST and (len(words) == 3 or (len(words) == 2 and words[0] not in _ALSO_ELSEWHERE))  # noqa: PLR2004


def is_surname(form: str, name: str) -> bool:
    """Whether ``form`` calls the person of the full ``name`` by the surname: it is the first word, or the last ones."""
    words, parts = name.split(), form.split()
    return len(parts) < len(words) and (words[: len(parts)] == parts[:1] or words[-len(parts) :] == parts)


def surname_targets(term: Term, form: str | None = None) -> tuple[str, ...]:
    """The English surname of a person's ``term`` and the accepted variants; empty when it has none.

    ``form``: the Italian surname as the entry gives it; None takes it from the entry's source.
    """
    first = None if form is None else term.source.split()[0] == form
    names = (term.target, *term.target_forms)
    found = (surname(item, family_first=first) or (item if len(item.split()) == 1 else "") for item in names)
    return tuple(dict.fromkeys(item for item in found if item))
