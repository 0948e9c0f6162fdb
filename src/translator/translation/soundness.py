"""What shows that a repair has damaged a translation: doubled words and articles, a length that cannot be right."""

from __future__ import annotations

import re

# So many equal letters at the start make two words of one root.
_STEM = 4
# A repaired translation outside these bounds of the first one's length has lost or doubled something.
_SHORTEST, _LONGEST = 0.55, 1.8
_DOUBLED = re.compile(r"(?<!\w)(\w+)[ \u00a0]\1(?!\w)", re.IGNORECASE)
_ARTICLES = re.compile(r"(?<!\w)(?:the|a|an) (?:the|an?)(?!\w)", re.IGNORECASE)

# A word is the form misspelt when they share so many letters at the start, or this share of the form's letters.
_SAME_START, _SAME_SHARE = 5, 0.55


def lookalikes(text: str, form: str) -> tuple[str, ...]:
    """The words of ``text`` that look like the single word ``form`` misspelt or in another language."""
    if len(form) <= _STEM or not form.isalpha():
        return ()
    least = max(_STEM, min(_SAME_START, round(_SAME_SHARE * len(form))))
    start = form[:least].lower()
    found = re.findall(rf"(?<!\w){re.escape(start)}\w*", text, re.IGNORECASE)
    return tuple(dict.fromkeys(word for word in found if word.lower() != form.lower()))


def plausible_length(text: str, first: str) -> bool:
    """Whether ``text`` may say the same as ``first``, another translation of the same source, told by its length."""
    return _SHORTEST <= (len(text) + 1) / (len(first) + 1) <= _LONGEST


def stutters(text: str, form: str) -> bool:
    """Whether the word before ``form`` in ``text`` is the form's beginning again (``Moscow Moscow``)."""
    stem = re.escape(form.split(maxsplit=1)[0][:_STEM])
    return re.search(rf"(?<!\w){stem}\w*\W{{1,3}}{re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None


def doubled(text: str) -> set[str]:
    """The words that stand twice in a row in ``text``, and articles that follow one another, in lower case."""
    return {found[0].lower() for pattern in (_DOUBLED, _ARTICLES) for found in pattern.finditer(text)}
