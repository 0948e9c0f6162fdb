import hashlib
from dataclasses import replace

import pytest
from tests.writing.docx_articles import EMPTY

from translator.fingerprint import article_sha256, segment_hash


@pytest.mark.parametrize("text", ["", "Il faro di Valdora.\n", "\ud800"], ids=["empty", "text", "lone surrogate"])
def test_the_article_hash_is_that_of_its_text(text):
    article = replace(EMPTY, text=text)
    assert article_sha256(article) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize(
    "text",
    ["  Perché no? ", "Perche\u0301 no?", "Perché\u00a0\n\tno?"],
    ids=["ends", "decomposed", "white space"],
)
def test_what_word_processors_change_does_not_count(text):
    assert segment_hash(text) == hashlib.sha256("Perché no?".encode()).hexdigest()


@pytest.mark.parametrize("text", ["perché no?", "Perche no?", "Perchéno?"], ids=["capital", "accent", "words"])
def test_what_people_change_counts(text):
    assert segment_hash(text) != segment_hash("Perché no?")
