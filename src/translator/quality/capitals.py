"""``capitals-lost``: a sentence that begins with a capital in the Italian and not in the English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.quality.check import Pair, Remark
from translator.quality.text import excerpt, words

if TYPE_CHECKING:
    from collections.abc import Iterator


def lost(pair: Pair) -> Iterator[Remark]:
    """A remark when the first word of the target is in lower case and that of the source is not, in ALL CAPS or capitalised.

    Words that the source has as they are (``iPhone``, ``e-mail``) may begin in lower case.
    """
    source, target = words(pair.source), words(pair.target)
    if not source or not target:
        return
    first, other = source[0], target[0]
    if not first.text[0].isupper() or not other.text[0].islower() or any(map(str.isupper, other.text)):
        return
    if other.text not in {word.text for word in source}:
        yield Remark(f"Should begin with a capital: {excerpt(other.text)}", first.span, other.span)
