"""``capitals-lost``: a sentence that begins with a capital in the Italian and not in the English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.quality.addresses import addresses
from translator.quality.check import Pair, Remark
from translator.quality.text import excerpt, words

if TYPE_CHECKING:
    from collections.abc import Iterator


def lost(pair: Pair) -> Iterator[Remark]:
    """A remark when the first word of the target is in lower case and that of the source is not, in ALL CAPS or capitalised.

    A capital inside (``iPhone``), an address, or a small word of a name that the source has too (``de Gaulle``) excuse it.
    """
    source, target = words(pair.source), words(pair.target)
    if not source or not target:
        return
    first, other = source[0], target[0]
    if not first.text[0].isupper() or not other.text[0].islower() or any(map(str.isupper, other.text)):
        return
    named = target[1:] and target[1].text[0].isupper() and other.text in {word.text for word in source}
    address = any(span.start == other.start for _, span in addresses(pair.target))
    if not named and not address:
        yield Remark(f"Should begin with a capital: {excerpt(other.text)}", first.span, other.span)
