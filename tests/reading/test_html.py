import socket
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import EmptyInputError, UnsupportedFormatError
from translator.reading import read, read_bytes
from translator.reading.html import LAYOUT, NO_ARTICLE

LONG = "Il consiglio comunale ha approvato ieri sera il piano per la nuova piscina, che sarà pronta fra due anni."
OTHER = (
    "Secondo l'assessora Marta Verzelloni, i lavori cominceranno in primavera e costeranno poco meno di tre milioni di euro."
)
LAST = "I residenti del quartiere chiedono invece un parcheggio, e si ritroveranno lunedì sera in una sala della parrocchia."


def page(body, head="<title>La piscina si farà | La Voce</title>"):
    return f"<!DOCTYPE html><html lang='it'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article_page(inner, **options):
    return page(
        "<header><a href='/'>La Voce</a></header><nav><ul><li><a href='/c'>Cronaca</a></li></ul></nav>"
        f"<article><h1>La piscina si farà</h1><p>{LONG}</p>{inner}<p>{LAST}</p></article>"
        "<aside><h3>Meteo</h3></aside><footer><p>Redazione e contatti</p></footer>",
        **options,
    )


def test_the_article_is_kept_and_the_rest_of_the_page_is_set_aside(read_file, kinds):
    article = read_file("a.html", article_page(f"<h2>I costi</h2><p>{OTHER}</p>"))
    assert kinds(article) == [
        ("heading1", "La piscina si farà"),
        ("paragraph", LONG),
        ("heading2", "I costi"),
        ("paragraph", OTHER),
        ("paragraph", LAST),
    ]
    assert [(item.text, item.reason) for item in article.set_aside] == [
        (text, LAYOUT) for text in ("La Voce", "Cronaca", "Meteo", "Redazione e contatti")
    ]
    assert article.notes == ()


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param("<ul><li>Uno e due</li><li>Tre <b>e</b> quattro</li></ul>", [("list_item", "Uno e due"), ("list_item", "Tre e quattro")], id="list"),
        pytest.param(f"<blockquote><p>{OTHER}</p></blockquote>", [("quotation", OTHER)], id="quotation"),
        pytest.param(
            "<table><tr><th>Voce</th><th>Costo</th></tr><tr><td>Vasca</td><td>Due milioni</td></tr></table>",
            [("paragraph", "Voce"), ("paragraph", "Costo"), ("paragraph", "Vasca"), ("paragraph", "Due milioni")],
            id="table",
        ),
        pytest.param(f"<p>{OTHER}<br>{LONG}</p>", [("paragraph", OTHER), ("paragraph", LONG)], id="line-break"),
        pytest.param(
            "<figure><img src='a.jpg' alt=''><figcaption>La vecchia vasca, <em>chiusa</em> da anni</figcaption></figure>",
            [("caption", "La vecchia vasca, chiusa da anni")],
            id="caption",
        ),
        pytest.param(f"<p>{OTHER.replace('Marta', '<a href=x>Marta</a>').replace(' ', '&nbsp;', 1)}</p>", [("paragraph", OTHER)], id="inline"),
    ],
)  # fmt: skip
def test_blocks(read_file, kinds, inner, expected):
    assert kinds(read_file("a.html", article_page(inner)))[2:-1] == expected


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param("", f"<h1>La piscina</h1><p>{LONG}</p>", "La piscina", id="h1"),
        pytest.param("<title>Si farà la piscina | La Voce</title>", f"<p>{LONG}</p>", "Si farà la piscina", id="window"),
        pytest.param(
            "<meta property='og:title' content='Si farà la piscina - La Voce'><meta property='og:site_name' content='La Voce'>",
            f"<p>{LONG}</p>",
            "Si farà la piscina",
            id="shared",
        ),
        pytest.param(
            "<title>Si farà la piscina | La Voce</title>",
            f"<div><h1>La Voce</h1></div><h1>Si farà la piscina</h1><p>{LONG}</p>",
            "Si farà la piscina",
            id="the-h1-that-the-window-confirms",
        ),
        pytest.param("", f"<p>{LONG}</p><p>{LAST}</p>", "", id="none"),
    ],
)
def test_the_title_comes_first(read_file, texts, head, body, title):
    article = read_file("a.html", page(f"<article>{body}<p>{OTHER}</p><p>{LAST}</p></article>", head=head))
    assert article.title == title
    assert texts(article)[0] == (title or LONG)
    assert texts(article).count(title or LONG) == 1


def test_a_line_that_stands_twice_is_set_aside_once(read_file):
    article = read_file("a.html", article_page(f"<h2>Cronaca</h2><p>{OTHER}</p>"))
    assert [item.text for item in article.set_aside].count("Cronaca") == 1


def test_scripts_and_hidden_text_are_no_text(read_file):
    hidden = (
        "<script>var x = 'mai';</script><style>p {}</style><p hidden>Mai visto</p><div style='display: none'>Mai visto</div>"
    )
    article = read_file("a.html", article_page(f"<p>{OTHER}</p>") + hidden)
    assert not any("mai" in item.text.lower() or "{" in item.text for item in article.set_aside)


def test_a_short_page_is_read_line_by_line(read_file, texts):
    article = read_file("a.html", "<h1>La piscina</h1><p>Si farà.</p><p>Lo ha detto il sindaco.</p>")
    assert texts(article) == ["La piscina", "Si farà.", "Lo ha detto il sindaco."]


def test_a_page_without_an_article_is_read_whole_and_said(read_file, texts):
    article = read_file("a.html", page("<footer><a href='a'>Mare</a> <a href='b'>Monti</a></footer>", head=""))
    assert texts(article) == ["Mare Monti"]
    assert article.notes == (NO_ARTICLE,)


def test_the_whole_page_can_be_kept(read_file, texts):
    article = read_file("a.html", article_page(f"<p>{OTHER}</p><p>Leggi anche: Il mare</p>"), keep_boilerplate=True)
    assert article.set_aside == ()
    assert article.title == "La piscina si farà"
    assert set(texts(article)) >= {"La Voce", "Cronaca", "Leggi anche: Il mare", "Redazione e contatti", OTHER}


def test_boilerplate_inside_the_article(read_file, texts):
    article = read_file("a.html", article_page(f"<p>Leggi anche: Il mare d'inverno</p><p>{OTHER}</p><p>Pubblicità</p>"))
    assert texts(article) == ["La piscina si farà", LONG, OTHER, LAST]
    assert {"Leggi anche: Il mare d'inverno", "Pubblicità"} <= {item.text for item in article.set_aside}


@pytest.mark.parametrize("content", ["<html></html>", "<!-- nulla -->", "<html><body><script>x</script></body></html>"])
def test_an_empty_page(read_file, content):
    with pytest.raises(EmptyInputError, match=r"a\.html: is empty"):
        read_file("a.html", content)


def test_a_page_with_an_xml_declaration(read_file):
    assert (
        read_file("a.html", '<?xml version="1.0" encoding="utf-8"?>' + article_page(f"<p>{OTHER}</p>")).title
        == "La piscina si farà"
    )


def test_nothing_is_fetched(monkeypatch, read_file):
    def forbidden(*_args, **_kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    head = "<link rel='canonical' href='https://example.org/a'><link rel='stylesheet' href='https://example.org/a.css'>"
    assert read_file("a.html", article_page(f"<p>{OTHER}</p><img src='https://example.org/a.jpg'>", head=head)).blocks


def test_without_trafilatura_the_extra_is_named(monkeypatch, read_file):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnsupportedFormatError, match=r"a\.html: .*translator\[html\].*pip install '\.\[html\]'"):
        read_file("a.html", "<p>Ciao</p>")


def test_the_sample(samples, kinds):
    article = read(samples / "festival-libro.html")
    listed = [kind for kind, _ in kinds(article)]
    assert [listed.count(kind) for kind in ("heading1", "heading2", "quotation", "list_item", "caption")] == [1, 3, 1, 3, 1]
    aside = [item.text for item in article.set_aside]
    assert {"Accetta tutti", "Leggi anche", "Iscriviti alla newsletter", "Pubblicità"} <= set(aside)


WORDS = st.lists(st.sampled_from("mare monti il la città «sì» 2026 è però S.p.A. vento".split()), min_size=1, max_size=12).map(
    " ".join
)
ELEMENTS = st.tuples(
    st.sampled_from(["p", "h2", "li", "div", "blockquote", "td", "span", "aside", "nav", "footer", "figcaption"]), WORDS
)


@settings(deadline=None, max_examples=40)
@given(st.lists(ELEMENTS, min_size=1, max_size=12))
def test_every_line_of_the_page_is_in_a_block_or_set_aside(elements):
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in elements)
    article = read_bytes(
        page(f"<article><h1>La piscina si farà</h1><p>{LONG}</p>{body}</article>").encode(), name="a", suffix=".html"
    )
    assert article.text == "\n".join(article.text[block.start : block.end] for block in article.blocks)
    seen = " ".join([article.text, *(item.text for item in article.set_aside)]).replace("\n", " ")
    assert all(text in seen for _, text in elements)
