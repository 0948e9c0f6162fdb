import re

import pytest
from hypothesis import given
from tests.exchange.texts import TEXT, UNHURRIED

from translator.exchange.xml_text import escape, unescape


@UNHURRIED
@given(TEXT)
def test_escaping_is_reversible_and_leaves_nothing_forbidden(text):
    escaped = escape(text)
    assert unescape(escaped) == text
    assert not re.search("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", escaped)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Il faro", "Il faro"),
        ("a\x1bb", r"a\u{001B}b"),
        (r"a\u{001B}b", r"a\u{005C}u{001B}b"),
        (r"C:\users\u{0041} \\", r"C:\users\u{0041} \\"),
        ("\ud800", r"\u{D800}"),
    ],
)
def test_ordinary_text_stays_as_it_is(text, escaped):
    assert escape(text) == escaped
