"""Translations in which something is wrong are tried again, with the cheapest remedy first, and the better one is kept.

What is wrong is said by a function of the caller's, so that this package need not know the checks. The remedies are those of
:mod:`translator.translation.remedy_kinds`; each is given all segments of an article that it fits and that are still faulty,
in one batch. When a candidate is kept: :mod:`translator.translation.remedy_case`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.translation.remedy_case import Case
from translator.translation.remedy_kinds import REMEDIES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from translator.translation.decoder import Decoder
    from translator.translation.remedy_case import Faults
    from translator.translation.repair import Result
    from translator.translation.requirements import Requirement


def remedied(
    sources: Sequence[str],
    requirements: Sequence[Sequence[Requirement]],
    results: Sequence[Result],
    decoder: Decoder,
    faults: Faults,
    *,
    remedies: Collection[str] = tuple(REMEDIES),
) -> list[Result]:
    """The ``results`` of :func:`translator.translation.translate` on ``sources``, those with faults tried again.

    ``requirements``: what was asked for. ``faults`` says what is wrong with a result, given its source. ``remedies``: only
    these of :data:`REMEDIES` are tried. A result that was not bettered comes back as it is; one that was names its remedy.
    """
    cases: dict[int, Case] = {}
    for number, (source, result) in enumerate(zip(sources, results, strict=True)):
        if result[0].score is not None and (found := faults(source, result)):
            cases[number] = Case(source, requirements[number], result, found, faults)
    for name, remedy in REMEDIES.items():
        pending = [case for case in cases.values() if case.faults]
        if name in remedies and pending:
            remedy(pending, decoder)
    return [cases[number].result() if number in cases else result for number, result in enumerate(results)]
