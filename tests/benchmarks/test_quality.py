"""``benchmarks/quality.py`` from end to end, and the document that it renews."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import quality
from measuring import samples
from scores import scored
from tables import BEGIN, END
from translator import Translator
from translator.translation import starter_package
from ways import translated

ROOT = Path(__file__).parents[2]
WAYS = ["bare", "+ sentences", "+ typography", "+ glossaries", "+ remedies"]
ITALIAN = ["Il ministro russo è arrivato a Mosca alle 18.30.", "La riunione è finita. Il voto è domani."]
ENGLISH = ["The Russian minister arrived in Moscow at 6:30 p.m.", "The meeting is over. The vote is tomorrow."]


@pytest.fixture
def files(tmp_path):
    pair = tmp_path / "prova.it.txt", tmp_path / "prova.en.txt"
    for path, lines in zip(pair, (ITALIAN, ENGLISH), strict=True):
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return list(map(str, pair))


def test_two_packages_on_a_tiny_pair(files, tmp_path, capsys):
    other = tmp_path / "another"
    shutil.copytree(starter_package().location, other)
    quality.main(["--model", "starter", "--model", str(other), "--pair", *files, "--no-robustness", "--json"])
    data = json.loads(capsys.readouterr().out)
    assert [text.split("|")[0] for text in data["signatures"]] == ["BLEU", "chrF2"]
    first, second = data["packages"]
    assert first["sha256"] == second["sha256"]
    assert [(row["text"], row["lines"], row["way"]) for row in first["texts"]] == [("prova", 2, way) for way in WAYS]
    for one, same in zip(first["texts"], second["texts"], strict=True):
        assert 0 < one["bleu"]["value"] <= 100
        assert 0 < one["chrf"]["value"] <= 100
        assert one["seconds"] > 0
        assert one["processor_seconds"] > 0
        assert [one["bleu"], one["chrf"]] == [same["bleu"], same["chrf"]]
    assert first["robustness"] == first["segments"] == []


def test_the_robustness_set_with_and_without_the_glossary(files, capsys):
    quality.main(["--pair", *files, "--group", "headline", "--json"])
    (package,) = json.loads(capsys.readouterr().out)["packages"]
    shares = {(row["way"], row["group"]): row["percent"] for row in package["robustness"]}
    assert list(shares) == [(way, group) for way in WAYS for group in ("headline", "all")]
    for percent in shares.values():
        assert all(0 <= share <= percent["any"] or fault in {"lost name", "lost number"} for fault, share in percent.items())
    assert shares["+ glossaries", "all"]["lost name"] < shares["bare", "all"]["lost name"]


def test_tables_on_the_terminal(files, capsys):
    quality.main(["--model", "starter", "--model", str(starter_package().location), "--pair", *files, "--no-robustness"])
    printed = capsys.readouterr().out
    assert "== Scores on prova (2 lines) ==" in printed
    assert "Argos Translate 1.0" in printed
    digest = starter_package().sha256()[:8]
    compared = printed.split("== The packages compared ==")[1].split("==")[0]
    assert f"chrF more than translate-it_en-starter 0.2 #{digest}" in compared
    assert compared.count(f"translate-it_en-starter 0.2 #{digest} (2)") == 2
    assert printed.count("#") == 2 + 2 * len(WAYS) + 3 + 4


def test_single_words_are_no_examples(files, capsys):
    quality.main(["--pair", *files, "--group", "one-word"])
    printed = capsys.readouterr().out
    assert "== Faults in 42 segments of the robustness set ==" in printed
    assert "Examples" not in printed


def test_the_segments_with_a_fault_are_shown(files, capsys):
    quality.main(["--pair", *files, "--group", "headline", "--json"])
    (package,) = json.loads(capsys.readouterr().out)["packages"]
    faulty = [row["id"] for row in package["segments"] if row["way"] == WAYS[-1] and row["faults"]]
    (share,) = [row["percent"]["any"] for row in package["robustness"] if (row["way"], row["group"]) == (WAYS[-1], "all")]
    assert len(faulty) == round(34 * share / 100) > 0
    quality.main(["--pair", *files, "--group", "headline", "--show"])
    shown = re.findall(r"^translate-it_en-starter \S+: (headline-\d\d): ", capsys.readouterr().out, re.MULTILINE)
    assert shown == faulty


def test_texts_of_one_name_are_refused(files, capsys):
    with pytest.raises(SystemExit):
        quality.main(["--pair", *files, "--pair", *files])
    assert "two texts have the same name" in capsys.readouterr().err


def test_the_document_is_renewed(files, tmp_path):
    document = tmp_path / "quality.md"
    document.write_text(f"# Quality\n\n{BEGIN}\n{END}\n\nMore.\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks" / "quality.py"), "--pair", *files, "--group", "headline"]
    done = subprocess.run([*command, "--write", str(document)], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    text = document.read_text(encoding="utf-8")
    headings = re.findall(r"^### (.*?)(?::.*)?$", text, re.MULTILINE)
    assert headings == [
        "Scores on prova (2 lines)",
        "Beside published figures",
        "Faults in 34 segments of the robustness set",
        "Segments with any fault, by group",
        "Each fault, by group",
        "Examples",
    ]
    assert text.endswith(f"{END}\n\nMore.\n")


def test_files_that_are_not_aligned_are_refused(files):
    Path(files[1]).write_text("One line.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"has 2 lines and .* 1; they must be aligned"):
        quality.main(["--pair", *files])


def test_an_unknown_model_is_one_line(files):
    with pytest.raises(SystemExit, match="no such model"):
        quality.main(["--model", "nessuno", "--pair", *files])


def test_a_document_is_not_left_without_its_examples(files, capsys):
    with pytest.raises(SystemExit):
        quality.main(["--pair", *files, "--no-robustness", "--write", "quality.md"])
    assert "leave out --no-robustness" in capsys.readouterr().err


def test_the_samples_are_what_is_measured_without_a_pair():
    corpus = samples()
    assert len(corpus.texts) == 6
    assert len(corpus) == 195
    assert all(len(italian) == len(english) for italian, english in corpus.texts)


def test_lines_stay_aligned_however_the_product_cuts_them(decoder):
    translator = Translator(decoder=decoder, glossaries=[], name_guard=False)
    lines = ["Il voto è domani. La riunione è finita.", "", "* * *", "- Una casa.", "LEGGI ANCHE", "Una casa."]
    targets = translated(translator, lines)
    assert len(targets) == len(lines)
    assert targets[0].count(".") == 2
    assert targets[1:3] == ["", ""]
    assert targets[3] == targets[5] != ""
    assert targets[4]


def test_scores_are_those_of_sacrebleu_with_marks_made_straight():
    perfect, signatures = scored(["“Yes,” he said to the man’s dog."], ['"Yes," he said to the man\'s dog.'])
    assert (round(perfect.bleu.value), round(perfect.chrf.value)) == (100, 100)
    assert perfect.change is None
    assert all("|bs:1000|seed:12345|" in signature for signature in signatures)


def test_a_change_is_told_from_none():
    references = ["A dog ran through the town.", "Two cats slept in the sun."]
    same, _ = scored(references, references, references)
    assert (same.change, same.p) == (None, None)
    better, _ = scored(references, references, ["A dog ran.", "Two cats slept in the shade."])
    assert better.change > 0
    assert 0 < better.p < 1


def test_the_document_explains_every_way():
    document = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([^`]+)` \| ", document, re.MULTILINE) == WAYS


def test_the_tables_of_the_document_are_of_the_model_that_is_shipped():
    document = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert (document.count(BEGIN), document.count(END)) == (1, 1)
    tables = document.split(BEGIN)[1].split(END)[0]
    renewal = "renew them: python benchmarks/quality.py --samples --pair ITALIAN ENGLISH --write docs/quality.md"
    assert f"SHA-256 {starter_package().sha256()[:12]}" in tables, renewal
    assert set(re.findall(r"^\| \S+ \S+ \| (bare|\+ \w+) \|", tables, re.MULTILINE)) == set(WAYS), renewal
