"""Glossaries: terms, their file formats, and where they occur in a text; and the names that no glossary knows."""

from translator.glossary.candidates import Candidate, candidates
from translator.glossary.checking import check
from translator.glossary.files import FORMATS, load, render
from translator.glossary.matching import Matcher, Refusal, TermMatch
from translator.glossary.names import Name, find_names
from translator.glossary.shipped import find, place, shipped_names
from translator.glossary.table import Problem
from translator.glossary.terms import CaseRule, Glossary, Term, TermKind

__all__ = [
    "FORMATS",
    "Candidate",
    "CaseRule",
    "Glossary",
    "Matcher",
    "Name",
    "Problem",
    "Refusal",
    "Term",
    "TermKind",
    "TermMatch",
    "candidates",
    "check",
    "find",
    "find_names",
    "load",
    "place",
    "render",
    "shipped_names",
]
