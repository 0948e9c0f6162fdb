"""The wheel and the sdist: what is in them, and that they work alone in a new environment, without what only developers need."""

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from translator import __version__
from translator.cli import _COMMANDS
from translator.writing.formats import FORMATS

pytest.importorskip("build")
pytest.importorskip("hatchling")

ROOT = Path(__file__).parents[1]
_MOST_BYTES = 40_000_000
_NO_CONNECTION = ("connection", "no matching distribution", "name resolution", "network", "timed out")
_ONLY_FOR_DEVELOPERS = ("babel", "build", "hatchling", "hypothesis", "mypy", "pytest", "ruff", "sacrebleu")


def _run(*command, **options):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, encoding="utf-8", check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sdist, and the wheel that is built from it."""
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return sdist, wheel


def test_the_wheel_is_small_and_holds_what_is_needed_and_nothing_else(built):
    _, wheel = built
    assert wheel.stat().st_size <= _MOST_BYTES
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("py.typed", "batch/job.toml", "data/template.docx", "data/html/style.css", "data/starter/LICENSE.md"):
        assert f"translator/{name}" in names
    for name in ("metadata.json", "sentencepiece.model", "model/model.bin"):
        assert f"translator/data/starter/translate-it_en-starter/{name}" in names
    shipped = {path.stem for path in (ROOT / "glossaries").glob("*.csv")}
    assert {f"translator/data/glossaries/{name}.csv" for name in shipped} <= names
    data = f"translator-{__version__}.data"
    assert {name.split("/")[0] for name in names} == {"translator", f"translator-{__version__}.dist-info", data}
    assert {name for name in names if name.startswith(data)} == {f"{data}/data/share/man/man1/translator.1"}
    assert not [
        name for name in names if "__pycache__" in name or "test" in Path(name).stem.split("_") or name.endswith(".pyc")
    ]
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == modules


def test_the_sdist_has_all_that_the_tests_and_the_wheel_need(built, tmp_path):
    sdist, wheel = built
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        archive.extractall(tmp_path, filter="data")
    for name in (
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "tests/test_packaging.py",
        "samples/vertice-artico.txt",
        "docs/messages.md",
    ):
        assert name in names
    assert not [name for name in names if "__pycache__" in name or name.startswith((".venv", "dist", "build"))]
    (unpacked,) = tmp_path.iterdir()
    _run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path / "again", unpacked)
    (again,) = (tmp_path / "again").iterdir()
    assert again.read_bytes() == wheel.read_bytes()


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The ``translator`` command of a new environment with the wheel and what pip finds it to need; as in a home of its own."""
    folder = tmp_path_factory.mktemp("new")
    venv.create(folder / "env", with_pip=True)
    binaries = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "PYTHON", "XDG_"))}
    pip = [binaries / "python", "-m", "pip", "--disable-pip-version-check", "--retries", "0", "install", "--quiet", built[1]]
    done = subprocess.run([*map(str, pip)], env=clean, capture_output=True, text=True, check=False)
    if done.returncode and any(word in done.stderr.lower() for word in _NO_CONNECTION):
        pytest.skip(f"the packages that it needs are not to be had: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    clean |= {"HOME": str(folder), "USERPROFILE": str(folder), "LOCALAPPDATA": str(folder)}

    def run(*arguments, program="translator", **options):
        return _run(binaries / program, *arguments, env=clean, cwd=folder, **options)

    run.folder = folder
    return run


def test_nothing_of_the_developers_is_there(installed):
    code = f"import importlib.util as u; print([name for name in {_ONLY_FOR_DEVELOPERS} if u.find_spec(name)])"
    assert installed("-c", code, program="python").strip() == "[]"
    where = installed("-c", "import translator; print(translator.__file__)", program="python")
    assert where.startswith(str(installed.folder))


def test_doctor_finds_everything_in_order(installed):
    data = json.loads(installed("doctor", "--json"))
    assert data["can_translate"] is True
    by_name = {item["what"]: item for item in data["checks"]}
    assert by_name["model's files"]["verdict"] == "ok"
    assert by_name["test sentence"]["verdict"] == "ok"
    assert by_name["extra html"]["remedy"].startswith("if you want that: pip install ")


def test_the_shipped_glossaries_are_there(installed):
    lines = installed("glossary", "list").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["international", "italy", "people", "world"]
    assert all(line.split("\t")[2].startswith(str(installed.folder)) for line in lines)


def test_every_command_explains_itself(installed):
    assert "Usage: translator" in installed("--help")
    for command in _COMMANDS:
        assert f"Usage: translator {command}" in installed(command, "--help")


def test_an_article_with_accents_and_spaces_in_its_name_into_every_format(installed):
    folder = installed.folder / "città e università"
    folder.mkdir()
    article = folder / "perché l’Ucraina è più lontana.txt"
    article.write_text("Il ministro è arrivato a Mosca.\n\nLa posizione dell’Ucraina non cambia.\n", encoding="utf-8")
    chosen = [option for name in FORMATS for option in ("-f", name)]
    out = installed("translate", article, "-q", *chosen)
    written = sorted(path.name for path in folder.iterdir() if path != article)
    assert written == sorted(f"{article.stem}.it-en.{name}" for name in FORMATS)
    assert [Path(line) for line in out.splitlines()] == [folder / f"{article.stem}.it-en.{name}" for name in FORMATS]
    english = (folder / f"{article.stem}.it-en.txt").read_text(encoding="utf-8")
    assert "Moscow" in english
    assert "Ukraine" in english


def test_a_folder_with_accents_and_spaces_as_a_batch(installed):
    folder = installed.folder / "più articoli"
    (folder / "lunedì 3").mkdir(parents=True)
    (folder / "lunedì 3" / "l'università.txt").write_text("Il porto riapre lunedì.\n", encoding="utf-8")
    installed("batch", folder, "-o", installed.folder / "già tradotti", "-f", "txt")
    assert (installed.folder / "già tradotti" / "lunedì 3" / "l'università.it-en.txt").is_file()
    report = (installed.folder / "già tradotti" / "report.html").read_text(encoding="utf-8")
    assert "luned%C3%AC%203/l%27universit%C3%A0.it-en.txt" in report
