"""An invented article for the tests of the Word document, and how to read one back."""

import datetime
import io
import zipfile
from dataclasses import replace

from lxml import etree

from translator.article import (
    Article,
    Block,
    BlockKind,
    Finding,
    Segment,
    SetAside,
    Severity,
    Signature,
    Span,
    TermStatus,
    TermUse,
)

DAY = datetime.date(2026, 11, 24)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OK, REPAIRED, MISSING = TermStatus.OK, TermStatus.REPAIRED, TermStatus.MISSING


def span(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def term(italian, english, source, target, status=OK, origin="world"):
    target_span = None if status is MISSING else span(english, target)
    return TermUse(source, target, status, "decode", span(italian, source), target_span, origin)


def sentence(italian, english, *terms, findings=()):
    return Segment("", 0, 1, italian, english, tuple(term(italian, english, *item) for item in terms), tuple(findings))


def block(kind, *segments, level=0):
    return Block("", kind, 0, 1, level, segments)


def article(*blocks, title="Il faro di Valdora torna a lampeggiare", **more):
    numbered = tuple(
        replace(
            item,
            id=f"p{number}",
            segments=tuple(replace(segment, id=f"p{number}.s{at}") for at, segment in enumerate(item.segments, 1)),
        )
        for number, item in enumerate(blocks, 1)
    )
    return Article("faro-valdora.txt", title, "", numbered, **more)


HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
SIGNATURE = Signature(
    "0.1.0",
    "translate-it_en-starter",
    "0.1",
    "4f1c2a9be7d03365" * 4,
    (("desk", "ab12cd34" * 8, 12), ("world", "99ee88dd" * 8, 1204)),
    name_guard=True,
    decoding="beam:4|max-pieces:120",
)
ARTICLE = article(
    block(HEADING, sentence("Il faro di Valdora torna a lampeggiare", "The Valdora lighthouse flashes again"), level=1),
    block(
        PARAGRAPH,
        sentence(
            "Dopo quattordici mesi di lavori la lanterna del faro di Valdora si è riaccesa ieri sera, poco prima delle nove.",
            "After fourteen months of work the lantern of the Valdora lighthouse was lit again last night, shortly before nine.",
        ),
        sentence(
            "La Corte dei conti aveva fermato il cantiere in primavera, ma il Consiglio di Stato ha dato ragione al comune.",
            "The court had stopped the site in the spring, but the Council of State ruled in favour of the town.",
            ("Corte dei conti", "Court of Auditors", MISSING),
            ("Consiglio di Stato", "Council of State", REPAIRED),
            findings=[
                Finding("term-missing", Severity.ERROR, "Term missing: Corte dei conti → Court of Auditors", Span(3, 18))
            ],
        ),
        sentence(
            "«È una sera che aspettavamo», ha detto il sindaco Lucio Prandelli.",
            "“It is an evening we have been waiting for,” said the mayor, Lucio Prandelli.",
            ("sindaco", "mayor"),
            findings=[
                Finding(
                    "name-kept",
                    Severity.INFO,
                    "Name kept as it stands: Lucio Prandelli",
                    Span(50, 65),
                    Span(61, 76),
                )
            ],
        ),
    ),
    block(HEADING, sentence("I lavori", "The works"), level=2),
    block(
        PARAGRAPH,
        sentence(
            "Il ministro delle Infrastrutture ha promesso altri due milioni di euro dall’Unione europea.",
            "The Minister of Infrastructure promised another two million euros from the European Union.",
            ("ministro delle Infrastrutture", "Minister of Infrastructure"),
            ("Unione europea", "European Union", REPAIRED),
        ),
        sentence("Serviranno per tre cose:", "They will serve for three things:"),
    ),
    block(
        ITEM,
        sentence("la scala interna, chiusa dal 1987;", "the inner staircase, closed since 1987;"),
    ),
    block(
        ITEM,
        sentence("il museo dei fanalisti.", "the museum of the lamp keepers."),
        sentence("Aprirà in maggio, se arrivano i vetri da Murano.", "It will open in May, if the panes arrive from Murano."),
    ),
    block(ITEM, sentence("un sentiero lungo la scogliera.", "a path along the cliff.")),
    block(
        BlockKind.QUOTATION,
        sentence(
            "Un faro spento è come un orologio fermo: tutti sanno dov’è, nessuno lo guarda più.",
            "A dark lighthouse is like a stopped clock: everyone knows where it is, no one looks at it any more.",
        ),
        sentence(
            "Lo diceva mio nonno, che qui ha acceso la lampada per trent’anni.",
            "So said my grandfather, who lit the lamp here for thirty years.",
        ),
    ),
    block(BlockKind.CAPTION, sentence("La lanterna vista dal molo nord.", "The lantern seen from the north pier.")),
    block(HEADING, sentence("Che cosa manca", "What is missing"), level=2),
    block(
        PARAGRAPH,
        sentence(
            "Resta il nodo delle visite.",
            "",
            findings=[Finding("empty-target", Severity.ERROR, "The model gave no translation", Span(0, 27))],
        ),
        sentence(
            "La capitaneria di porto ne parlerà giovedì con Nerina Golfieri, che guida l’associazione dei pescatori.",
            "The harbour office will discuss it on Thursday with the head of the fishermen’s association.",
            findings=[Finding("name-lost", Severity.WARNING, "Name lost: Nerina Golfieri", Span(47, 62))],
        ),
    ),
    set_aside=(
        SetAside("- Pubblicità -", "advertisement"),
        SetAside("Leggi anche: Il ponte di Arvio riapre lunedì", "link to another article"),
    ),
    encoding="utf-8",
    notes=("Read as UTF-8.",),
    signature=SIGNATURE,
)
EMPTY = Article("", "", "", ())
UNUSUAL = {
    "empty": EMPTY,
    "without title, terms and signature": article(block(PARAGRAPH, sentence("Uno.", "One.")), title=""),
    "empty target": article(block(PARAGRAPH, sentence("Uno.", ""))),
    "block without segments": article(block(PARAGRAPH), block(ITEM, sentence("uno", "one"))),
    "deep heading": article(block(HEADING, sentence("Uno", "One"), level=7)),
    "control characters": article(
        block(PARAGRAPH, sentence("a\x00\x0b\ud800\ufffe\uffff]]>", "\x1f<&>\"'")),
        title="\x00\ud83d",
        notes=("\x08",),
        set_aside=(SetAside("\x01\n\n\x02", "\x03"),),
        signature=replace(SIGNATURE, model="\x00"),
    ),
    "spans that cannot be": article(
        block(
            PARAGRAPH,
            Segment(
                "",
                0,
                1,
                "uno due tre",
                "one two three",
                (
                    TermUse("", "", OK, "", Span(0, 7), Span(4, 99), ""),
                    TermUse("", "", OK, "", Span(4, 11), Span(7, 4), ""),
                    TermUse("", "", OK, "", Span(7, 8), Span(-3, 2), ""),
                    TermUse("", "", OK, "", Span(8, 11), Span(3, 3), ""),
                ),
            ),
        )
    ),
}


# Every kind of block, headings that follow one another, and findings with and without words.
KINDS = article(
    block(HEADING, sentence("Il porto   di Arvio", "The port of Arvio"), level=1),
    block(HEADING, sentence("Due moli, un solo sindaco", "Two piers, one mayor"), level=2),
    block(BlockKind.BYLINE, sentence("di Nerina Golfieri", "by Nerina Golfieri")),
    block(BlockKind.DATELINE, sentence("Arvio, 24 novembre", "Arvio, 24 November")),
    block(
        PARAGRAPH,
        sentence(
            "I moli sono 12, anzi 13.",
            "The piers are 12, or 31.",
            findings=[
                Finding("number-mismatch", Severity.ERROR, "Number differs: 13 → 31", Span(21, 23), Span(21, 23)),
                Finding("number-mismatch", Severity.ERROR, "Number missing in the English: 13", Span(21, 23)),
                Finding("low-confidence", Severity.INFO, "The model is unsure of this sentence"),
                Finding("length-ratio", Severity.WARNING, "Much longer than the Italian (240 characters for 24): added?"),
            ],
        ),
    ),
    block(HEADING, sentence("Le reti", "The nets"), level=4),
    block(ITEM, sentence("la rete lunga.", "the long net."), sentence("È nuova.", "It is new.")),
    block(ITEM, sentence("la rete corta.", "the short net.")),
    block(BlockKind.QUOTATION, sentence("Il mare non aspetta.", "The sea does not wait.")),
    block(BlockKind.CAPTION, sentence("Le reti al sole.", "The nets in the sun.")),
    title="Il porto di Arvio",
)


def part(data, name="word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def names(data):
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def tables(data, style="SideBySide"):
    return [item for item in part(data).iter(W + "tbl") if item.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == style]


def rows(data):
    """The paragraphs of each cell of the rows of the side-by-side tables, without the headers."""
    return [
        [next(cell.iter(W + "p")) for cell in row.iter(W + "tc")]
        for item in tables(data)
        for row in list(item.iter(W + "tr"))[1:]
    ]


def cells(data):
    """The same rows by segment id."""
    return {segment_id(row[0]): row for row in rows(data)}


def segment_id(paragraph):
    return text_of(paragraph).partition("\n")[2].partition(" ")[0]


def paragraphs(data):
    """Style and text of the paragraphs that do not stand in a table."""
    return [(style_of(item), text_of(item)) for item in part(data)[0].iterchildren(W + "p")]


def text_of(element):
    marks = {W + "tab": "\t", W + "br": "\n"}
    texts = element.iter(W + "t", W + "tab", W + "br")
    return "".join(item.text if item.tag == W + "t" else marks[item.tag] for item in texts)


def style_of(paragraph):
    return paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val")


def marked(paragraph):
    """Text and character style of the runs that have one, without the references of comments."""
    found = [(text_of(run), style.get(W + "val")) for run in paragraph.iter(W + "r") for style in run.iter(W + "rStyle")]
    return [item for item in found if item[1] != "CommentReference"]


def controls(element):
    """The content controls: tag, lock and text."""
    return [
        (properties.find(W + "tag").get(W + "val"), lock.get(W + "val") if lock is not None else "", text_of(control))
        for control in element.iter(W + "sdt")
        for properties in control.iterchildren(W + "sdtPr")
        for lock in [properties.find(W + "lock")]
    ]


def comments(data):
    """The comments: the words that each is anchored at, and what it says; in the order of the document."""
    said = {item.get(W + "id"): text_of(item) for item in part(data, "word/comments.xml")}
    root = part(data)
    found = []
    for start in root.iter(W + "commentRangeStart"):
        number = start.get(W + "id")
        words = []
        for item in start.itersiblings():
            if item.tag == W + "commentRangeEnd" and item.get(W + "id") == number:
                break
            words.append(text_of(item))
        assert [item.get(W + "id") for item in root.iter(W + "commentReference")].count(number) == 1
        found.append(("".join(words), said[number]))
    return found
