import hashlib
import json

import pytest
from tests.models.server import ranged, redirect, status, whole

from translator.errors import ModelError
from translator.models import find_offer, install_newest
from translator.models import index as module
from translator.models.known import KNOWN, Expected, KnownPackage
from translator.models.record import load_record
from translator.translation import installed_packages

NAME = "translate-it_en-1_5"
PART = f"{NAME}.part"


@pytest.fixture
def notes():
    return []


@pytest.fixture
def install(notes):
    def run(**options):
        return install_newest(note=notes.append, progress=lambda *_: None, **options)

    return run


@pytest.fixture
def data(session_package):
    return session_package.read_bytes()


@pytest.fixture
def known(monkeypatch, data):
    """Let the package be a known one."""
    expected = Expected(hashlib.sha256(data).hexdigest(), len(data))
    monkeypatch.setitem(KNOWN, NAME, KnownPackage("1.5", expected, ()))


@pytest.fixture
def offered(server, index, data):
    server.pages["/a"] = ranged(data)
    index(f"{server.address}/a", "ipfs://QmNothing")


def test_the_newest_package_is_installed_and_recorded(offered, install, data, downloads, server):
    done = install()
    assert done.name == NAME
    assert [package.name for package in installed_packages()] == [NAME]
    assert downloads() == []
    seen = load_record().seen[NAME]
    assert (seen.sha256, seen.size, seen.link) == (hashlib.sha256(data).hexdigest(), len(data), f"{server.address}/a")
    assert next(iter(load_record().installed.values())).source == f"{server.address}/a"


def test_every_address_that_is_asked_is_told(offered, install, notes, server):
    install()
    assert notes == [f"Asking {server.address}/index.json", f"Downloading {server.address}/a"]


def test_what_is_installed_is_not_downloaded_again(offered, install, server):
    install()
    assert install() is None
    assert len(server.ranges("/a")) == 1
    assert install(force=True).name == NAME


@pytest.mark.usefixtures("known")
def test_a_known_package(offered, install):
    assert install().name == NAME


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("change", [b"", b"x"], ids=["wrong-hash", "wrong-length"])
def test_another_file_than_the_known_one_is_refused(offered, install, server, data, packages, downloads, change):
    server.pages["/a"] = whole(data[:-1] + b"\xff" + change)
    with pytest.raises(ModelError, match=r"translator models install FILE|another file"):
        install()
    assert list(packages.iterdir()) == []
    assert load_record().seen == {}
    assert downloads() == []


def test_an_unknown_file_that_changes_later_must_be_accepted(offered, install, server, package_file, packages):
    install()
    changed = package_file(changes={"README.md": b"new"}).read_bytes()
    server.pages["/a"] = whole(changed)
    digest = hashlib.sha256(changed).hexdigest()
    with pytest.raises(ModelError, match=f"it was another on .*--sha256 {digest}"):
        install(force=True)
    assert not (packages / NAME / "README.md").exists()
    install(force=True, sha256=digest)
    assert (packages / NAME / "README.md").exists()
    assert load_record().seen[NAME].sha256 == digest
    install(force=True)


def test_a_cut_off_download_goes_on_in_the_next_run(offered, install, server, data, packages, downloads):
    server.pages["/a"] = [ranged(data, cut=5_000_000), status(503)]
    with pytest.raises(ModelError, match="run the command again"):
        install()
    assert downloads() == [PART]
    assert list(packages.iterdir()) == []
    server.pages["/a"] = ranged(data)
    install()
    assert server.ranges("/a") == [None, "bytes=5000000-", "bytes=5000000-"]
    assert downloads() == []


def test_mirrors_are_tried_in_order(server, index, install, data):
    server.pages.update({"/b": whole(b"<html>", content_type="text/html"), "/c": redirect("/d"), "/d": whole(data)})
    index(*(f"{server.address}/{name}" for name in "abc"))
    install()
    assert [path for path, _ in server.requests] == ["/index.json", "/a", "/b", "/c", "/d"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"model/model.bin": b"bad"}, "does not work", id="model"),
        pytest.param({"metadata.json": b'{"from_code": "en", "to_code": "it"}'}, "en→it", id="another-pair"),
    ],
)
def test_a_package_that_is_not_right_leaves_nothing(offered, install, server, package_file, packages, downloads, changes, says):
    server.pages["/a"] = whole(package_file(changes=changes).read_bytes())
    with pytest.raises(ModelError, match=says) as caught:
        install()
    assert f"{server.address}/a" in str(caught.value)
    assert ".part" not in str(caught.value)
    assert (downloads(), list(packages.iterdir()), load_record().seen) == ([], [], {})


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(status(404), id="not-found"),
        pytest.param(whole(b"<html>log in</html>"), id="web-page"),
        pytest.param(whole(b"{}"), id="no-list"),
        pytest.param(whole(b"[[[", length=9), id="cut-off"),
        pytest.param(whole(b"\xff\xfe\x00"), id="no-text"),
        pytest.param(whole(b"[" * 100_000), id="nested"),
        pytest.param(whole(b"[]"), id="nothing-in-it"),
        pytest.param(redirect("file:///etc/passwd"), id="redirect-to-a-file"),
    ],
)
def test_an_index_that_is_not_right_names_the_way_out(server, install, page):
    server.pages["/index.json"] = page
    with pytest.raises(ModelError, match=r"index\.json.*models install FILE") as caught:
        install()
    assert "\n" not in str(caught.value)


def test_without_a_connection_the_way_out_is_named(packages, install):
    with pytest.raises(ModelError, match=r"cannot be reached.*models install FILE"):
        install()


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({"package_version": "9.0", "links": []}, id="no-links"),
        pytest.param({"package_version": "9.0", "links": ["ipfs://QmNothing", 7]}, id="ipfs-only"),
        pytest.param({"package_version": "9.0", "links": ["https://unknown.invalid/"], "type": "sbd"}, id="another-kind"),
        pytest.param({"package_version": "../../9.0", "links": ["https://unknown.invalid/"]}, id="path-as-version"),
        pytest.param({"package_version": 9, "links": ["https://unknown.invalid/"]}, id="number-as-version"),
        pytest.param({"package_version": "9.0", "links": "https://unknown.invalid/"}, id="no-list"),
        pytest.param({"package_version": "9.0", "links": ["https://[", "http://[::bad"]}, id="broken-links"),
        pytest.param({"package_version": "1.4", "links": ["https://unknown.invalid/"]}, id="older"),
    ],
)
def test_entries_that_cannot_be_used_are_passed_over(server, entry, notes):
    good = {"from_code": "it", "to_code": "en", "package_version": "1.5", "links": ["a.argosmodel"]}
    other = {"from_code": "it", "to_code": "en"} | entry
    server.pages["/index.json"] = whole(json.dumps([other, good, None, "it"]).encode())
    offer = find_offer(notes.append)
    assert (offer.version, offer.links) == ("1.5", (f"{server.address}/a.argosmodel",))


def test_https_comes_first(server, index, notes):
    index("http://a.invalid/", "https://b.invalid/", "ftp://c.invalid/", "https://d.invalid/")
    assert find_offer(notes.append).links == ("https://b.invalid/", "https://d.invalid/", "http://a.invalid/")


def test_of_an_encrypted_index_only_encrypted_addresses_are_used():
    links = ["http://a.invalid/", "https://b.invalid/"]
    assert module._in_order(links, "https://index.invalid/index.json") == ("https://b.invalid/",)


def test_if_argos_own_index_is_out_of_reach_the_known_package_is_had(packages, server, install, monkeypatch, data):
    from argostranslate import settings

    server.pages["/known"] = whole(data)
    expected = Expected(hashlib.sha256(data).hexdigest(), len(data))
    monkeypatch.setitem(KNOWN, NAME, KnownPackage("1.5", expected, (f"{server.address}/known",)))
    monkeypatch.setattr(settings, "package_index", "http://127.0.0.1:1")
    with pytest.raises(ModelError):
        install()
    monkeypatch.setattr(module, "_DEFAULT_INDEX", "http://127.0.0.1:1/index.json")
    assert install().name == NAME


def test_an_address_of_the_index_that_is_none(install, server, monkeypatch):
    from argostranslate import settings

    for address in ("http://[", "nowhere", "ftp://127.0.0.1/", "file:///"):
        monkeypatch.setattr(settings, "package_index", address)
        with pytest.raises(ModelError, match="https address"):
            install()


def test_parts_of_older_versions_are_removed_in_the_end(offered, install, downloads, tmp_path):
    folder = tmp_path / "cache" / "translator" / "downloads"
    folder.mkdir(parents=True)
    (folder / "translate-it_en-1_4.part").write_bytes(b"PK")
    install()
    assert downloads() == []


def test_two_downloads_at_once(offered, install, tmp_path):
    from translator.models.folder import only_one

    folder = tmp_path / "cache" / "translator" / "downloads"
    folder.mkdir(parents=True)
    with only_one(folder) as locked:
        if not locked:
            pytest.skip("this file system has no locks")
        with pytest.raises(ModelError, match="another installation"):
            install()
