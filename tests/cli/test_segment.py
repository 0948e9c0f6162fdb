import json


def test_prints_one_sentence_a_line_and_an_empty_line_between_blocks(run, article_file):
    assert run("segment", article_file).out.splitlines() == [
        "Il porto di Valdora riapre",
        "",
        "Il ministro russo è arrivato a Mosca.",
        "«Siamo pronti», ha detto il sindaco Lucio Prandelli.",
        "",
        "La posizione dell’Ucraina non cambia.",
        "",
        "Primo punto",
        "",
        "Secondo punto",
    ]


def test_json_has_empty_targets_and_no_signature(run, article_file):
    data = json.loads(run("segment", article_file, "-f", "json").out)
    assert data["schema"] == "translator.article/1"
    assert data["signature"] is None
    assert {item["target"] for block in data["blocks"] for item in block["segments"]} == {""}
    assert [item["text"] for item in data["set_aside"]] == ["- Advertisement -"]


def test_boilerplate_can_be_kept(run, article_file):
    data = json.loads(run("segment", article_file, "-f", "json", "--keep-boilerplate").out)
    assert data["set_aside"] == []
    assert any("Advertisement" in item["source"] for block in data["blocks"] for item in block["segments"])


def test_explain_prints_the_rule_of_each_candidate(run, article_file):
    article_file.write_text("Il dott. Serpi è qui. Parla domani.\n", encoding="utf-8")
    lines = run("segment", article_file, "--explain").out.splitlines()
    assert [line.split()[:3] for line in lines] == [["p1", "keep", "title"], ["p1", "cut", "full_stop"]]
    assert "Il dott. | Serpi" in lines[0]


def test_explain_and_a_format_contradict_each_other(run, article_file):
    assert "contradict" in run("segment", article_file, "--explain", "-f", "json", status=2).err


def test_own_abbreviations(run, article_file, tmp_path):
    article_file.write_text("Vince la Pall. Il Faro in trasferta.\n", encoding="utf-8")
    (tmp_path / "own.txt").write_text("Pall. title\n", encoding="utf-8")
    assert len(run("segment", article_file).out.splitlines()) == 2
    assert len(run("segment", article_file, "--abbreviations", tmp_path / "own.txt").out.splitlines()) == 1


def test_a_malformed_list_of_abbreviations(run, article_file, tmp_path):
    (tmp_path / "own.txt").write_text("Pall. never\n", encoding="utf-8")
    err = run("segment", article_file, "--abbreviations", tmp_path / "own.txt", status=1).err
    assert "own.txt, line 1" in err
    assert err.count("\n") == 1
