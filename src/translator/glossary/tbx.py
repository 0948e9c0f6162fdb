"""Glossaries as TBX-Basic (ISO 30042:2019, DCA style; version 2's ``martif`` is read too).

A concept is a term. Its Italian terms are the source and the further forms, its English ones the target and the further
accepted forms; the first with ``preferredTerm-admn-sts`` (else the first) stands for the concept. ``subjectField`` holds the
kind. The case rule and the context have no data category in TBX-Basic and are notes that begin with ``case:`` and
``context:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary import table
from translator.glossary.terms import TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from translator.glossary.terms import Term

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED = "preferredTerm-admn-sts"
_ADMITTED = "admittedTerm-admn-sts"
_LEFT_OUT = frozenset({"deprecatedTerm-admn-sts", "supersededTerm-admn-sts"})
_OWN = ("case", "context", "note")


def rows(path: Path, data: bytes) -> Iterator[table.Row]:
    """The rows of the TBX file ``path``, whose bytes are ``data``. Raises :class:`GlossaryError`.

    Concepts without an Italian or without an English term are passed over: a term base may hold many languages.
    """
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise table.Problem(
            path, error.lineno or 1, "", f"not well-formed XML ({error.msg}); export the term base again"
        ).error() from error
    if _name(root) not in {"tbx", "martif"}:
        raise table.Problem(path, 1, "", f"not TBX: the root is <{_name(root)}>; export the term base as TBX").error()
    languages: set[str] = set()
    found = False
    for concept in _all(root, "conceptEntry", "termEntry"):
        values = _concept(concept, languages)
        if values is not None:
            found = True
            yield concept.sourceline or 0, values
    if not found and not {"it", "en"} <= languages:
        listed = ", ".join(sorted(languages)) or "no language"
        raise table.Problem(
            path, 1, "", f"no concept has an Italian and an English term (there is {listed}); export both"
        ).error()


def _concept(concept: _Element, languages: set[str]) -> dict[str, str] | None:
    terms: dict[str, list[str]] = {}
    for section in _all(concept, "langSec", "langSet"):
        language = (section.get(_LANG) or section.get("lang") or "").replace("_", "-").lower().split("-")[0]
        languages.add(language)
        terms.setdefault(language, []).extend(_terms(section))
    if not terms.get("it") or not terms.get("en"):
        return None
    notes = [text for note in concept.iter() if isinstance(note.tag, str) and _name(note) == "note" and (text := _text(note))]
    own = dict.fromkeys(_OWN, "")
    others = []
    for note in notes:
        label, _, rest = note.partition(": ")
        if label in _OWN and rest:
            own[label] = rest
        else:
            others.append(note)
    kind = next((_text(item) for item in _all(concept, "descrip") if item.get("type") == "subjectField"), "")
    return {
        "source": terms["it"][0],
        "forms": "|".join(terms["it"][1:]),
        "target": terms["en"][0],
        "target_forms": "|".join(terms["en"][1:]),
        "kind": kind if kind.lower() in set(TermKind) else "",  # other tools have their own subject fields
        "case": own["case"],
        "context": own["context"],
        "note": " ".join(filter(None, (own["note"], *others))),
    }


def _terms(section: _Element) -> list[str]:
    """The section's terms, preferred ones first, without those that must not be used."""
    ranked = []
    for group in _all(section, "termSec", "tig", "ntig"):
        status = next((_text(note) for note in _all(group, "termNote") if note.get("type") == "administrativeStatus"), "")
        text = next((_text(term) for term in _all(group, "term")), "")
        if text and status not in _LEFT_OUT:
            ranked.append((status != _PREFERRED, text))
    return [text for _, text in sorted(ranked, key=lambda item: item[0])]


def _all(element: _Element, *names: str) -> Iterator[_Element]:
    return (item for item in element.iter() if isinstance(item.tag, str) and _name(item) in names)


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: _Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def write(terms: Sequence[Term], *, title: str) -> bytes:
    """The ``terms`` as a TBX-Basic file called ``title``.

    Raises :class:`GlossaryError` when a term holds a control character.
    """
    from lxml import etree  # noqa: PLC0415

    root = etree.Element(f"{{{_NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "en"}, nsmap={None: _NAMESPACE})
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    try:
        _add(_add(description, "titleStmt"), "title", title)
        _add(_add(description, "sourceDesc"), "p", "Italian-English glossary")
        body = _add(_add(root, "text"), "body")
        for number, term in enumerate(terms, 1):
            _write_concept(body, number, term)
    except ValueError as error:
        raise GlossaryError(
            "a term holds a control character, which TBX cannot; 'translator glossary check' says where"
        ) from error
    etree.indent(root, space=" ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _write_concept(body: _Element, number: int, term: Term) -> None:
    concept = _add(body, "conceptEntry", id=f"c{number}")
    _add(concept, "descrip", term.kind, type="subjectField")
    for label, value in (("case", term.case), ("context", term.context), ("note", term.note)):
        if value:
            plain = label == "note" and value.partition(": ")[0] not in _OWN
            _add(concept, "note", value if plain else f"{label}: {value}")
    for language, forms in (("it", term.sources), ("en", (term.target, *term.target_forms))):
        section = _add(concept, "langSec", **{_LANG: language})
        for at, form in enumerate(forms):
            group = _add(section, "termSec")
            _add(group, "term", form)
            _add(group, "termNote", _ADMITTED if at else _PREFERRED, type="administrativeStatus")


def _add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    from lxml import etree  # noqa: PLC0415

    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        element.text = text
    return element
