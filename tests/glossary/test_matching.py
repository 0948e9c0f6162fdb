import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.glossary import CaseRule, Glossary, Matcher, Term, TermKind, matching


def matcher(*terms):
    return Matcher([Glossary("desk", "0" * 64, tuple(terms))])


def found(terms, text):
    return [(match.term.target, text[match.span.start : match.span.end]) for match in matcher(*terms).match(text)]


UKRAINE = Term("Ucraina", "Ukraine")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La posizione dell’Ucraina non cambia.", id="curly-elision"),
        pytest.param("La posizione dell'Ucraina non cambia.", id="straight-elision"),
        pytest.param("Ucraina, il vertice", id="at-the-start"),
        pytest.param("«Ucraina»", id="in-quotes"),
        pytest.param("il confine Russia-Ucraina", id="in-a-compound"),
        pytest.param("L'UCRAINA RISPONDE", id="all-capitals"),
    ],
)
def test_matches_whole_words(text):
    assert len(found([UKRAINE], text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("gli ucraini", id="another-word"),
        pytest.param("Ucrainamania", id="inside-a-word"),
        pytest.param("l'ucraina", id="lower-case"),
        pytest.param("UcRaina", id="mixed-case"),
    ],
)
def test_does_not_match_otherwise(text):
    assert found([UKRAINE], text) == []


@pytest.mark.parametrize(
    ("case", "source", "text", "matches"),
    [
        pytest.param(CaseRule.AS_WRITTEN, "Lima", "la lima", False, id="as-written-lower"),
        pytest.param(CaseRule.AS_WRITTEN, "Lima", "LA CITTÀ DI LIMA", True, id="as-written-capitals"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "Russo il primo", True, id="as-written-sentence-start"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "«Russo il primo»", True, id="as-written-quotation-start"),
        pytest.param(CaseRule.AS_WRITTEN, "russo", "il signor Russo", False, id="as-written-surname"),
        pytest.param(CaseRule.EXACT, "Malé", "MALÉ", False, id="exact-capitals"),
        pytest.param(CaseRule.EXACT, "Malé", "a Malé", True, id="exact"),
        pytest.param(CaseRule.IGNORE, "Corte dei conti", "la CORTE dei Conti", True, id="ignore"),
    ],
)
def test_case_rules(case, source, text, matches):
    assert bool(found([Term(source, "X", case=case)], text)) is matches


def test_the_longest_term_wins_and_nothing_matches_inside_it():
    terms = [Term("Corea", "Korea"), Term("Corea del Nord", "North Korea"), Term("Nord", "North")]
    assert found(terms, "La Corea del Nord e la Corea") == [("North Korea", "Corea del Nord"), ("Korea", "Corea")]


def test_a_longer_term_wins_over_one_that_begins_before_it():
    terms = [Term("ex ministro", "former minister"), Term("ministro dell'Interno", "interior minister")]
    assert found(terms, "L'ex ministro dell'Interno") == [("interior minister", "ministro dell'Interno")]


def test_the_first_glossary_wins():
    matched = Matcher([Glossary("desk", "", (Term("Kiev", "Kiev"),)), Glossary("world", "", (Term("Kiev", "Kyiv"),))]).match(
        "A Kiev"
    )
    assert [(match.glossary, match.term.target) for match in matched] == [("desk", "Kiev")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Stati Uniti", "gli Stati\u00a0 Uniti", id="any-white-space"),
        pytest.param("Kim Jong Un", "Kim Jong-un parla", id="hyphen-for-a-space"),
        pytest.param("Kim Jong-un", "Kim Jong Un parla", id="space-for-a-hyphen"),
        pytest.param("Reggio Emilia", "Reggio\u2011Emilia", id="non-breaking-hyphen"),
        pytest.param("Roma", "l'asse Roma-Berlino", id="in-a-compound"),
        pytest.param("Berlino", "l'asse Roma–Berlino", id="after-a-dash"),
    ],
)
def test_words_may_stand_apart_by_white_space_or_a_hyphen(source, text):
    assert len(found([Term(source, "X")], text)) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Stati Uniti", "gli StatiUniti", id="joined"),
        pytest.param("Stati Uniti", "gli Stati, Uniti", id="a-comma-between"),
        pytest.param("Stati Uniti", "gli Stati - Uniti", id="a-dash-between"),
    ],
)
def test_words_of_a_term_follow_one_another(source, text):
    assert found([Term(source, "X")], text) == []


def test_decomposed_accents_match():
    assert found([Term("Città del Capo", "Cape Town")], "a Citta\u0300 del Capo") == [("Cape Town", "Citta\u0300 del Capo")]


def test_apostrophes_inside_a_term_are_the_same():
    assert found([Term("Valle d'Aosta", "Aosta Valley")], "in Valle d’Aosta")


def test_the_same_term_three_times():
    assert len(found([UKRAINE], "Ucraina, Ucraina e Ucraina")) == 3


KIM = Term("Kim Jong Un", "Kim Jong Un", TermKind.PERSON)
ZELENSKY = Term("Volodymyr Zelensky", "Volodymyr Zelenskyy", TermKind.PERSON, forms=("Vladimir Zelensky",))
CONTE = Term("Giuseppe Conte", "Giuseppe Conte", TermKind.PERSON)


def surnames(terms, *texts):
    matches = matcher(*terms).match_all(texts)
    return [[match.required[0] for match in found if match.surname] for found in matches]


@pytest.mark.parametrize(
    ("terms", "texts", "expected"),
    [
        pytest.param([KIM], ["Parla Kim Jong Un.", "Kim insiste."], [[], ["Kim"]], id="family-name-first"),
        pytest.param([ZELENSKY], ["Volodymyr Zelensky parla.", "Per Zelensky sì."], [[], ["Zelenskyy"]], id="other-spelling"),
        pytest.param([ZELENSKY], ["Parla Zelensky.", "Vladimir Zelensky qui."], [["Zelenskyy"], []], id="before-and-by-a-form"),
        pytest.param([ZELENSKY], ["Zelensky e Zelensky."], [[]], id="full-name-never-seen"),
        pytest.param([CONTE], ["Giuseppe Conte.", "Conte rilancia."], [[], ["Conte"]], id="also-a-common-word"),
        pytest.param([CONTE], ["Giuseppe Conte.", "Un conte rilancia."], [[], []], id="not-the-common-word"),
        pytest.param([CONTE], ["Giuseppe Conte.", "Il Conte di Montalto."], [[], []], id="not-a-title"),
        pytest.param([CONTE], ["Giuseppe Conte.", "CONTE RILANCIA"], [[], ["Conte"]], id="all-capitals"),
        pytest.param(
            [CONTE, Term("Caffè Conte", "Caffè Conte")],
            ["Giuseppe Conte al Caffè Conte."],
            [[]],
            id="never-inside-another-term",
        ),
        pytest.param(
            [Term("Papa Francesco", "Pope Francis", TermKind.PERSON)], ["Papa Francesco.", "Francesco."], [[], []], id="popes"
        ),
    ],
)
def test_a_person_is_called_by_the_surname_once_the_full_name_was_seen(terms, texts, expected):
    assert surnames(terms, *texts) == expected


def test_an_entry_may_give_the_surname_itself():
    term = Term("Volodymyr Zelensky", "Volodymyr Zelenskyy", TermKind.PERSON, forms=("Zelensky",))
    assert surnames([term], "Zelensky parla.") == [["Zelenskyy"]]


@pytest.mark.parametrize(
    ("context", "text", "matches"),
    [
        pytest.param("calcio|gol", "Il gol della Roma", True, id="anywhere"),
        pytest.param("calcio|gol", "Il sindaco di Roma", False, id="nowhere"),
        pytest.param("CALCIO", "calcio, la Roma vince", True, id="any-case"),
        pytest.param("(?!^){term}", "La Roma vince", True, id="around-inside"),
        pytest.param("(?!^){term}", "Roma vince", False, id="around-at-the-start"),
        pytest.param("{term} vince", "Roma, Roma vince", True, id="around-the-second"),
    ],
)
def test_a_context_limits_a_term(context, text, matches):
    assert bool(found([Term("Roma", "Roma", context=context)], text)) is matches


def test_of_two_contexts_the_one_that_fits_is_taken():
    terms = [Term("Roma", "Rome"), Term("Roma", "AS Roma", context="gol")]
    assert found(terms, "Un gol della Roma") == [("AS Roma", "Roma")]
    assert found(terms, "Il sindaco di Roma") == [("Rome", "Roma")]


@pytest.mark.parametrize(
    ("text", "required"),
    [
        pytest.param("i nordcoreani hanno", "North Koreans", id="people"),
        pytest.param("tre nordcoreani", "North Koreans", id="counted-people"),
        pytest.param("le truppe nordcoreane", "North Korean", id="adjective"),
        pytest.param("il leader nordcoreano", "North Korean", id="singular"),
    ],
)
def test_a_demonym_in_the_plural_is_a_noun_after_an_article(text, required):
    term = Term("nordcoreano", "North Korean", TermKind.DEMONYM, forms=("nordcoreana", "nordcoreani", "nordcoreane"))
    (match,) = matcher(term).match(text)
    assert match.required[0] == required


@pytest.mark.parametrize(
    ("text", "surface", "required"),
    [
        pytest.param("una milizia filorussa", "filorussa", "pro-Russian", id="joined"),
        pytest.param("una milizia filo-russa", "filo-russa", "pro-Russian", id="with-a-hyphen"),
        pytest.param("un clima antirusso", "antirusso", "anti-Russian", id="against"),
        pytest.param("i filorussi", "filorussi", "pro-Russians", id="people"),
        pytest.param("Filorussi in piazza", "Filorussi", "pro-Russian", id="at-the-start"),
    ],
)
def test_compounds_of_a_demonym(text, surface, required):
    term = Term("russo", "Russian", TermKind.DEMONYM, forms=("russa", "russi", "russe"))
    (match,) = matcher(term).match(text)
    assert (text[match.span.start : match.span.end], match.required[0]) == (surface, required)


def test_an_office_in_the_plural_wants_the_english_plural():
    term = Term("ministro della Difesa", "defense minister", TermKind.TITLE, forms=("ministri della Difesa",))
    (match,) = matcher(term).match("I ministri della Difesa")
    assert match.required == ("defense ministers", "defense minister")


@pytest.mark.parametrize(
    ("terms", "text", "reason"),
    [
        pytest.param([Term("Lima", "Lima")], "una lima", "written differently", id="case"),
        pytest.param([Term("Roma", "Roma", context="gol")], "a Roma", "not in its context", id="context"),
        pytest.param(
            [Term("Corea", "Korea"), Term("Corea del Nord", "North Korea")], "la Corea del Nord", "inside", id="inside"
        ),
        pytest.param([CONTE, Term("Conte", "Conte", case=CaseRule.EXACT)], "CONTE", "written differently", id="exact"),
    ],
)
def test_says_why_a_term_does_not_match(terms, text, reason):
    ((refusal,),) = matcher(*terms).refused([text])
    assert refusal.reason.startswith(reason)


def test_a_term_of_a_later_glossary_is_refused_with_the_reason():
    glossaries = [Glossary("desk", "", (Term("Kiev", "Kiev"),)), Glossary("world", "", (Term("Kiev", "Kyiv"),))]
    ((refusal,),) = Matcher(glossaries).refused(["A Kiev"])
    assert refusal.reason == "the glossary desk comes first"


def test_an_acronym_in_capitals_does_not_shout():
    term = Term("Onu", "UN", TermKind.ORGANISATION)
    assert not matcher(term).match("L'ONU decide")[0].capitals
    assert matcher(term).match("L'ONU DECIDE")[0].capitals


@given(st.text(alphabet="aA bB-'’.«»\u0301Corea del Nord", max_size=60))
def test_matches_never_overlap_and_lie_in_the_text(text):
    terms = [Term("Corea", "Korea"), Term("Corea del Nord", "North Korea"), Term("a b", "X", case=CaseRule.IGNORE)]
    end = 0
    for match in matcher(*terms).match(text):
        assert end <= match.span.start < match.span.end <= len(text)
        end = match.span.end


def test_fifty_thousand_terms_find_theirs():
    terms = [Term(f"Valdora {number} bis", f"Name {number}") for number in range(50_000)]
    assert found(terms, "Qui Valdora 49999 bis.") == [("Name 49999", "Valdora 49999 bis")]


def test_the_number_of_terms_does_not_change_the_work(monkeypatch):
    """The entries looked at for one text are the same with ten terms that share its first word as with ten thousand."""
    looked = []

    def counting(entry, surface, **options):
        looked.append(entry)
        return fits(entry, surface, **options)

    fits = matching._case_fits
    monkeypatch.setattr(matching, "_case_fits", counting)
    counts = []
    for number in (10, 10_000):
        looked.clear()
        found([Term(f"Valdora {at}", "X") for at in range(number)], "A Valdora 7 e Valdora 9, non Valdora.")
        counts.append(len(looked))
    assert counts == [2, 2]
