import hashlib
import os
import shutil

import pytest
from tests.models.conftest import make_package

from translator.errors import ModelError
from translator.models import find_installed, folder, install_file, remove
from translator.models import install as module
from translator.models.archive import RefusedError
from translator.models.record import load_record, record_path
from translator.translation import Decoder, installed_packages, open_package

NAME = "translate-it_en-1_5"


def contents(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture
def installed(packages, session_package):
    install_file(session_package)
    return packages / NAME


def test_an_installed_file_is_the_default_model(packages, session_package, decoder):
    done = install_file(session_package)
    assert (done.name, done.version, done.location) == (NAME, "1.5", packages / NAME)
    assert done.sha256 == hashlib.sha256(session_package.read_bytes()).hexdigest()
    package = open_package()
    assert (package.name, package.origin) == (NAME, "installed")
    sentences = ["La Norvegia firma l'accordo."]
    assert Decoder(package).decode(sentences) == decoder.decode(sentences)
    assert contents(packages.parent) == sorted(
        ["packages", *(f"packages/{NAME}{name}" for name in ("", *(f"/{inside}" for inside in contents(packages / NAME))))]
    )


def test_argos_translate_sees_what_was_installed(installed):
    from argostranslate import package

    (found,) = package.get_installed_packages()
    assert (found.from_code, found.to_code, found.package_version, found.package_path) == ("it", "en", "1.5", installed)
    assert found.tokenizer.encode("Ciao.")


def test_what_was_installed_is_on_record(installed, session_package):
    ((place, entry),) = load_record().installed.items()
    assert place == str(installed.resolve())
    assert entry.source == str(session_package)
    assert entry.files["metadata.json"] == hashlib.sha256((installed / "metadata.json").read_bytes()).hexdigest()
    assert sorted(entry.files) == sorted(name for name in contents(installed) if (installed / name).is_file())


def test_the_same_version_replaces_only_by_force(installed, session_package):
    with pytest.raises(ModelError, match="--force"):
        install_file(session_package)
    install_file(session_package, force=True)
    assert len(installed_packages()) == 1


def test_a_newer_version_replaces_and_an_older_does_not(installed, packages, tmp_path):
    (installed / "old.txt").write_text("of the old one")
    install_file(make_package(tmp_path, NAME, version="1.10"))
    assert [package.version for package in installed_packages()] == ["1.10"]
    assert not (installed / "old.txt").exists()
    with pytest.raises(ModelError, match=r"1\.10.*--force"):
        install_file(make_package(tmp_path, NAME, version="1.9"))


def test_a_broken_package_is_replaced(installed, session_package):
    (installed / "model" / "model.bin").unlink()
    install_file(session_package)
    assert (installed / "model" / "model.bin").exists()


def test_another_thing_of_that_name_stays(packages, session_package):
    (packages / NAME).mkdir()
    (packages / NAME / "diary.txt").write_text("mine")
    with pytest.raises(ModelError, match="something else"):
        install_file(session_package)
    assert (packages / NAME / "diary.txt").exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"model/model.bin": b"not a model"}, "does not work", id="model"),
        pytest.param({"sentencepiece.model": b"not a tokenizer"}, "does not work", id="tokenizer"),
        pytest.param({"model/shared_vocabulary.json": b"[]"}, "does not work", id="vocabulary"),
        pytest.param({"model/model.bin": None}, "incomplete", id="no-model"),
        pytest.param({"metadata.json": b'{"from_code": "es", "to_code": "en"}'}, "es→en", id="another-pair"),
    ],
)
def test_a_package_that_does_not_work_leaves_everything_as_it_was(installed, packages, package_file, changes, says):
    before = contents(packages.parent)
    record = record_path().read_bytes()
    path = package_file(NAME, version="2.0", changes=changes)
    with pytest.raises(RefusedError, match=says) as caught:
        install_file(path, force=True)
    assert "\n" not in str(caught.value)
    assert ".translator" not in str(caught.value)
    assert contents(packages.parent) == before
    assert record_path().read_bytes() == record
    assert open_package().version == "1.5"


def test_a_model_that_does_not_speak_english_is_refused(packages, session_package, monkeypatch):
    monkeypatch.setattr(module, "_TRIAL", (("Il governo ha approvato la legge.", {"gouvernement"}),))
    with pytest.raises(RefusedError, match="does not translate"):
        install_file(session_package)
    assert contents(packages) == []


def test_a_hash_that_was_given_must_be_right(packages, session_package):
    with pytest.raises(RefusedError, match="sha256"):
        install_file(session_package, sha256="0" * 64)
    assert contents(packages) == []
    right = hashlib.sha256(session_package.read_bytes()).hexdigest()
    assert install_file(session_package, sha256=right.upper()).sha256 == right


@pytest.mark.parametrize("at", ["_try_out", "hash_files", "put_in"])
def test_an_interrupt_leaves_nothing(packages, session_package, monkeypatch, at):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, at, interrupt)
    with pytest.raises(KeyboardInterrupt):
        install_file(session_package)
    assert contents(packages.parent) == ["packages"]
    assert load_record().installed == {}


def test_if_the_new_one_cannot_be_put_in_place_the_old_one_is_back(installed, packages, tmp_path):
    stage = packages.parent / "stage"
    stage.mkdir()
    with pytest.raises(FileNotFoundError):
        folder.put_in(stage / "gone" / NAME, packages, stage)
    assert open_package(NAME).version == "1.5"


def test_what_a_killed_process_left_is_tidied_up(installed, packages, package_file):
    stage = packages.parent / ".packages.translator-abc"
    (stage / "replaced").mkdir(parents=True)
    installed.rename(stage / "replaced" / NAME)
    (stage / "translate-it_en-1_6").mkdir()
    install_file(package_file("translate-it_en-1_6", version="1.6"))
    assert sorted(path.name for path in packages.iterdir()) == [NAME, "translate-it_en-1_6"]
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_beside_a_folder_that_is_closed_the_staging_is_inside(packages, session_package, monkeypatch):
    seen = []
    original = module._try_out

    def look(*arguments):
        seen.extend((packages.parent.iterdir(), list(packages.iterdir()), installed_packages()))
        from argostranslate import package

        seen.append([item for item in package.get_installed_packages() if item.type == "translate"])
        original(*arguments)

    monkeypatch.setattr(module, "_try_out", look)
    monkeypatch.setattr(folder, "_place", lambda folder: folder)
    install_file(session_package)
    beside, inside, ours, theirs = seen
    assert [path.name for path in beside] == ["packages"]
    assert len(inside) == 1
    assert (ours, theirs) == ((), [])
    assert [path.name for path in packages.iterdir()] == [NAME]


@pytest.mark.skipif(os.name != "posix", reason="locks of this kind are on POSIX systems")
def test_two_installations_at_once(packages, session_package):
    with folder.only_one(packages), pytest.raises(ModelError, match="another installation"):
        install_file(session_package)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written(packages, session_package):
    packages.chmod(0o500)
    packages.parent.chmod(0o500)
    try:
        with pytest.raises(ModelError, match="ARGOS_PACKAGES_DIR"):
            install_file(session_package)
    finally:
        packages.parent.chmod(0o700)
        packages.chmod(0o700)


def test_a_packages_folder_that_cannot_be_made(tmp_path, packages, session_package, monkeypatch):
    from argostranslate import settings

    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings, "package_data_dir", tmp_path / "file" / "packages")
    with pytest.raises(ModelError, match="cannot be made"):
        install_file(session_package)


def test_a_package_is_removed_with_its_record(installed, packages):
    remove(find_installed(NAME))
    assert contents(packages.parent) == ["packages"]
    assert load_record().installed == {}


def test_a_broken_package_is_removed(packages):
    (packages / "it_en").mkdir()
    (packages / "it_en" / "metadata.json").write_text("{")
    remove(find_installed("it_en"))
    assert contents(packages) == []


def test_of_a_link_only_the_link_is_removed(packages, session_package, tmp_path):
    install_file(session_package)
    (packages / NAME).rename(tmp_path / "elsewhere")
    (packages / "mine").symlink_to(tmp_path / "elsewhere")
    assert open_package("mine").origin == "installed"
    remove(find_installed("mine"))
    assert contents(packages) == []
    assert (tmp_path / "elsewhere" / "metadata.json").exists()


@pytest.mark.parametrize("name", ["starter", "translate-it_en-starter", "..", ".", "../packages", "", "none", "es_en"])
def test_nothing_else_is_removed(packages, name):
    (packages / "es_en").mkdir()
    (packages / "es_en" / "metadata.json").write_text('{"from_code": "es", "to_code": "en"}')
    with pytest.raises(ModelError):
        find_installed(name)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"format": 1}', '{"format": 2}', '{"format": 1, "seen": {"a": {}}, "installed": {}}']
)
def test_a_damaged_record_is_not_taken_for_an_empty_one(packages, session_package, text):
    record_path().parent.mkdir(parents=True)
    record_path().write_text(text)
    with pytest.raises(ModelError, match=r"models\.json"):
        install_file(session_package)
    assert contents(packages) == []
    assert record_path().read_text() == text


def test_a_record_that_cannot_be_written_stops_the_installation(packages, session_package, tmp_path):
    shutil.rmtree(tmp_path / "state", ignore_errors=True)
    (tmp_path / "state").write_text("a file")
    with pytest.raises(ModelError, match="record of models"):
        install_file(session_package)
    assert contents(packages) == []
