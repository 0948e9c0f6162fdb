"""A piece of text as a reader sees it: on one line, without what only serves the layout."""

from __future__ import annotations

import re

# Zero-width and direction marks, and the byte order mark; the soft hyphen shows only at the end of a line.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# A word parted at the end of a line (``gover-`` / ``no``). A hyphen before a capital or a digit is part of the word.
_PARTED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][^\S\n]*\n\s*(?=[a-zà-öø-ÿ])")
# These first parts keep their hyphen before a word of their own (``italo-francese``).
_COMPOUND = re.compile(
    r"\b(?:afro|anglo|anti|austro|centro|euro|ex|franco|greco|indo|italo|neo|nippo|non|post|pre|pro|russo|serbo|sino|socio|"
    r"tecnico|vice)$",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """``text`` with each run of white space as one space and without invisible characters.

    Words parted by a hyphen at the end of a line are whole again.
    """
    whole = _PARTED.sub(lambda parted: "-" if _COMPOUND.search(text[: parted.start()][-12:]) else "", text)
    return " ".join(whole.translate(_INVISIBLE).split())
