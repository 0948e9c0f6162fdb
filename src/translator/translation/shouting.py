"""Text in ALL CAPS: models copy or mangle it, so it is decoded in ordinary letters and put back into capitals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translator.translation.requirements import Requirement, locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation.repair import Translation

# Shorter ones are acronyms rather than headlines.
_LETTERS = 8


def is_shouted(source: str) -> bool:
    """Whether ``source`` is a headline in capitals: two words or more without a lower-case letter."""
    return source.isupper() and sum(map(str.isalpha, source)) >= _LETTERS and len(source.split()) > 1


def calmed(source: str, requirements: Sequence[Requirement]) -> tuple[str, tuple[Requirement, ...]]:
    """``source`` in ordinary letters, as many as before, and its ``requirements`` in ordinary letters too.

    The first letter and the first of each word of a required name are capitals.
    """
    letters = [character.lower() if len(character.lower()) == 1 else character for character in source]
    first = next((at for at, character in enumerate(source) if character.isalpha()), 0)
    capitals = {first}
    for item in requirements:
        if item.forms[0][:1].isupper():
            span = range(item.span.start, item.span.end)
            capitals.update(
                at for at in span if source[at].isalpha() and (at == item.span.start or not source[at - 1].isalpha())
            )
    text = "".join(source[at] if at in capitals else letter for at, letter in enumerate(letters))
    return text, tuple(
        replace(item, surface=text[item.span.start : item.span.end], capitals=False, forms=_in_ordinary(item))
        for item in requirements
    )


def _in_ordinary(item: Requirement) -> tuple[str, ...]:
    """A guarded name is written as its source is: in capitals, so far."""
    return tuple(" ".join(map(str.capitalize, form.split())) for form in item.forms) if item.name else item.forms


def shouted(
    source: str, translation: Translation, requirements: Sequence[Requirement]
) -> tuple[Translation, tuple[Requirement, ...]]:
    """The ``translation`` of a calmed ``source`` in capitals, and its ``requirements`` as the source has them."""
    items = tuple(replace(item, surface=source[item.span.start : item.span.end], capitals=True) for item in requirements)
    target = translation.target.upper()
    spans = locate(target, items)
    methods = tuple(method if span else "" for method, span in zip(translation.methods, spans, strict=True))
    return replace(translation, target=target, spans=spans, methods=methods), items
