"""XLIFF, the exchange format of bilingual documents: 2.1 written; see :func:`read` for what is read.

Source of names and rules: https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

from translator.exchange.bilingual import BilingualSegment
from translator.exchange.units import Status
from translator.exchange.xliff_names import CATEGORY, CORE, GLOSSARY, METADATA, PREFIX, QUESTION
from translator.exchange.xliff_reading import read
from translator.exchange.xml_text import XML_SPACE, append, code, escape, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translator.article import Span
    from translator.exchange.bilingual import (
        Between,
        BilingualDocument,
        BilingualFile,
        BilingualUnit,
        GlossaryEntry,
        Note,
    )

__all__ = ["read", "write"]

_CONTAINERS = frozenset("xliff file group unit segment ignorable notes glossary glossEntry metadata metaGroup".split())
_ID = re.compile(r"[\w.:-]+", re.ASCII)


def write(stream: BinaryIO, document: BilingualDocument) -> None:
    """Write ``document`` to ``stream`` as XLIFF 2.1, UTF-8.

    Terms are marked where their spans allow it: a span that is outside the text or overlaps an earlier one gets no mark.

    Raises :class:`ValueError` for an id that XLIFF does not allow.
    """
    root = etree.Element(
        _core("xliff"),
        {"version": "2.1", "srcLang": document.source_language, "trgLang": document.target_language},
        nsmap={None: CORE, "gls": GLOSSARY, "mda": METADATA},
    )
    for file in document.files:
        _add_file(root, file)
    lay_out(root, _CONTAINERS)
    etree.ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True)


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _checked(identifier: str) -> str:
    if not _ID.fullmatch(identifier):
        raise ValueError(f"{identifier!r} is not an id in XLIFF: use letters, digits and . - : _")
    return identifier


def _add_file(root: etree._Element, file: BilingualFile) -> None:
    # The ids of the segments are those of the article, so no tool may cut it anew.
    element = etree.SubElement(root, _core("file"), {"id": _checked(file.id), "canResegment": "no"})
    if file.original:
        element.set("original", escape(file.original))
    if file.properties:
        metadata = etree.SubElement(element, f"{{{METADATA}}}metadata")
        group = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=CATEGORY)
        for kind, value in file.properties:
            etree.SubElement(group, f"{{{METADATA}}}meta", type=escape(kind)).text = escape(value)
    _add_notes(element, ((f"n{number}", note) for number, note in enumerate(file.notes, 1)))
    for unit in file.units:
        _add_unit(element, unit)
    if not file.units:
        etree.SubElement(element, _core("group"), id="empty")  # a file must hold a unit or a group, and a group may be empty


def _add_notes(parent: etree._Element, notes: Iterable[tuple[str, Note]]) -> None:
    """Add ``notes``, given with their ids, in an element of their own; none for none."""
    holder = None
    for identifier, note in notes:
        if holder is None:
            holder = etree.SubElement(parent, _core("notes"))
        element = etree.SubElement(holder, _core("note"), id=identifier)
        if note.category:
            element.set("category", escape(note.category))
        element.set("priority", str(note.priority))
        if note.applies_to:
            element.set("appliesTo", note.applies_to)
        element.text = escape(note.text)


def _add_unit(parent: etree._Element, unit: BilingualUnit) -> None:
    element = etree.SubElement(parent, _core("unit"), id=_checked(unit.id))
    if unit.kind:
        element.set("type", PREFIX + unit.kind)
    element.set(XML_SPACE, "preserve")
    segments = [(segment, _marks(segment, source=True), _marks(segment, source=False)) for segment in unit.segments()]
    if any(segment.terms for segment, *_ in segments):
        glossary = etree.SubElement(element, f"{{{GLOSSARY}}}glossary")
        for segment, in_source, in_target in segments:
            for number, term in enumerate(segment.terms, 1):
                mark = f"{segment.id}.t{number}"
                entry = _add_term(glossary, f"{segment.id}.g{number}", term)
                if mark in in_source:
                    entry.set("ref", f"#{mark}")
                if mark in in_target:
                    entry[-1].set("ref", f"#t={mark}")
    of_segments = [
        (f"{segment.id}.n{number}", note) for segment, *_ in segments for number, note in enumerate(segment.notes, 1)
    ]
    _add_notes(element, [*((f"n{number}", note) for number, note in enumerate(unit.notes, 1)), *of_segments])
    marks = iter(segments)
    for part in unit.parts:
        if isinstance(part, BilingualSegment):
            _add_segment(element, *next(marks))
        else:
            _add_between(element, part)


def _add_term(glossary: etree._Element, identifier: str, term: GlossaryEntry) -> etree._Element:
    """The new entry; its last child is the translation."""
    entry = etree.SubElement(glossary, f"{{{GLOSSARY}}}glossEntry", id=identifier)
    for tag, text in (("term", term.source), ("translation", term.target)):
        element = etree.SubElement(entry, f"{{{GLOSSARY}}}{tag}")
        element.text = escape(text)
        if term.origin:
            element.set("source", escape(term.origin))
    return entry


def _marks(segment: BilingualSegment, *, source: bool) -> dict[str, Span]:
    """The terms to mark in the segment's source or target, by the mark's id, from left to right."""
    text = segment.source if source else segment.target
    spans = [
        (span, f"{segment.id}.t{number}")
        for number, term in enumerate(segment.terms, 1)
        if (span := term.source_span if source else term.target_span) is not None
    ]
    marks: dict[str, Span] = {}
    end = 0
    for span, mark in sorted(spans):
        if end <= span.start < span.end <= len(text):
            marks[mark] = span
            end = span.end
    return marks


def _add_segment(
    parent: etree._Element, segment: BilingualSegment, in_source: dict[str, Span], in_target: dict[str, Span]
) -> None:
    question = segment.status is Status.QUESTION
    state = Status.TRANSLATED if question else segment.status
    element = etree.SubElement(parent, _core("segment"), {"id": _checked(segment.id), "state": str(state)})
    if question:
        element.set("subState", QUESTION)
    _fill(etree.SubElement(element, _core("source")), segment.source, in_source)
    if segment.target or segment.status is not Status.INITIAL:
        _fill(etree.SubElement(element, _core("target")), segment.target, in_target)


def _add_between(parent: etree._Element, part: Between) -> None:
    element = etree.SubElement(parent, _core("ignorable"))
    _fill(etree.SubElement(element, _core("source")), part.source, {})
    if part.target:
        _fill(etree.SubElement(element, _core("target")), part.target, {})


def _fill(element: etree._Element, text: str, marks: dict[str, Span]) -> None:
    at = 0
    for mark, span in marks.items():
        append(element, text[at : span.start], _character)
        append(etree.SubElement(element, _core("mrk"), id=mark, type="term"), text[span.start : span.end], _character)
        at = span.end
    append(element, text[at:], _character)


def _character(character: str) -> etree._Element:
    return etree.Element(_core("cp"), hex=code(character))
