"""Tables for the terminal and for documents."""

import pytest

from tables import BEGIN, END, Table, renew, renewed

TABLE = Table("Scores", ("way", "BLEU"), [("bare", "9.8"), ("a|b", "10.1")], text="Of one text.")


def test_plain_columns_are_even():
    assert TABLE.plain() == "== Scores ==\nOf one text.\n\nway   BLEU\nbare   9.8\na|b   10.1"


def test_markdown():
    assert TABLE.markdown() == ("### Scores\n\nOf one text.\n\n| way | BLEU |\n| --- | --: |\n| bare | 9.8 |\n| a\\|b | 10.1 |")


def test_only_the_part_between_the_marks_is_renewed(tmp_path):
    document = tmp_path / "page.md"
    document.write_text(f"# Title\n\n{BEGIN}\nold\n{END}\n\nEnd.\n", encoding="utf-8")
    renew(document, "first")
    renew(document, "new")
    assert document.read_text(encoding="utf-8") == f"# Title\n\n{BEGIN}\n\nnew\n\n{END}\n\nEnd.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.parametrize("document", ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}{BEGIN}{END}"])
def test_a_document_without_the_marks_is_left_alone(tmp_path, document):
    with pytest.raises(ValueError, match="needs one line"):
        renewed(document, "new")
    path = tmp_path / "page.md"
    path.write_text(document, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"page\.md: needs one line"):
        renew(path, "new")
    assert path.read_text(encoding="utf-8") == document
