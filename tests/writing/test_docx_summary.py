import pytest
from tests.writing.docx_articles import (
    ARTICLE,
    DAY,
    EMPTY,
    KINDS,
    MISSING,
    PARAGRAPH,
    REPAIRED,
    SIGNATURE,
    W,
    article,
    block,
    paragraphs,
    part,
    sentence,
    tables,
    text_of,
)

from translator.article import Finding, Severity
from translator.fingerprint import article_sha256
from translator.writing.docx.document import write


def summary_tables(written):
    found = {}
    for table in tables(write(written, date=DAY), "Summary"):
        name = table.find(f"{W}tblPr/{W}tblCaption").get(W + "val")
        found[name] = [
            ["\n".join(map(text_of, cell.iter(W + "p"))) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")
        ]
    return found


def test_it_begins_on_a_page_of_its_own():
    (heading,) = [item for item in part(write(ARTICLE, date=DAY)).iter(W + "p") if text_of(item) == "Summary"]
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_the_article_in_figures():
    assert summary_tables(ARTICLE)["The article in figures"] == [
        ["Segments", "Italian words", "Terms used", "Findings", "Set aside"],
        [
            "17\n3 headings\n3 paragraphs\n3 list items\n1 quotation\n1 caption",
            "157\n164 words in English",
            "5\n2 ok\n2 repaired\n1 missing",
            "4\n2 errors\n1 warning\n1 for information",
            "2\n1 advertisement\n1 link to another article",
        ],
    ]


def test_terms_used_put_the_missing_and_repaired_first():
    terms = [("sindaco", "mayor"), ("porto", "port", MISSING), ("Arvio", "Arvio", REPAIRED)]
    written = article(
        block(PARAGRAPH, sentence("Il sindaco, il porto, Arvio.", "The mayor of Arvio.", *terms)),
        block(PARAGRAPH, sentence("Sindaco!", "Lord mayor!", ("Sindaco", "Lord mayor"))),
    )
    assert summary_tables(written)["Glossary terms used in the article"] == [
        ["Italiano", "English", "Glossary", "Uses", "Repaired", "Missing"],
        ["porto", "port", "world", "1", "–", "1"],
        ["Arvio", "Arvio", "world", "1", "1", "–"],
        ["sindaco", "mayor / Lord mayor", "world", "2", "–", "–"],
    ]


def test_findings_by_kind_put_the_worst_first():
    header, *found = summary_tables(KINDS)["Findings by kind"]
    assert header == ["Kind", "What it means", "Severity", "Segments", "Number"]
    assert [(row[0], *row[2:]) for row in found] == [
        ("number-mismatch", "Error", "p5.s1", "2"),
        ("length-ratio", "Warning", "p5.s1", "1"),
        ("low-confidence", "For information", "p5.s1", "1"),
    ]
    assert all(row[1].endswith(".") for row in found)


def test_many_segments_of_one_kind_are_counted():
    found = [Finding("made-up", Severity.INFO, "!")]
    written = article(block(PARAGRAPH, *[sentence("Uno.", "One.", findings=found)] * 8))
    assert summary_tables(written)["Findings by kind"][1] == [
        "made-up",
        "",
        "For information",
        "p1.s1, p1.s2, p1.s3, p1.s4, p1.s5, p1.s6 and 2 more",
        "8",
    ]


def test_what_was_set_aside_and_the_notes():
    found = paragraphs(write(ARTICLE, date=DAY))
    start = found.index(("Heading2", "Set aside"))
    assert found[start:] == [
        ("Heading2", "Set aside"),
        ("Told", "Not translated, because it was taken for no part of the article."),
        ("Reason", "Advertisement"),
        ("SetAside", "- Pubblicità -"),
        ("Reason", "Link to another article"),
        ("SetAside", "Leggi anche: Il ponte di Arvio riapre lunedì"),
        ("Heading2", "Notes on the source"),
        ("SetAside", "Read as UTF-8."),
        ("Heading2", "This document"),
        ("Fingerprint", f"Article sha256: {article_sha256(ARTICLE)}"),
        ("Fingerprint", f"Signature: {SIGNATURE}"),
    ]


@pytest.mark.parametrize("name", ["Findings by kind", "Terms used", "Set aside", "Notes on the source"])
def test_nothing_is_announced_that_is_not_there(name):
    assert name not in [text for _, text in paragraphs(write(EMPTY, date=DAY))]


def test_its_tables_have_flagged_headers():
    for table in tables(write(ARTICLE, date=DAY), "Summary"):
        assert next(table.iter(W + "tr")).find(f"{W}trPr/{W}tblHeader") is not None
