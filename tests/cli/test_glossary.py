import openpyxl
import pytest

from translator.glossary import load, shipped_names

ARTICLE = """Il ministro Lucio Prandelli a Valdora

Lucio Prandelli è arrivato ieri a Mosca. Prandelli ha parlato di una lima e della Corea del Nord.
"""
GLOSSARY = "source,target,kind\nMosca,Moscow,place\nLima,Lima,place\nCorea,Korea,place\nCorea del Nord,North Korea,place\n"


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "articolo.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_list_shows_the_shipped_glossaries(run):
    assert [line.split("\t")[0] for line in run("glossary", "list").out.splitlines()] == list(shipped_names())


def test_list_shows_the_terms_of_a_glossary(run, desk):
    assert "Mosca\tMoscow\tplace" in run("glossary", "list", desk).out.splitlines()


def test_check_of_a_good_glossary_is_silent(run, desk):
    result = run("glossary", "check", desk)
    assert (result.out, result.err) == ("", "0 errors, 0 warnings\n")


def test_check_reports_each_error_with_its_place_and_fails(run, desk):
    desk.write_text("source,target,kind\nMosca,Moscow,city\n,Rome,\n", encoding="utf-8")
    result = run("glossary", "check", desk, status=1)
    assert [line.split(": ")[1] for line in result.out.splitlines()] == [
        f"{desk}, line 2, column kind",
        f"{desk}, line 3, column source",
    ]


def test_check_fails_for_warnings_only_when_strict(run, desk):
    desk.write_text("source,target\nMosca,\n", encoding="utf-8")
    run("glossary", "check", desk)
    run("glossary", "check", desk, "--strict", status=1)


@pytest.mark.parametrize("suffix", ["tsv", "xlsx", "tbx", "txt"])
def test_convert_there_and_back(run, desk, tmp_path, suffix):
    other, back = tmp_path / f"desk2.{suffix}", tmp_path / "back.csv"
    assert run("glossary", "convert", desk, other).out == f"{other}\n"
    run("glossary", "convert", other, back)
    pairs = [(term.source, term.target) for term in load(back).terms]
    assert pairs == [(term.source, term.target) for term in load(desk).terms]


def test_convert_never_overwrites_what_it_did_not_write(run, desk, tmp_path):
    other = tmp_path / "mine.xlsx"
    book = openpyxl.Workbook()
    book.save(other)
    before = other.read_bytes()
    assert "--force" in run("glossary", "convert", desk, other, status=1).err
    assert other.read_bytes() == before
    run("glossary", "convert", desk, other, "--force")


def test_convert_refuses_its_own_source(run, desk):
    assert "choose another name" in run("glossary", "convert", desk, desk, "--force", status=1).err
    assert desk.read_text(encoding="utf-8") == GLOSSARY


def test_match_says_what_matches_and_what_does_not(run, desk, article):
    lines = [line.split("\t") for line in run("glossary", "match", article, "-g", desk).out.splitlines()]
    assert ["p2.s1", "match", "Mosca", "Moscow", "desk.csv"] in lines
    refused = {(line[2], line[4]) for line in lines if line[1] == "no match"}
    assert ("lima", "desk.csv: written differently: the glossary has 'Lima'") in refused
    assert ("Corea", "desk.csv: inside the term 'Corea del Nord'") in refused


def test_candidates_are_a_ready_glossary(run, desk, article, tmp_path):
    out = tmp_path / "new.csv"
    run("glossary", "candidates", article, "-g", desk, "-o", out)
    assert [(term.source, term.target, term.kind, term.note) for term in load(out).terms] == [
        ("Lucio Prandelli", "Lucio Prandelli", "person", "3 times, first in p1.s1"),
        ("Valdora", "Valdora", "place", "1 time, first in p1.s1"),
    ]
    assert run("glossary", "candidates", article, "-g", desk).out == out.read_text(encoding="utf-8")


def test_no_candidates(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Oggi piove molto in tutta la regione.\n", encoding="utf-8")
    assert "every name that was found is covered" in run("glossary", "candidates", path).err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("check",), 2), (("check", "none.csv"), 1), (("list", "none"), 1), (("convert", "world", "x.doc"), 1)],
    ids=["nothing-to-check", "no-such-file", "no-such-name", "unknown-format"],
)
def test_wrong_calls_are_one_line(run, arguments, status):
    result = run("glossary", *arguments, status=status)
    assert "Error" in result.err


def test_candidates_without_and_with_glossaries_contradict(run, article):
    assert "contradict" in run("glossary", "candidates", article, "--no-glossary", "-g", "world", status=2).err
