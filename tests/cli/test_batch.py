import json
import os
import subprocess
import sys

import pytest

from translator.batch.manifest import Manifest

QUICK = ("--no-glossary", "--no-name-guard", "--no-memory", "--beam", "1", "--model", "starter", "-f", "txt")


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """A folder with two articles, in the current folder."""
    (tmp_path / "in" / "sport").mkdir(parents=True)
    (tmp_path / "in" / "porto.txt").write_text("Il porto riapre.")
    (tmp_path / "in" / "sport" / "derby.txt").write_text("La squadra vince.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def job(folder, *lines):
    text = 'inputs = ["in/**/*.txt"]\noutput = "out"\nformats = ["txt"]\nglossaries = []\nname_guard = false\nbeam = 1\nmodel = "starter"\n'
    (folder / "job.toml").write_text(text + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder / "job.toml"


def written(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_with_options(run, articles):
    result = run("batch", "in", "-o", "out", *QUICK)
    assert written(articles / "out") == ["manifest.jsonl", "porto.it-en.txt", "report.html", "sport/derby.it-en.txt"]
    assert result.out == ""
    assert "2 of 2 articles to translate\n" in result.err
    assert "[2/2] " in result.err
    assert result.err.splitlines()[-1].startswith("2 articles: 2 translated, 0 up to date, 0 failed; 0:")


def test_a_job_file_and_options_that_win(run, articles):
    path = job(articles, "[[rule]]", 'match = "sport/*"', 'formats = ["json"]')
    run("batch", path)
    assert {"porto.it-en.txt", "sport/derby.it-en.json"} <= set(written(articles / "out"))
    run("batch", path, "-o", "other", "-f", "tsv", "--name", "{stem}.{format}")
    assert written(articles / "other") == ["derby.tsv", "manifest.jsonl", "porto.tsv", "report.html"]


def test_options_for_the_document_and_its_english(run, articles):
    from docx import Document

    def page():
        (section, *_) = Document(articles / "out" / "porto.it-en.docx").sections
        return section.page_width < section.page_height

    english = ["--no-glossary", "--no-memory", "--beam", "1", "--model", "starter", "-f", "docx", "-f", "txt"]
    (articles / "in" / "porto.txt").write_text("Ha detto: «Il porto riapre».")
    run("batch", "in", "-o", "out", *english)
    assert not page()
    american = (articles / "out" / "porto.it-en.txt").read_text(encoding="utf-8")
    assert "“" in american
    run("batch", "in", "-o", "out", *english, "--orientation", "portrait", "--paper", "letter", "--british")
    assert page()
    british = (articles / "out" / "porto.it-en.txt").read_text(encoding="utf-8")
    assert "‘" in british
    assert "0 translated, 2 up to date" in run("batch", "in", "-o", "out", *english, "--orientation", "portrait", "--paper",
                                               "letter", "--british").err  # fmt: skip


def test_the_memory_of_an_option(run, articles):
    run("batch", "in", "-o", "out", *(option for option in QUICK if option != "--no-memory"), "--memory", "desk.sqlite3")
    assert "desk.sqlite3" in run("memory", "stats", "--memory", "desk.sqlite3").out


def test_init_writes_a_job_file_and_never_over_another(run, articles):
    assert run("batch", "init").out == "job.toml\n"
    assert "inputs = [" in (articles / "job.toml").read_text(encoding="utf-8")
    assert "--force" in run("batch", "init", status=1).err
    assert run("batch", "init", "mine.toml").out == "mine.toml\n"
    (articles / "job.toml").write_text("mine")
    run("batch", "init", "--force")
    assert "inputs = [" in (articles / "job.toml").read_text(encoding="utf-8")


def test_a_dry_run_says_what_and_why_and_writes_nothing(run, articles):
    result = run("batch", "in", "-o", "out", *QUICK, "--dry-run")
    assert result.out == "run    porto.txt: new\nrun    sport/derby.txt: new\n"
    assert "2 articles: skip 0, run 2, refuse 0; nothing was written" in result.err
    assert not (articles / "out").exists()
    run("batch", "in", "-o", "out", *QUICK)
    (articles / "out" / "porto.it-en.txt").write_text("mine")
    (articles / "in" / "sport" / "derby.txt").write_text("La squadra perde.")
    out = run("batch", "in", "-o", "out", *QUICK, "--dry-run").out
    assert "refuse porto.txt: porto.it-en.txt: was changed since it was written" in out
    assert "run    sport/derby.txt: the article changed" in out


def test_failed_articles_end_with_four_and_win_over_missing_terms(run, articles):
    (articles / "desk.csv").write_text(f"source,target\nsquadra,{'very ' * 80}team\n")
    options = ("-g", "desk.csv", *QUICK[1:], "--strict")
    assert "1 term missing" in run("batch", "in", "-o", "out", *options, status=3).err
    run("batch", "in", "-o", "out", *options, status=3)
    (articles / "in" / "empty.txt").touch()
    result = run("batch", "in", "-o", "out", *options, status=4)
    assert "failed input-empty: empty.txt: is empty" in result.err
    run("batch", "in", "-o", "out", "-g", "desk.csv", *QUICK[1:], status=4)


def test_the_log_for_programs(run, articles):
    (articles / "in" / "empty.txt").touch()
    result = run("batch", "in", "-o", "out", *QUICK, "--log-json", status=4)
    events = [json.loads(line) for line in result.out.splitlines()]
    assert [event["event"] for event in events] == ["started", "article", "article", "article", "ended"]
    assert {event["input"]: event.get("error") for event in events[1:-1]} == {
        "empty.txt": "input-empty",
        "porto.txt": "",
        "sport/derby.txt": "",
    }
    assert (events[-1]["done"], events[-1]["failed"]) == (2, 1)
    assert result.err == ""


def test_quiet_prints_failures_only(run, articles):
    (articles / "in" / "empty.txt").touch()
    assert run("batch", "in", "-o", "out", *QUICK, "-q", status=4).err.count("\n") == 1


def test_a_bar_on_a_terminal(articles):
    pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
    parent, child = pty.openpty()
    arguments = [sys.executable, "-m", "translator", "batch", "in", "-o", "out", *QUICK]
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=child, check=True)
    os.close(child)
    shown = os.read(parent, 100_000).decode()
    os.close(parent)
    assert "2/2" in shown
    assert "a minute" in shown
    assert "[1/2]" not in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["in"], "-o FOLDER", id="no-output"),
        pytest.param(["none"], "batch init", id="nothing-there"),
        pytest.param(["in/porto.txt", "-o", "out"], "translator translate", id="an-article"),
        pytest.param(["none.toml"], "batch init", id="no-job-file"),
        pytest.param(["in", "other", "-o", "out"], "one job file or folder", id="two-inputs"),
        pytest.param(["in", "-o", "out", "--no-glossary", "-g", "world"], "contradict", id="glossary-and-none"),
        pytest.param(["in", "-o", "out", "--layout", "poster"], "poster", id="unknown-layout"),
        pytest.param(["in", "-o", "out", "--memory", "m", "--no-memory"], "contradict", id="memory-and-none"),
        pytest.param(["in", "-o", "out", "--memory", "m", "--scheduler", "tcp://a:1"], "--no-memory", id="memory-on-a-cluster"),
        pytest.param(["in", "-o", "out", "--columns", "score"], "no column 'score'", id="unknown-column"),
        pytest.param(["in", "-o", "out", "--name", "{x}"], "--name '{x}' holds {x}", id="name"),
        pytest.param(["in", "-o", "out", "--workers", "0"], "--workers", id="no-workers"),
        pytest.param(["in", "-o", "out", "--workers", "2", "--scheduler", "tcp://a:1"], "contradict", id="workers-and-cluster"),
        pytest.param(["in", "-o", "in", "--name", "{folder}/{stem}.txt"], "written over it", id="over-itself"),
    ],
)
def test_wrong_usage_ends_with_two(run, articles, arguments, says):
    assert says in run("batch", *arguments, status=2).err
    assert written(articles) == ["in/porto.txt", "in/sport/derby.txt"]


def test_a_mistake_in_the_job_file_ends_with_two(run, articles):
    err = run("batch", job(articles, "beem = 2"), status=2).err
    assert "job.toml, line 8: beem is not a key that is known here; did you mean 'beam'?" in err


def test_two_articles_with_one_output_are_refused_before_the_run(run, articles):
    (articles / "in" / "porto.md").write_text("# Il porto riapre\n")
    assert "would be written to" in run("batch", "in", "-o", "out", *QUICK, status=2).err
    assert not (articles / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["--model", "none"], "none"), (["-g", "none"], "no such glossary"), (["--abbreviations", "none"], "abbreviations")],
)
def test_what_cannot_be_opened_ends_with_one_before_the_run(run, articles, arguments, says):
    assert says in run("batch", "in", "-o", "out", *arguments, status=1).err
    assert not (articles / "out").exists()


@pytest.mark.parametrize("command", ["batch", "watch"])
def test_help_loads_no_heavy_library(command):
    heavy = ["ctranslate2", "sentencepiece", "docx", "lxml", "rich", "distributed", "watchfiles", "multiprocessing"]
    code = (
        f"import sys; from translator.cli import run; run(['{command}', '--help']);"
        f"print(*(name for name in {heavy} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []
    assert f"Usage: translator {command}" in done.stdout


def test_a_run_goes_on_when_nobody_reads_its_lines(articles):
    arguments = " ".join([sys.executable, "-m", "translator", "batch", "in", "-o", "out", *QUICK])
    subprocess.run(["bash", "-c", f"{arguments} 2>&1 | true"], check=True)
    assert len(Manifest(articles / "out").records) == 2


def test_no_articles_are_no_failure(run, articles):
    (articles / "nothing").mkdir()
    assert "0 articles" in run("batch", "nothing", "-o", "out", *QUICK).err
    assert not (articles / "out").exists()


def test_two_processes_and_their_manifest(run, articles):
    run("batch", "in", "-o", "out", *QUICK, "--workers", "2")
    assert Manifest(articles / "out").records.keys() == {"porto.txt", "sport/derby.txt"}
