import pytest

from translator.article import Span
from translator.translation import written_out


def text(source, *kept):
    """``source`` with its abbreviations written out."""
    written, at = "", 0
    for span, words in written_out(source, kept):
        written += source[at : span.start] + words
        at = span.end
    return written + source[at:]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Lo dice l'avv. Ugo Serpi.", "Lo dice l'avvocato Ugo Serpi.", id="title"),
        pytest.param("La dott.ssa Ada Lonzi firma.", "La dottoressa Ada Lonzi firma.", id="title-with-an-ending"),
        pytest.param("La sen. Ada Lonzi firma.", "La senatrice Ada Lonzi firma.", id="woman"),
        pytest.param("Alla prof. Lonzi il premio.", "Alla professoressa Lonzi il premio.", id="woman-with-a-preposition"),
        pytest.param("Sig. Serpi, venga.", "Signor Serpi, venga.", id="first-word"),
        pytest.param("IL DOTT. SERPI FIRMA", "IL DOTTOR SERPI FIRMA", id="capitals"),
        pytest.param("Gli avv.ti Serpi e Lonzi.", "Gli avvocati Serpi e Lonzi.", id="several"),
        pytest.param("Agli artt. 3 e 4, lett. b).", "Agli articoli 3 e 4, lettera b).", id="law"),
        pytest.param("L'art. 12 c.p. vale.", "L'articolo 12 codice penale vale.", id="code"),
        pytest.param("Vale l'art. 12 c.p.", "Vale l'articolo 12 codice penale.", id="code-at-the-end"),
        pytest.param("Vale il d.lgs. 36/2023.", "Vale il decreto legislativo 36/2023.", id="decree"),
        pytest.param("Secondo il c.p.p., vale.", "Secondo il codice di procedura penale, vale.", id="longest-first"),
        pytest.param("Il p.m. chiede tre anni.", "Il pubblico ministero chiede tre anni.", id="prosecutor"),
        pytest.param("Casa di 120 mq in vendita.", "Casa di 120 metri quadrati in vendita.", id="unit"),
        pytest.param("Secondo l'avv. la norma vale.", "Secondo l'avv. la norma vale.", id="no-name"),
        pytest.param("È al mar Ligure.", "È al mar Ligure.", id="word-without-a-stop"),
        pytest.param("Vive sul mare. Serpi no.", "Vive sul mare. Serpi no.", id="end-of-a-word"),
        pytest.param("Arte 12, parte 3.", "Arte 12, parte 3.", id="inside-words"),
        pytest.param("Pane, riso, ecc.", "Pane, riso, ecc.", id="left-alone"),
        pytest.param("La Bianchi S.p.A. vende.", "La Bianchi S.p.A. vende.", id="company"),
        pytest.param("Alle 3 p.m.", "Alle 3 p.m.", id="nothing-after-it"),
        pytest.param("Dal 12 gen. Roma ospita la mostra.", "Dal 12 gen. Roma ospita la mostra.", id="month"),
        pytest.param("Alle 3 p.m. di ieri.", "Alle 3 p.m. di ieri.", id="time"),
        pytest.param("Si veda il cap. XII del libro.", "Si veda il cap. XII del libro.", id="chapter"),
        pytest.param("", "", id="empty"),
    ],
)
def test_abbreviations_are_written_out(source, expected):
    assert text(source) == expected


def test_terms_and_names_are_kept():
    source = "L'avv. Serpi e l'avv. Lonzi."
    assert text(source, Span(2, 6)) == "L'avv. Serpi e l'avvocato Lonzi."
