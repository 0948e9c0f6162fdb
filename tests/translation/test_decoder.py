import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.article import Span
from translator.errors import ModelError
from translator.translation import Decoder, Decoding, open_package, starter_package
from translator.translation.chunks import split_long


def texts(decoder, sentences, **options):
    return [hypotheses[0].text for hypotheses in decoder.decode(sentences, **options)]


def test_one_target_per_sentence_in_order(decoder):
    sentences = ["La Norvegia firma.", "Il lavoro continua da molti anni in tutta la regione.", "Grazie."]
    assert texts(decoder, sentences) == [texts(decoder, [sentence])[0] for sentence in sentences]


def test_progress_counts_the_sentences(decoder):
    seen = []
    decoder.decode(["Uno.", "Due.", "Tre."], progress=seen.append)
    assert seen == [1, 2, 3]


def test_an_article_of_many_groups_keeps_its_order(decoder):
    sentences = ["Grazie.", "La Norvegia firma il piano.", "Il lavoro continua da anni in tutta la regione."] * 60
    found = texts(decoder, sentences)
    assert len(found) == 180
    assert [text for text in found if "Norw" in text] == found[1::3]


def test_a_form_is_forced_into_its_place(decoder):
    source = "Il ministro è arrivato a Mosca ieri sera."
    start = source.index("Mosca")
    target = "The minister arrived in Moscow last night."
    (found,) = decoder.complete([source], [target], [Span(start, start + 5)], ["Valdora"], places=[3])
    assert 1 <= len(found) <= 3
    assert all("Valdora" in item.text for item in found)
    assert found[0].text.startswith("The minister arrived in Valdora")


def test_nothing_is_forced_into_what_the_model_cannot_take(decoder):
    sources = ["", "x" * 5000]
    assert decoder.complete(sources, sources, [Span(0, 0), Span(0, 5)], ["Valdora", "Valdora"], places=[3, 3]) == [[], []]


def test_hypotheses_come_best_first(decoder):
    (hypotheses,) = decoder.decode(["Il ministro è arrivato ieri."], hypotheses=4)
    assert len(hypotheses) == 4
    assert [item.score for item in hypotheses] == sorted((item.score for item in hypotheses), reverse=True)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("La commissione ha approvato il piano, " * 40 + "e ha chiuso i lavori.", id="many-clauses"),
        pytest.param("parola " * 700, id="no-punctuation"),
        pytest.param("x" * 10_000, id="no-space"),
        pytest.param("\x00\x01", id="control-characters"),
        pytest.param("⟦ ⟧ ⟦", id="stray-marks"),
        pytest.param("😀" * 300, id="emoji"),
        pytest.param("", id="empty"),
    ],
)
def test_nothing_crashes(decoder, sentence):
    assert len(decoder.decode([sentence])) == 1


def test_a_long_sentence_is_not_cut_short(decoder):
    names = ["Oslo", "Londra", "Berlino", "Madrid", "Vienna", "Dublino", "Atene", "Sofia", "Varsavia", "Praga"]
    clauses = [f"la delegazione arrivata da {name} ha firmato il documento finale sulla pesca" for name in names]
    (target,) = texts(decoder, [", ".join(clauses) + "."])
    assert "Oslo" in target
    assert target.count("signed") >= 8


@given(st.text(alphabet="ab ,;:–e\u00a0⟦⟧", max_size=200), st.integers(min_value=1, max_value=30))
@settings(deadline=None)
def test_long_sentences_are_split_without_loss(sentence, limit):
    parts = split_long(sentence, limit, len)
    assert "".join("".join(parts).split()) == "".join(sentence.split())
    assert all(len(part) <= limit or "⟦" in part or len(part.split()) <= 1 for part in parts)


def test_a_split_is_never_between_marks():
    sentence = "abc ⟦ New York, New York ⟧, def ghi"
    parts = split_long(sentence, 27, len, ("⟦", "⟧"))
    assert len(parts) > 1
    assert any("⟦ New York, New York ⟧" in part for part in parts)


def test_a_word_too_long_for_the_model_is_copied(decoder):
    address = "https://valdora.example/" + "abc123/" * 60
    (target,) = texts(decoder, [f"Il documento è qui: {address} da ieri."])
    assert address in target


def test_a_split_is_at_a_clause():
    assert split_long("Il piano passa; la giunta resta al suo posto", 30, len) == [
        "Il piano passa;",
        "la giunta resta al suo posto",
    ]


def test_settings_are_part_of_the_signature():
    assert str(Decoding(beam=2, max_pieces=90)) == "beam:2|max-pieces:90"


def test_a_damaged_model_is_refused(tmp_path, broken_package):
    package = open_package(str(broken_package(tmp_path, "model/model.bin")))
    with pytest.raises(ModelError, match="cannot be loaded"):
        Decoder(package)


def test_a_damaged_tokenizer_is_refused(tmp_path, broken_package):
    package = open_package(str(broken_package(tmp_path, "sentencepiece.model")))
    with pytest.raises(ModelError, match=r"sentencepiece\.model is damaged"):
        Decoder(package)


def test_two_thousand_words_without_punctuation_are_all_translated(decoder):
    clauses = [f"il comune ha aperto {at} nuove scuole" for at in range(100, 386)]
    assert len(" ".join(clauses).split()) > 2000
    (target,) = texts(decoder, [" ".join(clauses)])
    numbers = re.findall(r"\d+", target)
    # The small model loses some; a cut would lose all of a stretch.
    assert min(sum(str(at) in numbers for at in range(start, start + 20)) for start in range(100, 380, 20)) >= 5


def test_the_same_sentence_has_the_same_translation_everywhere_in_an_article(decoder):
    repeated = "La giunta ha rinviato ancora una volta il voto sul bilancio."
    others = [f"Il consiglio {at} ha discusso {'a lungo ' * (at % 9)}del piano." for at in range(60)]
    found = texts(decoder, [item for other in others for item in (other, repeated)])
    assert len(set(found[1::2])) == 1


def test_results_do_not_depend_on_cores():
    sentences = [f"Nel {1900 + at} il sindaco {'non ' * (at % 2)}ha aperto la strada per il porto." for at in range(80)]
    one, three = (texts(Decoder(starter_package(), cores=cores), sentences) for cores in (1, 3))
    assert one == three


def test_the_best_is_the_best_with_or_without_alternatives(decoder):
    sentences = [f"Il ministro {at} è arrivato ieri sera e ha parlato {'molto ' * (at % 7)}a lungo." for at in range(40)]
    assert texts(decoder, sentences) == texts(decoder, sentences, hypotheses=4)


def test_beam_one_gives_one_hypothesis():
    decoder = Decoder(starter_package(), Decoding(beam=1))
    assert [len(item) for item in decoder.decode(["Grazie."], hypotheses=4)] == [1]
