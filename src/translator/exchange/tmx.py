"""TMX, the exchange format of translation memories: 1.4b written, 1.1 to 1.4b read.

Source of names and rules: TMX 1.4b, https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

import translator
from translator.exchange.units import ENGLISH, ITALIAN, Status, TranslationUnit
from translator.exchange.xml_stream import elements, label
from translator.exchange.xml_text import XML_LANG, append, code, escape, is_forbidden, lay_out, local_name, pieces, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_STATUS = "x-status"
_CHARACTER = "x-cp"  # the type of a <ph> that stands for a character that XML cannot hold
_CONTAINERS = frozenset({"header", "tu", "tuv"})
# Elements whose own text is a formatting code of the original document; only a <sub> in them is text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_BREAKS = frozenset({"lb", "pb", "cb"})  # types of <ph>: line, page and column break
_THREE_LETTERS = {"ita": "it", "eng": "en"}


def write(
    stream: BinaryIO,
    units: Iterable[TranslationUnit],
    *,
    created: datetime.datetime,
    properties: Iterable[tuple[str, str]] = (),
    notes: Iterable[str] = (),
    source_language: str = ITALIAN,
    target_language: str = ENGLISH,
) -> None:
    """Write ``units`` one after the other to ``stream`` as TMX 1.4b, UTF-8.

    ``created``, ``properties`` and ``notes`` are those of the header. ``units`` may be any iterator: only one unit at a time
    is in memory. Points in time are written in whole seconds, UTC.
    """
    header = etree.Element(
        "header",
        {
            "creationtool": "translator",
            "creationtoolversion": translator.__version__,
            "segtype": "sentence",
            "o-tmf": "translator",
            "adminlang": "en",
            "srclang": source_language,
            "datatype": "plaintext",
            "creationdate": _written(created),
        },
    )
    _add_notes_and_properties(header, notes, properties)
    lay_out(header, _CONTAINERS, depth=1)
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("tmx", version="1.4"):
            file.write("\n  ", header, "\n  ")
            with file.element("body"):
                for unit in units:
                    element = _element(unit, source_language, target_language)
                    lay_out(element, _CONTAINERS, depth=2)
                    file.write("\n    ", element)
                file.write("\n  ")
            file.write("\n")


def _element(unit: TranslationUnit, source_language: str, target_language: str) -> etree._Element:
    element = etree.Element("tu")
    dates = {"creationdate": unit.created, "changedate": unit.changed}
    texts = {"tuid": escape(unit.id), "creationid": escape(unit.author)}
    attributes = texts | {name: _written(date) for name, date in dates.items() if date}
    for name, value in attributes.items():
        if value:
            element.set(name, value)
    status = [(_STATUS, str(unit.status))] if unit.status else []
    _add_notes_and_properties(element, unit.notes, [*status, *unit.properties])
    for language, text in ((source_language, unit.source), (target_language, unit.target)):
        variant = etree.SubElement(element, "tuv", {XML_LANG: language})
        append(etree.SubElement(variant, "seg"), text, _placeholder)
    return element


def _add_notes_and_properties(element: etree._Element, notes: Iterable[str], properties: Iterable[tuple[str, str]]) -> None:
    for note in notes:
        etree.SubElement(element, "note").text = escape(note)
    for kind, value in properties:
        etree.SubElement(element, "prop", type=escape(kind)).text = escape(value)


def _placeholder(character: str) -> etree._Element:
    element = etree.Element("ph", type=_CHARACTER)
    element.text = code(character)
    return element


def _written(date: datetime.datetime) -> str:
    naive = date.astimezone(datetime.UTC).replace(tzinfo=None)
    return naive.isoformat(timespec="seconds").replace("-", "").replace(":", "") + "Z"


def read(
    source: Path | BinaryIO,
    *,
    name: str = "",
    source_language: str = ITALIAN,
    target_language: str = ENGLISH,
    skipped: Callable[[str], None] | None = None,
) -> Iterator[TranslationUnit]:
    """The units of the TMX file ``source``, one after the other; a memory of any size is read in bounded memory.

    Languages are compared by their first part only (``it``, ``IT`` and ``it-CH`` are Italian). A unit with several targets
    comes once for each, ``target_language`` itself first; of several sources only one counts, ``source_language`` itself or
    else the first.
    Formatting codes are left out and the text in them (``<sub>``) and between them is kept. ``skipped`` is called with one
    line about each unit that is left out because a language is missing. Dates that are none are None. ``name`` is what
    messages call the file.

    Raises :class:`translator.errors.ExchangeError` that names the file, the line and the remedy.
    """
    name = label(source, name)
    for element, complete in elements(source, name, root="tmx", wholes={"header", "tu"}):
        if not complete or local_name(element) != "tu":
            continue
        line = element.sourceline
        sources, targets = _variants(element, source_language), _variants(element, target_language)
        if sources and targets:
            for target in targets:
                yield _unit(element, sources[0], target)
        elif skipped:
            missing = target_language if sources else source_language
            skipped(f"{name}, line {line}: left out, since it has no text in {missing}")


def _variants(element: etree._Element, language: str) -> list[etree._Element]:
    """The variants in ``language`` that have a text; those whose region is the same come first."""
    found = [
        variant
        for variant in element.iterfind("{*}tuv")
        if _primary(_language(variant)) == _primary(language) and variant.find("{*}seg") is not None
    ]
    return sorted(found, key=lambda variant: _normal(_language(variant)) != _normal(language))


def _language(variant: etree._Element) -> str:
    return variant.get(XML_LANG) or variant.get("lang") or ""


def _normal(language: str) -> str:
    return language.strip().lower().replace("_", "-")


def _primary(language: str) -> str:
    first = _normal(language).split("-")[0]
    return _THREE_LETTERS.get(first, first)


def _unit(element: etree._Element, source: etree._Element, target: etree._Element) -> TranslationUnit:
    places = (element, source, target)
    properties = [
        (unescape(item.get("type", "")), unescape("".join(item.itertext())))
        for place in places
        for item in place.iterfind("{*}prop")
    ]
    status = next((value for kind, value in properties if kind == _STATUS and value in set(Status)), None)
    if status is not None:
        properties.remove((_STATUS, status))
    return TranslationUnit(
        source=_text(source),
        target=_text(target),
        id=unescape(element.get("tuid", "")),
        status=Status(status) if status is not None else None,
        author=unescape(_attribute("changeid", target, element) or _attribute("creationid", target, element)),
        created=_date(_attribute("creationdate", target, element)),
        changed=_date(_attribute("changedate", target, element)),
        notes=tuple(unescape("".join(item.itertext())) for place in places for item in place.iterfind("{*}note")),
        properties=tuple(properties),
    )


def _attribute(name: str, target: etree._Element, unit: etree._Element) -> str:
    """The attribute of the English variant, which some tools date and sign, or else of the unit."""
    return target.get(name) or unit.get(name) or ""


def _date(written: str) -> datetime.datetime | None:
    try:
        date = datetime.datetime.fromisoformat(written.strip())
        return (date if date.tzinfo else date.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def _text(variant: etree._Element) -> str:
    segment = variant.find("{*}seg")
    return "" if segment is None else "".join(pieces(segment, _CODES, _character))


def _character(element: etree._Element) -> str:
    """The character that a placeholder stands for, if it is one of ours or a break."""
    kind = element.get("type", "").lower() if local_name(element) == "ph" else ""
    if kind in _BREAKS:
        return "\n"
    if kind != _CHARACTER:
        return ""
    try:
        character = chr(int(element.text or "", 16))
    except (ValueError, OverflowError):
        return ""
    return character if is_forbidden(character) else ""
