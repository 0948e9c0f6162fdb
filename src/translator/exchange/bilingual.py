"""A document in two languages as XLIFF has it: files of units (blocks), which are cut into segments (sentences)."""

from __future__ import annotations

from dataclasses import dataclass

from translator.article import Span  # noqa: TC001 - part of public signatures
from translator.exchange.units import ENGLISH, ITALIAN, Status


@dataclass(frozen=True, slots=True)
class Note:
    """A remark. ``priority`` goes from 1, the highest, to 10; ``applies_to`` is ``source``, ``target`` or empty for both."""

    text: str
    category: str = ""
    priority: int = 1
    applies_to: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term in one segment, with the translation that it should have.

    The spans are characters of the segment's source and target, None where it is not known to stand, or does not. ``origin`` is
    the glossary's name.
    """

    source: str
    target: str
    source_span: Span | None = None
    target_span: Span | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class BilingualSegment:
    """A sentence and its translation. ``id`` is made of letters, digits, full stops, hyphens, colons and underscores."""

    id: str
    source: str
    target: str = ""
    status: Status = Status.INITIAL
    terms: tuple[GlossaryEntry, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between two segments and is not translated: white space, mostly."""

    source: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class BilingualUnit:
    """A block: its segments and what stands between them. ``kind`` is the block's kind, empty if unknown."""

    id: str
    parts: tuple[BilingualSegment | Between, ...]
    kind: str = ""
    notes: tuple[Note, ...] = ()

    def segments(self) -> tuple[BilingualSegment, ...]:
        """The unit's segments in order."""
        return tuple(part for part in self.parts if isinstance(part, BilingualSegment))


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """One document. ``original`` is its file's name; ``properties`` are (type, value) pairs about it."""

    id: str
    units: tuple[BilingualUnit, ...]
    original: str = ""
    notes: tuple[Note, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BilingualDocument:
    """What one XLIFF file holds; the languages are BCP 47 tags."""

    files: tuple[BilingualFile, ...]
    source_language: str = ITALIAN
    target_language: str = ENGLISH
