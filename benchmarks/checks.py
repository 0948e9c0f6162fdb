"""The quality checks on human translations (false alarms) and on human translations that were spoilt (recall).

The data are pairs of UTF-8 files, Italian and English, a segment a line. Every check that is run unasked should be silent on
nearly all of them. For recall each segment that allows it is spoilt in each of the ways below, by a seeded generator, and the
table says in what share of them the check that is meant for it, and any check, finds something that it did not find before.

usage: python benchmarks/checks.py [ITALIAN ENGLISH]...       (default: samples/reference)
       python benchmarks/checks.py --fit-length [FILES]       how the limits of length-ratio were found
       python benchmarks/checks.py --confidence [FILES]       how the threshold of low-confidence was found (decodes everything)
"""

import argparse
import math
import random
import re
import string
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from translator.quality import CHECKS, DEFAULT_CODES, check_segment
from translator.quality.registry import SEGMENT_CHECKS

REFERENCES = Path(__file__).parents[1] / "samples" / "reference"
SEED = 20
DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
QUOTES = '“”"«»'
ITALIAN_WORDS = "della che nel anche questo sono degli quando perché sulla".split()
NEGATIONS = re.compile(r"n['’]t\b|\b(?:did |does |do )?not\b ?|\b(?:no|never|nor|neither)\b ?|(?<=\bcan)not\b", re.IGNORECASE)
DENIALS = re.compile(r"\b(?:non|nessun[oa]?|nulla|niente|né)\b", re.IGNORECASE)
ADDRESSES = ["https://www.esempio.it/cronaca/42", "redazione@esempio.it", "#maltempo", "@nove_colonne", "esempio.it/voto"]

# A human pair (Italian, English), and the same pair spoilt; None where there is nothing to spoil.
Pair = tuple[str, str]
Spoil = Callable[[Pair, random.Random], Pair | None]


def _replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _some(pattern: re.Pattern[str], text: str, dice: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return dice.choice(found) if found else None


def drop_number(pair: Pair, dice: random.Random) -> Pair | None:
    """One number in digits is left out."""
    found = _some(DIGITS, pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, ""))


def change_digit(pair: Pair, dice: random.Random) -> Pair | None:
    """One digit is another."""
    found = _some(re.compile(r"\d"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, dice.choice(string.digits.replace(found.group(), ""))))


def italian_format(pair: Pair, dice: random.Random) -> Pair | None:
    """A number keeps the points and commas that it has in Italian."""
    found = _some(re.compile(r"\d+,\d{3}(?:\.\d+)?|\d+\.\d+"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, found.group().translate(str.maketrans(".,", ",."))))


def change_word_number(pair: Pair, dice: random.Random) -> Pair | None:
    """A number word becomes another."""
    words = "three four five six seven eight nine ten eleven twelve".split()
    found = _some(re.compile(rf"\b(?:{'|'.join(words)})\b"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, dice.choice([word for word in words if word != found.group()])))


def lose_scale(pair: Pair, dice: random.Random) -> Pair | None:
    """A million becomes a thousand, or a billion a million."""
    found = _some(re.compile(r"\b[mb]illion\b"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, "thousand" if found.group() == "million" else "million"))


def copy_source(pair: Pair, _: random.Random) -> Pair | None:
    """The target is the source."""
    return (pair[0], pair[0]) if len(re.findall(r"[^\W\d_]+", pair[0])) >= 4 else None


def copy_end(pair: Pair, _: random.Random) -> Pair | None:
    """The second half is left in Italian."""
    italian, english = (text.split() for text in pair)
    if len(italian) < 8 or len(english) < 8:
        return None
    return pair[0], " ".join(english[: len(english) // 2] + italian[len(italian) // 2 :])


def copy_word(pair: Pair, dice: random.Random) -> Pair | None:
    """A word is the Italian one: a small word, or a longer one of the source in lower case."""
    english = pair[1].split()
    longer = [word for word in re.findall(r"[^\W\d_]+", pair[0]) if word.islower() and len(word) > 4]
    if len(english) < 4 or not longer:
        return None
    english[dice.randrange(1, len(english))] = dice.choice([dice.choice(ITALIAN_WORDS), dice.choice(longer)])
    return pair[0], " ".join(english)


def truncate(pair: Pair, dice: random.Random) -> Pair | None:
    """The end is missing: from a third to two thirds of the words, and the final stop."""
    words = pair[1].split()
    return (pair[0], " ".join(words[: dice.randint(len(words) // 3, 2 * len(words) // 3)])) if len(words) >= 9 else None


def truncate_neatly(pair: Pair, dice: random.Random) -> Pair | None:
    """The same, but the final stop is there."""
    spoilt = truncate(pair, dice)
    return spoilt and (spoilt[0], spoilt[1].rstrip(".,;:") + pair[1][-1])


def empty(pair: Pair, _: random.Random) -> Pair | None:
    """There is no target."""
    return pair[0], ""


def double_word(pair: Pair, dice: random.Random) -> Pair | None:
    """A word stands twice."""
    words = pair[1].split()
    places = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 1]
    if not places:
        return None
    at = dice.choice(places)
    return pair[0], " ".join([*words[:at], words[at], *words[at:]])


def loop(pair: Pair, dice: random.Random) -> Pair | None:
    """Some words are said three to eight times."""
    words = pair[1].split()
    size = dice.randint(2, 6)
    if len(words) <= size:
        return None
    at = dice.randrange(len(words) - size)
    return pair[0], " ".join([*words[:at], *words[at : at + size] * dice.randint(3, 8), *words[at + size :]])


def lose_quote(pair: Pair, dice: random.Random) -> Pair | None:
    """One quotation mark is left out."""
    found = _some(re.compile(f"[{QUOTES}]"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, ""))


def lose_quotes(pair: Pair, _: random.Random) -> Pair | None:
    """All quotation marks are left out."""
    bare = pair[1].translate(str.maketrans("", "", QUOTES))
    return (pair[0], bare) if bare != pair[1] else None


def lose_bracket(pair: Pair, dice: random.Random) -> Pair | None:
    """One bracket is left out."""
    found = _some(re.compile(r"[()]"), pair[1], dice)
    return found and (pair[0], _replaced(pair[1], found, ""))


def lose_bracketed(pair: Pair, _: random.Random) -> Pair | None:
    """What stands in brackets is left out, brackets and all."""
    bare = re.sub(r" ?\([^()]*\)", "", pair[1])
    return (pair[0], bare) if bare != pair[1] else None


def lose_negation(pair: Pair, _: random.Random) -> Pair | None:
    """The only negation is left out: ``did not sell`` → sell, ``no one`` → one, ``can't`` → can."""
    places = list(NEGATIONS.finditer(pair[1]))
    if len(places) != 1 or not DENIALS.search(pair[0]):
        return None
    return pair[0], _replaced(pair[1], places[0], "")


def lose_question(pair: Pair, _: random.Random) -> Pair | None:
    """A question ends with a full stop."""
    found = re.search(r"\?(?=[”\"]?$)", pair[1])
    return found and (pair[0], _replaced(pair[1], found, "."))


def lose_end(pair: Pair, _: random.Random) -> Pair | None:
    """The final mark is left out."""
    found = re.search(r"[.?!…](?=[”\"]?$)", pair[1])
    return found and (pair[0], _replaced(pair[1], found, ""))


def alter_address(pair: Pair, dice: random.Random) -> Pair | None:
    """An address, put at the end of both sides, loses a letter in the English."""
    address = dice.choice(ADDRESSES)
    at = dice.randrange(1, len(address))
    return f"{pair[0]} {address}", f"{pair[1]} {address[:at]}{address[at + 1 :]}"


def lower_start(pair: Pair, _: random.Random) -> Pair | None:
    """The first letter is in lower case."""
    return (pair[0], pair[1][0].lower() + pair[1][1:]) if pair[1][:1].isupper() and pair[0][:1].isupper() else None


SPOILS: dict[str, tuple[Spoil, ...]] = {
    "number-mismatch": (drop_number, change_digit, italian_format, change_word_number, lose_scale),
    "untranslated": (copy_source,),
    "partly-untranslated": (copy_end,),
    "leftover-italian": (copy_word,),
    "empty-target": (empty,),
    "length-ratio": (truncate_neatly, truncate),
    "repetition": (loop,),
    "doubled-word": (double_word,),
    "negation-lost": (lose_negation,),
    "quotes": (lose_quote, lose_quotes),
    "brackets": (lose_bracket, lose_bracketed),
    "end-punctuation": (lose_question, lose_end),
    "address-altered": (alter_address,),
    "capitals-lost": (lower_start,),
}


def read(paths: Sequence[Path]) -> list[Pair]:
    """The pairs of the files, Italian and English in turn."""
    if len(paths) % 2:
        raise SystemExit("name the files in pairs: the Italian, then the English with a line for each of its lines")
    pairs: list[Pair] = []
    for italian, english in zip(paths[::2], paths[1::2], strict=True):
        lines = [path.read_text(encoding="utf-8").splitlines() for path in (italian, english)]
        if len(lines[0]) != len(lines[1]):
            raise SystemExit(f"{italian} and {english} have not the same number of lines")
        pairs += zip(*lines, strict=True)
    return pairs


def found(pair: Pair) -> Counter[str]:
    """How many findings of each code a pair has; all checks are run."""
    return Counter(finding.code for finding in check_segment(*pair, codes={check.code for check in CHECKS}))


def false_alarms(pairs: Sequence[Pair]) -> None:
    """Print the share of human pairs that each check finds fault with."""
    raised = Counter(code for pair in pairs for code in found(pair))
    unasked = sum(not DEFAULT_CODES.isdisjoint(found(pair)) for pair in pairs)
    print(f"{len(pairs)} human pairs\n\n{'check':<22}{'pairs':>7}{'share':>9}   run unasked")
    for check in SEGMENT_CHECKS:
        number = raised[check.code]
        print(f"{check.code:<22}{number:7}{number / len(pairs):9.2%}   {'yes' if check.default else 'no'}")
    print(f"{'any run unasked':<22}{unasked:7}{unasked / len(pairs):9.2%}\n")


def recall(pairs: Sequence[Pair], seed: int) -> None:
    """Print the share of spoilt pairs that are found."""
    before = [found(pair) for pair in pairs]
    print(f"{'meant for':<22}{'spoilt by':<20}{'pairs':>7}{'found':>8}{'by any':>8}")
    for code, spoils in SPOILS.items():
        for spoil in spoils:
            dice = random.Random(f"{seed} {spoil.__name__}")  # noqa: S311 - no secrets here
            spoilt = [(at, changed) for at, pair in enumerate(pairs) if (changed := spoil(pair, dice)) and changed != pair]
            new = [found(changed) - before[at] for at, changed in spoilt]
            by_it, by_any = (sum(bool(codes & set(one)) for one in new) for codes in ({code}, DEFAULT_CODES))
            shares = [f"{number / len(spoilt):.0%}" if spoilt else "-" for number in (by_it, by_any)]
            print(f"{code:<22}{spoil.__name__:<20}{len(spoilt):7}{shares[0]:>8}{shares[1]:>8}")


def fit_length(pairs: Sequence[Pair]) -> None:
    """Print the likeliest mean and variances of the logarithm of the ratio of lengths, on a grid of hundredths and tenths."""
    ratios = [(len(source), math.log(len(target) / len(source))) for source, target in pairs if source and target]

    def likelihood(mean: float, by_length: float, constant: float) -> float:
        variances = ((ratio, by_length**2 / size + constant**2) for size, ratio in ratios)
        return sum(-math.log(variance) / 2 - (ratio - mean) ** 2 / 2 / variance for ratio, variance in variances)

    grid = [(m / 100, a / 10, b / 100) for m in range(-25, 6) for a in range(31) for b in range(3, 26, 2)]
    mean, by_length, constant = max(grid, key=lambda parameters: likelihood(*parameters))
    print(f"{len(ratios)} pairs: mean {mean}, variance {by_length}² / characters + {constant}²")


def confidence(pairs: Sequence[Pair]) -> None:
    """Print how well scores of the starter model below a threshold tell the worst quarter of its translations."""
    from translator.translation import Decoder, starter_package  # noqa: PLC0415 - only this needs a model

    decoded = Decoder(starter_package()).decode([source for source, _ in pairs])
    scored = [(best[0].score, chrf(best[0].text, target)) for best, (_, target) in zip(decoded, pairs, strict=True)]
    quarter = sorted(quality for _, quality in scored)[len(scored) // 4]
    print(f"{len(scored)} translations, the worst quarter with chrF below {quarter:.1f}")
    print(f"{'score below':>12}{'share':>8}{'of them in the worst quarter':>30}")
    for tenths in range(-15, -5):
        below = [quality for score, quality in scored if score < tenths / 10]
        if below:
            worst = sum(quality < quarter for quality in below) / len(below)
            print(f"{tenths / 10:12.1f}{len(below) / len(scored):8.1%}{worst:30.0%}")


def chrf(hypothesis: str, reference: str) -> float:
    """The chrF score (Popović 2015) of one sentence, from 0 to 100: F2 over character n-grams of one to six, without spaces."""
    precisions, recalls = [], []
    for size in range(1, 7):
        one, other = (Counter(_grams("".join(text.split()), size)) for text in (hypothesis, reference))
        if one and other:
            common = (one & other).total()
            precisions.append(common / one.total())
            recalls.append(common / other.total())
    precision, recalled = (sum(shares) / max(len(shares), 1) for shares in (precisions, recalls))
    return 500 * precision * recalled / (4 * precision + recalled) if precision + recalled else 0.0


def _grams(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="ITALIAN ENGLISH")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--fit-length", action="store_true")
    parser.add_argument("--confidence", action="store_true")
    arguments = parser.parse_args()
    own = [path for italian in sorted(REFERENCES.glob("*.it.txt")) for path in (italian, _english(italian))]
    pairs = read(arguments.paths or own)
    if arguments.fit_length:
        fit_length(pairs)
    elif arguments.confidence:
        confidence(pairs)
    else:
        false_alarms(pairs)
        recall(pairs, arguments.seed)


def _english(italian: Path) -> Path:
    return italian.with_name(italian.name.replace(".it.", ".en."))


if __name__ == "__main__":
    main()
