import shutil

import pytest

from translator.errors import ModelError
from translator.translation import Decoder, installed_packages, open_package, starter_package
from translator.translation.tokenizer import BpeTokenizer

ITALIAN_ENGLISH = {"from_code": "it", "to_code": "en", "package_version": "1.0"}
# Codes in the form of subword-nmt: the merges that make "mondo" of its letters.
CODES = b"#version: 0.2\nm o\nn d\nmo nd\nmond o</w>\n"


def test_without_a_reference_the_starter_model_is_opened():
    assert open_package().name == "translate-it_en-starter"
    assert open_package("starter").origin == "shipped"


def test_a_zip_file_and_its_folder_are_the_same_model(archive, decoder):
    package = open_package(str(archive()))
    assert package.origin == "file"
    assert package.sha256() == starter_package().sha256()
    sentences = ["La Norvegia firma l'accordo."]
    assert Decoder(package).decode(sentences) == decoder.decode(sentences)


def test_a_folder_is_opened(tmp_path):
    shutil.copytree(starter_package().location, tmp_path / "mine")
    package = open_package(str(tmp_path / "mine"))
    assert (package.name, package.origin) == ("mine", "folder")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    from argostranslate import settings

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(settings, "package_dirs", [folder])
    return folder


def test_an_installed_package_is_found_and_preferred(installed):
    shutil.copytree(starter_package().location, installed / "translate-it_en-1_9")
    assert [package.name for package in installed_packages()] == ["translate-it_en-1_9"]
    assert open_package().origin == "installed"
    assert open_package("translate-it_en-1_9").origin == "installed"


def test_other_pairs_and_broken_packages_are_not_listed(installed):
    (installed / "translate-es_en-1_9").mkdir()
    (installed / "translate-es_en-1_9" / "metadata.json").write_text('{"from_code": "es", "to_code": "en"}')
    (installed / "broken").mkdir()
    (installed / "broken" / "metadata.json").write_text("{")
    assert installed_packages() == ()


def test_bpe_pieces_and_back():
    tokenizer = BpeTokenizer(CODES)
    (pieces,) = tokenizer.encode(["mondo mondi"])
    assert pieces == ["mondo", "mond@@", "i"]
    assert tokenizer.decode(pieces) == "mondo mondi"


def test_a_bpe_package_translates(archive):
    path = archive(metadata=ITALIAN_ENGLISH, sentencepiece_dot_model=None, bpe_dot_model=CODES)
    package = open_package(str(path))
    assert package.tokenizer_file == "bpe.model"
    (hypotheses,) = Decoder(package).decode(["mondo"])
    assert hypotheses


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"metadata": {"from_code": "es", "to_code": "en"}}, "es→en", id="another-pair"),
        pytest.param({"metadata": ["list"]}, "not an object", id="metadata-no-object"),
        pytest.param({"metadata_dot_json": b"{"}, "cannot be read", id="metadata-broken"),
        pytest.param({"metadata_dot_json": None}, "no folder with metadata", id="no-metadata"),
        pytest.param({"model__model_dot_bin": None}, "incomplete", id="no-model"),
        pytest.param({"sentencepiece_dot_model": None}, "incomplete", id="no-tokenizer"),
    ],
)
def test_a_bad_archive_is_refused(archive, changes, says):
    with pytest.raises(ModelError, match=says):
        open_package(str(archive(**changes)))


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    path = tmp_path / "half.argosmodel"
    path.write_bytes(b"PK\x03\x04 and then the download stopped")
    with pytest.raises(ModelError, match="download"):
        open_package(str(path))


def test_a_folder_without_metadata_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"metadata\.json"):
        open_package(str(tmp_path))


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ModelError, match="one of: starter"):
        open_package("translate-it_en-9_9")
