"""``remedied``: a finding on a translation that was made again since something was wrong with the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.article import Finding, Severity
from translator.quality.check import Check, Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

REMEDIED = Check(
    code="remedied",
    severity=Severity.INFO,
    description="Something was wrong with the first translation, and a second attempt was better.",
)
# What was wrong, by the code of the check that found it; and what was done, by the remedy's name.
FAULTS = {
    "empty-target": "was empty",
    "untranslated": "was left in Italian",
    "partly-untranslated": "was partly left in Italian",
    "leftover-italian": "had Italian words left",
    "copied": "was the Italian word",
    "repetition": "repeated itself",
    "doubled-word": "had a word twice",
    "negation-lost": "had lost a negation",
    "number-mismatch": "had a number wrong",
    "address-altered": "had an address wrong",
    "length-ratio": "was too short or too long",
    "quotes": "had a quotation mark wrong",
    "brackets": "had a bracket wrong",
    "end-punctuation": "ended otherwise than the Italian",
    "capitals-lost": "began in lower case",
    "low-confidence": "was very unsure",
}
REMEDIES = {
    "tidy": "its end, first letter or address was mended",
    "quotation-marks": "translated again without the quotation marks at the ends",
    "clauses": "translated again in clauses",
    "another": "the model's next best one was taken",
    "small-letter": "translated again with a small first letter",
    "full-stop": "translated again with a full stop",
    "facts": "translated again with the number or address required",
    "no-repeat": "translated again with nothing said twice",
    "cut": "the repetition was cut out",
}


def findings(faults: Sequence[str], remedy: str) -> tuple[Finding, ...]:
    """The finding on a target by ``remedy``, after ``faults`` of the first; none when there was no remedy (empty)."""
    if not remedy:
        return ()
    told = [code for code in faults if code != "copied"] or faults
    wrong = " and ".join(FAULTS[code] for code in told)
    return (REMEDIED.finding(Remark(f"The first translation {wrong}; {REMEDIES[remedy]}")),)
