import pytest

LONG = "Il consiglio comunale ha approvato ieri sera il piano per la nuova piscina, che sarà pronta fra due anni."
TEASER = "Merluzzo, la flotta torna in mare con due settimane d'anticipo"


def article_with(*lines):
    return "\n".join(["Il titolo del giorno", "", LONG, "", *lines, "", LONG]) + "\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- Advertisement -", "advertising"),
        ("ADVERTISEMENT", "advertising"),
        ("Pubblicità", "advertising"),
        ("— PUBBLICITÀ —", "advertising"),
        ("[ADV]", "advertising"),
        ("Messaggio pubblicitario", "advertising"),
        ("L’articolo continua dopo la pubblicità", "advertising"),
        ("Potrebbe  Interessarti", "related links"),
        ("TI POTREBBE INTERESSARE ANCHE", "related links"),
        ("Leggi anche:", "related links"),
        ("LEGGI ANCHE >>", "related links"),
        ("Leggi anche »", "related links"),
        ("Leggi anche: Porti del Nord, ecco il piano in cinque punti", "related links"),
        ("👉 Leggi anche – Porti del Nord, ecco il piano", "related links"),
        ("Ultime\u00a0Notizie", "related links"),
        ("Articoli correlati", "related links"),
        ("I più letti", "related links"),
        ("Iscriviti alla nostra newsletter", "newsletter or subscription"),
        ("Iscriviti alla newsletter per ricevere le notizie ogni mattina.", "newsletter or subscription"),
        ("Contenuto riservato agli abbonati", "newsletter or subscription"),
        ("Questo sito utilizza i cookie per migliorare la navigazione.", "cookie notice"),
        ("Accetta tutti i cookie", "cookie notice"),
        ("Condividi su Facebook", "share and comment buttons"),
        ("Facebook | Twitter | WhatsApp", "share and comment buttons"),
        ("Seguici su Instagram e Telegram", "share and comment buttons"),
        ("© 2026 La Voce di Portovento. Tutti i diritti riservati.", "copyright notice"),
        ("© RIPRODUZIONE RISERVATA", "copyright notice"),
        ("Riproduzione riservata.", "copyright notice"),
        ("Tag: mare, pesca, porti", "tags"),
        ("#mare #pesca", "tags"),
        ("Home > Cronaca > Portovento", "page navigation"),
        ("Continua a leggere", "page navigation"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_known_lines_are_set_aside_as_they_stand(read_file, texts, line, reason, suffix):
    if suffix == ".md" and line.startswith(("[", "#")):
        pytest.skip("markup in Markdown")
    article = read_file("a" + suffix, article_with(f"  {line} "))
    assert texts(article) == ["Il titolo del giorno", LONG, LONG]
    expected = line if suffix == ".txt" else " ".join(line.split())
    assert [(item.text, item.reason) for item in article.set_aside] == [(expected, reason)]
    kept = read_file("b" + suffix, article_with(line), keep_boilerplate=True)
    assert kept.set_aside == ()
    assert len(kept.blocks) == 4


@pytest.mark.parametrize(
    "line",
    [
        "Leggi anche i libri che non ti somigliano.",
        "Leggete anche i libri che non vi somigliano",
        "La pubblicità è l'anima del commercio",
        "«Pubblicità»",
        "Le ultime notizie dal fronte non sono buone.",
        "Il sito utilizza cookie senza il consenso degli utenti, secondo l'accusa.",
        "Newsletter e giornali: il mercato cambia",
        "Abbonati",
        "Stampa",
        "Facebook ha risposto in serata.",
        "La riproduzione riservata ai soli soci è stata annullata.",
        "Condividi il pane con chi non ne ha.",
        "Potrebbe interessarti sapere che il porto è del Settecento.",
        "Tutti i diritti riservati alla nascita sono stati rivisti dal giudice.",
    ],
)
def test_text_that_only_begins_alike_stays(read_file, texts, line):
    article = read_file("a.txt", article_with(line))
    assert line in texts(article)
    assert article.set_aside == ()


@pytest.mark.parametrize(
    ("lines", "aside"),
    [
        pytest.param(["Leggi anche", TEASER], 2, id="teaser-below"),
        pytest.param(["Leggi anche", TEASER, TEASER + " oggi"], 3, id="two-teasers"),
        pytest.param(["Leggi anche", "", TEASER], 2, id="teaser-apart"),
        pytest.param(["Leggi anche", "", "- Il mare", "- La pesca"], 3, id="list-of-links"),
        pytest.param(["Leggi anche", "", "Le reazioni"], 1, id="subhead-apart"),
        pytest.param(["Leggi anche", LONG], 1, id="paragraph-below"),
        pytest.param(["Leggi anche", "", LONG], 1, id="paragraph-apart"),
        pytest.param(["Leggi anche", TEASER, "Le reazioni", LONG], 2, id="teaser-then-subhead"),
        pytest.param(["Leggi anche", TEASER, "Ultime Notizie", TEASER], 4, id="label-after-label"),
        pytest.param(["Leggi anche", *[f"{TEASER} {number}" for number in range(9)]], 7, id="six-at-most"),
        pytest.param(["Condividi", "Facebook", "WhatsApp", "Stampa"], 4, id="share-buttons"),
        pytest.param(["Condividi", "Il mare"], 1, id="share-without-buttons"),
    ],
)
def test_a_label_takes_only_its_teasers_along(read_file, lines, aside):
    article = read_file("a.txt", article_with(*lines))
    assert [item.text for item in article.set_aside] == [line for line in lines if line][:aside]


def test_the_title_below_a_label_is_kept(read_file):
    article = read_file("a.txt", f"Ultime Notizie\nIl ponte riapre\n\n{LONG}\n")
    assert article.title == "Il ponte riapre"
    assert [item.text for item in article.set_aside] == ["Ultime Notizie"]


def test_a_list_that_names_advertising_is_kept(read_file, texts):
    article = read_file("a.txt", article_with("- Stampa", "- Pubblicità", "- Affitto"))
    assert texts(article)[2:5] == ["Stampa", "Pubblicità", "Affitto"]
    assert article.set_aside == ()


def test_a_kept_line_of_advertising_is_not_the_title(read_file):
    article = read_file("a.txt", f"- Advertisement -\n\nIl ponte riapre\n\n{LONG}", keep_boilerplate=True)
    assert article.title == ""
    assert len(article.blocks) == 3


def test_the_sample_copied_from_a_web_page(samples, texts):
    from translator.reading import read

    article = read(samples / "vertice-artico.txt")
    assert article.title.startswith("Artico, a Tromsø intesa")
    assert len(article.blocks) == 9
    assert [item.reason for item in article.set_aside] == [
        "advertising", "related links", "related links", "advertising", *["related links"] * 5
    ]  # fmt: skip
    assert not any("Leggi anche" in text or "Advertisement" in text for text in texts(article))
