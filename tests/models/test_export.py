import os
import shutil
import zipfile

import pytest

from translator.errors import ModelError
from translator.models import export, install_file
from translator.translation import open_package, starter_package

NAME = "translate-it_en-1_5"


@pytest.fixture
def installed(packages, package_file):
    install_file(
        package_file(changes={"README.md": b"About.", "stanza/it/pos.pt": b"p", "minisbd/it.onnx": b"m", "spacy/x": b"s"})
    )
    return packages / NAME


def test_an_exported_package_is_the_same_model_without_splitters(installed, tmp_path):
    done = export(NAME, tmp_path / "out" / "a.argosmodel")
    with zipfile.ZipFile(done.path) as file:
        assert file.testzip() is None
        assert [name.removeprefix(f"{NAME}/") for name in file.namelist()] == [
            "README.md",
            "metadata.json",
            "model/config.json",
            "model/model.bin",
            "model/shared_vocabulary.json",
            "sentencepiece.model",
        ]
    assert open_package(str(done.path)).sha256() == open_package(NAME).sha256()
    assert done.size == done.path.stat().st_size
    assert [path.name for path in done.path.parent.iterdir()] == ["a.argosmodel"]


def test_the_same_model_gives_the_same_bytes(installed, tmp_path):
    first = export(NAME, tmp_path / "a.argosmodel")
    copy = tmp_path / "copy" / NAME
    shutil.copytree(installed, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    assert export(str(copy), tmp_path / "b.argosmodel").sha256 == first.sha256
    assert export(str(first.path), tmp_path / "c.argosmodel").sha256 == first.sha256


def test_an_export_can_be_installed(installed, tmp_path, packages):
    done = export(NAME, tmp_path / "a.argosmodel")
    shutil.rmtree(installed)
    install_file(done.path, sha256=done.sha256)
    assert open_package(NAME).origin == "installed"


def test_the_starter_takes_its_licence_with_it(packages, tmp_path):
    done = export("starter", tmp_path / "a.argosmodel")
    with zipfile.ZipFile(done.path) as file:
        names = {name.split("/", 1)[1] for name in file.namelist()}
    assert {"LICENSE.md", "CREDITS.tsv", "CARD.md", *starter_package().files.names()} == names
    assert install_file(done.path).name == "translate-it_en-starter"


def test_a_file_that_is_there_is_overwritten_only_by_force(packages, tmp_path):
    path = tmp_path / "a.argosmodel"
    path.write_text("mine")
    with pytest.raises(ModelError, match="--force"):
        export("starter", path)
    assert path.read_text() == "mine"
    export("starter", path, force=True)
    assert zipfile.is_zipfile(path)


def test_a_changed_package_is_not_passed_on(installed, tmp_path):
    (installed / "model" / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="models verify"):
        export(NAME, tmp_path / "a.argosmodel")
    assert not (tmp_path / "a.argosmodel").exists()


@pytest.mark.parametrize("place", [".", "file/a.argosmodel"], ids=["folder", "below-a-file"])
def test_a_place_that_cannot_be_written(packages, tmp_path, place):
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match=r"folder|written"):
        export("starter", tmp_path / place)


def test_a_folder_whose_name_is_no_package_name(packages, tmp_path):
    shutil.copytree(starter_package().location, tmp_path / "my model")
    with pytest.raises(ModelError, match="letters"):
        export(str(tmp_path / "my model"), tmp_path / "a.argosmodel")


def test_an_interrupt_leaves_no_file(packages, tmp_path, monkeypatch):
    from translator.models import export as function

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setitem(function.__globals__, "_write", interrupt)
    with pytest.raises(KeyboardInterrupt):
        export("starter", tmp_path / "out" / "a.argosmodel")
    assert list((tmp_path / "out").iterdir()) == []
