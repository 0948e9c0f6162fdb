"""What shows that a repair has damaged a translation: doubled words and articles, a length that cannot be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translator.article import Span

# So many equal letters at the start make two words of one root.
_STEM, _LONG_STEM = 4, 6
# A repaired translation outside these bounds of the first one's length has lost or doubled something.
_SHORTEST, _LONGEST = 0.55, 1.8
_DOUBLED = re.compile(r"(?<!\w)(\w+)[ \u00a0]\1(?!\w)", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<!\w)(\w+)\W{1,3}$")
_ARTICLES = re.compile(r"(?<!\w)(?:the|a|an) (?:the|an?)(?!\w)", re.IGNORECASE)

# A stretch of text is the form misspelt when it is so much like it (rapidfuzz's ratio, 0 to 100), or shares its beginning.
_ALIKE = 75
_MISSPELT = 65  # Portoven for Portovento; Easter for Pasqua is far from that
_MANGLED = 80  # a word left in Italian with some letters changed
_WORDS = re.compile(r"[^\s,.;:!?()«»“”\"]+")
_SAME_START, _SAME_SHARE = 5, 0.55


def lookalikes(text: str, form: str) -> tuple[str, ...]:
    """What in ``text`` looks like ``form``, misspelt or in another language, as whole words (``Chira Del Piano``)."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    if len(form) <= _STEM:
        return ()
    words = list(_WORDS.finditer(text))
    size = len(form.split())
    stretches = {
        text[first.start() : words[at + more].end()]
        for at, first in enumerate(words)
        for more in range(max(0, size - 2), min(size + 1, len(words) - at))
    }
    best = process.extractOne(form, sorted(stretches), scorer=ratio, score_cutoff=_ALIKE)
    found = [best[0]] if best else []
    if form.isalpha():
        least = max(_STEM, min(_SAME_START, round(_SAME_SHARE * len(form))))
        found += re.findall(rf"(?<!\w){re.escape(form[:least])}\w*", text, re.IGNORECASE)
    return tuple(dict.fromkeys(word for word in found if word.lower() != form.lower()))


def misspelt(text: str, name: str) -> bool:
    """Whether ``text`` is ``name`` with some letters changed or lost (``Portoven``), rather than another word for it."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return text.casefold() != name.casefold() and ratio(text.casefold(), name.casefold()) >= _MISSPELT


def mangled(text: str, italian: str) -> bool:
    """Whether ``text`` holds a word that is one of ``italian`` with some letters changed (``Magarians``): no translation of it.

    Real translations that are as much like it are mostly shorter (``porto``, port); others (``cultura``, culture) are not told
    apart.
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    words, original = ({word.casefold() for word in _WORDS.findall(each)} for each in (text, italian))
    return any(_STEM <= len(word) <= len(other) and ratio(word, other) >= _MANGLED for word in original for other in words)


def plausible_length(text: str, first: str) -> bool:
    """Whether ``text`` may say the same as ``first``, another translation of the same source, told by its length."""
    return _SHORTEST <= (len(text) + 1) / (len(first) + 1) <= _LONGEST


def stutters(text: str, span: Span, words: Iterable[str], taken: Sequence[Span]) -> bool:
    """Whether the word before ``span`` in ``text`` is one of ``words`` again (``Moscow Moscow``, ``Italian Poste Italiane``).

    ``words``: those of the form that stands at ``span``, and of the Italian one. A word that lies in another one of the spans
    ``taken`` is there by right.
    """
    before = _LAST_WORD.search(text, 0, span.start)
    if before is None or any(before.start(1) < other.end and other.start < before.end(1) for other in taken):
        return False
    word = before[1].casefold()
    return any(len(other) >= _STEM and word.startswith(other[: _stem(other)].casefold()) for other in words)


def _stem(word: str) -> int:
    """How many letters of ``word`` tell its root: the first four, of a long word six."""
    return _LONG_STEM if len(word) > _LONG_STEM else _STEM


def doubled(text: str, taken: Sequence[Span] = ()) -> set[str]:
    """The words that stand twice in a row in ``text``, and articles that follow one another, in lower case.

    What touches one of the spans ``taken`` is left out: terms may stand side by side.
    """
    return {
        found[0].lower()
        for pattern in (_DOUBLED, _ARTICLES)
        for found in pattern.finditer(text)
        if sum(found.start() < span.end and span.start < found.end() for span in taken) < 2  # noqa: PLR2004 - two terms
    }
