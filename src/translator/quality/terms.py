"""Findings on terms and guarded names, from what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Finding, Severity, Span, TermStatus, TermUse

if TYPE_CHECKING:
    from collections.abc import Iterable


def term_findings(uses: Iterable[TermUse]) -> tuple[Finding, ...]:
    """A ``term-missing`` finding for each glossary term that is not in the target."""
    return tuple(
        Finding("term-missing", Severity.ERROR, f"Term missing: {use.source} → {use.target}", use.source_span)
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
            findings.append(Finding("name-lost", Severity.WARNING, f"Name lost: {name}", source_span))
        elif method != "decode":
            message = f"Name kept as it stands: {name}"
            findings.append(Finding("name-kept", Severity.INFO, message, source_span, target_span))
    return tuple(findings)
