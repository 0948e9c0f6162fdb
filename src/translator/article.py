"""The one data model: what every stage takes and returns.

An :class:`Article` is made by :mod:`translator.reading` (blocks without segments), given segments by
:mod:`translator.segmentation`, targets and term uses by :mod:`translator.translation`, and written by
:mod:`translator.writing`. All classes are frozen; a stage returns a changed copy.

Offsets are counted in Unicode characters (code points), half-open: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters: ``text[start:end]``."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"


class TermStatus(StrEnum):
    """How a term use ended."""

    OK = "ok"
    REPAIRED = "repaired"
    MISSING = "missing"


class Severity(StrEnum):
    """How much a finding matters to the reviewer."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class TermUse:
    """One occurrence of a glossary term in a segment.

    ``source`` is the text as it stands in the segment's source at ``source_span``; ``target`` the form required here, exactly
    as it stands in the segment's target at ``target_span`` unless the status is ``missing`` (then the form that should be
    there, and no span). ``method`` names the step that brought the term about: ``decode`` when the model gave it unasked.
    ``origin`` is the glossary's name.
    """

    source: str
    target: str
    status: TermStatus
    method: str
    source_span: Span
    target_span: Span | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reviewer should look at; spans are characters of the segment's own strings, or None."""

    code: str
    severity: Severity
    message: str
    source_span: Span | None = None
    target_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One Italian sentence and its English translation.

    ``start`` and ``end`` are offsets in :attr:`Article.text`; ``source`` is that slice with every run of white space made one
    ordinary space and invisible format characters left out. ``id`` is stable inside the article (``p3.s2``).
    """

    id: str
    start: int
    end: int
    source: str
    target: str = ""
    terms: tuple[TermUse, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quotation, caption, dateline or byline.

    ``level`` is the depth of a heading (1 = title), else 0. ``start`` and ``end`` are offsets in :attr:`Article.text`, white
    space and list bullets outside. A block of a table carries nothing more: tables are read row by row, cell by cell.
    """

    id: str
    kind: BlockKind
    start: int
    end: int
    level: int = 0
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of the source that is not translated, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What made an output: enough to make it again. ``str(signature)`` is the one line that every output carries.

    ``model_sha256`` and ``glossaries`` hashes are over file contents; ``glossaries`` holds (name, sha256, number of terms);
    ``abbreviations`` a hash over the user's own and their number, empty when there are none; ``accepted`` the number of
    segments whose target is one that a reviewer accepted before; ``style`` the usage of English and the rules of typography
    that are off; ``remedies`` whether faulty translations were tried again.
    """

    version: str
    model: str
    model_version: str
    model_sha256: str
    glossaries: tuple[tuple[str, str, int], ...]
    name_guard: bool
    decoding: str
    abbreviations: str = ""
    accepted: int = 0
    style: str = ""
    remedies: bool = True

    def __str__(self) -> str:
        glossaries = (
            "+".join(f"{name}:{digest[:8]}({terms})" for name, digest, terms in self.glossaries) if self.glossaries else "none"
        )
        guard = "on" if self.name_guard else "off"
        own = f"|abbreviations:{self.abbreviations}" if self.abbreviations else ""
        style = f"|style:{self.style}" if self.style else ""
        remedies = "" if self.remedies else "|remedies:off"
        memory = f"|accepted:{self.accepted}" if self.accepted else ""
        return (
            f"translator:{self.version}|model:{self.model}:{self.model_version}:{self.model_sha256[:12]}"
            f"|glossary:{glossaries}|name-guard:{guard}{own}{style}{remedies}{memory}|{self.decoding}"
        )


@dataclass(frozen=True, slots=True)
class Article:
    """One source document.

    ``name`` is the file's name without its path (``stdin`` for standard input). ``text`` is the text as read: for .txt the
    decoded file with line feeds as line ends; for the other formats the plain text of its blocks, one a line, in order.
    ``title`` is also the first block. ``encoding`` is None for formats that carry their own. ``notes`` are things that the user
    should know about the reading (one line each).
    """

    name: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...] = ()
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    signature: Signature | None = None

    def segments(self) -> Iterator[Segment]:
        """All segments in document order."""
        for block in self.blocks:
            yield from block.segments
