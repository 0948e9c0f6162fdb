import datetime
import io
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

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
from translator.writing.docx import write
from translator.writing.docx_table import WIDTHS
from translator.writing.docx_template import template

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
            findings=[Finding("term-missing", Severity.ERROR, "Term missing: Corte dei conti → Court of Auditors", Span(3, 18))],
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
        sentence("Lo diceva mio nonno, che qui ha acceso la lampada per trent’anni.", "So said my grandfather, who lit the lamp here for thirty years."),
    ),
    block(BlockKind.CAPTION, sentence("La lanterna vista dal molo nord.", "The lantern seen from the north pier.")),
    block(HEADING, sentence("Che cosa manca", "What is missing"), level=2),
    block(
        PARAGRAPH,
        sentence("Resta il nodo delle visite.", "", findings=[Finding("empty-target", Severity.ERROR, "The model gave no translation", Span(0, 27))]),
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
