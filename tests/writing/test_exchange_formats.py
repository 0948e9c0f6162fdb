"""Articles as TMX, XLIFF and TSV: what stands in the files, read back and checked against the schemas."""

import io
import re

import pytest
from tests.exchange.texts import HARD
from tests.exchange.valid import check_tmx, check_xliff
from tests.writing.docx_articles import ARTICLE, DAY, EMPTY, PARAGRAPH, UNUSUAL, article, block, sentence

from translator import Translator
from translator.article import Article, Block, Segment
from translator.exchange import Status, tmx, tsv, xliff
from translator.exchange.bilingual import Between, Note
from translator.fingerprint import article_sha256
from translator.reading import read, read_bytes
from translator.writing import FORMATS, render

CHECKS = {"tmx": check_tmx, "xliff": check_xliff, "tsv": lambda data: data.decode("utf-8-sig")}
SAMPLES = [
    "bilancio-imprese.txt",
    "festival-libro.html",
    "finale-pallavolo.md",
    "riforma-scuola.docx",
    "sentenza-appalto.txt",
    "vertice-artico.txt",
]


@pytest.fixture(scope="module")
def translator():
    return Translator(model="starter")


def written(name, whole):
    data = render(whole, name, date=DAY)
    CHECKS[name](data)
    return io.BytesIO(data)


def pairs(whole):
    """Identifier, source and target of each segment, as each format gives them back."""
    (file,) = xliff.read(written("xliff", whole)).files
    return {
        "tmx": [(unit.id, unit.source, unit.target) for unit in tmx.read(written("tmx", whole))],
        "xliff": [(part.id, part.source, part.target) for unit in file.units for part in unit.segments()],
        "tsv": [(row.id, row.source, row.target) for row in tsv.read(written("tsv", whole))],
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_come_back_whole_and_are_the_same_every_time(samples, translator, name):
    whole = translator.translate(read(samples / name))
    expected = [(item.id, item.source, item.target) for item in whole.segments()]
    assert pairs(whole) == {"tmx": expected, "xliff": expected, "tsv": expected}
    again = translator.translate(read(samples / name))
    for output_format in CHECKS:
        assert render(whole, output_format, date=DAY) == render(again, output_format, date=DAY)


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_survive(text):
    source, target = f"Uno {text}", f"{text} one"
    found = pairs(article(block(PARAGRAPH, sentence(source, target)), title=text))
    assert found == {name: [("p1.s1", source, target)] for name in CHECKS}


@pytest.mark.parametrize("whole", [*UNUSUAL.values(), EMPTY], ids=[*UNUSUAL, "nothing"])
@pytest.mark.parametrize("name", CHECKS)
def test_unusual_articles_are_written(name, whole):
    written(name, whole)


def test_what_the_memory_says():
    root = check_tmx(written("tmx", ARTICLE).read())
    header = {prop.get("type"): prop.text for prop in root[0].iter("prop")}
    assert header == {
        "x-title": ARTICLE.title,
        "x-article-sha256": article_sha256(ARTICLE),
        "x-signature": str(ARTICLE.signature),
    }
    assert [note.text for note in root[0].iter("note")] == ["Segments left out, since they have no translation: 1"]
    units = {unit.id: unit for unit in tmx.read(written("tmx", ARTICLE))}
    assert len(units) == sum(bool(item.target) for item in ARTICLE.segments())
    missing, kept = units["p2.s2"], units["p2.s3"]
    assert (missing.status, kept.status) == (Status.QUESTION, Status.TRANSLATED)
    assert missing.notes == ("error term-missing: Term missing: Corte dei conti → Court of Auditors",)
    assert missing.properties == (
        ("x-origin", "machine"),
        ("x-article", "faro-valdora.txt"),
        ("x-article-sha256", article_sha256(ARTICLE)),
    )
    assert (missing.created.date(), missing.changed) == (DAY, None)


def test_what_the_bilingual_document_says():
    found = xliff.read(written("xliff", ARTICLE))
    assert (found.source_language, found.target_language) == ("it-IT", "en-US")
    (file,) = found.files
    assert file.original == "faro-valdora.txt"
    assert dict(file.properties) == {
        "title": ARTICLE.title,
        "article-sha256": article_sha256(ARTICLE),
        "signature": str(ARTICLE.signature),
        "date": "2026-11-24",
    }
    assert file.notes == (
        Note("Read as UTF-8.", "reading", 4),
        Note("advertisement: - Pubblicità -", "set-aside", 7),
        Note("link to another article: Leggi anche: Il ponte di Arvio riapre lunedì", "set-aside", 7),
    )
    assert [unit.kind for unit in file.units] == [str(item.kind) for item in ARTICLE.blocks]
    segments = {part.id: part for unit in file.units for part in unit.segments()}
    missing = segments["p2.s2"]
    assert missing.notes == (Note("Term missing: Corte dei conti → Court of Auditors", "term-missing", 1, "source"),)
    assert segments["p2.s3"].notes[0].applies_to == ""
    assert [part.id for part in segments.values() if part.status is Status.INITIAL] == ["p11.s1"]
    for item in ARTICLE.segments():
        assert [(use.source, use.target, use.source_span, use.target_span, use.origin) for use in item.terms] == [
            (term.source, term.target, term.source_span, term.target_span, term.origin) for term in segments[item.id].terms
        ]


def test_what_the_table_says():
    rows = {row.id: row for row in tsv.read(written("tsv", ARTICLE))}
    assert list(rows) == [item.id for item in ARTICLE.segments()]
    assert rows["p2.s2"].status is Status.QUESTION
    assert rows["p2.s2"].findings == ("error term-missing: Term missing: Corte dei conti → Court of Auditors",)
    assert rows["p2.s2"].terms == (
        "Corte dei conti → Court of Auditors (missing, world)",
        "Consiglio di Stato → Council of State (repaired, world)",
    )
    assert rows["p11.s1"].status is Status.INITIAL


def test_nothing_between_segments_is_lost(translator):
    whole = translator.translate(read_bytes("Il faro è spento.  Nessuno lo sa. \u00a0È notte.\n".encode(), name="stdin"))
    ((unit,),) = (file.units for file in xliff.read(written("xliff", whole)).files)
    between = [part for part in unit.parts if isinstance(part, Between)]
    assert all(part.source == part.target for part in between)
    assert "".join(part.source for part in unit.parts) == "Il faro è spento.  Nessuno lo sa. \u00a0È notte."


def test_segments_that_are_not_translated_yet():
    whole = Article("a.txt", "", "Uno.", (Block("p1", PARAGRAPH, 0, 4, segments=(Segment("p1.s1", 0, 4, "Uno."),)),))
    assert pairs(whole) == {"tmx": [], "xliff": [("p1.s1", "Uno.", "")], "tsv": [("p1.s1", "Uno.", "")]}


def test_every_format_is_offered():
    assert set(CHECKS) < set(FORMATS)


def test_no_place_and_no_time_of_day_is_in_a_file(samples, translator):
    whole = translator.translate(read(samples / "vertice-artico.txt"))
    for name in CHECKS:
        text = render(whole, name, date=DAY).decode("utf-8-sig")
        assert str(samples) not in text
        assert set(re.findall(r"\d{8}T\d{6}Z", text)) <= {"20261124T000000Z"}
