"""Hostile and broken files: refused in one line, and nothing is fetched or expanded."""

import io
import socket

import pytest

from translator.errors import ExchangeError, TranslatorError
from translator.exchange import tmx, xliff

SECRET = "the secret"  # noqa: S105 - not a password


def refused(data, reader=tmx):
    with pytest.raises(ExchangeError) as caught:
        list(reader.read(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name="a.tmx"))
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("a.tmx, line ")
    return message


def tu(text):
    return f'<tmx><body>\n<tu><tuv xml:lang="it"><seg>{text}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param("", "line 1: not well-formed", id="empty"),
        pytest.param("\n\nhello", "line 3: not well-formed", id="text"),
        pytest.param(b"PK\x03\x04\x00\x00", "not well-formed", id="zip"),
        pytest.param("<html/>", "line 1: the file starts with <html>, not <tmx>", id="another-format"),
        pytest.param("<tmx>\n<body>\n<tu></body>", "line 3: not well-formed", id="wrong-nesting"),
        pytest.param("<tmx>\n<body>\n", "not well-formed", id="cut-off"),
        pytest.param(tu("&#x1F;"), "line 2: not well-formed", id="forbidden-character"),
        pytest.param(tu("\x1f"), "line 2: not well-formed", id="raw-control-character"),
        pytest.param(tu("è").encode("latin-1"), "line 2: not well-formed", id="wrong-encoding"),
        pytest.param(tu("&nbsp;"), "line 2: not well-formed XML (Entity 'nbsp' not defined)", id="unknown-entity"),
        pytest.param(
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + tu("a&nbsp;b"), "line 2: uses the entity &nbsp;", id="entity-of-the-dtd"
        ),
        pytest.param("<tmx>" + "<a>" * 100_000, "line 1: not well-formed XML (Excessive depth", id="deep"),
        pytest.param(tu("x" * 10_000_001), "not well-formed", id="endless-text"),
    ],
)
def test_broken_files_are_named(data, says):
    assert says in refused(data)


def test_entities_are_not_expanded():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    message = refused(f'<!DOCTYPE tmx [<!ENTITY e0 "x">{levels}]>' + tu("&e9;"))
    assert "declares the entity 'e0', and entities are never expanded" in message


def test_attributes_cannot_grow_either():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    refused(f'<!DOCTYPE tmx [<!ENTITY e0 "{"x" * 1000}">{levels}]><tmx version="{"&e9;" * 10}"/>')


def test_files_are_not_read_into_the_text(tmp_path):
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    uri = (tmp_path / "secret.txt").as_uri()
    assert SECRET not in refused(f'<!DOCTYPE tmx [<!ENTITY e SYSTEM "{uri}">]>' + tu("&e;"))
    (tmp_path / "tmx.dtd").write_text(f'<!ENTITY e "{SECRET}">', encoding="utf-8")
    assert SECRET not in refused(f'<!DOCTYPE tmx SYSTEM "{(tmp_path / "tmx.dtd").as_uri()}">' + tu("&e;"))


def test_no_connection_is_opened(monkeypatch):
    def forbidden(*_args, **_kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    data = '<!DOCTYPE tmx PUBLIC "-//LISA//DTD" "http://127.0.0.1:9/tmx14.dtd">' + tu("Ciao")
    assert [unit.source for unit in tmx.read(io.BytesIO(data.encode()))] == ["Ciao"]


def test_a_unit_of_absurd_size_is_refused(monkeypatch):
    monkeypatch.setattr("translator.exchange.xml_stream._MOST_ELEMENTS", 1_000)
    assert "line 2: more than 1,000 elements in one unit" in refused(tu("<hi/>" * 1_001))


def test_many_small_things_outside_units_are_forgotten():
    junk = "<note>x</note>" * 50_000
    data = f"<tmx><header>{junk}</header>{junk}<body>{junk}</body></tmx>"
    assert list(tmx.read(io.BytesIO(data.encode()))) == []


@pytest.mark.parametrize("reader", [tmx, xliff], ids=["tmx", "xliff"])
def test_a_missing_file_is_named(tmp_path, reader):
    with pytest.raises(ExchangeError, match=r"none\.xml: cannot be read \(No such file or directory\); check the path"):
        list(reader.read(tmp_path / "none.xml"))


def test_the_error_is_one_of_the_tree():
    assert issubclass(ExchangeError, TranslatorError)
    assert (ExchangeError.code, ExchangeError.exit_status) == ("exchange", 1)
