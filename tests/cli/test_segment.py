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
