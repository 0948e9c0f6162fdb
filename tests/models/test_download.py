import hashlib
import os
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest
from tests.models.server import CHANGED, Server, endless, ranged, redirect, slow, status, stuck, whole, wrong_part

from translator.errors import ModelError
from translator.models import download as module
from translator.models.download import LinkError, OtherFileError, download, fetch
from translator.models.known import Expected

DATA = b"PK\x03\x04" + bytes(range(256)) * 1200
HASH = hashlib.sha256(DATA).hexdigest()
KNOWN = Expected(HASH, len(DATA))
OTHER = b"PK\x03\x04" + bytes(len(DATA) - 4)


class Get:
    """Downloads from the server, and remembers what was told."""

    def __init__(self, server, part):
        self.server = server
        self.part = part
        self.notes = []
        self.steps = []

    def __call__(self, *paths, expected=KNOWN):
        links = [f"{self.server.address}{path}" for path in paths or ("/a",)]
        return download(
            links, self.part, expected=expected, note=self.notes.append, progress=lambda *step: self.steps.append(step)
        )


@pytest.fixture
def get(server, tmp_path):
    return Get(server, tmp_path / "a.part")


def test_a_file_is_downloaded_and_its_progress_told(server, get):
    server.pages["/a"] = whole(DATA)
    assert get() == (f"{server.address}/a", HASH)
    assert get.part.read_bytes() == DATA
    assert get.steps[-1] == (len(DATA), len(DATA))
    assert get.notes == [f"Downloading {server.address}/a"]


@pytest.mark.parametrize("expected", [KNOWN, None], ids=["known", "unknown"])
def test_a_slow_server_that_gives_no_length(server, get, expected):
    server.pages["/a"] = slow(DATA)
    assert get(expected=expected)[1] == HASH


@pytest.mark.parametrize("expected", [KNOWN, None], ids=["known", "unknown"])
def test_a_download_that_is_cut_off_goes_on(server, get, expected):
    server.pages["/a"] = [ranged(DATA, cut=100_000), ranged(DATA, cut=50_000), ranged(DATA)]
    assert get(expected=expected)[1] == HASH
    assert server.ranges("/a") == [None, "bytes=100000-", "bytes=150000-"]


@pytest.mark.parametrize("expected", [KNOWN, None], ids=["known", "unknown"])
def test_the_next_call_goes_on_from_the_part(server, get, expected):
    server.pages["/a"] = [ranged(DATA, cut=100_000), status(503)]
    with pytest.raises(LinkError, match="503"):
        get(expected=expected)
    assert get.part.read_bytes() == DATA[:100_000]
    server.pages["/a"] = ranged(DATA)
    assert get(expected=expected)[1] == HASH
    assert server.ranges("/a")[-1] == "bytes=100000-"


def test_of_an_unknown_file_that_has_changed_nothing_is_kept(server, get):
    server.pages["/a"] = [ranged(OTHER, cut=100_000), status(503)]
    with pytest.raises(LinkError):
        get(expected=None)
    server.pages["/a"] = ranged(DATA, changed="Tue, 03 Nov 2026 10:00:00 GMT")
    assert get(expected=None)[1] == HASH
    assert server.requests[-1][1]["If-Range"] == CHANGED


def test_without_a_date_nothing_of_an_unknown_file_is_kept(server, get):
    get.part.write_bytes(OTHER[:1000])
    os.utime(get.part, (0, 0))
    server.pages["/a"] = ranged(DATA)
    assert get(expected=None)[1] == HASH


def test_a_server_without_ranges_starts_over(server, get):
    get.part.write_bytes(DATA[:1000])
    server.pages["/a"] = whole(DATA)
    assert get()[1] == HASH
    assert get.part.read_bytes() == DATA


def test_a_part_of_another_file_is_thrown_away(server, get):
    get.part.write_bytes(OTHER[:1000])
    server.pages["/a"] = ranged(DATA)
    assert get()[1] == HASH
    assert server.ranges("/a") == ["bytes=1000-", None]
    assert any("starting over" in note for note in get.notes)


@pytest.mark.parametrize("expected", [KNOWN, Expected(HASH), None], ids=["known", "hash-only", "unknown"])
def test_a_part_that_is_whole_is_not_downloaded_again(server, get, expected):
    get.part.write_bytes(DATA)
    os.utime(get.part, (1, 1))
    server.pages["/a"] = ranged(DATA)
    assert get(expected=expected)[1] == HASH
    assert get.part.read_bytes() == DATA


@pytest.mark.parametrize("expected", [KNOWN, Expected(HASH)], ids=["known", "hash-only"])
def test_a_part_longer_than_the_file_is_thrown_away(server, get, expected):
    get.part.write_bytes(DATA + b"more")
    server.pages["/a"] = ranged(DATA)
    assert get(expected=expected)[1] == HASH


def test_a_wrong_hash_is_refused_and_nothing_kept(server, get):
    server.pages["/a"] = whole(OTHER)
    with pytest.raises(OtherFileError, match="not the expected file") as caught:
        get()
    assert caught.value.sha256 == hashlib.sha256(OTHER).hexdigest()
    assert not get.part.exists()


def test_a_wrong_length_is_refused_before_the_download(server, get):
    server.pages["/a"] = whole(DATA[:-1])
    with pytest.raises(LinkError, match="bytes long"):
        get()
    assert not get.part.exists()


def test_a_length_that_is_never_reached_counts_as_cut_off(server, get):
    server.pages["/a"] = whole(DATA, length=len(DATA) + 1)
    with pytest.raises(LinkError, match="cut off"):
        get(expected=None)


def test_a_web_page_instead_of_a_package(server, get):
    get.part.write_bytes(DATA[:1000])
    server.pages["/a"] = whole(b"<html>Please log in</html>", content_type="text/html; charset=utf-8")
    with pytest.raises(LinkError, match="not a package, but text/html"):
        get(expected=Expected(HASH))
    assert get.part.read_bytes() == DATA[:1000]


def test_a_body_that_does_not_end(server, get):
    server.pages["/a"] = endless(b"PK\x03\x04")
    with pytest.raises(LinkError, match="does not end"):
        get()
    assert not get.part.exists()


def test_an_endless_body_of_an_unknown_file(server, get, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1 << 20)
    server.pages["/a"] = endless(b"PK\x03\x04")
    with pytest.raises(LinkError, match="does not end"):
        get(expected=None)


def test_a_part_of_another_place_is_refused(server, get):
    get.part.write_bytes(DATA[:1000])
    server.pages["/a"] = wrong_part(DATA)
    with pytest.raises(LinkError, match="another part"):
        get()


def test_a_server_that_falls_silent_is_given_up(server, get, monkeypatch):
    monkeypatch.setattr(module, "_TIMEOUT", 0.2)
    server.pages["/a"] = [stuck(DATA, 100_000), status(503)]
    with pytest.raises(LinkError, match="503"):
        get()
    assert get.part.read_bytes() == DATA[:100_000]


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(status(404), id="not-found"),
        pytest.param(whole(OTHER), id="wrong-hash"),
        pytest.param(whole(DATA[:-9]), id="wrong-length"),
        pytest.param(whole(b"<html>", content_type="text/html"), id="web-page"),
        pytest.param(endless(b"PK\x03\x04"), id="endless"),
        pytest.param(redirect("ftp://127.0.0.1/a"), id="redirect-elsewhere"),
    ],
)
def test_after_a_bad_address_the_next_is_tried(server, get, bad):
    server.pages.update({"/a": bad, "/b": whole(DATA)})
    assert get("/a", "/b") == (f"{server.address}/b", HASH)
    assert any("trying another address" in note for note in get.notes)


def test_another_address_goes_on_where_the_first_stopped(server, get):
    server.pages.update({"/a": [ranged(DATA, cut=100_000), status(500)], "/b": ranged(DATA)})
    assert get("/a", "/b")[1] == HASH
    assert server.ranges("/b") == ["bytes=100000-"]


def test_of_several_failures_another_file_is_the_one_told(server, get):
    server.pages["/a"] = whole(OTHER)
    with pytest.raises(OtherFileError):
        get("/a", "/b")


def test_a_redirection_is_followed(server, get):
    server.pages.update({"/a": redirect("/b"), "/b": whole(DATA)})
    assert get()[1] == HASH


@pytest.mark.parametrize("link", ["file:///etc/passwd", "ftp://127.0.0.1/a", "ipfs://Qm1"])
def test_only_web_addresses_are_opened(server, get, link):
    server.pages["/a"] = redirect(link)
    with pytest.raises(LinkError):
        get()
    with pytest.raises(LinkError, match="no https address"):
        fetch(link, limit=10)


def test_an_interrupt_leaves_the_part(server, get):
    def interrupt(*_):
        raise KeyboardInterrupt

    server.pages["/a"] = stuck(DATA, 100_000)
    with pytest.raises(KeyboardInterrupt):
        download([f"{server.address}/a"], get.part, expected=KNOWN, note=get.notes.append, progress=interrupt)
    kept = get.part.read_bytes()
    assert kept
    assert DATA.startswith(kept)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_a_full_disk_is_told(server, get):
    server.pages["/a"] = whole(DATA)
    get.part.symlink_to("/dev/full")
    with pytest.raises(ModelError, match=r"cannot be written \(No space left on device\)"):
        get()


def test_no_server_at_all(get):
    with pytest.raises(LinkError, match="cannot be reached") as caught:
        download(["http://127.0.0.1:1/a"], get.part, expected=None, note=get.notes.append, progress=print)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        pytest.param(whole(b"12345678901"), "larger than 10", id="too-large"),
        pytest.param(whole(b"1234", length=9), "cut off", id="cut-off"),
        pytest.param(status(403), "403", id="forbidden"),
    ],
)
def test_a_small_file_that_is_not_right(server, behaviour, says):
    server.pages["/a"] = behaviour
    with pytest.raises(LinkError, match=says):
        fetch(f"{server.address}/a", limit=10)


@pytest.fixture
def https(tmp_path, monkeypatch):
    """The server once more, encrypted, with a certificate that is trusted for this test only."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing: no certificate for a server")
    both = tmp_path / "localhost.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"]
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes((tmp_path / "key.pem").read_bytes() + (tmp_path / "cert.pem").read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    running = Server(context)
    yield running, tmp_path / "cert.pem"
    running.close()


def test_https_never_leads_to_http(server, https, get, monkeypatch):
    encrypted, certificate = https
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    encrypted.pages.update({"/a": redirect(f"{server.address}/a"), "/b": redirect("/c"), "/c": whole(DATA)})
    server.pages.update({"/a": whole(DATA), "/b": redirect(f"{encrypted.address}/c")})
    get.server = encrypted
    with pytest.raises(LinkError, match="not encrypted"):
        get("/a")
    assert server.requests == []
    assert get("/b")[1] == HASH
    get.part.unlink()
    get.server = server
    assert get("/b")[1] == HASH


def test_a_certificate_that_nobody_vouches_for(https, get):
    encrypted, _ = https
    encrypted.pages["/a"] = whole(DATA)
    get.server = encrypted
    with pytest.raises(LinkError, match="certificate"):
        get()
