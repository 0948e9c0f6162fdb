"""What ties a reviewed document to its article: hashes that the writer puts in and the reader works out again."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.article import Article


def article_sha256(article: Article) -> str:
    """The SHA-256 of the article's text as read (UTF-8, lone surrogates as they are), as 64 hexadecimal digits."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def segment_hash(text: str) -> str:
    """The SHA-256 of a segment's text, as 64 hexadecimal digits.

    Word processors compose accents and change white space as they like, so these do not count: the text is normalised (NFC),
    every run of white space made one space, and none left at the ends.
    """
    normal = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()
