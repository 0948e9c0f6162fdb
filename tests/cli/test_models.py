def test_lists_the_starter_model(run):
    assert run("models", "list").out.split() == ["translate-it_en-starter", "0.1", "shipped"]


def test_shows_what_a_model_is(run):
    out = run("models", "show", "starter").out
    for part in ("Italian → English", "sentencepiece.model", "⟦ ⟧", "sha256:", "MB"):
        assert part in out


def test_an_unknown_model_is_one_line(run):
    assert run("models", "show", "none", status=1).err.count("\n") == 1
