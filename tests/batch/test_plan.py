from dataclasses import replace

import pytest
from tests.batch.runs import needs_posix

from translator.batch.errors import JobError
from translator.batch.plan import ARTICLE_SUFFIXES, collect
from translator.reading import files


def outputs(job, **options):
    return {
        task.input: [path.relative_to(job.output.resolve()).as_posix() for _, path in task.outputs]
        for task in collect(job, **options).tasks
    }


def test_of_a_folder_all_articles_are_taken_and_the_rest_is_counted(session):
    session.write("foto.jpg", "x")
    session.write("dati.csv", "x")
    job = session.job()
    assert outputs(job) == {
        "porto.txt": ["porto.it-en.txt"],
        "scuola.txt": ["scuola.it-en.txt"],
        "sport/derby.txt": ["sport/derby.it-en.txt"],
        "sport/tennis.txt": ["sport/tennis.it-en.txt"],
    }
    (note,) = collect(job).notes
    assert "2 files that are no articles were passed over" in note
    assert ".csv 1" in note


def test_what_is_taken_of_a_folder_is_what_is_read():
    assert {*ARTICLE_SUFFIXES, ""} == set(files._READERS)


def test_names_are_made_from_the_pattern(session):
    job = session.job(inputs=("sport/*.txt",), name="{format}/{stem}-{suffix}.{format}", settings={"formats": ("txt", "json")})
    assert outputs(job)["sport/derby.txt"] == ["txt/derby-txt.txt", "json/derby-txt.json"]


def test_the_folder_is_counted_from_the_fixed_part(session):
    assert outputs(session.job(inputs=("sport/*.txt",)))["sport/derby.txt"] == ["derby.it-en.txt"]


def test_a_file_that_two_patterns_match_is_one_article(session):
    assert len(outputs(session.job(inputs=("**/*.txt", "porto.txt", "*")))) == 4


def test_one_output_for_two_articles_is_refused_before_the_run(session):
    session.write("porto.md", "# Porto\n")
    with pytest.raises(JobError, match=r"porto\.md, porto\.txt would be written to .*porto\.it-en\.txt; put .*\{suffix\}"):
        collect(session.job())
    assert len(outputs(session.job(name="{folder}/{stem}.{suffix}.{format}"))) == 5


def test_two_formats_in_one_output_are_refused(session):
    with pytest.raises(JobError, match=r"two formats .*\{format\}"):
        collect(session.job(name="{stem}.out", settings={"formats": ("txt", "json")}))


@pytest.mark.parametrize("name", ["manifest.jsonl", "report.html"])
def test_the_names_of_the_run_itself_are_refused(session, name):
    with pytest.raises(JobError, match="kept for the run"):
        collect(session.job(inputs=("porto.txt",), name=name))


def test_an_article_is_never_its_own_output(session):
    with pytest.raises(JobError, match="written over it"):
        collect(session.job(output=session.source, name="{folder}/{stem}.txt"))


def test_outputs_beside_the_articles_do_not_become_articles(session):
    job = session.job(output=session.source)
    session.write("porto.it-en.txt", "The port")
    session.write("vecchio.it-en.txt", "Old")
    session.write("sport/coppa.it-en.md", "The cup")
    for inputs in ((".",), ("**/*",)):
        collected = collect(replace(job, inputs=inputs), known_outputs={"vecchio.it-en.txt"})
        assert [task.input for task in collected.tasks] == sorted(
            ["porto.txt", "scuola.txt", "sport/derby.txt", "sport/tennis.txt"]
        )
        assert "2 files called *.it-en.* were passed over: they are translations" in collected.notes


def test_files_that_are_called_as_translations_are_taken_when_a_glob_says_so(session):
    session.write("porto.it-en.txt", "Il porto riapre.")
    for inputs in (("*.it-en.txt",), ("porto.it-en.txt",)):
        assert list(outputs(session.job(inputs=inputs))) == ["porto.it-en.txt"]


def test_an_article_where_the_translation_of_another_goes_is_passed_over(session):
    session.write("porto-en.txt", "The port")
    collected = collect(session.job(output=session.source, name="{folder}/{stem}-en.{format}"))
    assert "porto-en.txt" not in [task.input for task in collected.tasks]
    assert any("porto-en.txt: passed over" in note for note in collected.notes)


def test_an_output_folder_inside_is_not_searched(session):
    session.write("out/altro.txt", "Il porto riapre.")
    assert "out/altro.txt" not in outputs(session.job(output=session.source / "out"))


def test_patterns_and_rules_that_match_nothing_are_told(session):
    from translator.batch.job import Rule

    notes = collect(session.job(inputs=("*.md", "*.txt"), rules=(Rule("sprot/*", {"formats": ("txt",)}),))).notes
    assert any("nothing matches '*.md'" in note for note in notes)
    assert any("'sprot/*') matches no article" in note for note in notes)


def test_a_folder_that_is_not_there_is_an_error(session):
    with pytest.raises(JobError, match="no folder"):
        collect(session.job(inputs=("articoli/*.txt",)))


@needs_posix
def test_a_name_with_a_line_break_cannot_be_tried(session):
    session.write("due\nrighe.txt", "Il porto riapre.")
    (task,) = [task for task in collect(session.job()).tasks if task.error]
    assert task.error.code == "input-name"
    assert "due?righe.txt" in str(task.error)
    assert task.outputs == ()


@needs_posix
def test_a_link_to_a_folder_is_told(session):
    (session.source / "altrove").symlink_to(session.source / "sport")
    collected = collect(session.job())
    assert any("altrove: a link to a folder, not followed" in note for note in collected.notes)
    assert len(collected.tasks) == 4
