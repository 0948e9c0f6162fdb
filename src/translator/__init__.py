"""An Italian article in, a side-by-side Italian/English Word document out: offline, with every name as the glossary wants it.

>>> from translator import translate_article
>>> article = translate_article("articolo.txt")            # doctest: +SKIP
>>> article.blocks[0].segments[0].target                   # doctest: +SKIP

:func:`translate_article` does one article; :class:`Translator` keeps the model open for many; :class:`Memory` is the
translation memory. The stages are packages of their own (:mod:`translator.reading`, :mod:`translator.segmentation`,
:mod:`translator.glossary`, :mod:`translator.translation`, :mod:`translator.typography`, :mod:`translator.quality`,
:mod:`translator.writing`, and :mod:`translator.review` for the way back), each with its public names in ``__all__``.
docs/python.md has an example for each use. Importing this module loads none of the libraries that they need.
"""

import importlib
from typing import TYPE_CHECKING

from translator.article import (
    Article,
    Block,
    BlockKind,
    Finding,
    Segment,
    SetAside,
    Severity,
    Signature,
    Span,
    TermStatus,
    TermUse,
)
from translator.errors import TranslatorError

if TYPE_CHECKING:
    from translator.glossary import Glossary, Term, TermKind
    from translator.pipeline import Translator, segment, translate_article
    from translator.translation.memory.store import Memory
    from translator.typography import Style, Variety

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Finding",
    "Glossary",
    "Memory",
    "Segment",
    "SetAside",
    "Severity",
    "Signature",
    "Span",
    "Style",
    "Term",
    "TermKind",
    "TermStatus",
    "TermUse",
    "Translator",
    "TranslatorError",
    "Variety",
    "__version__",
    "segment",
    "translate_article",
]

# The heavier names: the module that each is in, imported when the name is first used.
_LATER = {
    "Glossary": "translator.glossary",
    "Memory": "translator.translation.memory.store",
    "Style": "translator.typography",
    "Term": "translator.glossary",
    "TermKind": "translator.glossary",
    "Translator": "translator.pipeline",
    "Variety": "translator.typography",
    "segment": "translator.pipeline",
    "translate_article": "translator.pipeline",
}


def __getattr__(name: str) -> object:
    """Import the heavier public names on first use."""
    if name in _LATER:
        return getattr(importlib.import_module(_LATER[name]), name)
    raise AttributeError(f"module 'translator' has no attribute {name!r}")
