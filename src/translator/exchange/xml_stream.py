"""Reading XML files of other tools: element by element, in bounded memory, without ever fetching or expanding anything.

External files and DTDs are not opened. A file that declares or uses entities of its own is refused: dropping them would lose
text, and expanding them is how small files fill a machine's memory. The limits of libxml2 stay on (nesting 256 deep, ten
million characters of text in one piece). What is read is forgotten at once, so that a memory of any size can be read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

from translator.errors import ExchangeError
from translator.exchange.xml_text import local_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_MOST_ELEMENTS = 1_000_000  # in one unit; more is an attack or a mistake


def label(source: Path | BinaryIO, name: str = "") -> str:
    """What messages call ``source``: ``name`` if given, the path, or ``input``."""
    return name or (str(source) if isinstance(source, Path) else "input")


def elements(source: Path | BinaryIO, name: str, *, root: str, wholes: Container[str]) -> Iterator[tuple[etree._Element, bool]]:
    """The elements of the file ``source`` in document order, called ``name`` in messages.

    An element whose local name is in ``wholes`` comes when it is complete, with True, and its descendants do not come. All
    others come when they start, with False: only their attributes are known then. Elements are emptied when the next one is
    asked for.

    Raises :class:`ExchangeError` when the file cannot be read, is not well-formed, has another root than ``root``, uses
    entities, or has a unit of absurd size.
    """
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                yield from _elements(file, name, root, wholes)
        except OSError as error:
            raise ExchangeError(f"{name}: cannot be read ({error.strerror}); check the path") from error
    else:
        yield from _elements(source, name, root, wholes)


def _elements(file: BinaryIO, name: str, root: str, wholes: Container[str]) -> Iterator[tuple[etree._Element, bool]]:
    inside = size = 0
    for event, element in _events(file, name):
        if event == "start":
            if inside:
                inside, size = inside + 1, size + 1
                if size > _MOST_ELEMENTS:
                    raise ExchangeError(f"{_place(name, element)}: more than {_MOST_ELEMENTS:,} elements in one unit; split it")
            elif local_name(element) in wholes:
                inside, size = 1, 0
            else:
                if element.getparent() is None:
                    _check_start(element, name, root)
                yield element, False
        elif inside > 1:
            inside -= 1
        else:
            if inside:
                inside = 0
                _check_entities(element, name)
                yield element, True
            _forget(element)


def _events(file: BinaryIO, name: str) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from parser
    except etree.XMLSyntaxError as error:
        # libxml2's own log knows more than the exception, whose line is 0 where parsing stopped between two events.
        first = next(iter(parser.error_log.filter_from_errors()), None)
        line, message = (first.line, first.message) if first else (error.lineno, error.msg)
        raise ExchangeError(
            f"{name}, line {max(line or 0, 1)}: not well-formed XML ({' '.join(str(message).split())}); "
            "export the file again, or correct that line"
        ) from error


def _place(name: str, element: etree._Element) -> str:
    return f"{name}, line {element.sourceline}"


def _check_start(element: etree._Element, name: str, root: str) -> None:
    if local_name(element) != root:
        raise ExchangeError(
            f"{_place(name, element)}: the file starts with <{local_name(element)}>, not <{root}>; give a file in that format"
        )
    dtd = element.getroottree().docinfo.internalDTD
    declared = next(iter(dtd.iterentities()), None) if dtd is not None else None
    if declared is not None:
        raise ExchangeError(
            f"{name}, line 1: declares the entity {declared.name!r}, and entities are never expanded; "
            "replace them by their text and delete the <!ENTITY> lines"
        )


def _check_entities(element: etree._Element, name: str) -> None:
    for entity in element.iter(etree.Entity):
        raise ExchangeError(
            f"{name}, line {entity.sourceline or element.sourceline}: uses the entity {entity.text}, and entities are never "
            "expanded; replace it by its text"
        )


def _forget(element: etree._Element) -> None:
    """Free what was read: the element's content and everything before it."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    if parent is not None:
        while (previous := element.getprevious()) is not None:
            parent.remove(previous)
