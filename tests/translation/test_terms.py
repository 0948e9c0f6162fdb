import pytest

from translator.article import Span
from translator.glossary import TermKind
from translator.translation import Requirement, starter_package, translate
from translator.translation.decoder import Decoding, Hypothesis
from translator.translation.requirements import locate


def require(source, surface, *forms, **options):
    start = source.index(surface)
    return Requirement(Span(start, start + len(surface)), surface, forms, **options)


def place(target, *forms, **options):
    (span,) = locate(target, [Requirement(Span(0, 1), "x", forms, **options)])
    return target[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("target", "form", "kind", "expected"),
    [
        pytest.param("He flew to Moscow.", "Moscow", TermKind.PLACE, "Moscow", id="plain"),
        pytest.param("Moscow's answer", "Moscow", TermKind.PLACE, "Moscow", id="possessive"),
        pytest.param("The Moscovites", "Moscow", TermKind.PLACE, None, id="inside-a-word"),
        pytest.param("He flew to moscow.", "Moscow", TermKind.PLACE, None, id="capital-lost"),
        pytest.param("the North Koreans", "North Korean", TermKind.DEMONYM, "North Koreans", id="demonym-plural"),
        pytest.param("the Moscows", "Moscow", TermKind.PLACE, None, id="no-plural-of-places"),
        pytest.param("Prime Minister Prandelli", "prime minister", TermKind.TITLE, "Prime Minister", id="title-capitals"),
        pytest.param("Sea of Japan", "sea of Japan", TermKind.OTHER, "Sea of Japan", id="first-letter"),
        pytest.param("in the Hague", "The Hague", TermKind.PLACE, "the Hague", id="article"),
        pytest.param("the people’s court", "people's court", TermKind.OTHER, "people’s court", id="apostrophe"),
        pytest.param("", "Moscow", TermKind.PLACE, None, id="empty-target"),
    ],
)
def test_a_form_is_found_as_whole_words(target, form, kind, expected):
    assert place(target, form, kind=kind) == expected


def test_further_forms_count():
    assert place("two Spaniards", "Spanish", "Spaniards", kind=TermKind.DEMONYM) == "Spaniards"


def test_capitals_count_only_where_the_source_has_them():
    assert place("MOSCOW ANSWERS", "Moscow") is None
    assert place("MOSCOW ANSWERS", "Moscow", capitals=True) == "MOSCOW"


def test_every_occurrence_needs_its_own_place():
    twice = [Requirement(Span(0, 5), "Mosca", ("Moscow",)), Requirement(Span(9, 14), "Mosca", ("Moscow",))]
    assert locate("Moscow and Moscow", twice) == (Span(0, 6), Span(11, 17))
    assert locate("Moscow alone", twice) == (Span(0, 6), None)


def test_a_short_form_is_not_found_inside_a_longer_term():
    both = [Requirement(Span(0, 1), "Corea", ("Korea",)), Requirement(Span(2, 3), "Corea del Nord", ("North Korea",))]
    assert locate("North Korea", both) == (None, Span(0, 11))


class ScriptedDecoder:
    """A model whose answers are given: what the ladder does with them is the test, not how a model decodes."""

    def __init__(self, answers, markup=None):
        self.answers = answers
        self.decoding = Decoding()
        self.asked = []
        self.package = type("Package", (), {"term_markup": markup})()

    def decode(self, sentences, *, hypotheses=1, max_pieces=None, progress=None):
        self.asked += sentences
        return [
            [Hypothesis(text, -0.1 * number) for number, text in enumerate(self.answers.get(sentence, ["?"]))]
            for sentence in sentences
        ]

    def complete(self, sentences, targets, spans, forms, *, places):
        found = zip(sentences, forms, strict=True)
        return [[Hypothesis(text, -0.5) for text in self.answers.get(pair, [])] for pair in found]


def run(source, requirements, answers, markup=None):
    ((translation, applied),) = translate([source], [requirements], ScriptedDecoder(answers, markup))
    return translation, applied


MOSCOW = "Il ministro è a Mosca."


@pytest.mark.parametrize(
    ("answers", "markup", "method", "target"),
    [
        pytest.param({MOSCOW: ["The minister is in Moscow."]}, None, "decode", "The minister is in Moscow.", id="decode"),
        pytest.param(
            {MOSCOW: ["The minister is a fly.", "The minister is in Moscow."]},
            None,
            "pick",
            "The minister is in Moscow.",
            id="pick",
        ),
        pytest.param(
            {MOSCOW: ["The minister is a fly."], "Il ministro è a ⟦ Moscow ⟧.": ["The minister is in Moscow."]},
            ("⟦", "⟧"),
            "marks",
            "The minister is in Moscow.",
            id="marks",
        ),
        pytest.param(
            {MOSCOW: ["The minister is a fly."], (MOSCOW, "Moscow"): ["The minister is in Moscow."]},
            None,
            "prefix",
            "The minister is in Moscow.",
            id="prefix",
        ),
        pytest.param(
            {MOSCOW: ["The minister is a fly."], "Il ministro è a Moscow.": ["The minister is in Moscow."]},
            None,
            "substitute",
            "The minister is in Moscow.",
            id="substitute",
        ),
        pytest.param(
            {MOSCOW: ["The minister is in Mosca."]},
            None,
            "replace",
            "The minister is in Moscow.",
            id="replace-the-italian",
        ),
        pytest.param(
            {MOSCOW: ["The minister is in Fly City."], "Mosca": ["Fly City"]},
            None,
            "replace",
            "The minister is in Moscow.",
            id="replace-the-bare-translation",
        ),
        pytest.param(
            {MOSCOW: ["The minister is a fly."], "Il ministro è a Madrid.": ["The minister is in Madrid."]},
            None,
            "carrier",
            "The minister is in Moscow.",
            id="carrier",
        ),
        pytest.param(
            {MOSCOW: ["The minister is in Moscovia."]},
            None,
            "replace",
            "The minister is in Moscow.",
            id="replace-what-looks-like-it",
        ),
        pytest.param(
            {MOSCOW: ["The minister is a fly."], "Il ministro è a": ["The minister is in."]},
            None,
            "assemble",
            "The minister is in Moscow.",
            id="assemble",
        ),
        pytest.param(
            {MOSCOW: ["The minister is in moscow."]},
            None,
            "replace",
            "The minister is in Moscow.",
            id="replace-the-case",
        ),
    ],
)
def test_each_step_of_the_ladder(answers, markup, method, target):
    translation, _ = run(MOSCOW, [require(MOSCOW, "Mosca", "Moscow")], answers, markup)
    assert translation.target == target
    assert translation.methods == (method,)
    span = translation.spans[0]
    assert translation.target[span.start : span.end] == "Moscow"


def test_what_cannot_be_brought_about_is_missing():
    translation, _ = run(MOSCOW, [require(MOSCOW, "Mosca", "Moscow")], {MOSCOW: ["The minister is a fly."]})
    assert translation == type(translation)("The minister is a fly.", (None,), ("",), 0.0)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("The minister is in ⟦ Moscow ⟧.", id="marks-leak"),
        pytest.param("Moscow", id="most-of-the-sentence-lost"),
        pytest.param("The minister is in Moscow Moscow.", id="doubled"),
        pytest.param("The minister is in Moscowit Moscow.", id="stuttered"),
        pytest.param("The minister is in Moscow, " + "is in it, " * 12, id="loop"),
    ],
)
def test_an_unsound_repair_is_not_taken(bad):
    answers = {MOSCOW: ["The minister is a fly."], "Il ministro è a ⟦ Moscow ⟧.": [bad]}
    translation, _ = run(MOSCOW, [require(MOSCOW, "Mosca", "Moscow")], answers, ("⟦", "⟧"))
    assert translation.target == "The minister is a fly."


def test_nothing_is_replaced_when_it_is_not_clear_which():
    answers = {MOSCOW: ["A fly is a fly."], "Mosca": ["Fly"]}
    requirement = require(MOSCOW, "Mosca", "Moscow")
    ((translation, _),) = translate([MOSCOW], [[requirement]], ScriptedDecoder(answers), steps=["replace-bare"])
    assert translation.target == "A fly is a fly."


def test_a_place_that_the_model_knows_is_no_longer_guarded():
    source = "Il giorno di Pasquetta"
    name = require(source, "Pasquetta", "Pasquetta", name=True)
    answers = {source: ["Easter Monday"], "Pasquetta": ["Easter Monday"]}
    translation, applied = run(source, [name], answers)
    assert (translation.target, applied) == ("Easter Monday", ())


def test_a_person_is_guarded_though_the_model_is_consistent():
    source = "Lo ha detto Aldo Cipolla ieri."
    name = require(source, "Aldo Cipolla", "Aldo Cipolla", name=True, certain=True)
    answers = {source: ["Aldo Onion said it yesterday."], "Aldo Cipolla": ["Aldo Onion"]}
    translation, _ = run(source, [name], answers)
    assert translation.target == "Aldo Cipolla said it yesterday."


def test_a_segment_without_letters_is_copied_and_not_decoded():
    decoder = ScriptedDecoder({})
    ((translation, _),) = translate(["3-1 (25-22)"], [()], decoder)
    assert translation.target == "3-1 (25-22)"
    assert decoder.asked == []


# With the real starter model.


@pytest.mark.parametrize(
    ("source", "terms"),
    [
        pytest.param("La posizione dell’Ucraina non cambia.", [("Ucraina", "Ukraine")], id="elision"),
        pytest.param("Mosca", [("Mosca", "Moscow")], id="one-word"),
        pytest.param("Il ministro parla con la Corte dei conti.", [("Corte dei conti", "Court of Auditors")], id="institution"),
        pytest.param(
            "La delegazione islandese è a Copenaghen.",
            [("islandese", "Icelandic"), ("Copenaghen", "Copenhagen")],
            id="two",
        ),
        pytest.param("MOSCA RISPONDE A PECHINO", [("MOSCA", "Moscow"), ("PECHINO", "Beijing")], id="all-capitals"),
    ],
)
def test_the_starter_model_honours_terms(decoder, source, terms):
    requirements = [require(source, surface, form, capitals=surface.isupper()) for surface, form in terms]
    ((translation, _),) = translate([source], [requirements], decoder)
    for span, (_, form) in zip(translation.spans, terms, strict=True):
        assert span is not None
        assert translation.target[span.start : span.end].casefold() == form.casefold()
    assert not set("⟦⟧") & set(translation.target)


def test_a_target_does_not_depend_on_other_requirements_order(decoder):
    source = "La Norvegia e la Danimarca firmano."
    one = [require(source, "Norvegia", "Norway"), require(source, "Danimarca", "Denmark")]
    first = translate([source], [one], decoder)[0][0].target
    second = translate([source], [one[::-1]], decoder)[0][0].target
    assert first == second


def test_the_starter_model_says_how_it_takes_terms():
    assert starter_package().term_markup == ("⟦", "⟧")


LONG = "Il ministro, che da due giorni si trova in visita ufficiale nella capitale, è atteso domani mattina a Mosca."


def test_a_long_sentence_is_decoded_in_clauses():
    answers = {LONG: ["The minister is a fly in the soup of the capital."]}

    class InClauses(ScriptedDecoder):
        def decode(self, sentences, *, hypotheses=1, max_pieces=None, progress=None):
            if max_pieces:
                return [
                    [Hypothesis("The minister, in the capital for two days, is expected in Moscow.", -0.1)] for _ in sentences
                ]
            return super().decode(sentences, hypotheses=hypotheses)

    ((translation, _),) = translate([LONG], [[require(LONG, "Mosca", "Moscow")]], InClauses(answers))
    assert translation.methods == ("clauses",)


def test_an_office_and_the_adjective_after_it_go_between_marks_in_english_order():
    source = "Il ministro della Difesa russo è qui."
    required = [
        require(source, "ministro della Difesa", "defense minister", kind=TermKind.TITLE),
        require(source, "russo", "Russian", kind=TermKind.DEMONYM),
    ]
    answers = {
        source: ["The fly of somebody else is here."],
        "Il ⟦ Russian defense minister ⟧ è qui.": ["The Russian defense minister is here."],
    }
    translation, _ = run(source, required, answers, ("⟦", "⟧"))
    assert translation.target == "The Russian defense minister is here."
    assert translation.methods == ("marks", "marks")


def test_terms_side_by_side_go_between_one_pair_of_marks_when_apart_they_are_lost():
    source = "Cina Francia, intesa"
    required = [require(source, "Cina", "China"), require(source, "Francia", "France")]
    answers = {source: ["The deal of fly."], "⟦ China France ⟧, intesa": ["China France, deal"]}
    translation, _ = run(source, required, answers, ("⟦", "⟧"))
    assert translation.target == "China France, deal"


def test_a_segment_of_nothing_but_terms_is_written_without_the_model():
    source = "Mosca – Kiev."
    translation, _ = run(source, [require(source, "Mosca", "Moscow"), require(source, "Kiev", "Kyiv")], {source: ["Fly."]})
    assert translation.target == "Moscow – Kyiv."


def test_a_headline_in_capitals_is_decoded_in_ordinary_letters_and_written_in_capitals():
    source = "IL MINISTRO È A MOSCA."
    answers = {MOSCOW: ["The minister is in Moscow."]}
    translation, _ = run(source, [require(source, "MOSCA", "Moscow", capitals=True)], answers)
    assert translation.target == "THE MINISTER IS IN MOSCOW."
    assert translation.methods == ("decode",)
    assert translation.spans == (Span(19, 25),)


def test_an_ordinary_first_word_copied_for_its_capital_is_decoded_in_lower_case():
    source = "Speranza e paura a Mosca."
    answers = {
        source: ["Speranza and fear in Moscow."],
        "speranza e paura a Mosca.": ["hope and fear in Moscow."],
        "speranza": ["Hope."],
    }
    assert run(source, [], answers)[0].target == "Hope and fear in Moscow."


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"prandelli": ["Prandels"], "prandelli vola a Mosca.": ["prandels flies to Moscow."]}, id="unknown-word"),
        pytest.param({"prandelli": ["prandelli"], "prandelli vola a Mosca.": ["He flies to Moscow."]}, id="word-gone"),
    ],
)
def test_a_surname_that_starts_a_sentence_is_not_taken_for_a_word(answers):
    source = "Prandelli vola a Mosca."
    assert run(source, [], {source: ["Prandelli flies to Moscow."], **answers})[0].target == "Prandelli flies to Moscow."
