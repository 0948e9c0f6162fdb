"""An Italian article in, a side-by-side Italian/English Word document out: offline, with every name as the glossary wants it.

>>> from translator import translate_article
>>> article = translate_article("articolo.txt")            # doctest: +SKIP
>>> article.blocks[0].segments[0].target                   # doctest: +SKIP

:func:`translate_article` does one article; :class:`Translator` keeps the model open for many. The stages are packages of
their own (:mod:`translator.reading`, :mod:`translator.segmentation`, :mod:`translator.glossary`, :mod:`translator.translation`,
:mod:`translator.writing`). Importing this module loads none of the libraries that they need.
"""

from typing import TYPE_CHECKING

from translator.article import Article, Block, Finding, Segment, SetAside, Signature, Span, TermUse
from translator.errors import TranslatorError

if TYPE_CHECKING:
    from translator.glossary import Glossary
    from translator.pipeline import Translator, translate_article

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "Finding",
    "Glossary",
    "Segment",
    "SetAside",
    "Signature",
    "Span",
    "TermUse",
    "Translator",
    "TranslatorError",
    "__version__",
    "translate_article",
]


def __getattr__(name: str) -> object:
    """Import the heavier public names on first use."""
    if name == "Glossary":
        from translator.glossary import Glossary  # noqa: PLC0415

        return Glossary
    if name in {"Translator", "translate_article"}:
        from translator import pipeline  # noqa: PLC0415

        return getattr(pipeline, name)
    raise AttributeError(f"module 'translator' has no attribute {name!r}")
