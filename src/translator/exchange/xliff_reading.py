"""Reading XLIFF 2.0, 2.1 and 2.2; of 1.x see :mod:`translator.exchange.xliff_1`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from translator.article import Span
from translator.errors import ExchangeError
from translator.exchange import xliff_1
from translator.exchange.bilingual import (
    Between,
    BilingualDocument,
    BilingualFile,
    BilingualSegment,
    BilingualUnit,
    GlossaryEntry,
    Note,
)
from translator.exchange.units import Status
from translator.exchange.xliff_names import PREFIX, PRIORITIES, QUESTION
from translator.exchange.xml_stream import elements, label
from translator.exchange.xml_text import local_name, unescape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from lxml import etree

_WHOLES = frozenset({"unit", "trans-unit", "bin-unit", "notes", "metadata", "header", "skeleton"})
_OWNER = re.compile(r"(.+)\.[ng][0-9]+")  # notes and glossary entries are named after their segment
_T = TypeVar("_T")


@dataclass(slots=True)
class _File:
    """A file while it is read."""

    id: str
    original: str
    units: list[BilingualUnit] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)

    def done(self) -> BilingualFile:
        return BilingualFile(self.id, tuple(self.units), self.original, tuple(self.notes), tuple(self.properties))


def read(source: Path | BinaryIO, *, name: str = "") -> BilingualDocument:
    """The XLIFF file ``source``, version 1.0 to 1.2 or 2.0 to 2.2; ``name`` is what messages call it.

    Inline codes are left out and the text between them is kept. A note or glossary entry that does not say to which segment
    it belongs goes to the unit or to the unit's first segment. Of 2.x, a segment without a state is ``initial``, as
    the specification has it; states of other tools below the four are passed over. Candidates (``<matches>``,
    ``<alt-trans>``) and the history of changes are not read.

    Raises :class:`ExchangeError` that names the file, the line and the remedy.
    """
    name = label(source, name)
    languages = ["", ""]
    files: list[_File] = []
    for element, complete in elements(source, name, root="xliff", wholes=_WHOLES):
        tag = local_name(element)
        if tag in {"xliff", "file"}:
            languages = _languages(element, languages)
        if tag == "file":
            files.append(_File(element.get("id") or f"f{len(files) + 1}", unescape(element.get("original", ""))))
        elif complete and files:
            _add(files[-1], element, tag, name)
    return BilingualDocument(tuple(file.done() for file in files), *languages)


def _languages(element: etree._Element, known: list[str]) -> list[str]:
    """What the element says of the two languages; in 2.x the root says it, in 1.x each file (the first one counts)."""
    names = (("srcLang", "source-language"), ("trgLang", "target-language"))
    return [old or element.get(new) or element.get(older) or "" for old, (new, older) in zip(known, names, strict=True)]


def _add(file: _File, element: etree._Element, tag: str, name: str) -> None:
    if tag in {"unit", "trans-unit"}:
        identifier = element.get("id") or f"u{len(file.units) + 1}"  # some tools forget it
        file.units.append((_unit if tag == "unit" else xliff_1.unit)(element, identifier, name))
    elif tag == "notes":
        file.notes.extend(note for _, note in _notes(element))
    elif tag == "header":
        file.notes.extend(xliff_1.notes(element))
    elif tag == "metadata":
        file.properties.extend((unescape(meta.get("type", "")), unescape(meta.text or "")) for meta in element.iter("{*}meta"))


@dataclass(slots=True)
class _Content:
    """The text of a <source> or <target> while it is collected, and where its marks stand."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: dict[str, Span] = field(default_factory=dict)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def text(self) -> str:
        return "".join(self.pieces)


def _unit(element: etree._Element, identifier: str, name: str) -> BilingualUnit:
    parts: list[BilingualSegment | Between] = []
    sources: dict[str, tuple[str, Span]] = {}  # the segment and place of each mark
    targets: dict[str, Span] = {}
    segments: list[str] = []
    for child in element.iterchildren("{*}segment", "{*}ignorable"):
        source, target = _content(child, "source", name), _content(child, "target", name)
        if local_name(child) == "ignorable":
            parts.append(Between(source.text(), target.text()))
            continue
        segments.append(child.get("id") or f"{identifier}.s{len(segments) + 1}")
        parts.append(BilingualSegment(segments[-1], source.text(), target.text(), _status(child)))
        sources |= {mark: (segments[-1], span) for mark, span in source.marks.items()}
        targets |= target.marks
    terms = _by_segment(_terms(element, sources, targets), segments, default=segments[0] if segments else "")
    notes = _by_segment((pair for holder in element.iterchildren("{*}notes") for pair in _notes(holder)), segments)
    kind = element.get("type", "")
    return BilingualUnit(
        identifier,
        tuple(
            replace(part, terms=tuple(terms.get(part.id, ())), notes=tuple(notes.get(part.id, ())))
            if isinstance(part, BilingualSegment)
            else part
            for part in parts
        ),
        kind.removeprefix(PREFIX) if kind.startswith(PREFIX) else "",
        tuple(notes.get("", ())),
    )


def _by_segment(items: Iterable[tuple[str, _T]], segments: Sequence[str], *, default: str = "") -> dict[str, list[_T]]:
    """``items``, given with the ids of their segments, by segment; those of unknown segments under ``default``."""
    known = set(segments)
    grouped: dict[str, list[_T]] = {}
    for segment, item in items:
        grouped.setdefault(segment if segment in known else default, []).append(item)
    return grouped


def _owner(element: etree._Element) -> str:
    """The id of the segment that the element's own id names, if it is one of ours."""
    found = _OWNER.fullmatch(element.get("id", ""))
    return found[1] if found else ""


def _status(segment: etree._Element) -> Status:
    if segment.get("subState") == QUESTION:
        return Status.QUESTION
    state = segment.get("state", "")
    return Status(state) if state in set(Status) else Status.INITIAL


def _notes(holder: etree._Element) -> Iterator[tuple[str, Note]]:
    """The notes in ``holder``, each with the id of its segment or nothing."""
    for note in holder.iterchildren("{*}note"):
        priority = note.get("priority", "")
        yield (
            _owner(note),
            Note(
                unescape("".join(note.itertext())),
                unescape(note.get("category", "")),
                int(priority) if priority in PRIORITIES else 1,
                note.get("appliesTo", ""),
            ),
        )


def _terms(
    unit: etree._Element, sources: dict[str, tuple[str, Span]], targets: dict[str, Span]
) -> Iterator[tuple[str, GlossaryEntry]]:
    """The glossary entries of ``unit``, each with the id of the segment in which it is marked, or which its own id names."""
    for entry in unit.iterfind("{*}glossary/{*}glossEntry"):
        term, translation = entry.find("{*}term"), entry.find("{*}translation")
        segment, span = sources.get(_mark(entry), (_owner(entry), None))
        origins = [element.get("source") for element in (term, translation) if element is not None]
        yield (
            segment,
            GlossaryEntry(
                _plain(term),
                _plain(translation),
                span,
                targets.get(_mark(translation)) if translation is not None else None,
                unescape(next(filter(None, origins), "")),
            ),
        )


def _mark(element: etree._Element) -> str:
    """The id of the mark to which ``ref`` points: the last part of ``#m1``, ``#t=m1`` or ``#f=f1/u=p1/t=m1``."""
    return re.split("[#/=]", element.get("ref", ""))[-1]


def _plain(element: etree._Element | None) -> str:
    return "" if element is None else unescape("".join(element.itertext()))


def _content(segment: etree._Element, tag: str, name: str) -> _Content:
    content = _Content()
    element = segment.find(f"{{*}}{tag}")
    if element is not None:
        _collect(element, content, {}, name)
    elif tag == "source":
        raise ExchangeError(f"{name}, line {segment.sourceline}: <{local_name(segment)}> without <source>; add one")
    return content


def _collect(element: etree._Element, content: _Content, open_marks: dict[str, int], name: str) -> None:
    content.add(element.text)
    for child in element:
        tag, start = local_name(child), content.length
        if tag == "cp":
            content.add(_character(child, name))
        elif tag == "ph" and child.get("subType") == "xlf:lb":
            content.add("\n")
        elif tag == "sm":
            open_marks[child.get("id", "")] = start
        elif tag == "em":
            mark = child.get("startRef", "")
            content.marks[mark] = Span(open_marks.get(mark, start), start)
        else:
            _collect(child, content, open_marks, name)
            if tag == "mrk":
                content.marks[child.get("id", "")] = Span(start, content.length)
        content.add(child.tail)


def _character(element: etree._Element, name: str) -> str:
    try:
        return chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError):
        raise ExchangeError(
            f"{name}, line {element.sourceline}: <cp hex={element.get('hex', '')!r}> is no character; "
            "write its number as hexadecimal digits"
        ) from None
