"""Invented articles for the tests of the HTML page, and how to look at one."""

from lxml import html
from tests.writing.docx_articles import (
    ARTICLE,
    HEADING,
    MISSING,
    PARAGRAPH,
    REPAIRED,
    SIGNATURE,
    UNUSUAL,
    article,
    block,
    sentence,
    span,
)

from translator.article import Article, Block, BlockKind, Finding, Segment, SetAside, Severity, Span

NASTY = (
    "\x00\x01\x08\x0b\x0c\r\x1f\x7f\x85\x9f",
    "a\r\nb\tc\n\n  d ",
    "]]> <!-- --> </script></style></td></table><p>&amp;&#0;&lt",
    "\ud800 \udfff \ufdd0 \ufffe \uffff \U0001ffff \U0010fffe",
    "👩‍🚒 🇮🇹 e\u0301 ﬁ \U000e0001",
    "\u202eabc\u202c \u2067שלום\u2069 \u200fمرحبا\u200e \u061c",
    "\"'`<>={}\\ \\u0000 \u2028\u2029\ufeff\u00ad",
    "x" * 10_000,
    " ",
    "",
)


def several(texts):
    """An article with a segment of each of ``texts`` on both sides."""
    segments = tuple(Segment(f"p1.s{number}", 0, 1, text, text[::-1]) for number, text in enumerate(texts, 1))
    return Article("testi.txt", "Testi", "", (Block("p1", PARAGRAPH, 0, 1, 0, segments),))


_RISES = "Il prezzo sale da 12 a 21 euro, dice la Corte dei conti."
_DROPS = "The price rises from 12 to 12 euros, says the Court."
CROSSING = article(
    block(
        PARAGRAPH,
        sentence(
            _RISES,
            _DROPS,
            ("Corte dei conti", "Court", REPAIRED),
            findings=[
                Finding("number-changed", Severity.ERROR, "21 became 12", span(_RISES, "12 a 21 euro"), Span(21, 29)),
                Finding("repeated", Severity.WARNING, "12 stands twice", None, Span(21, 35)),
                Finding("length", Severity.INFO, "Shorter than usual"),
                Finding("untranslated", Severity.ERROR, "Copied", Span(0, len(_RISES)), Span(0, len(_DROPS))),
            ],
        ),
    )
)
KINDS = article(
    block(BlockKind.BYLINE, sentence("di Nerina Golfieri", "by Nerina Golfieri")),
    block(BlockKind.DATELINE, sentence("VALDORA, 3 maggio", "VALDORA, 3 May")),
    *ARTICLE.blocks,
)


def levels(*given):
    return article(*(block(HEADING, sentence("Uno", "One"), level=level) for level in given), title="Titolo")


def long_article(count):
    """An article of ``count`` segments: every tenth has a missing term, every seventh a repaired one."""
    segments = []
    for number in range(1, count + 1):
        italian, english = f"La barca numero {number} è tornata in porto.", f"Boat number {number} is back in port."
        status = MISSING if number % 10 == 0 else REPAIRED
        uses = [("porto", "port", status)] if number % 10 == 0 or number % 7 == 0 else []
        findings = [Finding("term-missing", Severity.ERROR, "Term missing: porto → port", span(italian, "porto"))]
        segments.append(sentence(italian, english, *uses, findings=findings if number % 10 == 0 else ()))
    blocks = [block(PARAGRAPH, *segments[start : start + 4]) for start in range(0, count, 4)]
    return article(*blocks, title="Il porto", signature=SIGNATURE, set_aside=(SetAside("Leggi anche", "related links"),))


PAGES = {"article": ARTICLE, "kinds": KINDS, "crossing": CROSSING, "nasty": several(NASTY), **UNUSUAL}


def tree(data):
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def row(root, segment_id):
    (found,) = root.xpath("//tr[@id=$id]", id=segment_id)
    return found


def texts(row):
    """The elements with the Italian and with the English."""
    return [row.xpath(f"./td[@class='{side}']/*[1]")[0] for side in "st"]


def words(element):
    return " ".join(element.text_content().split())
