"""Does the text look Italian? A ratio of function words, no model.

Function words (articles, prepositions, conjunctions, auxiliaries) are a third or more of the running words of a text, and
each language has its own set, though many are shared with Italian. Names, numbers and headlines have few in any language, so
they decide nothing. The lists hold frequent closed-class words.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOT_ITALIAN = "the text does not look like Italian; translating it anyway"

_LEAST_WORDS = 20
_MOST_WORDS = 20_000
_LEAST_SHARE = 0.2  # of another language's function words
_LEAST_LEAD = 1.3  # of the other language over Italian
_FOREIGN_SCRIPT_SHARE = 0.5

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = "\u0250"

_ITALIAN = frozenset(
    "il lo la i gli le un uno una l d di del dello della dei degli delle dell a ad al allo alla ai agli alle all da dal dallo "
    "dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con col su sul sullo sulla sui sugli sulle sull per "
    "tra fra e ed o ma anche però mentre quando se perché che chi cui non come dove più meno molto ancora già poi dopo "
    "prima senza verso contro durante secondo è era sono sia siamo essere stato stata stati ha hanno ho abbiamo aveva avere si "
    "ci vi mi ti ne lui lei loro noi voi suo sua suoi sue questo questa questi queste quello quella quelli c s".split()
)
_OTHERS = {
    "English": "the of and to is was that for on with as by are were this from or have had has not be been but they which "
    "their his her it its at an he she we you will would there when who what more than into about after",
    "French": "la le un l d a il les des du et est dans une pour que qui sur pas plus par avec ce cette ces au aux il elle "
    "nous vous ils sont été mais ou où leur leurs ses son sa en de être avoir ont même comme aussi très entre "
    "sans sous",
    "Spanish": "la un a el los las y en que de por para es una con su sus se no más pero como este esta estos fue ha han "
    "sido muy también cuando desde hasta entre sobre sin ya lo hay porque todo ser está están",
    "Portuguese": "a o e os as um uma de que do da dos das no na nos nas em por para com não mais mas como ao aos à pelo pela "
    "foi são está também seu sua seus quando já ou entre sem sobre muito ele ela isso este",
    "German": "der die das und ist den dem des ein eine einen einem einer zu von mit auf für nicht auch sich es sie er wir "
    "ich aus bei nach wie wird werden wurde hat haben war aber oder als im am um über durch dass noch nur",
    "Dutch": "de het een en van is dat op te niet met voor zijn er aan ook als bij naar maar om uit door over wordt werd "
    "hebben heeft had deze die dit nog wel geen ik je we ze hij zij",
    "Romanian": "a o și în de la cu pe nu este un o care să din mai pentru au fost ale lui sunt prin după către iar sau dar "
    "această acest era avea fi",
}
_OTHER_WORDS = [frozenset(words.split()) for words in _OTHERS.values()]


def notes(texts: Iterable[str]) -> Iterator[str]:
    """A note when ``texts`` (those of the blocks) are plainly not Italian; nothing when they are, or nobody can tell."""
    if not looks_italian(texts):
        yield NOT_ITALIAN


def looks_italian(texts: Iterable[str]) -> bool:
    """Whether ``texts`` may be Italian: True unless at least 20 words speak plainly for something else."""
    words = list(islice((match[0].lower() for text in texts for match in _WORD.finditer(text)), _MOST_WORDS))
    if len(words) < _LEAST_WORDS:
        return True
    if sum(word[0] > _LATIN_END for word in words) > _FOREIGN_SCRIPT_SHARE * len(words):
        return False
    italian = sum(word in _ITALIAN for word in words)
    other = max(sum(word in known for word in words) for known in _OTHER_WORDS)
    return other < max(_LEAST_SHARE * len(words), _LEAST_LEAD * italian)
