"""Whether a written file is what its format asks for: against our own DTD and schema, and what these cannot say."""

import io
from pathlib import Path

from lxml import etree

_DATA = Path(__file__).parent / "data"
_DTD = etree.DTD(str(_DATA / "tmx.dtd"))
_SCHEMA = etree.RelaxNG(etree.parse(_DATA / "xliff.rng"))
CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
GLOSSARY = "{urn:oasis:names:tc:xliff:glossary:2.0}"


def _root(data):
    return etree.parse(io.BytesIO(data)).getroot()


def check_tmx(data):
    root = _root(data)
    assert _DTD.validate(root), _DTD.error_log
    return root


def check_xliff(data):
    root = _root(data)
    assert _SCHEMA.validate(root), _SCHEMA.error_log
    for file in root.iter(CORE + "file"):
        _all_different(file.iter(CORE + "unit"))
        for unit in file.iter(CORE + "unit"):
            _check_unit(unit)
    return root


def _check_unit(unit):
    marks = {tag: {mark.get("id") for mark in unit.iterfind(f".//{CORE}{tag}/{CORE}mrk")} for tag in ("source", "target")}
    _all_different([*unit.iter(CORE + "segment"), *unit.iterfind(f".//{CORE}source/{CORE}mrk")])
    _all_different([*unit.iter(CORE + "segment"), *unit.iterfind(f".//{CORE}target/{CORE}mrk")])
    _all_different(unit.iter(CORE + "note"))
    _all_different(unit.iter(GLOSSARY + "glossEntry"))
    for element in unit.iter(GLOSSARY + "glossEntry", GLOSSARY + "translation"):
        ref = element.get("ref")
        if ref and ref.startswith("#t="):
            assert ref.removeprefix("#t=") in marks["target"]
        elif ref:
            assert ref.removeprefix("#") in marks["source"]


def _all_different(items):
    ids = [item.get("id") for item in items]
    assert None not in ids
    assert len(ids) == len(set(ids))
