"""What the model is given: no datelines, whose English is written by rule, and no abbreviations that it would mangle."""

import pytest

from translator.article import Span
from translator.glossary import Glossary, Term, TermKind
from translator.pipeline import Translator
from translator.prepared import Prepared
from translator.reading import read_bytes
from translator.translation import Requirement, Translation
from translator.typography import Style, Variety

SENTENCE = "Il ministro ha firmato l'accordo."


@pytest.fixture(scope="module")
def translators():
    terms = (Term("Portovecchio", "Oldport", TermKind.PLACE), Term("Borgonuovo", "Newborough", TermKind.PLACE))
    glossary = Glossary("desk", "0" * 64, terms)
    american = Translator(model="starter", glossaries=[glossary])
    british = Translator(glossaries=[glossary], decoder=american._decoder, style=Style(Variety.BRITISH))
    return {"american": american, "british": british}


def translated(translator, text):
    (segment,) = translator.translate(read_bytes(f"{text}\n".encode(), name="stdin", keep_boilerplate=True)).segments()
    return segment


@pytest.mark.parametrize(
    ("head", "american", "british"),
    [
        pytest.param("PORTOVECCHIO - ", "OLDPORT — ", "OLDPORT – ", id="place"),
        pytest.param("PORTOVECCHIO/BORGONUOVO - ", "OLDPORT/NEWBOROUGH — ", "OLDPORT/NEWBOROUGH – ", id="two-places"),
        pytest.param(
            "(ANSA) - PORTOVECCHIO, 12 MAR - ", "(ANSA) — OLDPORT, March 12 — ", "(ANSA) – OLDPORT, 12 March – ", id="capitals"
        ),
        pytest.param(
            "Borgonuovo, 3 nov. (askanews) - ",
            "Newborough, November 3 (askanews) — ",
            "Newborough, 3 November (askanews) – ",
            id="agency-last",
        ),
        pytest.param(
            "AGI - Borgonuovo, 1° sett. 2026 – ",
            "AGI — Newborough, September 1, 2026 — ",
            "AGI – Newborough, 1 September 2026 – ",
            id="year",
        ),
        pytest.param("Vigezzo, 2 lug. (Dire) - ", "Vigezzo, July 2 (Dire) — ", "Vigezzo, 2 July (Dire) – ", id="unknown-place"),
    ],
)
def test_datelines_are_written_by_rule(translators, head, american, british):
    plain = {name: translated(translator, SENTENCE).target for name, translator in translators.items()}
    assert translated(translators["american"], head + SENTENCE).target == american + plain["american"]
    assert translated(translators["british"], head + SENTENCE).target == british + plain["british"]


def test_terms_in_and_after_a_dateline_are_found_in_the_target(translators):
    segment = translated(translators["american"], "PORTOVECCHIO, 12 MAR - Il ministro è tornato a Portovecchio da Borgonuovo.")
    assert [use.source for use in segment.terms] == ["PORTOVECCHIO", "Portovecchio", "Borgonuovo"]
    assert [segment.target[use.target_span.start : use.target_span.end] for use in segment.terms] == [
        "OLDPORT",
        "Oldport",
        "Newborough",
    ]
    assert segment.target.startswith("OLDPORT, March 12 — ")


def test_a_dateline_alone_on_its_line_is_written_by_rule(translators):
    assert translated(translators["american"], "(ANSA) - PORTOVECCHIO, 12 MAR -").target == "(ANSA) — OLDPORT, March 12 —"
    assert translated(translators["british"], "Borgonuovo, 3 marzo 2026").target == "Newborough, 3 March 2026"


@pytest.mark.parametrize(
    ("line", "american", "british"),
    [
        (
            "Pubblicato il 3 marzo 2026 alle 19:15",
            "Published on March 3, 2026 at 7:15 p.m.",
            "Published on 3 March 2026 at 19:15",
        ),
        ("lunedì 3 marzo 2026, ore 19.15", "Monday, March 3, 2026, 7:15 p.m.", "Monday, 3 March 2026, 19:15"),
        ("Aggiornato il 3 mar. 2026", "Updated on March 3, 2026", "Updated on 3 March 2026"),
    ],
)
def test_the_day_of_an_article_is_written_by_rule(translators, line, american, british):
    assert translated(translators["american"], line).target == american
    assert translated(translators["british"], line).target == british


def test_what_is_in_capitals_before_a_dash_must_be_a_known_place():
    source = "VIDEO - La protesta in piazza."
    assert Prepared.of(source, ()).english == ""
    known = Requirement(Span(0, 5), "VIDEO", ("VIDEO",), TermKind.PLACE)
    assert Prepared.of(source, (known,)).english == "VIDEO - "
    assert Prepared.of(source, (Requirement(Span(0, 5), "VIDEO", ("VIDEO",), name=True),)).english == ""


def test_a_term_that_reaches_into_the_sentence_keeps_it_whole():
    source = "ANSA - Borgonuovo riapre il porto."
    whole = Prepared.of(source, (Requirement(Span(0, 17), "ANSA - Borgonuovo", ("ANSA Newborough",)),))
    assert (whole.english, whole.sentence) == ("", source)


def test_a_name_that_is_no_longer_asked_for_is_left_out():
    source = "ANSA - Natale è vicino a Borgonuovo."
    name = Requirement(Span(7, 13), "Natale", ("Natale",), name=True)
    place = Requirement(Span(25, 35), "Borgonuovo", ("Newborough",))
    prepared = Prepared.of(source, (place, name))
    assert (prepared.english, prepared.sentence) == ("ANSA - ", "Natale è vicino a Borgonuovo.")
    assert [item.span for item in prepared.required] == [Span(18, 28), Span(0, 6)]
    result = (Translation("Christmas is near Newborough.", (Span(18, 28),), ("decode",), -0.5), prepared.required[:1])
    translation, kept = prepared.finished(result)
    assert translation.target == "ANSA - Christmas is near Newborough."
    assert translation.spans == (Span(25, 35),)
    assert kept == (place,)


def test_abbreviations_are_written_out_for_the_model(translators):
    short = translated(translators["american"], "Il sig. Zerbini abita a Portovecchio con la sig.ra Tassinelli.")
    full = translated(translators["american"], "Il signor Zerbini abita a Portovecchio con la signora Tassinelli.")
    assert short.target == full.target
    assert "Oldport" in short.target
    (use,) = short.terms
    assert short.source[use.source_span.start : use.source_span.end] == "Portovecchio"
    assert short.target[use.target_span.start : use.target_span.end] == "Oldport"


def test_requirements_move_with_what_is_written_out_before_them():
    source = "ANSA - L'avv. Serpi vive a Borgonuovo."
    place = Requirement(Span(27, 37), "Borgonuovo", ("Newborough",))
    name = Requirement(Span(14, 19), "Serpi", ("Serpi",), name=True)
    prepared = Prepared.of(source, (place, name))
    assert prepared.sentence == "L'avvocato Serpi vive a Borgonuovo."
    assert [prepared.sentence[item.span.start : item.span.end] for item in prepared.required] == ["Borgonuovo", "Serpi"]
    translation, kept = prepared.finished(
        (Translation("Serpi lives in Newborough.", (Span(15, 25), Span(0, 5)), ("decode", "decode")), prepared.required)
    )
    assert translation.target == "ANSA - Serpi lives in Newborough."
    assert translation.spans == (Span(22, 32), Span(7, 12))
    assert kept == (place, name)
