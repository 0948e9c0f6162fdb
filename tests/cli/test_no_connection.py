"""Nothing leaves the machine: no command but 'models install it en' opens a connection, or could."""

import ast
import json
import shutil
import socket
from pathlib import Path

import pytest

import translator
from translator.translation import starter_package
from translator.writing.formats import FORMATS

# Modules of the standard library, and what else is installed with this tool, that open connections.
NETWORK = (
    "aiohttp asyncio ftplib http.client http.server httpx imaplib poplib requests smtplib socket socketserver ssl telnetlib"
    " urllib.request urllib3 webbrowser xmlrpc"
).split()
ALLOWED = {"models/download.py"}
GLOSSARY = "source,target,kind,case,note\nValdora,Valdora,place,,\n"


class ConnectionAttemptError(Exception):
    """Not an OSError, which a library might catch and pass over."""


@pytest.fixture
def offline(monkeypatch):
    """Make every look-up of a name and every connection fail; gives the list of what was tried."""
    tried = []

    def forbid(name):
        def refuse(*arguments, **_):
            tried.append((name, arguments[1:] if name != "getaddrinfo" else arguments))
            raise ConnectionAttemptError(name)

        return refuse

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, forbid(name))
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, forbid(name))
    yield tried
    assert tried == []


@pytest.mark.usefixtures("offline")
def test_translating_into_every_format(run, packages, samples, tmp_path):
    chosen = [option for name in FORMATS for option in ("-f", name)]
    run("translate", samples / "vertice-artico.txt", "-o", f"{tmp_path / 'out'}/", *chosen)
    written = {path.suffix.removeprefix(".") for path in (tmp_path / "out").iterdir() if path.stat().st_size}
    assert written == set(FORMATS)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["festival-libro.html", "finale-pallavolo.md", "riforma-scuola.docx"])
def test_reading_other_formats(run, samples, name):
    assert run("segment", samples / name).out
    assert run("segment", samples / name, "--explain").out


@pytest.mark.usefixtures("offline")
def test_a_web_page_with_addresses_in_it_is_read_without_following_them(run, packages, tmp_path):
    page = tmp_path / "pagina.html"
    page.write_text(
        '<!DOCTYPE html SYSTEM "https://example.invalid/a.dtd"><html><head><link rel="canonical" href="https://example.invalid/">'
        '<link rel="stylesheet" href="https://example.invalid/a.css"><script src="https://example.invalid/a.js"></script></head>'
        '<body><article><h1>Il porto riapre</h1><p>Il sindaco è arrivato. <img src="https://example.invalid/a.png"></p>'
        "<p>La strada resta chiusa fino a lunedì.</p></article></body></html>",
        encoding="utf-8",
    )
    assert "mayor" in run("translate", page, "-o", "-", "-f", "txt").out.lower()


@pytest.mark.usefixtures("offline")
def test_glossary_commands(run, samples, tmp_path):
    desk = tmp_path / "desk.csv"
    desk.write_text(GLOSSARY, encoding="utf-8")
    article = samples / "vertice-artico.txt"
    run("glossary", "list")
    run("glossary", "list", "world")
    run("glossary", "check", desk)
    for ending in ("tsv", "xlsx", "tbx", "txt"):
        run("glossary", "convert", desk, tmp_path / f"desk.{ending}")
        run("glossary", "list", tmp_path / f"desk.{ending}")
    run("glossary", "match", article)
    run("glossary", "candidates", article)


@pytest.mark.usefixtures("offline")
def test_models_commands(run, packages, session_package, tmp_path):
    run("models", "install", session_package)
    run("models", "list")
    run("models", "show", "translate-it_en-1_5")
    run("models", "verify")
    run("models", "export", "translate-it_en-1_5", tmp_path / "a.argosmodel")
    run("models", "remove", "translate-it_en-1_5", "--yes")
    run("models", "install", tmp_path / "a.argosmodel")


@pytest.mark.usefixtures("offline")
def test_a_package_with_addresses_in_it_is_installed_without_following_them(run, packages, tmp_path):
    folder = tmp_path / "it_en"
    shutil.copytree(starter_package().location, folder)
    metadata = json.loads((folder / "metadata.json").read_text())
    metadata["links"] = ["https://example.invalid/a.argosmodel"]
    (folder / "metadata.json").write_text(json.dumps(metadata))
    run("models", "export", folder, tmp_path / "a.argosmodel")
    run("models", "install", tmp_path / "a.argosmodel")
    run("models", "verify")


@pytest.mark.usefixtures("offline")
def test_doctor_and_preview(run, packages, samples):
    assert '"can_translate": true' in run("doctor", "--json").out
    assert run("translate", samples / "bilancio-imprese.txt", "--no-memory", "--preview").out


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("command", [(), ("translate",), ("segment",), ("glossary",), ("models",), ("models", "install")])
def test_help(run, command):
    assert "Usage" in run(*command, "--help").out


def test_the_one_command_that_does_is_noticed(run, packages, offline):
    with pytest.raises(ConnectionAttemptError):
        run("models", "install", "it", "en")
    assert offline.pop()[0] in {"connect", "getaddrinfo", "create_connection"}


def test_one_module_alone_imports_what_opens_connections():
    root = Path(translator.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for name in _imports(path)
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    }
    assert found == ALLOWED


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{item.name}" for item in node.names)
