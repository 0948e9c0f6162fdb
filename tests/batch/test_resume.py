from dataclasses import replace

import pytest
from tests.batch.runs import TEXTS, hashes, standing

import translator
from translator.batch.job import Rule
from translator.batch.manifest import Manifest
from translator.batch.resume import Action


def reasons(session, job=None, **options):
    return {decision.task.input: (decision.action, decision.reason) for decision in session.plan(job, **options).decisions}


def test_a_second_run_does_nothing_and_writes_nothing(session):
    first = session.run()
    assert (first.total, first.done, first.skipped) == (4, 4, 0)
    before = standing(session.output)
    second = session.run()
    assert (second.total, second.done, second.skipped, second.failed) == (4, 0, 4, 0)
    assert session.translated == []
    assert standing(session.output) == before


def test_a_new_article_alone_is_translated(session):
    session.run()
    session.write("nuovo.txt", "Il treno arriva.")
    assert session.run().done == 1
    assert session.translated == ["nuovo.txt"]


def test_a_changed_article_alone_is_translated_again(session):
    session.run()
    session.write("scuola.txt", "La scuola chiude.")
    assert reasons(session)["scuola.txt"] == (Action.RUN, "the article changed")
    session.run()
    assert session.translated == ["scuola.txt"]


def test_content_counts_and_time_does_not(session):
    session.run()
    for name, text in TEXTS.items():
        session.write(name, text)
    assert session.run().skipped == 4


def test_a_deleted_output_is_made_again(session):
    session.run()
    before = hashes(session.output)
    (session.output / "sport" / "derby.it-en.txt").unlink()
    assert reasons(session)["sport/derby.txt"] == (Action.RUN, "an output is missing (sport/derby.it-en.txt)")
    session.run()
    assert session.translated == ["derby.txt"]
    assert hashes(session.output) == before


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"beam": 2}, "the decoding changed"),
        ({"settings": {"name_guard": True}}, "the name guard changed"),
        ({"settings": {"keep_boilerplate": True}}, "keep_boilerplate changed"),
        ({"settings": {"remedies": False}}, "the use of remedies changed"),
        ({"settings": {"paper": "letter"}}, "the layout of the Word document changed"),
        ({"settings": {"english": "british"}}, "the usage of English changed"),
        ({"settings": {"formats": ("txt", "json")}}, "the formats changed"),
        ({"name": "{folder}/{stem}.en.{format}"}, "the outputs are called otherwise"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_decides_a_translation_makes_all_run_again(session, changes, says):
    session.run()
    job = session.job(**changes)
    assert set(reasons(session, job).values()) == {(Action.RUN, says)}
    assert session.run(job).done == 4
    assert session.run(job).skipped == 4


def test_another_version_of_the_tool_makes_all_run_again(session, monkeypatch):
    session.run()
    monkeypatch.setattr(translator, "__version__", "99")
    assert set(reasons(session).values()) == {(Action.RUN, "the tool changed")}


def test_own_abbreviations_make_all_run_again(session):
    session.run()
    (session.folder / "own.txt").write_text("Pall. title\n")
    job = session.job(settings={"abbreviations": str(session.folder / "own.txt")})
    assert set(reasons(session, job).values()) == {(Action.RUN, "the abbreviations changed")}


def test_formats_may_be_changed_and_changed_back(session):
    session.run()
    session.run(session.job(settings={"formats": ("json",)}))
    assert session.run().done == 4
    assert session.run().failed == 0


def test_a_changed_glossary_does_only_the_articles_again_whose_matches_it_changes(session):
    glossary = session.glossary("Valdora,Valdora,place", "partita,match,other")
    job = session.job(settings={"glossaries": (glossary,)})
    assert session.run(job).done == 4
    session.glossary("Valdora,Vale of Gold,place", "partita,match,other", "elefante,elephant,other")
    assert [name for name, (action, _) in reasons(session, job).items() if action is Action.RUN] == ["porto.txt"]
    assert reasons(session, job)["porto.txt"][1] == "the terms that match changed"
    session.run(job)
    assert session.translated == ["porto.txt"]
    assert "Vale of Gold" in (session.output / "porto.it-en.txt").read_text()
    before = standing(session.output)
    session.run(job)
    assert standing(session.output) == before


def test_a_glossary_of_other_words_or_another_order_changes_nothing(session):
    one = session.glossary("Valdora,Valdora,place")
    other = session.glossary("partita,match,other", name="sport.csv")
    session.run(session.job(settings={"glossaries": (one, other)}))
    assert session.run(session.job(settings={"glossaries": (other, one)})).skipped == 4


def test_rules_apply_to_their_articles_alone(session):
    glossary = session.glossary("partita,contest,other")
    job = session.job()
    session.run(job)
    ruled = replace(job, rules=(Rule("sport/*", {"glossaries": (glossary,)}),))
    session.run(ruled)
    assert session.translated == ["derby.txt"]
    assert "contest" in (session.output / "sport" / "derby.it-en.txt").read_text()


class TestChangedOutputs:
    @pytest.fixture
    def edited(self, session):
        session.run()
        path = session.output / "porto.it-en.txt"
        path.write_text("a reviewer's work")
        return path

    def test_are_never_overwritten(self, session, edited):
        assert session.run().failed == 1
        assert session.errors() == {"porto.txt": "output-changed"}
        session.write("porto.txt", "Il porto chiude.")
        assert session.run().failed == 1
        assert edited.read_text() == "a reviewer's work"
        assert session.translated == []

    def test_are_reported_again_without_writing(self, session, edited):
        session.run()
        before = {name: state for name, state in standing(session.output).items() if name != "."}
        assert session.run().failed == 1
        assert {name: state for name, state in standing(session.output).items() if name != "."} == before

    def test_are_overwritten_with_force(self, session, edited):
        assert session.run(force=True).done == 1
        assert session.translated == ["porto.txt"]
        assert edited.read_text() != "a reviewer's work"
        assert session.run().skipped == 4

    def test_are_up_to_date_when_put_back(self, session):
        session.run()
        path = session.output / "porto.it-en.txt"
        ours = path.read_bytes()
        path.write_text("a reviewer's work")
        session.run()
        path.write_bytes(ours)
        summary = session.run()
        assert (summary.skipped, summary.failed) == (4, 0)
        assert Manifest(session.output).records["porto.txt"].state == "done"

    def test_one_of_several_formats_keeps_the_others_as_well(self, session):
        job = session.job(settings={"formats": ("txt", "json")})
        session.run(job)
        (session.output / "porto.it-en.json").write_text("mine")
        session.write("porto.txt", "Il porto chiude.")
        before = (session.output / "porto.it-en.txt").read_bytes()
        assert session.run(job).failed == 1
        assert (session.output / "porto.it-en.txt").read_bytes() == before

    def test_files_that_were_never_ours_count_as_changed(self, session):
        session.output.mkdir()
        (session.output / "porto.it-en.txt").write_text("somebody's")
        summary = session.run()
        assert (summary.done, summary.failed) == (3, 1)
        assert session.errors() == {"porto.txt": "output-changed"}

    def test_an_article_that_failed_keeps_its_outputs_known(self, session):
        session.run()
        session.write("porto.txt", "")
        assert session.run().failed == 1
        assert session.errors() == {"porto.txt": "input-empty"}
        session.write("porto.txt", "Il porto chiude.")
        assert session.run().done == 1


@pytest.mark.parametrize("put", [0, 1, 2], ids=["no-output", "one-output", "both-outputs"])
def test_a_run_killed_between_writing_and_noting_it_goes_on(session, put):
    job = session.job(settings={"formats": ("txt", "json")})
    session.run(job)
    whole = hashes(session.output)
    names = ["porto.it-en.txt", "porto.it-en.json"]
    manifest = Manifest(session.output)
    manifest.announce("porto.txt", {name: whole[name] for name in names})
    del manifest.records["porto.txt"]
    manifest.close()
    manifest.tidy()
    for name in names[put:]:
        (session.output / name).unlink()
    summary = session.run(job)
    assert (summary.done, summary.failed) == (1, 0)
    assert hashes(session.output) == whole
    assert session.run(job).skipped == 4


def test_failed_articles_are_tried_again(session):
    session.write("vuoto.txt", "")
    assert session.run().failed == 1
    session.write("vuoto.txt", "Ecco il testo.")
    assert session.run().done == 1


def test_the_same_failure_again_changes_no_file(session):
    session.write("vuoto.txt", "")
    session.run()
    before = {name: state for name, state in standing(session.output).items() if name != "."}
    assert session.run().failed == 1
    assert {name: state for name, state in standing(session.output).items() if name != "."} == before


def test_a_moved_output_folder_is_still_up_to_date(session):
    session.run()
    elsewhere = session.folder / "elsewhere"
    session.output.rename(elsewhere)
    assert session.run(session.job(output=elsewhere)).skipped == 4
