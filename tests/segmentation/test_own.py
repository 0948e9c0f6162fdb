import pytest

from translator.errors import AbbreviationsError
from translator.segmentation import Abbreviation, load_abbreviations, split

LIST = "# our desk\n\nPall. title\nc.p.a\ntempi Suppl.\np.ti end\n"


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own.txt").write_text(LIST, encoding="utf-8")
    return load_abbreviations(tmp_path / "own.txt")


def test_reads_classes_comments_and_several_words(own):
    assert own == {
        "pall": Abbreviation.TITLE,
        "c.p.a": Abbreviation.SOFT,
        "suppl": Abbreviation.SOFT,
        "p.ti": Abbreviation.END,
    }


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vince la Pall. Il Faro in trasferta.", 1),
        ("Segna nei suppl. Prandelli esulta.", 1),
        ("Segna nei suppl. Il pubblico esulta.", 2),
        ("Il Faro ha 78 p.ti Verdi insegue.", 1),
        ("Il Faro ha 78 p.ti. Verdi insegue.", 2),
    ],
)
def test_own_abbreviations_decide_first(own, text, sentences):
    assert len(split(text, own)) == sentences


def test_without_them_the_text_is_cut():
    assert len(split("Vince la Pall. Il Faro in trasferta.")) == 2


@pytest.mark.parametrize("line", ["12 title", "Pall. never", "..."])
def test_a_line_that_is_none_is_named(tmp_path, line):
    (tmp_path / "own.txt").write_text(f"Circ.\n{line}\n", encoding="utf-8")
    with pytest.raises(AbbreviationsError, match=r"own\.txt, line 2: "):
        load_abbreviations(tmp_path / "own.txt")


def test_a_missing_or_undecodable_file(tmp_path):
    with pytest.raises(AbbreviationsError, match="cannot read"):
        load_abbreviations(tmp_path / "none.txt")
    (tmp_path / "own.txt").write_bytes(b"Citt\xe0.\n")
    with pytest.raises(AbbreviationsError, match="UTF-8"):
        load_abbreviations(tmp_path / "own.txt")
