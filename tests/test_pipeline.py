import json
import socket

import pytest

from translator import Translator, TranslatorError, translate_article
from translator.article import TermStatus
from translator.glossary import load
from translator.pipeline import segment
from translator.reading import read, read_bytes
from translator.translation import Decoding, Package
from translator.translation.memory.store import Memory
from translator.writing import json_format

ALL_SAMPLES = [
    "bilancio-imprese.txt",
    "festival-libro.html",
    "finale-pallavolo.md",
    "riforma-scuola.docx",
    "sentenza-appalto.txt",
    "vertice-artico.txt",
]


@pytest.fixture(scope="module")
def translator():
    return Translator(model="starter")


def read_text(text):
    return read_bytes(text.encode(), name="stdin")


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_samples_are_translated_whole(samples, translator, name):
    article = translator.translate(read(samples / name))
    segments = list(article.segments())
    assert len(segments) >= 18
    assert all(item.target.strip() for item in segments)
    for item in segments:
        assert item.source == " ".join(article.text[item.start : item.end].split())
        assert not set("⟦⟧") & set(item.target)
        for use in item.terms:
            assert item.source[use.source_span.start : use.source_span.end] == use.source
            if use.status is TermStatus.MISSING:
                assert use.target_span is None
            else:
                assert item.target[use.target_span.start : use.target_span.end] == use.target


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_sentences_of_the_samples_are_those_of_their_references(samples, name):
    expected = (samples / "reference" / f"{name.split('.')[0]}.it.txt").read_text(encoding="utf-8").splitlines()
    assert [item.source for item in segment(read(samples / name)).segments()] == expected


def test_terms_are_honoured_and_recorded(translator):
    article = translator.translate(read_text("Il violinista russo è arrivato a Mosca.\n"))
    (item,) = article.segments()
    assert [(use.source, use.target, use.origin) for use in item.terms] == [
        ("russo", "Russian", "world"),
        ("Mosca", "Moscow", "world"),
    ]


def test_a_desk_glossary_wins_over_the_shipped_ones(tmp_path):
    (tmp_path / "desk.csv").write_text("source,target\nMosca,Moskva\n", encoding="utf-8")
    translator = Translator(model="starter", glossaries=[load(tmp_path / "desk.csv"), "world"])
    (item,) = translator.translate(read_text("Il ministro è arrivato a Mosca.")).segments()
    assert "Moskva" in item.target


def test_a_translation_is_the_same_every_time(translator, article_file):
    one = json_format.write(translator.translate(read(article_file)))
    other = json_format.write(Translator(model="starter").translate(read(article_file)))
    assert one == other


def test_the_signature_says_what_was_used():
    signature = str(Translator(model="starter", glossaries=["world"], name_guard=False, decoding=Decoding(beam=2)).signature)
    for part in ("translator:0.1.0", "translate-it_en-starter:0.2:", "world:", "name-guard:off", "beam:2"):
        assert part in signature
    assert "glossary:none" in str(Translator(model="starter", glossaries=[]).signature)


def test_a_guarded_name_is_kept_and_said(translator):
    article = translator.translate(read_text("Lo ha detto il ministro Aldo Cipolla. Cipolla ha poi lasciato la sala."))
    for item in article.segments():
        lost = [finding for finding in item.findings if finding.code == "name-lost"]
        assert "Cipolla" in item.target or lost


def test_everything_works_without_a_network(monkeypatch, article_file):
    def forbidden(*_args, **_kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    article = translate_article(article_file, model="starter")
    assert all(item.target for item in article.segments())


def test_errors_have_one_base(tmp_path):
    with pytest.raises(TranslatorError):
        translate_article(tmp_path / "none.txt")


def test_json_follows_its_schema(translator, article_file):
    data = json.loads(json_format.write(translator.translate(read(article_file))))
    assert data["schema"] == "translator.article/1"
    assert list(data) == ["schema", "title", "signature", "blocks", "set_aside"]
    assert data["set_aside"] == [{"text": "- Advertisement -", "reason": data["set_aside"][0]["reason"]}]
    first = data["blocks"][0]
    assert (first["id"], first["kind"], data["title"]) == ("p1", "heading", first["segments"][0]["source"])
    text = article_file.read_text(encoding="utf-8")
    for block in data["blocks"]:
        assert list(block) == ["id", "kind", "segments"]
        for item in block["segments"]:
            assert list(item) == ["id", "start", "end", "source", "target", "terms", "findings"]
            assert text[item["start"] : item["end"]] == item["source"]
            for use in item["terms"]:
                assert list(use) == ["source", "target", "status", "method", "source_span", "target_span"]


def test_numbers_and_quotation_marks_are_english(translator):
    article = translator.translate(read_text("1.234,5\n\nIl prezzo è di 1.500 euro, ha detto «il sindaco» di Mosca.\n"))
    number, sentence = article.segments()
    assert number.target == "1,234.5"
    assert "1,500" in sentence.target
    assert not set("«»") & set(sentence.target)
    (use,) = [use for use in sentence.terms if use.source == "Mosca"]
    assert sentence.target[use.target_span.start : use.target_span.end] == "Moscow"
    assert "|style:american|" in str(article.signature)


def test_the_model_is_hashed_once_however_many_segments_are_recalled(tmp_path, monkeypatch):
    hashed = []
    original = Package.sha256
    monkeypatch.setattr(Package, "sha256", lambda package: hashed.append(package) or original(package))
    text = read_text("Grazie.\n\nLa Norvegia firma.\n\nIl lavoro continua.\n")
    with Memory(tmp_path / "memory.sqlite3") as memory:
        translator = Translator(model="starter", glossaries=[], memory=memory)
        first, second = translator.translate(text), translator.translate(text)
    assert len(hashed) == 1
    assert [item.target for item in first.segments()] == [item.target for item in second.segments()]
