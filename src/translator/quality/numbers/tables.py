"""Numbers in words, and words that imply a number, in Italian and English.

The tables are from general knowledge of the two languages. Cardinals and ordinals below one thousand are put together from
their parts as the spelling rules of each language have it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

_UNITS = "zero uno due tre quattro cinque sei sette otto nove".split()
_TEENS = "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove".split()
_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_ORDINALS = "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo".split()

ITALIAN_SCALES = {
    "mila": Decimal(10**3),
    **dict.fromkeys(("milione", "milioni", "mln", "mio"), Decimal(10**6)),
    **dict.fromkeys(("miliardo", "miliardi", "mld"), Decimal(10**9)),
}
ENGLISH_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "mln": Decimal(10**6),
    "bln": Decimal(10**9),
}
# Written directly after the digits (£27m); m may be metres, so the number may be read without them too.
ENGLISH_SUFFIXES = {
    "k": Decimal(10**3),
    **dict.fromkeys(("m", "mn", "mm"), Decimal(10**6)),
    **dict.fromkeys(("b", "bn"), Decimal(10**9)),
    **dict.fromkeys(("t", "tn", "trn"), Decimal(10**12)),
}

ITALIAN_MONTHS = {
    month: at
    for at, month in enumerate(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(), 1
    )
}
ENGLISH_MONTHS = {
    month: at
    for at, month in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}

# Words that a number may be translated with, or that may be translated with a number; none of them has to be.
ITALIAN_HINTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("un", "uno", "una", "un'", "solo", "sola", "unico", "unica", "singolo", "singola"), ("1",)),
    **dict.fromkeys(("entrambi", "entrambe", "ambedue", "coppia", "coppie", "paio", "duplice", "doppio", "doppia"), ("2",)),
    **dict.fromkeys(("bis", "raddoppiare", "raddoppiato", "raddoppiata", "gemelli", "duo", "duello"), ("2",)),
    **dict.fromkeys(("triplo", "tripla", "triplice", "tripletta", "terzetto", "trio"), ("3",)),
    **dict.fromkeys(("quadruplo", "poker", "quartetto"), ("4",)),
    **dict.fromkeys(("metà", "mezzo", "mezza", "mezz'"), ("0.5", "50", "2", "30")),
    **dict.fromkeys(("terzo", "terzi"), ("33", "3")),
    **dict.fromkeys(("quarto", "quarti"), ("25", "4", "15")),
    **dict.fromkeys(("decina", "decine", "decennio", "decenni", "decennale", "decennali"), ("10",)),
    **dict.fromkeys(("dozzina", "dozzine"), ("12",)),
    **dict.fromkeys(("quindicina", "quindici"), ("15", "2")),
    **{f"{word[:-1]}ina": (str(10 * at),) for at, word in enumerate(_TENS, 2)},
    **dict.fromkeys(("centinaio", "centinaia", "secolo", "secoli", "centenario", "centesimo", "centesimi"), ("100",)),
    **dict.fromkeys(("migliaio", "migliaia", "millennio", "mille"), ("1000",)),
    **dict.fromkeys(("biennio", "biennale", "bienni", "bimestre", "biennali"), ("2",)),
    **dict.fromkeys(("triennio", "triennale", "triennali", "trimestre", "trimestri", "trimestrale"), ("3",)),
    **dict.fromkeys(("quadriennio", "quadriennale", "quadrimestre"), ("4",)),
    **dict.fromkeys(("quinquennio", "quinquennale", "quinquennali"), ("5",)),
    **dict.fromkeys(("semestre", "semestri", "semestrale"), ("6",)),
    **dict.fromkeys(("ventennio", "ventennale", "ventenni"), ("20",)),
    "trentennale": ("30",),
    "cinquantenario": ("50",),
    **dict.fromkeys(("settimana", "settimane"), ("7",)),
    **dict.fromkeys(("giornata", "giorno", "giorni"), ("24",)),
    "mezzogiorno": ("12", "12:00"),
    "mezzanotte": ("0", "24", "12", "0:00", "24:00"),
    **dict.fromkeys(("lustro", "lustri"), ("5",)),
}
ENGLISH_HINTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("one", "single", "once"), ("1",)),
    **dict.fromkeys(("both", "pair", "pairs", "couple", "couples", "twice", "double", "doubled", "doubles", "twin"), ("2",)),
    **dict.fromkeys(("either", "neither", "each", "biennial", "duo", "dual", "twofold", "latter", "former"), ("2",)),
    **dict.fromkeys(("triple", "tripled", "treble", "thrice", "trio", "threefold", "hat"), ("3",)),
    **dict.fromkeys(("quadruple", "quartet", "foursome"), ("4",)),
    **dict.fromkeys(("half", "halves", "halfway", "halved"), ("0.5", "50", "2", "30")),
    **dict.fromkeys(("third", "thirds"), ("33", "3")),
    **dict.fromkeys(("quarter", "quarters"), ("25", "4", "15", "3")),
    **dict.fromkeys(("fortnight", "fortnightly"), ("15", "14", "2")),
    **dict.fromkeys(("dozen", "dozens"), ("12",)),
    **dict.fromkeys(("decade", "decades", "tens"), ("10",)),
    "score": ("20",),
    **dict.fromkeys(("century", "centuries", "hundreds", "hundredth", "cent", "cents"), ("100",)),
    **dict.fromkeys(("thousands", "millennium", "thousandth"), ("1000",)),
    **dict.fromkeys(("week", "weeks"), ("7",)),
    "noon": ("12", "12:00"),
    "midday": ("12", "12:00"),
    "midnight": ("0", "24", "12", "0:00", "24:00"),
}

# Cardinals that are other words as well (you are, winds, the teams of eleven, a thousand thanks), so nobody misses them.
ITALIAN_AMBIGUOUS = frozenset({"uno", "sei", "venti", "undici", "cento", "mille"})
ENGLISH_AMBIGUOUS = frozenset({"one", "zero"})

CURRENCIES = {
    **dict.fromkeys(("€", "euro", "euros", "eur"), "euros"),
    **dict.fromkeys(("$", "dollaro", "dollari", "dollar", "dollars", "usd"), "dollars"),
    **dict.fromkeys(("£", "sterlina", "sterline", "pound", "pounds", "gbp"), "pounds"),
    **dict.fromkeys(("¥", "yen", "jpy"), "yen"),
    **dict.fromkeys(("yuan", "renminbi", "cny"), "yuan"),
    **dict.fromkeys(("franco", "franchi", "franc", "francs", "chf"), "francs"),
    **dict.fromkeys(("rublo", "rubli", "rouble", "roubles", "ruble", "rubles"), "roubles"),
    **dict.fromkeys(("lira", "lire"), "lire"),
}


@cache
def italian_cardinals() -> dict[str, int]:
    """The cardinals from 0 to 999 as they are written in one word, without accents (``ventitre``)."""
    small = dict(zip((*_UNITS, *_TEENS), range(20), strict=True))
    for at, tens in enumerate(_TENS, 2):
        small[tens] = small[tens[:-1]] = 10 * at  # vent'anni
        for unit, word in enumerate(_UNITS[1:], 1):
            small[(tens[:-1] if word[0] in "uo" else tens) + word] = 10 * at + unit
            if word == "uno":
                small[f"{tens[:-1]}un"] = 10 * at + 1
    found = dict(small)
    for at, hundreds in enumerate(("cento", *(f"{word}cento" for word in _UNITS[2:])), 1):
        found[hundreds] = 100 * at
        for word, value in small.items():
            if value:
                found[hundreds + word] = 100 * at + value
                if word[0] == "o":  # both centottanta and centoottanta are written
                    found[hundreds[:-1] + word] = 100 * at + value
    return found


@cache
def italian_ordinals() -> dict[str, int]:
    """The ordinals from 1 to 100 in all genders and numbers."""
    stems = {word[:-1]: at for at, word in enumerate(_ORDINALS, 1)}
    for word, value in italian_cardinals().items():
        if 11 <= value <= 100:  # noqa: PLR2004 - below they have words of their own
            stems[f"{_ordinal_stem(word)}esim"] = value
    return {stem + ending: value for stem, value in stems.items() for ending in "oaie"}


@cache
def italian_ages() -> dict[str, int]:
    """Words for people of an age: ``diciottenne``."""
    ages = {word: value for word, value in italian_cardinals().items() if 10 <= value <= 100}  # noqa: PLR2004 - as they are used
    return {f"{_ordinal_stem(word)}enn{ending}": value for word, value in ages.items() for ending in "ei"}


def _ordinal_stem(cardinal: str) -> str:
    return cardinal if cardinal.endswith(("tre", "sei")) else cardinal[:-1]


@cache
def italian_centuries() -> dict[str, int]:
    """The centuries that Italian calls by their hundreds, with their first year: ``Ottocento``, 1800."""
    return {f"{word}cento": 1000 + 100 * at for at, word in enumerate(_UNITS) if 2 <= at <= 9}  # noqa: PLR2004 - 13th to 20th


@cache
def italian_tens() -> dict[str, int]:
    """``Venti`` to ``Novanta``, which name decades after ``anni``."""
    return {word: 10 * at for at, word in enumerate(_TENS, 2)} | {"dieci": 10}


ENGLISH_UNITS = {
    word: at
    for at, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
ENGLISH_TENS = {word: 10 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ENGLISH_ORDINALS = {
    word: at
    for at, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {f"{word[:-1]}ieth": value for word, value in ENGLISH_TENS.items()}
ENGLISH_DECADES = {f"{word[:-1]}ies": value for word, value in ENGLISH_TENS.items()}
