"""``term-missing``, ``name-lost`` and ``name-kept``: findings on terms and guarded names, from what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Finding, Severity, Span, TermStatus, TermUse
from translator.quality.check import Check, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

TERM_MISSING = Check(
    code="term-missing",
    severity=Severity.ERROR,
    description="A glossary term is not in the English, and no repair could bring it there.",
)
NAME_LOST = Check(
    code="name-lost",
    severity=Severity.WARNING,
    description="A name that no glossary knows is not in the English as it stands in the Italian.",
)
NAME_KEPT = Check(
    code="name-kept",
    severity=Severity.INFO,
    description="The model had changed a name that no glossary knows; the name guard put it back.",
)


def term_findings(uses: Iterable[TermUse]) -> tuple[Finding, ...]:
    """A ``term-missing`` finding for each glossary term that is not in the target."""
    return tuple(
        TERM_MISSING.finding(Remark(f"Term missing: {use.source} → {use.target}", use.source_span))
        for use in uses
        if use.status is TermStatus.MISSING
    )


def name_findings(names: Iterable[tuple[str, Span, Span | None, str]]) -> tuple[Finding, ...]:
    """Findings on guarded names, given as (name, source span, target span or None, method).

    ``name-lost`` when the name is not in the target; ``name-kept`` when it is there only because the guard asked for it.
    """
    findings = []
    for name, source_span, target_span, method in names:
        if target_span is None:
            findings.append(NAME_LOST.finding(Remark(f"Name lost: {name}", source_span)))
        elif method != "decode":
            findings.append(NAME_KEPT.finding(Remark(f"Name kept as it stands: {name}", source_span, target_span)))
    return tuple(findings)
