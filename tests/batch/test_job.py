import tomllib

import pytest

from translator.batch import load_job
from translator.batch.errors import JobError
from translator.batch.job import _JOB_KEYS, _SETTING_KEYS, template
from translator.typography import Style, Variety
from translator.writing.docx.options import DocxOptions

LEAST = 'inputs = ["*.txt"]\noutput = "out"\n'


@pytest.fixture
def job_file(tmp_path):
    def write(text):
        path = tmp_path / "job.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_least_job_has_the_defaults_of_translate(job_file, tmp_path):
    job = load_job(job_file(LEAST))
    assert (job.base, job.output, job.inputs) == (tmp_path.resolve(), tmp_path.resolve() / "out", ("*.txt",))
    assert (job.settings.formats, job.settings.glossaries, job.settings.name_guard) == (("docx",), None, True)
    assert (job.beam, job.max_pieces, job.strict, job.max_segments, job.memory) == (4, 120, False, 20_000, None)
    assert (job.settings.document, job.settings.style) == (DocxOptions(), Style())


def test_every_key_is_read(job_file, tmp_path):
    (tmp_path / "desk.csv").write_text("source,target\nporto,harbour\n")
    (tmp_path / "abbr.txt").write_text("Pall. title\n")
    job = load_job(
        job_file(
            LEAST
            + """
name = "{stem}.{suffix}.{format}"
formats = ["docx", "txt", "docx"]
layout = "table"
columns = ["notes"]
paper = "letter"
orientation = "portrait"
protect = true
english = "british"
glossaries = ["desk.csv", "world"]
name_guard = false
remedies = false
abbreviations = "abbr.txt"
keep_boilerplate = true
model = "starter"
beam = 2
max_pieces = 100
strict = true
max_segments = 30_000
memory = "desk.sqlite3"
"""
        )
    )
    settings = job.settings
    assert settings.formats == ("docx", "txt")
    assert settings.glossaries == (str(tmp_path.resolve() / "desk.csv"), "world")
    assert settings.document == DocxOptions("table", ("notes",), "letter", "portrait", protect=True)
    assert settings.style == Style(Variety.BRITISH)
    assert job.memory == str(tmp_path.resolve() / "desk.sqlite3")
    assert (settings.name_guard, settings.remedies, settings.keep_boilerplate) == (False, False, True)
    assert settings.abbreviations == str(tmp_path.resolve() / "abbr.txt")
    assert (job.model, job.beam, job.max_pieces, job.strict, job.max_segments) == ("starter", 2, 100, True, 30_000)


def test_later_rules_win_key_by_key_and_overrides_win_over_all(job_file):
    job = load_job(
        job_file(
            LEAST
            + '[[rule]]\nmatch = "sport/*"\nformats = ["txt"]\nname_guard = false\n'
            + '[[rule]]\nmatch = "**/derby*"\nformats = ["json"]\n'
        )
    )
    assert job.settings_for("a.txt") == job.settings
    assert job.settings_for("sport/a.txt").formats == ("txt",)
    derby = job.settings_for("sport/derby.txt")
    assert (derby.formats, derby.name_guard) == (("json",), False)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param(LEAST + "colour = 1\n", 3, "colour is not a key", id="unknown"),
        pytest.param(LEAST + 'glossary = ["world"]\n', 3, "did you mean 'glossaries'", id="misspelt"),
        pytest.param(LEAST + "\n# x\nbeam = 0\n", 5, "beam needs a whole number from 1 to 64", id="beam"),
        pytest.param(LEAST + "beam = true\n", 3, "beam needs a whole number", id="beam-flag"),
        pytest.param(LEAST + 'strict = "yes"\n', 3, "strict needs true or false", id="flag"),
        pytest.param(LEAST + 'formats = "docx"\n', 3, "formats needs a list", id="list"),
        pytest.param(LEAST + 'formats = ["pdf"]\n', 3, "choose from docx", id="format"),
        pytest.param(LEAST + "formats = []\n", 3, "formats is empty", id="no-format"),
        pytest.param(LEAST + 'layout = "poster"\n', 3, "choose from table, stacked, clean", id="layout"),
        pytest.param(LEAST + "memory = 1\n", 3, "memory needs true, false, or the path", id="memory"),
        pytest.param(LEAST + 'columns = ["status", "score"]\n', 3, "columns holds 'score'", id="columns"),
        pytest.param(LEAST + 'paper = "a5"\n', 3, "paper is 'a5'; choose from a4, letter", id="paper"),
        pytest.param(LEAST + 'english = "scottish"\n', 3, "choose from american, british", id="english"),
        pytest.param(LEAST + 'glossaries = ["none.csv"]\n', 3, "no such file", id="glossary"),
        pytest.param(LEAST + 'abbreviations = "none.txt"\n', 3, "no such file", id="abbreviations"),
        pytest.param(LEAST + 'name = "{title}.txt"\n', 3, "known are {folder}", id="name-field"),
        pytest.param(LEAST + 'name = "../{stem}"\n', 3, "out of the output folder", id="name-outside"),
        pytest.param(LEAST + 'name = "C:/{stem}"\n', 3, "out of the output folder", id="name-drive"),
        pytest.param(LEAST + 'name = "{stem!r}"\n', 3, "known are", id="name-conversion"),
        pytest.param(LEAST + 'name = "{stem"\n', 3, "no name pattern", id="name-open"),
        pytest.param('output = "out"\ninputs = []\n', 2, "inputs is empty", id="no-inputs"),
        pytest.param('output = "out"\ninputs = ["[z-a]"]\n', 2, "no glob", id="glob"),
        pytest.param(LEAST + '[[rule]]\nmatch = "a*"\nbeam = 2\n', 5, "beam is not a key", id="rule-key"),
        pytest.param(LEAST + 'formats = ["txt"]\n[[rule]]\nmatch = "*"\nformats = [1]\n', 6, "formats needs", id="rule-value"),
        pytest.param(
            LEAST + '[[rule]]\nmatch = "*"\nformats = ["txt"]\n[[rule]]\nformats = ["txt"]\n',
            6,
            "no key 'match'",
            id="rule-match",
        ),
        pytest.param(LEAST + '[[rule]]\nmatch = "a*"\n', 4, "changes nothing", id="rule-idle"),
        pytest.param(LEAST + "[rule]\nmatch = 1\n", 3, "rule is written as a table", id="rule-table"),
        pytest.param(LEAST + "[decoding]\nbeam = 2\n", 3, "decoding is not a key", id="table"),
        pytest.param(LEAST + "beam = \n", 3, "not TOML", id="syntax"),
    ],
)
def test_mistakes_are_named_with_key_and_line(job_file, text, line, says):
    with pytest.raises(JobError) as caught:
        load_job(job_file(text))
    message = str(caught.value)
    assert "job.toml" in message
    assert f"line {line}" in message
    assert says in message
    assert "\n" not in message
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("missing", ["inputs", "output"])
def test_what_is_missing_is_named_with_an_example(job_file, missing):
    text = "".join(line for line in LEAST.splitlines(keepends=True) if not line.startswith(missing))
    with pytest.raises(JobError, match=rf"{missing}.*for example: {missing} ="):
        load_job(job_file(text))


def test_no_file_and_not_utf_8(tmp_path):
    with pytest.raises(JobError, match="batch init"):
        load_job(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'output = "perch\xe9"\n')
    with pytest.raises(JobError, match="UTF-8"):
        load_job(tmp_path / "latin.toml")


def test_the_template_is_a_job_and_speaks_of_every_key(job_file, tmp_path):
    job = load_job(job_file(template()))
    assert job.inputs
    lines = [line.removeprefix("# ") for line in template().splitlines()]
    settings = [line for line in lines if line.split(" = ")[0] in {*_JOB_KEYS, *_SETTING_KEYS, "match"} or line == "[[rule]]"]
    for name in ("desk.csv", "sport.csv"):
        (tmp_path / name).write_text("source,target\nporto,harbour\n")
    (tmp_path / "abbreviations.txt").write_text("Pall. title\n")
    uncommented = "\n".join(settings)
    assert {*_JOB_KEYS, *_SETTING_KEYS} <= tomllib.loads(uncommented).keys()
    defaults = load_job(job_file(uncommented))
    assert (defaults.beam, defaults.max_pieces, defaults.max_segments, defaults.name) == (4, 120, 20_000, job.name)
