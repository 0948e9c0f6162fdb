"""Translations for other tools, both ways: TMX (memories), XLIFF (bilingual documents), TSV (tables).

Each module writes and reads one format on plain data classes: :mod:`translator.exchange.tmx`, :mod:`translator.exchange.xliff`,
:mod:`translator.exchange.tsv`. They know nothing of articles; :mod:`translator.writing` turns an article into these data
classes. Any text comes back as it went in, also characters that XML cannot hold; docs/exchange.md says how.
"""

from translator.exchange.units import ENGLISH, ITALIAN, Status, TranslationUnit

__all__ = ["ENGLISH", "ITALIAN", "Status", "TranslationUnit"]
