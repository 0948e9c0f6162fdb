"""The machine's own earlier work: a translation that was made before, under exactly the same conditions, is not made again.

What decides a translation besides its source and the model: the decoding, the terms and names that were required, what the
remedies go by, and the code that takes part. All that is the recipe. A result that is recalled is equal to one that is made
anew.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from translator.article import Span
from translator.translation.memory.entries import MachineKey, Origin
from translator.translation.repair import Translation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.translation.decoder import Decoder
    from translator.translation.memory.store import Memory
    from translator.translation.repair import Result
    from translator.translation.requirements import Requirement


def recalled_or(
    translate: Callable[[list[str], list[Sequence[Requirement]]], list[Result]],
    sources: Sequence[str],
    requirements: Sequence[Sequence[Requirement]],
    *,
    decoder: Decoder,
    memory: Memory,
    origin: Origin,
    judge: str,
) -> list[Result]:
    """The results for ``sources``: from ``memory`` where it has them, from ``translate`` and then put into ``memory`` else.

    ``judge``: the settings by which translations are judged and remedied; empty when they are not.
    """
    settings = f"{_code()}|{decoder.settings}|{judge}"
    keys = [
        MachineKey(source, decoder.model_sha256, _recipe(settings, items))
        for source, items in zip(sources, requirements, strict=True)
    ]
    held = memory.recall(keys)
    results: dict[MachineKey, Result] = {
        key: _read(held[key], items) for key, items in zip(keys, requirements, strict=True) if key in held
    }
    lacking = {key: number for number, key in enumerate(keys) if key not in results}
    if lacking:
        made = translate(
            [sources[number] for number in lacking.values()], [requirements[number] for number in lacking.values()]
        )
        fresh = dict(zip(lacking, made, strict=True))
        memory.remember({key: _written(result, requirements[lacking[key]]) for key, result in fresh.items()}, origin=origin)
        results.update(fresh)
    return [results[key] for key in keys]


def _recipe(settings: str, requirements: Sequence[Requirement]) -> str:
    listed = [
        [_pair(item.span), item.surface, list(item.forms), item.kind, item.capitals, item.name, item.certain]
        for item in requirements
    ]
    return json.dumps([settings, listed])


# The modules that make a translation, judge it and lead to another one.
_PACKAGES = (
    "translator",
    "translator.translation",
    "translator.typography",
    "translator.quality",
    "translator.quality.numbers",
)


@lru_cache(maxsize=1)
def _code() -> str:
    """A hash over the modules that take part, so that a changed tool does not recall what the former one made."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for module in sorted(files(package).iterdir(), key=lambda item: item.name):
            if module.name.endswith(".py"):
                digest.update(module.read_bytes())
    return digest.hexdigest()


def _written(result: Result, asked: Sequence[Requirement]) -> str:
    translation, applied = result
    return json.dumps(
        {
            "target": translation.target,
            "spans": [_pair(span) for span in translation.spans],
            "methods": list(translation.methods),
            "score": translation.score,
            "remedy": translation.remedy,
            "remedied": list(translation.remedied),
            "applied": [asked.index(_as_asked(item, asked)) for item in applied],
        }
    )


def _as_asked(item: Requirement, asked: Sequence[Requirement]) -> Requirement:
    """The requirement of ``asked`` that ``item`` is; in a headline in capitals it comes back changed but for its place."""
    return next(other for other in asked if other.span == item.span and other.name == item.name)


def _read(written: str, asked: Sequence[Requirement]) -> Result:
    values = json.loads(written)
    spans = tuple(None if pair is None else Span(*pair) for pair in values["spans"])
    translation = Translation(
        values["target"], spans, tuple(values["methods"]), values["score"], values["remedy"], tuple(values["remedied"])
    )
    return translation, tuple(asked[number] for number in values["applied"])


def _pair(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)
