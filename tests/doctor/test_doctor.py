"""The checks of ``translator doctor``, on real broken files and folders."""

import shutil
import sqlite3
import sys
from importlib import metadata
from pathlib import Path

import pytest

from translator.doctor import CHECKS, Examination, Verdict, as_data, disk, examine, fonts, installation, machine
from translator.doctor.memory import check_memory
from translator.doctor.models import check_models
from translator.translation import starter_package
from translator.translation.memory.schema import APPLICATION_ID
from translator.translation.memory.store import Accepted, Memory, Origin


@pytest.fixture
def memory(tmp_path):
    """A memory with one accepted sentence."""
    import datetime

    path = tmp_path / "memory.sqlite3"
    with Memory(path) as opened:
        opened.accept(
            [Accepted("Il porto riapre.", "The port reopens.", datetime.datetime.now(datetime.UTC), origin=Origin("a.txt"))]
        )
    return path


@pytest.fixture
def packages(tmp_path, monkeypatch):
    from argostranslate import settings

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    return folder


def models(name=None):
    return {result.what: result for result in check_models(name)}


def test_every_family_of_checks_is_there_and_a_sentence_is_translated(packages, memory):
    found = examine(memory=memory, encoding="utf-8")
    assert tuple(dict.fromkeys(result.check for result in found.results)) == CHECKS
    assert found.can_translate
    sentence = found.results[-1]
    assert sentence.verdict is Verdict.OK
    assert "Water Council" in sentence.facts["target"]
    assert sentence.facts["seconds"] > 0


def test_a_fault_has_a_remedy_and_is_data(packages):
    found = examine(model="none")
    assert not found.can_translate
    assert {result.check for result in found.results if result.verdict is Verdict.FAULT} == {"models", "sentence"}
    assert all(result.remedy for result in found.results if result.verdict in {Verdict.FAULT, Verdict.WARNING})
    assert as_data(found)["can_translate"] is False


def test_only_faults_keep_from_translating():
    result = installation.check_python()
    assert Examination("1", (result,)).can_translate
    assert not Examination("1", (result, installation.check_python((3, 10, 2)))).can_translate


def test_an_old_python_is_a_fault():
    assert installation.check_python((3, 11, 0)).verdict is Verdict.OK
    old = installation.check_python((3, 10, 9))
    assert old.verdict is Verdict.FAULT
    assert "3.11" in old.remedy


def test_all_that_the_distribution_asks_for_is_looked_at():
    asked = [installation.parse(line) for line in metadata.requires("translator")]
    first, *_ = installation.check_packages()
    assert set(first.facts) == {item.name for item in asked if not item.extra}
    assert {item.extra for item in asked if item.extra} >= set(installation._EXTRAS)
    assert set(installation._NEEDED_FOR) <= set(first.facts)


@pytest.mark.parametrize(
    ("line", "name", "least", "extra"),
    [
        ("click>=8.1", "click", "8.1", ""),
        ("lxml_html_clean>=0.4; extra == 'html'", "lxml-html-clean", "0.4", "html"),
        ('distributed>=2024.1 ; extra == "cluster"', "distributed", "2024.1", "cluster"),
        ("translator[cluster,html]; extra == 'dev'", "translator", "", "dev"),
    ],
)
def test_requirements_are_read(line, name, least, extra):
    assert installation.parse(line) == installation.Requirement(name, least, extra)


def test_a_requirement_of_another_form_is_refused():
    with pytest.raises(ValueError, match="no requirement"):
        installation.parse("click~=8.1,!=8.2")


def test_versions_are_in_order():
    versions = ["1", "1.0", "1.2", "1.9.1", "1.10", "2.0rc1", "2024.1"]
    assert [installation.release(version) for version in versions] == sorted(map(installation.release, versions))
    assert installation.release("5") == installation.release("5.0.0")
    assert installation.release("5.1.post2") == (5, 1)


def test_an_old_package_is_a_warning_and_a_missing_one_a_fault():
    assert installation._package(installation.Requirement("click", "999")).verdict is Verdict.WARNING
    missing = installation._package(installation.Requirement("no-such-package-here", "2"))
    assert missing.verdict is Verdict.FAULT
    assert missing.remedy == 'pip install "no-such-package-here>=2"'


def test_the_starter_model_is_used_without_another(packages):
    found = models()
    assert found["model"].facts["name"] == "translate-it_en-starter"
    assert found["model"].facts["sha256"] == starter_package().sha256()
    assert found["models' folder"].detail == str(packages)


def test_an_installed_model_comes_first_and_a_broken_one_is_named(packages):
    shutil.copytree(starter_package().location, packages / "it_en")
    (packages / "broken").mkdir()
    found = models()
    assert found["model"].facts["name"] == "it_en"
    assert "starter" in found["other model"].detail
    assert found["broken model"].verdict is Verdict.WARNING
    assert "broken" in found["broken model"].detail


def test_a_model_that_lost_its_file_is_a_fault(packages, tmp_path, memory):
    shutil.copytree(starter_package().location, tmp_path / "it_en")
    (tmp_path / "it_en" / "model" / "model.bin").write_bytes(b"no model")
    found = examine(model=str(tmp_path / "it_en"), memory=memory)
    assert [result.check for result in found.results if result.verdict is Verdict.FAULT] == ["sentence"]
    (tmp_path / "it_en" / "model" / "model.bin").unlink()
    assert models(str(tmp_path / "it_en"))["model"].verdict is Verdict.FAULT


def test_a_memory_in_order_says_what_it_holds(memory):
    result = check_memory(memory)
    assert result.verdict is Verdict.OK
    assert (result.facts["accepted"], result.facts["machine"]) == (1, 0)
    assert result.facts["bytes"] > 0


def test_a_memory_that_is_not_there_is_a_warning_and_is_not_made(tmp_path):
    path = tmp_path / "new" / "memory.sqlite3"
    assert check_memory(path).verdict is Verdict.WARNING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["overwritten", "cut off", "a page gone"])
def test_a_damaged_memory_is_a_warning_and_is_left_as_it_is(memory, damage):
    data = memory.read_bytes()
    spoilt = {
        "overwritten": b"\xff" * len(data),
        "cut off": data[: len(data) // 2],
        "a page gone": data[:4096] + bytes(len(data) - 4096),
    }
    memory.write_bytes(spoilt[damage])
    result = check_memory(memory)
    assert result.verdict is Verdict.WARNING
    assert "memory stats" in result.remedy
    assert memory.read_bytes() == spoilt[damage]


def _database(path, application, version):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


@pytest.mark.parametrize(
    ("application", "version", "says"),
    [(0, 0, "another program"), (7, 1, "another program"), (APPLICATION_ID, 99, "newer version")],
)
def test_a_memory_that_cannot_be_used_is_a_fault(tmp_path, application, version, says):
    _database(tmp_path / "a.db", application, version)
    result = check_memory(tmp_path / "a.db")
    assert result.verdict is Verdict.FAULT
    assert says in result.detail
    assert "--no-memory" in result.remedy


def test_a_text_is_no_memory(article_file):
    assert check_memory(article_file).verdict is Verdict.FAULT


def test_a_folder_or_a_place_below_a_file_is_no_memory(tmp_path, article_file):
    assert check_memory(tmp_path).verdict is Verdict.FAULT
    assert check_memory(article_file / "below" / "memory.sqlite3").verdict is Verdict.FAULT


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_are_a_fault(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert check_memory(tmp_path / "a").verdict is Verdict.FAULT


def test_the_fonts_are_those_of_the_word_document():
    from translator.writing.docx.styles import FONT
    from translator.writing.docx.template import template

    assert FONT == fonts.FONT
    assert fonts.SUBSTITUTE.encode() in _part(template(), "word/fontTable.xml")


def _part(data, name):
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read(name)


@pytest.mark.parametrize(
    ("found", "verdict"),
    [({"Calibri"}, Verdict.OK), ({"Carlito"}, Verdict.OK), (set(), Verdict.WARNING)],
)
def test_missing_fonts_are_a_warning(found, verdict):
    result = fonts.judge(frozenset(found))
    assert result.verdict is verdict
    assert bool(result.remedy) is (verdict is Verdict.WARNING)


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="needs fontconfig")
def test_fontconfig_and_the_folders_agree():
    known = fonts._fontconfig()
    names = ("Carlito", "DejaVu Sans", "No Such Font")
    assert {name for name in names if name.casefold() in known} >= fonts._in_folders(names, fonts.folders())


def test_fonts_are_found_by_their_files(tmp_path):
    (tmp_path / "truetype" / "crosextra").mkdir(parents=True)
    (tmp_path / "truetype" / "crosextra" / "Carlito-Regular.ttf").write_bytes(b"")
    assert fonts._in_folders(("Calibri", "Carlito"), iter([tmp_path / "none", tmp_path])) == {"Carlito"}


def test_a_folder_that_is_not_there_yet_is_judged_by_the_one_above(tmp_path):
    (result,) = disk.check_disk([disk.Place("here", tmp_path / "a" / "b", Verdict.WARNING, "go elsewhere")])
    assert result.facts["writable"] is True
    assert result.facts["free_bytes"] > 0
    assert list(tmp_path.iterdir()) == []


def test_a_place_below_a_file_cannot_be_written(article_file):
    (result,) = disk.check_disk([disk.Place("here", article_file / "a", Verdict.WARNING, "go elsewhere")])
    assert (result.verdict, result.remedy) == (Verdict.WARNING, "go elsewhere")


@pytest.mark.parametrize(("free", "verdict"), [(10**6, Verdict.FAULT), (10**8, Verdict.WARNING), (10**9, Verdict.OK)])
def test_a_full_disk_is_a_fault(free, verdict):
    assert disk.judge("here", Path("out"), free, {}).verdict is verdict


def test_the_machine_has_cores_and_memory():
    cores, memory = machine.check_machine()
    assert cores.facts["cores"] >= 1
    assert memory.facts["bytes"] is None or memory.facts["bytes"] > 10**8


@pytest.mark.parametrize(
    ("encoding", "verdict"),
    [
        ("utf-8", Verdict.OK),
        ("UTF8", Verdict.OK),
        ("cp1252", Verdict.WARNING),
        ("ascii", Verdict.WARNING),
        (None, Verdict.WARNING),
    ],
)
def test_a_terminal_that_is_not_utf_8_is_a_warning(encoding, verdict):
    assert machine.check_encoding(encoding).verdict is verdict
