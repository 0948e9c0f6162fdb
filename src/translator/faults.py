"""What is wrong with a finished translation, as the remedies need to know it: told by the checks, on the typeset English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator import quality, typography
from translator.article import TermStatus, TermUse
from translator.quality.addresses import addresses
from translator.translation import Fault, locate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from translator.article import Finding
    from translator.translation import Result
    from translator.typography import Style


class Judge:
    """Finds the faults in a translation, by the checks ``codes`` and with the typography of ``style``."""

    def __init__(self, style: Style, codes: Collection[str]) -> None:
        self._style = style
        self._codes = codes

    def __str__(self) -> str:
        return f"{self._style}|{','.join(sorted(self._codes))}"

    def __call__(self, source: str, result: Result) -> tuple[Fault, ...]:
        """The faults of ``result``, a translation of ``source`` as :func:`translator.translation.translate` gives it."""
        return tuple(self._faults(source, result))

    def _faults(self, source: str, result: Result) -> Iterator[Fault]:
        translation, requirements = result
        protected = sorted(span for span in translation.spans if span is not None)
        target, _ = typography.finish(source, translation.target, style=self._style, protected=protected)
        uses = [
            TermUse(item.surface, item.form, TermStatus.OK, "decode", item.span, span)
            for item, span in zip(requirements, locate(target, requirements), strict=True)
            if span is not None
        ]
        for finding, weight in quality.faults(source, target, terms=uses, score=translation.score, codes=self._codes):
            yield Fault(finding.code, weight, finding.source_span, self._form(source, finding))

    def _form(self, source: str, finding: Finding) -> str:
        """What should stand in the English for the number in digits or the address that ``finding`` misses; else nothing."""
        if finding.source_span is None or finding.code not in {"number-mismatch", "address-altered"}:
            return ""
        surface = source[finding.source_span.start : finding.source_span.end]
        if finding.code == "address-altered":
            return surface
        written, _ = typography.finish(source, surface, style=self._style)
        return written if written[:1].isdecimal() else ""


def is_addresses(source: str) -> bool:
    """Whether ``source`` has no letters outside of web and mail addresses, hashtags and handles, and has one of these."""
    found = [span for _, span in addresses(source)]
    inside = {at for span in found for at in range(span.start, span.end)}
    return bool(found) and not any(character.isalpha() for at, character in enumerate(source) if at not in inside)
