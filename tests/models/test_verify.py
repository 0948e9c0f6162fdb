import base64
import hashlib
import shutil
import sys

import pytest

from translator.errors import ModelError
from translator.models import Difference, accept, install_file, verify
from translator.models.known import KNOWN, Expected, KnownPackage
from translator.translation import starter_package

NAME = "translate-it_en-1_5"


@pytest.fixture
def installed(packages, session_package):
    install_file(session_package)
    return packages / NAME


def differences(name=NAME):
    (result,) = verify(name)
    return result.differences


def test_a_package_as_it_was_installed(installed, session_package):
    (result,) = verify(NAME)
    assert (result.name, result.files, result.differences) == (NAME, 5, ())
    assert (result.source, result.published) == (str(session_package), None)


def test_a_known_package_is_told(packages, session_package, monkeypatch):
    expected = Expected(hashlib.sha256(session_package.read_bytes()).hexdigest())
    monkeypatch.setitem(KNOWN, NAME, KnownPackage("1.5", expected, ()))
    install_file(session_package)
    assert verify(NAME)[0].published is True
    monkeypatch.setitem(KNOWN, NAME, KnownPackage("1.5", Expected("0" * 64), ()))
    assert verify(NAME)[0].published is False
    accept(NAME)
    assert verify(NAME)[0].published is None


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model", "metadata.json"])
def test_one_changed_byte_is_found(installed, name):
    data = bytearray((installed / name).read_bytes())
    data[len(data) // 2] ^= 1
    (installed / name).write_bytes(data)
    assert differences() == (Difference("changed", name),)
    assert NAME in {result.name for result in verify()}


def test_missing_and_added_files_are_found(installed):
    (installed / "metadata.json").unlink()
    (installed / "stanza").mkdir()
    (installed / "stanza" / "x.pt").write_bytes(b"")
    assert differences() == (Difference("missing", "metadata.json"), Difference("added", "stanza/x.pt"))


def test_what_another_program_installed_is_not_on_record_until_accepted(packages):
    shutil.copytree(starter_package().location, packages / "it_en")
    assert [(result.name, result.files) for result in verify("it_en")] == [("it_en", 0)]
    assert accept("it_en").files == 5
    assert differences("it_en") == ()
    (packages / "it_en" / "metadata.json").write_text("{}")
    assert differences("it_en") == (Difference("changed", "metadata.json"),)
    with pytest.raises(ModelError, match="broken"):
        accept("it_en")


def test_what_was_changed_on_purpose_can_be_accepted(installed):
    (installed / "README.md").write_text("ours")
    assert differences() != ()
    accept(NAME)
    assert differences() == ()


def test_all_installed_packages_and_the_starter_are_verified(installed, packages):
    (packages / "es_en").mkdir()
    (packages / "es_en" / "metadata.json").write_text('{"from_code": "es", "to_code": "en"}')
    assert [result.name for result in verify()] == [NAME, "translate-it_en-starter"]


@pytest.mark.parametrize("wrong", [False, True])
def test_the_starter_is_compared_with_what_pip_recorded(packages, tmp_path, monkeypatch, wrong):
    package = starter_package()
    folder = tmp_path / "site" / "translator-9.9.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: translator\nVersion: 9.9\n")
    lines = ["translator/__init__.py,sha256=AAAA,3"]
    for name in package.files.names():
        data = package.files.read(name) + (b"x" if wrong and name == "metadata.json" else b"")
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
        lines.append(f"translator/data/starter/{package.name}/{name},sha256={digest},{len(data)}")
    (folder / "RECORD").write_text("\n".join(lines))
    monkeypatch.setattr(sys, "path", [str(folder.parent), *sys.path])
    (result,) = verify("starter")
    assert result.files == 5
    assert result.differences == ((Difference("changed", "metadata.json"),) if wrong else ())


def test_an_unknown_name(packages):
    with pytest.raises(ModelError, match="no such installed model"):
        verify("none")
