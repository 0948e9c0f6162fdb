"""Glossaries: terms, their file format, and where they occur in a text."""

from translator.glossary.csv_format import load
from translator.glossary.matching import Matcher, TermMatch
from translator.glossary.shipped import find, shipped_names
from translator.glossary.terms import CaseRule, Glossary, Term, TermKind

__all__ = ["CaseRule", "Glossary", "Matcher", "Term", "TermKind", "TermMatch", "find", "load", "shipped_names"]
