"""What a check is: the data that it gets, what it remarks, and what stands in every list of the checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from translator.article import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translator.article import Segment, Severity, TermUse


@dataclass(frozen=True, slots=True)
class Pair:
    """A finished segment as the checks see it.

    ``score`` is the model's mean log-probability a subword piece (0 is certain), None when it is not known.
    """

    source: str
    target: str
    terms: tuple[TermUse, ...] = ()
    score: float | None = None

    @property
    def spans(self) -> tuple[Span, Span]:
        """The whole source and the whole target."""
        return Span(0, len(self.source)), Span(0, len(self.target))


class Remark(NamedTuple):
    """What a check has to say: one line for the reviewer, and the characters of the source and the target that it is about."""

    message: str
    source_span: Span | None = None
    target_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a list of the checks says of one: stable code, weight of its findings, what it finds, whether it is run unasked."""

    code: str
    severity: Severity
    description: str
    default: bool = True

    def finding(self, remark: Remark) -> Finding:
        """The remark under the check's code and severity."""
        return Finding(self.code, self.severity, *remark)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentCheck(Check):
    """A check that needs nothing but one segment."""

    find: Callable[[Pair], Iterable[Remark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCheck(Check):
    """A check that compares the segments of an article; it gives each remark with the id of the segment that it belongs to."""

    find: Callable[[Sequence[Segment]], Iterable[tuple[str, Remark]]]
