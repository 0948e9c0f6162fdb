import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import EmptyInputError
from translator.reading import read, read_bytes

LONG = "Il consiglio comunale ha approvato ieri sera il piano per la nuova piscina, che sarà pronta fra due anni."


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Un **forte** richiamo", "Un forte richiamo"),
        ("Un *corsivo* e un _altro_", "Un corsivo e un altro"),
        ("***Tutti e due***, insieme", "Tutti e due, insieme"),
        ("**forte e *corsivo***", "forte e corsivo"),
        ("«*Corsivo*»", "«Corsivo»"),
        ("*«Corsivo»*", "«Corsivo»"),
        ("**Mon**te", "Monte"),
        ("Il file nome_di_prova e 2*3*4", "Il file nome_di_prova e 2*3*4"),
        ("Il prezzo* e il costo*", "Il prezzo* e il costo*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("Il comando `ls -l *` elenca", "Il comando ls -l * elenca"),
        ("Il [sito](https://example.org/a_b_c) ufficiale", "Il sito ufficiale"),
        ('Il [sito](https://example.org "Titolo") ufficiale', "Il sito ufficiale"),
        ("Il [*sito* nuovo](https://example.org/a_(b)) c'è", "Il sito nuovo c'è"),
        ("**[Il sito](https://example.org)**", "Il sito"),
        ("Scrivere a <https://example.org/a>", "Scrivere a https://example.org/a"),
        ("Un [sito][rif] ignoto", "Un [sito][rif] ignoto"),
        ("Un [inciso] qui", "Un [inciso] qui"),
        (r"Tre \*asterischi\* e 1\. punto", "Tre *asterischi* e 1. punto"),
        ("Mare &amp; monti&nbsp;oggi", "Mare & monti oggi"),
        ("Una<br>riga <em>nuova</em>", "Una riga nuova"),
        ("3 < 5 e 7 > 2", "3 < 5 e 7 > 2"),
        ("Prima riga\nseconda  \nterza", "Prima riga seconda terza"),
    ],
)
def test_marks_inside_a_paragraph(read_file, texts, source, plain):
    assert texts(read_file("a.md", f"# Titolo\n\n{LONG}\n\n{source}\n"))[2:] == [plain]


def test_the_text_is_that_of_the_blocks_one_a_line(read_file, texts):
    article = read_file("a.md", f"# Il **titolo**\n\n```\ncodice\n```\n\n- uno\n- due\n\n{LONG}\n")
    assert article.text == f"Il titolo\nuno\ndue\n{LONG}" == "\n".join(texts(article))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("## Parte ##", [("heading2", "Parte")], id="heading"),
        pytest.param("# Altra parte", [("heading2", "Altra parte")], id="second-of-level-1"),
        pytest.param("#### Parte", [("heading4", "Parte")], id="deep-heading"),
        pytest.param("Parte\n-----", [("heading2", "Parte")], id="underlined"),
        pytest.param("#mare", [("paragraph", "#mare")], id="hashtag"),
        pytest.param("> Uno\n> due\n>\n> Tre", [("quotation", "Uno due"), ("quotation", "Tre")], id="quotation"),
        pytest.param(">> Uno", [("quotation", "Uno")], id="nested-quotation"),
        pytest.param("- Uno\n  segue\n* Due\n+ Tre", [("list_item", "Uno segue"), ("list_item", "Due"), ("list_item", "Tre")], id="list"),
        pytest.param("- Uno\n\n- Due\n  - Tre", [("list_item", "Uno"), ("list_item", "Due"), ("list_item", "Tre")], id="loose-list"),
        pytest.param("1. Uno\n2. Due", [("list_item", "1. Uno"), ("list_item", "2. Due")], id="numbers"),
        pytest.param("Era il\n25. Poi basta.", [("paragraph", "Era il 25. Poi basta.")], id="number-in-text"),
        pytest.param(
            "| Voce | Costo |\n|:---|---:|\n| Mensa \\| bar | **3** |\n\nFine.",
            [("paragraph", "Voce"), ("paragraph", "Costo"), ("paragraph", "Mensa | bar"), ("paragraph", "3"), ("paragraph", "Fine.")],
            id="table",
        ),
        pytest.param('![La piazza piena di gente](a.jpg "Titolo")', [("caption", "La piazza piena di gente")], id="caption"),
        pytest.param("Testo ![La piazza piena](a.jpg) e basta.", [("paragraph", "Testo e basta."), ("caption", "La piazza piena")], id="inline-picture"),
        pytest.param("    Rientro di quattro spazi.", [("paragraph", "Rientro di quattro spazi.")], id="indented"),
        pytest.param("Un [sito][rif] e [Rif].\n\n[rif]: https://example.org", [("paragraph", "Un sito e [Rif].")], id="reference"),
        pytest.param("Testo\n|-|", [("paragraph", "Testo |-|")], id="no-table"),
        pytest.param("```\nmai chiuso", [("paragraph", "``` mai chiuso")], id="open-fence"),
        pytest.param("<!-- mai chiuso", [("paragraph", "<!-- mai chiuso")], id="open-comment"),
    ],
)  # fmt: skip
def test_blocks(read_file, kinds, source, expected):
    assert kinds(read_file("a.md", f"# Titolo\n\n{LONG}\n\n{source}\n"))[2:] == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param("---", "separator, no text", id="rule"),
        pytest.param("* * *", "separator, no text", id="spaced-rule"),
        pytest.param("```python\nx = 1\n\n# no\n```", "code", id="fence"),
        pytest.param("~~~~\n~~~\nx\n~~~~", "code", id="tilde-fence"),
        pytest.param("<!-- nota\nprivata -->", "HTML comment", id="comment"),
        pytest.param("![logo](a.png)", "picture", id="picture"),
        pytest.param("[![logo](a.png)](https://example.org)", "picture", id="linked-picture"),
        pytest.param("[rif]: https://example.org", "link address", id="definition"),
    ],
)
def test_what_is_not_text_is_set_aside(read_file, source, reason):
    article = read_file("a.md", f"# Titolo\n\n{LONG}\n\n{source}\n\n{LONG}\n")
    assert len(article.blocks) == 3
    assert [(item.text, item.reason) for item in article.set_aside] == [(source, reason)]


def test_a_comment_in_a_line(read_file, texts):
    article = read_file("a.md", f"# Titolo\n\nPrima <!-- nota --> dopo.\n\n<!-- altra --> Poi.\n\n{LONG}")
    assert texts(article)[1:3] == ["Prima dopo.", "Poi."]
    assert [item.text for item in article.set_aside] == ["<!-- nota -->", "<!-- altra -->"]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param(f"# Uno\n\n{LONG}", "Uno", id="heading"),
        pytest.param(f"Uno\n===\n\n{LONG}", "Uno", id="underlined"),
        pytest.param(f'---\ntitle: "Da *fuori*"\ntags:\n  - a\n---\n\n{LONG}', "Da fuori", id="front-matter"),
        pytest.param(f"---\ntitle: Da fuori\n---\n# Uno\n\n{LONG}", "Uno", id="heading-before-front-matter"),
        pytest.param(f"## Uno\n\n{LONG}", "Uno", id="only-level-2"),
        pytest.param(f"Uno\n\n{LONG}", "Uno", id="plain-line"),
        pytest.param(f"Occhiello\n\n# Uno\n\n{LONG}", "Uno", id="below-a-kicker"),
        pytest.param(f"{LONG}\n\n{LONG} {LONG}\n\n# Parte\n\n{LONG}", "", id="heading-of-a-section"),
    ],
)
def test_the_title(read_file, source, title):
    assert read_file("a.md", source).title == title


def test_front_matter_is_set_aside_and_a_rule_at_the_top_is_not_one(read_file):
    article = read_file("a.md", f"---\ntitle: Uno\n---\n{LONG}")
    assert [(item.text, item.reason) for item in article.set_aside] == [("---\ntitle: Uno\n---", "front matter")]
    article = read_file("b.md", f"---\nUn testo: senza altro\nche segue qui\n---\n{LONG}")
    assert [item.text for item in article.set_aside] == ["---"]


def test_front_matter_alone_is_no_article(read_file):
    with pytest.raises(EmptyInputError, match="front matter"):
        read_file("a.md", "---\ntitle: Uno\n---\n")


def test_boilerplate_below_a_list_label(read_file, texts):
    article = read_file(
        "a.md", f"# Titolo\n\n{LONG}\n\n## Leggi anche\n\n- [Il mare](a)\n- [I monti](b)\n\n## Pubblicità\n\n{LONG}\n"
    )
    assert texts(article) == ["Titolo", LONG, "Pubblicità", LONG]
    assert [item.text for item in article.set_aside] == ["Leggi anche", "- Il mare", "- I monti"]


def test_the_sample(samples, kinds):
    article = read(samples / "finale-pallavolo.md")
    listed = [kind for kind, _ in kinds(article)]
    assert [listed.count(kind) for kind in ("heading1", "heading2", "quotation", "list_item")] == [1, 4, 1, 4]
    assert not any(mark in article.text for mark in ("**", "](", "##", "*Coppa"))
    assert article.set_aside == ()


@settings(deadline=None)
@given(st.text("ab *_`[]()<>!#-|>\n\\~1.&=:\t", max_size=80))
def test_any_markup_gives_blocks_that_lie_in_the_text(source):
    article = read_bytes(f"# Titolo\n\n{source}\n".encode(), name="a", suffix=".md")
    assert article.text == "\n".join(article.text[block.start : block.end] for block in article.blocks)
    assert all(text and text == " ".join(text.split()) for text in article.text.split("\n"))
