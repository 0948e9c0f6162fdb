"""Reading what is in XLIFF 1.0 to 1.2: its <trans-unit> as a unit.

Source of names and rules: http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from translator.errors import ExchangeError
from translator.exchange.bilingual import Between, BilingualSegment, BilingualUnit, Note
from translator.exchange.units import Status
from translator.exchange.xliff_names import PRIORITIES
from translator.exchange.xml_text import local_name, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_CODES = frozenset({"bpt", "ept", "it", "ph", "x", "bx", "ex"})
_STATES = {
    "new": Status.INITIAL,
    "needs-translation": Status.INITIAL,
    "needs-adaptation": Status.INITIAL,
    "needs-l10n": Status.INITIAL,
    "needs-review-translation": Status.TRANSLATED,
    "needs-review-adaptation": Status.TRANSLATED,
    "needs-review-l10n": Status.TRANSLATED,
    "translated": Status.TRANSLATED,
    "signed-off": Status.REVIEWED,
    "final": Status.FINAL,
}
_APPLIES_TO = frozenset({"source", "target"})


def unit(element: etree._Element, identifier: str, name: str) -> BilingualUnit:
    """The unit ``identifier`` in the <trans-unit> ``element`` of the file ``name``; candidates (<alt-trans>) are not read.

    Where the source is cut into segments (<seg-source>), so is the unit; a unit that says nothing of its state is final when it
    is approved, translated when it has a target, and initial otherwise. Raises :class:`ExchangeError`.
    """
    source, target, cut = (element.find(f"{{*}}{tag}") for tag in ("source", "target", "seg-source"))
    if source is None:
        raise ExchangeError(f"{name}, line {element.sourceline}: <trans-unit> without <source>; add one")
    status = _status(element, target)
    if cut is None or not any(map(_is_segment, cut.iter("{*}mrk"))):
        whole = BilingualSegment(identifier, _text(source), "" if target is None else _text(target), status)
        return BilingualUnit(identifier, (whole,), notes=tuple(notes(element)))
    marks = () if target is None else target.iter("{*}mrk")
    targets = {mark.get("mid", ""): _text(mark) for mark in marks if _is_segment(mark)}
    parts: list[BilingualSegment | Between] = []
    for between, items in groupby(_parts(cut), key=lambda item: isinstance(item, str)):
        if between:
            text = "".join(map(str, items))
            parts.append(Between(text, text if target is not None else ""))
        else:
            parts.extend(
                BilingualSegment(f"{identifier}.{mid}", _text(mark), targets.get(mid, ""), status)
                for mark in items
                if not isinstance(mark, str)
                for mid in [mark.get("mid", "")]
            )
    return BilingualUnit(identifier, tuple(parts), notes=tuple(notes(element)))


def notes(element: etree._Element) -> Iterator[Note]:
    """The notes right under ``element``."""
    for note in element.iterchildren("{*}note"):
        priority, applies_to = note.get("priority", ""), note.get("annotates", "")
        yield Note(
            "".join(note.itertext()),
            priority=int(priority) if priority in PRIORITIES else 1,
            applies_to=applies_to if applies_to in _APPLIES_TO else "",
        )


def _status(element: etree._Element, target: etree._Element | None) -> Status:
    state = "" if target is None else target.get("state", "")
    if state in _STATES:
        return _STATES[state]
    if element.get("approved") == "yes":
        return Status.FINAL
    return Status.TRANSLATED if target is not None and _text(target) else Status.INITIAL


def _is_segment(element: etree._Element) -> bool:
    return local_name(element) == "mrk" and element.get("mtype") == "seg"


def _parts(element: etree._Element) -> Iterator[str | etree._Element]:
    """The segments of a cut source, and the text between them; a tool may put both inside formatting."""
    if element.text and local_name(element) not in _CODES:
        yield element.text
    for child in element:
        if _is_segment(child):
            yield child
        else:
            yield from _parts(child)
        if child.tail:
            yield child.tail


def _text(element: etree._Element) -> str:
    return "".join(pieces(element, _CODES, _line_break))


def _line_break(element: etree._Element) -> str:
    return "\n" if element.get("ctype") == "lb" else ""
