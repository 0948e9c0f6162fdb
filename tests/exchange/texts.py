"""Any text, for property tests, and the texts that are known to be hard."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

HARD = {
    "nothing": "",
    "white space": " \t\n\r\x0b\x0c\xa0\u2003 ",
    "carriage returns": "\r\n\r uno\r\ndue\r",
    "control characters": "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)])),
    "lone surrogates": "\ud800uno\udfff\ud83d\ude00",
    "no characters at all": "\ufffe\uffff\ufdd0\U0001ffff",
    "markup": "<b>&amp;</b> &#0; ]]> <![CDATA[x]]> <!-- y --> <?z?> \"'",
    "escapes of ours": r"\u{0001} \u{005C}u{0001} \\ \t \n \u001B \= \| | \x \\u{D800}",
    "formulas": "=1+1",
    "quotes": '"Uno", ha detto. ""',
    "bars": "| a | b |",
    "emoji": "👩‍👩‍👧‍👦 🇮🇹 e\u0301 ﬁ",
    "right to left": "\u202eעברית\u202c \u200f\u200e\u2067العربية\u2069",
    "separators of lines": "a\u2028b\u2029c\x85d",
    "byte order mark": "\ufeffuno\ufeff",
    "a word of 10,000 letters": "à" * 10_000,
    "many control characters": "\x01" * 2_000,
}

_ANY = st.characters(exclude_categories=())
_NASTY = st.sampled_from([*HARD.values(), *'\t\n\r\\|"=+-@ <&>', "\\u{", "\\u", "}", "0001", " | "])
TEXT = st.lists(st.one_of(_ANY, _NASTY.filter(lambda text: len(text) < 200)), max_size=20).map("".join)
SOME_TEXT = TEXT.filter(bool)
