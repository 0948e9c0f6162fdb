"""``negation-lost``: the Italian denies something and the English does not, which may turn the meaning round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import Span
from translator.quality.check import Pair, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# ``mai`` may be *ever*, and ``senza`` is put in too many other ways.
_ITALIAN = re.compile(r"(?<!\w)(?:non|n[eé]anche|nemmeno|neppure|nessun[oa]?|niente|nulla|né)(?!\w)", re.IGNORECASE)
# Where ``non`` denies nothing, or English says it without a negation. By hand, after false alarms on human translations: the
# references of the samples and of FLORES-200 dev, Tatoeba's and Europarl's pairs.
_IDLE = re.compile(
    r"(?<!\w)(?:non(?:\s|-)(?:solo|soltanto|solamente|tanto|altro|a\scaso|appena|meno|lontano|profit|vedenti|udenti|govern\w+"
    r"|che|ché|rispondere|indifferente|poc\w{1,3}|dubbi\w?|importa|facile|vedo|vedi|vede|vediamo|vedono|vedeva)"
    r"|non\s(?:c['’]è|vi\sè|v['’]è|ci\ssono|vi\ssono)\s(?:alcun\s)?dubbi\w?|non\s(?:si\s)?può\s(?:che|non)|non\spoté\s(?:che|non)"
    r"|non\spossono\s(?:che|non)|non\sf(?:a|anno|ai|ate|arà|aceva|acciamo)\s(?:altro\s)?che|(?:di\squanto|finché|sinché"
    r"|a\smeno\sche|come|per\spoco|quasi)\snon|(?:più|meno|meglio|peggio)\s(?:\w+\s){0,2}che\snon|non\sè\s(?:che|vero\?)|niente\smale|niente\smeno|nientemeno|nulla\sosta|per\snulla"
    r"|da\snulla|di\snulla|di\sniente)(?!\w)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"n['’‘]t(?!\w)|(?<!\w)non-|(?<!\w)(?:no|not|non\w*|nor|none|nothing|never|nobody|nowhere|neither|without|cannot|hardly|barely"
    r"|scarcely|seldom|rarely|less|unless|reluctan\w+|refus\w+|reject\w*|den(?:y|ied|ies|ying|ial)|fail\w*|lack\w*|rather|instead|merely"
    r"|until|till|otherwise|avoid\w*|prevent\w*|stop\w*|ceas\w+|miss\w*|absen\w+|few|little|far\sfrom|free\s(?:of|from)"
    r"|off\sduty|out\sof|silent|broken|NGOs?|wrong|false|invalid|nil|forbid\w*|forbidden"
    r"|prohibit\w*|ban|bans|banned|exclu\w+|un(?!fortun|der|i[otv]|til|ite|iform|ique|less|cle)[a-z]{4,}|[a-z]+less"
    r"|in(?:ab|adeq|suff|valid|vis|cap|approp|compl|compat|conclu|consis|correct|elig|formal|secur|direct|access|expl|decis|tang)\w+"
    r"|im(?:poss|prob|pract|per[fvm])\w+|il(?:leg|lic|log)\w+|ir(?:reg|rel|rev|resp)\w+"
    r"|dis(?:agr|lik|appr|reg|satis|cont|ab|qual|miss|cour|allow)\w+)(?!\w)",
    re.IGNORECASE,
)


def lost(pair: Pair) -> Iterator[Remark]:
    """A remark when the Italian has a negation and the English has nothing that could stand for one."""
    found = _ITALIAN.search(_IDLE.sub(lambda idle: " " * len(idle.group()), pair.source))
    if found is not None and pair.target and not _ENGLISH.search(pair.target):
        yield Remark(f"The Italian has a negation ({found.group()}), the English has none", Span(*found.span()))
