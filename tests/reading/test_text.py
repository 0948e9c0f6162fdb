import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import EmptyInputError, InputError
from translator.reading import plain, read_bytes
from translator.reading.text import WRAPPED

LONG = "Il consiglio comunale ha approvato ieri sera il piano per la nuova piscina, che sarà pronta fra due anni."


def test_offsets_are_those_of_the_whole_file(read_file, texts):
    content = f"\n  Il titolo\u00a0 \n\n\t{LONG}  \r\n-  Primo\n"
    article = read_file("a.txt", content)
    assert article.text == content.replace("\r\n", "\n")
    assert texts(article) == ["Il titolo", LONG, "Primo"]


def test_a_line_break_parts_blocks(read_file, texts):
    breaks = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\f", "\v"]
    assert texts(read_file("a.txt", "".join(f"Riga {number}.{mark}" for number, mark in enumerate(breaks)))) == [
        f"Riga {number}." for number in range(len(breaks))
    ]


@pytest.mark.parametrize(
    ("first", "titled"),
    [
        pytest.param("Il ponte riapre", True, id="plain"),
        pytest.param("Il ponte riapre: «Ora basta code»", True, id="quotation"),
        pytest.param("Il ponte riapre?", True, id="question"),
        pytest.param("Valdarca S.p.A.", True, id="abbreviation"),
        pytest.param("E adesso...", True, id="dots"),
        pytest.param("Il ponte riapre.", True, id="one-short-sentence"),
        pytest.param(f"Il ponte riapre dopo due anni di lavori{' e di attese' * 4}.", False, id="long-sentence"),
        pytest.param("Ciao. Il ponte riapre.", False, id="two-sentences"),
        pytest.param("Il ponte riapre,", False, id="comma"),
        pytest.param("Il ponte riapre:", False, id="colon"),
        pytest.param("«Il ponte riapre.»", False, id="speech"),
        pytest.param("– Il ponte riapre", False, id="dialogue"),
        pytest.param("di Lucio Prandelli", False, id="byline"),
        pytest.param("- Il ponte", False, id="list"),
        pytest.param("Il ponte riapre " * 13, False, id="long"),
    ],
)
def test_the_first_line_is_the_title_if_it_reads_like_one(read_file, first, titled):
    article = read_file("a.txt", f"{first}\n\n{LONG} {LONG}\n")
    assert article.title == (first if titled else "")
    assert (article.blocks[0].kind == "heading") is titled


def test_an_article_of_one_sentence_has_no_title(read_file):
    assert read_file("a.txt", "Il ponte riapre.").title == ""


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        pytest.param("\n\nLe reazioni\n\n", "heading", id="alone"),
        pytest.param("\nLe reazioni\n", "heading", id="above-its-paragraph"),
        pytest.param("\n\n2027, la svolta\n\n", "heading", id="digit"),
        pytest.param("\n\n«Basta code»: la protesta\n\n", "heading", id="quotation-mark"),
        pytest.param("\n\n«Basta code»\n\n", "paragraph", id="speech"),
        pytest.param("\n\nLe reazioni.\n\n", "paragraph", id="full-stop"),
        pytest.param("\n\nle reazioni\n\n", "paragraph", id="lower-case"),
        pytest.param("\n\n– Le reazioni\n\n", "paragraph", id="dialogue"),
        pytest.param("\n\nDi Lucio Prandelli\n\n", "byline", id="byline"),
    ],
)
def test_subheads(read_file, between, kind):
    article = read_file("a.txt", f"Il titolo\n\n{LONG}{between}{LONG}\n")
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", kind, "paragraph"]
    assert article.blocks[2].level == (2 if kind == "heading" else 0)


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["below", "apart"])
def test_a_column_of_short_lines_has_no_subheads(read_file, kinds, blank):
    names = ["Lucio Prandelli", "Marta Verzelloni", "Ivo Castrocani", "Nadia Solmeri"]
    article = read_file("a.txt", f"Le squadre\n\n{LONG}\n\n{blank.join(names)}\n\n{LONG}")
    assert [item for item in kinds(article) if item[1] in names] == [("paragraph", name) for name in names]


def test_the_last_line_is_no_subhead(read_file, kinds):
    assert kinds(read_file("a.txt", f"Il titolo\n\n{LONG}\n\nLucio Prandelli\n"))[-1] == ("paragraph", "Lucio Prandelli")


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        *(pytest.param(f"{bullet} Primo punto", "list_item", "Primo punto", id=bullet) for bullet in "-*•·◦▪"),
        pytest.param("-Primo punto", "paragraph", "-Primo punto", id="no-space"),
        pytest.param("– Vieni?", "paragraph", "– Vieni?", id="en-dash"),
        pytest.param("— Vieni?", "paragraph", "— Vieni?", id="em-dash"),
        pytest.param("1. Primo punto", "list_item", "1. Primo punto", id="number"),
        pytest.param("a) Primo punto", "list_item", "a) Primo punto", id="letter"),
        pytest.param("A. Prandelli è qui.", "paragraph", "A. Prandelli è qui.", id="initial"),
        pytest.param("1.234 euro in più.", "paragraph", "1.234 euro in più.", id="thousands"),
        pytest.param("…", "paragraph", "…", id="ellipsis"),
    ],
)
def test_lists_and_dialogue(read_file, kinds, line, kind, text):
    assert kinds(read_file("a.txt", f"Il titolo\n\n{LONG}\n{line}\n"))[-1] == (kind, text)


@pytest.mark.parametrize("line", ["***", "* * *", "-----", "_______", "~", "•", "\u200b"])
def test_separators_are_set_aside(read_file, line):
    article = read_file("a.txt", f"Il titolo\n\n{LONG}\n\n{line}\n\n{LONG}")
    assert [(item.text, item.reason) for item in article.set_aside] == [(line, "separator, no text")]


def test_wrapped_lines_are_said(read_file):
    lines = [f"parola{number} che continua nella riga dopo {'come fanno ' * (number % 3)}" for number in range(12)]
    assert WRAPPED in read_file("a.txt", "\n".join(lines) + ".\n").notes
    assert read_file("b.txt", f"Il titolo\n\n{LONG}\n{LONG}\n").notes == ()


def test_text_characters_that_xml_cannot_hold_are_no_obstacle(read_file, texts):
    assert texts(read_file("a.txt", "Uno\u0001due\n\ntre\u0000quattro.\n".encode("utf-16"))) == [
        "Uno\u0001due",
        "tre\u0000quattro.",
    ]


LINES = st.one_of(
    st.sampled_from(
        [
            "Leggi anche", "Leggi anche: I porti del Nord", "- Advertisement -", "Ultime Notizie", "Pubblicità", "• Uno", "-", "***",
            "1. Due", "– Vieni?", "Un titolo breve", LONG, "", "  ", "\u00a0", "«Sì.»", "© 2026", "Condividi", "Facebook", "- tre -",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\t\r\f\v\x85")),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(LINES).map("\n".join), st.booleans())
def test_every_character_is_in_a_block_a_bullet_or_set_aside_in_order(content, keep_boilerplate):
    try:
        article = read_bytes(content.encode(), name="a.txt", keep_boilerplate=keep_boilerplate)
    except EmptyInputError:
        return
    blocks, aside, place = list(article.blocks), [item.text for item in article.set_aside], 0
    assert [block.id for block in blocks] == [f"p{number}" for number in range(1, len(blocks) + 1)]
    while blocks or aside:
        place += len(article.text[place:]) - len(article.text[place:].lstrip())
        block_line = article.text[place : blocks[0].start] if blocks else "no block"
        if re.fullmatch(r"([-*•·◦▪●■○‣]\s+)?", block_line) and len(f"{block_line}x".splitlines()) == 1:
            block = blocks.pop(0)
            text = article.text[block.start : block.end]
            assert text
            assert text == text.strip()
            assert len(text.splitlines()) == 1
            place = block.end
        else:
            assert article.text.startswith(aside[0], place)
            place += len(aside.pop(0))
    assert article.text[place:].strip() == ""
    if article.title:
        assert article.title == plain(article.text[article.blocks[0].start : article.blocks[0].end])


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_an_article_or_an_input_error(data):
    for suffix in (".txt", ".md", ".docx"):
        with contextlib.suppress(InputError):
            assert read_bytes(data, name="a", suffix=suffix).blocks
