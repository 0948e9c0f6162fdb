import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.pipeline import segment
from translator.reading import read_bytes
from translator.reading.text import UNWRAPPED

PARAGRAPHS = """\
Il consiglio comunale di Valdora ha approvato ieri sera, dopo sei ore di discussione, il piano che riapre al traffico il vecchio \
ponte sul torrente e affida la manutenzione delle sponde a una cooperativa di pescatori.
La giunta aveva promesso l'intervento due anni fa. «Siamo in ritardo», ha ammesso il sindaco, «ma oggi possiamo dire che il \
progetto è completo e che i lavori cominceranno prima dell'estate, con una spesa di poco superiore alle previsioni».
Restano da definire i collegamenti con la strada provinciale e la sistemazione del piazzale, dove oggi sorgono due magazzini \
abbandonati che il Comune vorrebbe trasformare in un mercato coperto.
Contro il piano ha votato una parte dell'opposizione, che chiedeva di destinare i fondi alle scuole e di rinviare ogni decisione \
sul ponte alla prossima primavera, quando sarà noto il risultato delle verifiche sui pilastri.\
""".splitlines()
TITLE = "Valdora riapre il ponte"


def wrapped(width, *, title=TITLE, blank="\n\n", **options):
    return title + "\n\n" + blank.join(textwrap.fill(paragraph, width, **options) for paragraph in PARAGRAPHS) + "\n"


def read(text):
    return segment(read_bytes(text.encode(), name="a.txt"))


def sentences(article):
    return [item.source for item in article.segments()]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_lines_of_a_paragraph_are_joined(width):
    article = read(wrapped(width))
    assert [block.kind for block in article.blocks] == ["heading", *["paragraph"] * len(PARAGRAPHS)]
    assert sentences(article) == sentences(read("\n\n".join([TITLE, *PARAGRAPHS])))
    assert UNWRAPPED in article.notes


def test_a_paragraph_may_end_without_an_empty_line():
    article = read(wrapped(72, blank="\n"))
    assert [" ".join(item.source for item in block.segments) for block in article.blocks] == [TITLE, *PARAGRAPHS]


def test_a_headline_of_two_lines_is_one():
    title = "Valdora riapre il ponte e affida la manutenzione delle sponde del torrente ai pescatori"
    article = read(wrapped(60, title=textwrap.fill(title, 60)))
    assert article.title == title


def test_words_parted_at_the_end_of_a_line_are_whole_again():
    text = wrapped(60).replace("manutenzione", "manuten-\nzione").replace("cooperativa", "coope\u00ad\nrativa")
    found = " ".join(sentences(read(text)))
    assert "manutenzione" in found
    assert "cooperativa" in found


def test_a_compound_keeps_its_hyphen():
    text = wrapped(60).replace("piano che riapre", "piano italo-\nfrancese che riapre")
    assert "italo-francese" in " ".join(sentences(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Titolo\n\n" + "\n".join(PARAGRAPHS * 3), id="one-line-a-paragraph"),
        pytest.param(
            "Il coro\n\n" + "\n".join(["Va la barca sul torrente", "e la luna la accompagna,", "tace il bosco, tace"] * 5),
            id="verse",
        ),
        pytest.param(
            "La spesa\n\n" + "\n".join(["- pane e latte fresco", "- tre chili di patate", "- un litro di olio"] * 5), id="list"
        ),
        pytest.param(
            "I risultati\n\n"
            + "\n".join(
                f"Montelario {n} - Castelmarino {n + 1}, gol di Prandelli e Verzelloni al minuto {n}" for n in range(12)
            ),
            id="results",
        ),
        pytest.param("– Chi va là? –\n– Amici, siamo noi.\n– E che cosa volete?\n" * 5, id="dialogue"),
    ],
)
def test_other_texts_are_left_alone(text):
    article = read(text)
    assert len(article.blocks) == sum(1 for line in text.splitlines() if line.strip())
    assert UNWRAPPED not in article.notes


def test_list_items_are_not_glued():
    items = ["primo punto della lunga lista che il consiglio comunale ha approvato ieri sera", "secondo punto"]
    lines = (textwrap.fill(f"- {item}", 60, subsequent_indent="  ") for item in items)
    article = read(wrapped(60) + "\n" + "\n".join(lines) + "\n")
    found = [block for block in article.blocks if block.kind == "list_item"]
    assert [" ".join(item.source for item in block.segments) for block in found] == items


@given(
    st.lists(
        st.sampled_from(["Il", "consiglio", "di", "Valdora", "ha", "approvato", "il", "piano."]), min_size=80, max_size=160
    )
)
def test_nothing_is_lost_by_joining(words):
    text = textwrap.fill(" ".join(words), 60)
    article = read(text)
    assert "".join("".join(sentences(article)).split()) == "".join(text.split())
