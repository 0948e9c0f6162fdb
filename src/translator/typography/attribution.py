"""Who said it: in ``«Pronti», ha detto la sindaca`` the subject follows the verb; small models put a second one before it.

``“Ready,” he said that the mayor`` → “Ready,” said the mayor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.typography.changes import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

_TIMES = (
    r"giorno|giorni|mattin\w+|pomeriggio|ser[ae]\w*|nott[ei]|mese|mesi|anno|anni|settiman\w+|lunedì|martedì|mercoledì|giovedì|venerdì"
    r"|sabato|domenica|stess[oa]|scors[oa]|volta"
)
# After the end of what is said: a verb in the third person, perhaps a gerund, and who it was. Not ``ha detto che …``.
_ITALIAN = re.compile(
    r"[»”\"’]\s?[,.–—-]?\s+(?:(?:ha|hanno|aveva|avevano)\s+)?(?:poi\s+)?[a-zàèéìòù]{4,}(?:\s[a-z]+ndo)?\s+"
    rf"(?:(?:(?:il|lo|la|i|gli|le|un|uno|una)\s|l['’]|un['’])(?!(?:{_TIMES})(?!\w))|[A-ZÀ-Þ][a-zà-ÿ])"
)
_VERBS = (
    "added|admitted|announced|answered|argued|asked|claimed|commented|complained|concluded|confirmed|continued|declared|explained"
    "|insisted|noted|observed|pointed out|recalled|remarked|remembered|repeated|replied|responded|said|stated|stressed"
    "|underlined|warned|wrote|adds|answers|asks|comments|concludes|explains|says"
)
_WHO = r"(?=(?:the|an?) \w|[A-Z][a-z])"
_PRONOUN = re.compile(
    rf"(?<=[,?!…”’\"'.])(?P<who> (?:he|she|it|they|we|I))(?= (?:{_VERBS}|told)(?: (?:that|on|to|for))? {_WHO})"
)
_THAT = re.compile(rf"(?<=[,?!…”’\"'.]) (?:(?:he|she|it|they|we|I) )?(?:{_VERBS}|told)(?P<that> (?:that|on)) {_WHO}")
_TOLD = re.compile(rf"(?<=[,?!…”’\"'.]) (?:(?:he|she|it|they|we|I) )?(?P<told>told) {_WHO}")


def attributions(draft: Draft) -> Iterator[Edit]:
    """No pronoun before the verb that says who spoke and no *that* after it, where the Italian has the speaker after it.

    Nor *told*, which would make the speaker the one who was told.
    """
    if not _ITALIAN.search(draft.italian.text):
        return
    for pattern, group, words in ((_PRONOUN, "who", ""), (_THAT, "that", ""), (_TOLD, "told", "said")):
        for found in pattern.finditer(draft.masked):
            yield Edit(*found.span(group), words)
