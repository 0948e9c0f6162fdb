"""What shows that a repair has damaged a translation: doubled words and articles, a length that cannot be right."""

from __future__ import annotations

import re

# So many equal letters at the start make two words of one root.
_STEM, _LONG_STEM = 4, 6
# A repaired translation outside these bounds of the first one's length has lost or doubled something.
_SHORTEST, _LONGEST = 0.55, 1.8
_DOUBLED = re.compile(r"(?<!\w)(\w+)[ \u00a0]\1(?!\w)", re.IGNORECASE)
_ARTICLES = re.compile(r"(?<!\w)(?:the|a|an) (?:the|an?)(?!\w)", re.IGNORECASE)

# A stretch of text is the form misspelt when it is so much like it (rapidfuzz's ratio, 0 to 100), or shares its beginning.
_ALIKE = 75
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


def plausible_length(text: str, first: str) -> bool:
    """Whether ``text`` may say the same as ``first``, another translation of the same source, told by its length."""
    return _SHORTEST <= (len(text) + 1) / (len(first) + 1) <= _LONGEST


def stutters(text: str, form: str) -> bool:
    """Whether the word before ``form`` in ``text`` is one of its words again (``Moscow Moscow``, ``Italian Poste
    Italiane``).
    """
    words = form.split()
    stems = [re.escape(words[0][:_STEM]), *(re.escape(word[:_LONG_STEM]) for word in words[1:] if len(word) >= _LONG_STEM)]
    return re.search(rf"(?<!\w)(?:{'|'.join(stems)})\w*\W{{1,3}}{re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None


def doubled(text: str) -> set[str]:
    """The words that stand twice in a row in ``text``, and articles that follow one another, in lower case."""
    return {found[0].lower() for pattern in (_DOUBLED, _ARTICLES) for found in pattern.finditer(text)}
