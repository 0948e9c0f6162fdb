import pytest

from translator.article import Span, TermStatus, TermUse


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "Il sindaco ha firmato l'ordinanza sul traffico.",
            "The mayor ha firmato l'ordinanza sul traffico.",
            [("ha firmato l'ordinanza sul traffico", "ha firmato l'ordinanza sul traffico")],
            id="the-end",
        ),
        pytest.param(
            "La giunta regionale ha deciso ieri.",
            "The giunta regionale ha deciso yesterday.",
            [("giunta regionale ha deciso", "giunta regionale ha deciso")],
            id="the-middle",
        ),
        pytest.param(
            "«Ascolteremo anche loro», ha detto Marta.", "“Ascolteremo anche loro,” said Marta.", [],
            id="two-words-and-a-capital-are-too-few",
        ),
        pytest.param(
            "Una regola, «player of the match», vale per tutti.", "A rule, “player of the match”, holds for all.", [],
            id="english-that-the-italian-quotes",
        ),
        pytest.param("Il festival di rugby a Napoli.", "The rugby festival in Naples.", [], id="loans"),
    ],
)  # fmt: skip
def test_stretches_left_in_italian(findings, source, target, expected):
    assert findings("partly-untranslated", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("La crisi della lira.", "The crisis della lira.", [("della", "della")], id="function-word"),
        pytest.param("La lira crolla.", "The lira dell’Est collapses.", [(None, "dell’")], id="not-in-the-source"),
        pytest.param("Ha vinto la gara.", "She won the gara.", [("gara", "gara")], id="noun-copied"),
        pytest.param("Una gara e un'altra gara.", "A gara and another gara.", [("gara", "gara")] * 2, id="twice"),
        pytest.param("Arriva lentamente.", "He arrives lentamente.", [("lentamente", "lentamente")], id="adverb-copied"),
        pytest.param("LA CRISI DELLA LIRA.", "THE CRISIS DELLA LIRA.", [("DELLA", "DELLA")], id="all-caps"),
        pytest.param("Suona il piano in radio.", "He plays the piano on the radio.", [], id="words-of-both-languages"),
        pytest.param("Lo scrive il Corriere della Sera.", "Corriere della Sera writes it.", [], id="newspaper"),
        pytest.param("Abita in via dei Tigli.", "She lives on Via dei Tigli.", [], id="street"),
        pytest.param("Il romanzo «La casa dei gatti» vince.", "The novel “La casa dei gatti” wins.", [], id="title-in-quotes"),
        pytest.param("La casa dei gatti vince.", "The house dei gatti wins.", [("gatti", "gatti")], id="no-title"),
        pytest.param("Scrivete a quando@esempio.it", "Write to quando@esempio.it", [], id="address"),
        pytest.param("Il marito è non-violento.", "Her husband is non-violent.", [], id="parts-of-compounds"),
        pytest.param("Il ministro è qui.", "The minister is here.", [], id="nothing-left"),
    ],
)  # fmt: skip
def test_single_words_left_in_italian(findings, source, target, expected):
    assert findings("leftover-italian", source, target) == expected


def test_italian_inside_a_glossary_term_is_wanted(findings):
    source, target = "La festa degli alberi.", "The festa degli alberi."
    term = TermUse("festa degli alberi", "festa degli alberi", TermStatus.OK, "decode", Span(3, 21), Span(4, 22))
    assert findings("partly-untranslated", source, target)
    assert findings("partly-untranslated", source, target, terms=[term]) == []
    assert findings("leftover-italian", source, target, terms=[term]) == []


def test_speech_is_no_title(findings):
    source = "«Nessuno ci crede ancora», ha detto la preside."
    assert findings("partly-untranslated", source, "“Nessuno ci crede ancora,” the principal said.")
    title = "«Nessuno ci crede ancora», di Ada Sormani, esce oggi."
    assert not findings("partly-untranslated", title, "“Nessuno ci crede ancora,” by Ada Sormani, is out today.")
