import pytest

from translator.article import Severity
from translator.glossary import check, place, shipped_names


def problems(tmp_path, *texts):
    paths = []
    for number, text in enumerate(texts):
        path = tmp_path / f"g{number}.csv"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return [(item.severity, item.path.name, item.line, item.column, item.message) for item in check(paths)]


@pytest.mark.parametrize(
    ("rows", "severity", "line", "column", "says"),
    [
        pytest.param("Mosca,Moscow,\nMosca,Moscow,\n", Severity.WARNING, 3, "source", "line 2 already; delete", id="duplicate"),
        pytest.param("Mosca,Moscow,\nMosca,Moskva,\n", Severity.ERROR, 3, "source", "keep one of the two", id="conflict"),
        pytest.param("Mosca,,\n", Severity.WARNING, 2, "target", "stays as it is", id="empty-target"),
        pytest.param("Mosca,Roma,\nRoma,Rome,\n", Severity.WARNING, 2, "target", "is itself a source", id="target-is-a-source"),
        pytest.param("Mos\u200bca,Moscow,\n", Severity.WARNING, 2, "source", "zero width space", id="invisible"),
        pytest.param("Mosca\u00a0Est,East Moscow,\n", Severity.WARNING, 2, "source", "no-break space", id="no-break-space"),
        pytest.param("Corte  dei conti,Court,\n", Severity.WARNING, 2, "source", "two spaces", id="two-spaces"),
        pytest.param("re,king,title\n", Severity.WARNING, 2, "source", "ordinary word", id="short"),
        pytest.param("Ugo Neri,ugo neri,person\n", Severity.WARNING, 2, "target", "without a capital", id="person"),
        pytest.param("Mosca,Moscow,x\n", Severity.ERROR, 2, "kind", "unknown kind", id="unknown-kind"),
        pytest.param(",Moscow,\n", Severity.ERROR, 2, "source", "is empty", id="empty-source"),
    ],
)
def test_each_problem_has_its_place(tmp_path, rows, severity, line, column, says):
    (found,) = problems(tmp_path, f"source,target,kind\n{rows}")
    assert found[:4] == (severity, "g0.csv", line, column)
    assert says in found[4]


def test_all_problems_of_a_file_are_reported(tmp_path):
    found = problems(tmp_path, "source,target,kind\nMosca,Moscow,x\n,Rome,\nKiev,,\n")
    assert [item[2] for item in found] == [2, 3, 4]


def test_a_term_that_an_earlier_glossary_decides_is_reported(tmp_path):
    (found,) = problems(tmp_path, "source,target\nKiev,Kiev\n", "source,target\nKiev,Kyiv\n")
    assert found[0] is Severity.INFO
    assert "no effect" in found[4]


def test_nothing_to_report(tmp_path):
    assert problems(tmp_path, "source,target\nMosca,Moscow\n") == []


# English forms that are also Italian names of something else.
ALSO_ITALIAN = ("Emirati", "Napoli")


def test_the_shipped_glossaries_have_no_problem_and_agree_with_one_another():
    found = check([place(name) for name in shipped_names()])
    assert [
        str(item) for item in found if not any(f"{word!r} is itself a source" in item.message for word in ALSO_ITALIAN)
    ] == []
