import json
import stat
import zipfile

import pytest

from translator.errors import ModelError
from translator.models import archive as module
from translator.models.archive import RefusedError, check_archive, unpack

METADATA = json.dumps({"from_code": "it", "to_code": "en", "package_version": "1.0"}).encode()
PARTS = {"metadata.json": METADATA, "sentencepiece.model": b"s", "model/model.bin": b"m"}


@pytest.fixture
def small(tmp_path):
    """A package file in miniature, whose model could not be loaded; entries are names or ZipInfo with their bytes."""

    def make(*extra, root="it_en", **changes):
        path = tmp_path / "small.argosmodel"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in (PARTS | changes).items():
                file.writestr(f"{root}/{name}", data)
            for name, data in extra:
                file.writestr(name, data)
        return path

    return make


def entry(name, kind=0, system=3):
    info = zipfile.ZipInfo("x")
    info.filename = name  # as it stands: the constructor would mend it
    info.external_attr = (kind | 0o644) << 16
    info.create_system = system
    return info


def test_a_package_is_unpacked(small, tmp_path):
    path = small(("it_en/stanza/it/pos.pt", b"p"), ("it_en/", b""), ("it_en/model/", b""))
    package = check_archive(path)
    assert (package.name, package.version) == ("it_en", "1.0")
    folder = unpack(path, package, tmp_path)
    assert (folder / "metadata.json").read_bytes() == METADATA
    assert (folder / "stanza" / "it" / "pos.pt").read_bytes() == b"p"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "it_en/../../evil.txt",
        "it_en/..",
        "it_en/./a",
        "/it_en/a",
        "it_en//a",
        "C:/it_en/a",
        "it_en/C:a",
        "it_en\\a",
        "it_en/..\\..\\evil.txt",
        "it_en/a\x00b",
        "it_en/a\nb",
        "it_en/nul",
        "it_en/NUL.txt",
        "it_en/com1",
        "it_en/a.",
        "it_en/a ",
        "it_en/a?",
        "it_en/" + "a" * 200,
    ],
)
def test_names_that_are_unsafe_anywhere_are_refused(small, tmp_path, name):
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(RefusedError, match="unsafe name"):
        check_archive(small((entry(name), b"x")))
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "small.argosmodel"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name",
    ["it_en/metadata.json", "it_en/METADATA.JSON", "it_en/model/Model.bin", "IT_EN/metadata.json"],
)
def test_a_name_given_twice_is_refused(small, name):
    with pytest.raises(RefusedError, match="twice"):
        check_archive(small((name, b"x")))


def test_names_that_differ_in_composition_only_are_one_name(small):
    with pytest.raises(RefusedError, match="twice"):
        check_archive(small(("it_en/\u00e8", b"x"), ("it_en/e\u0300", b"x")))


def test_a_file_that_is_a_folder_too_is_refused(small):
    with pytest.raises(RefusedError, match="file and a folder"):
        check_archive(small(("it_en/Model", b"x")))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_special_files_are_refused(small, kind):
    with pytest.raises(RefusedError, match="link or a special file"):
        check_archive(small((entry("it_en/link", kind), b"/etc/passwd")))


@pytest.mark.parametrize(
    ("extra", "root", "says"),
    [
        pytest.param([("other/a", b"")], "it_en", "exactly one folder", id="two-roots"),
        pytest.param([("a.txt", b"")], "it_en", "exactly one folder", id="file-beside"),
        pytest.param([], "it en", "letters", id="root-with-space"),
        pytest.param([], ".it_en", "letters", id="hidden-root"),
        pytest.param([], "modèle", "letters", id="root-not-ascii"),
    ],
)
def test_one_folder_with_a_plain_name_is_asked_for(small, extra, root, says):
    with pytest.raises(RefusedError, match=says):
        check_archive(small(*extra, root=root))


def test_too_many_files_are_refused(small):
    with pytest.raises(RefusedError, match="holds 604 files"):
        check_archive(small(*((f"it_en/{number}", b"") for number in range(601))))


def test_a_small_file_that_unpacks_to_much_is_refused(small):
    with pytest.raises(RefusedError, match="times its size"):
        check_archive(small(("it_en/zeros", bytes(10 << 20))))


def test_more_than_any_package_has_is_refused(small, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    with pytest.raises(RefusedError, match="unpacks to more than"):
        check_archive(small(("it_en/a", bytes(2000))))


def test_a_size_that_is_not_the_true_one_does_not_unpack(small, tmp_path):
    path = small(("it_en/z", bytes(100_000)))
    data = path.read_bytes()
    # The size in the list at the end of the zip file, which is what is looked at before unpacking.
    path.write_bytes(data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    package = check_archive(path)
    with pytest.raises(RefusedError, match="damaged"):
        unpack(path, package, tmp_path)
    assert (tmp_path / "it_en" / "z").stat().st_size <= 10


def test_damaged_bytes_are_found_when_unpacking(small, tmp_path):
    path = small()
    with zipfile.ZipFile(path) as file:
        found = file.getinfo("it_en/sentencepiece.model")
    data = bytearray(path.read_bytes())
    data[found.header_offset + 30 + len(found.filename)] ^= 0xFF
    path.write_bytes(data)
    package = check_archive(path)
    with pytest.raises(RefusedError, match=r"sentencepiece\.model is damaged"):
        unpack(path, package, tmp_path)


@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        pytest.param({"from_code": "es", "to_code": "en"}, "es→en", id="another-pair"),
        pytest.param({"from_code": "it", "to_code": "en"}, "version", id="no-version"),
        pytest.param({"from_code": "it", "to_code": "en", "package_version": "../1"}, "version", id="path-as-version"),
        pytest.param({"from_code": ["it"], "to_code": "en"}, "it→en", id="list-as-code"),
        pytest.param([], "not an object", id="no-object"),
    ],
)
def test_metadata_are_looked_at(small, metadata, says):
    with pytest.raises(RefusedError, match=says):
        check_archive(small(**{"metadata.json": json.dumps(metadata)}))


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "\x00", ""], ids=["nested", "half", "nul", "empty"])
def test_metadata_that_are_no_json_are_refused(small, text):
    with pytest.raises(RefusedError, match=r"metadata\.json|times its size"):
        check_archive(small(**{"metadata.json": text}))


def test_huge_metadata_are_not_read(small, monkeypatch):
    monkeypatch.setattr(module, "_MAX_RATIO", 10_000)
    with pytest.raises(RefusedError, match="too large"):
        check_archive(small(**{"metadata.json": METADATA + b" " * (2 << 20)}))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_compression_is_refused(small, compression):
    info = entry("it_en/rare")
    info.compress_type = compression
    with pytest.raises(RefusedError, match="rare"):
        check_archive(small((info, b"x")))


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"PK\x03\x04 and no more", b"PK\x05\x06" + bytes(18)], ids=["empty", "html", "half", "empty-zip"]
)
def test_what_is_no_zip_file_is_refused(tmp_path, data):
    path = tmp_path / "a.argosmodel"
    path.write_bytes(data)
    with pytest.raises(RefusedError, match="not an Argos package"):
        check_archive(path)


def test_every_cut_of_a_package_is_refused(small, tmp_path):
    path = small()
    data = path.read_bytes()
    for length in range(0, len(data), 7):
        path.write_bytes(data[:length])
        with pytest.raises(RefusedError):
            check_archive(path)


def test_no_file(tmp_path):
    for path in (tmp_path, tmp_path / "none.argosmodel"):
        with pytest.raises(ModelError, match="no such file"):
            check_archive(path)
