import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from translator import reading
from translator.errors import (
    EmptyInputError,
    InputError,
    InputNotFoundError,
    UndecodableInputError,
    UnsupportedFormatError,
)
from translator.reading import read, read_bytes

TEXT = "Il ponte riapre\n\nIl ponte sul fiume riapre domani mattina alle nove.\n"


def zipped(*names):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def test_the_public_names_are_sorted():
    assert reading.__all__ == ["plain", "read", "read_bytes"]


def test_importing_loads_no_heavy_library():
    code = "import sys, translator.reading;print(*({'docx', 'lxml', 'trafilatura', 'charset_normalizer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "articolo", "a.md", "a.Markdown", "a.html", "a.HTM"])
def test_suffixes_in_any_case(read_file, texts, name):
    page = "<h1>Il ponte riapre</h1><p>Il ponte sul fiume riapre domani mattina alle nove.</p>"
    article = read_file(name, page if "h" in name.lower() else TEXT)
    assert article.name == name
    assert article.title == "Il ponte riapre"
    assert texts(article) == ["Il ponte riapre", "Il ponte sul fiume riapre domani mattina alle nove."]


def test_bytes_are_read_as_plain_text_unless_said_otherwise(texts):
    assert texts(read_bytes(b"# Uno\n", name="stdin")) == ["# Uno"]
    assert texts(read_bytes(b"# Uno\n", name="stdin", suffix=".md")) == ["Uno"]
    assert read_bytes(b"Uno\n", name="stdin").name == "stdin"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.doc", "soffice --headless --convert-to docx"),
        ("a.odt", "soffice --headless --convert-to docx"),
        ("a.RTF", "soffice --headless --convert-to docx"),
        ("a.pdf", "pdftotext -layout"),
        ("a.xlsx", ".txt, .md, .html or .docx"),
        ("a.txt.bak", ".txt, .md, .html or .docx"),
    ],
)
def test_other_formats_say_how_to_get_there(tmp_path, name, says):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnsupportedFormatError, match=re.escape(says)) as caught:
        read(tmp_path / name)
    assert name in str(caught.value)


def test_a_missing_file_is_named_with_its_path(tmp_path):
    with pytest.raises(InputNotFoundError, match="no such file") as caught:
        read(tmp_path / "none.pdf")
    assert str(tmp_path / "none.pdf") in str(caught.value)


def test_a_folder_is_no_article(tmp_path):
    (tmp_path / "articles.docx").mkdir()
    with pytest.raises(InputNotFoundError, match=r"articles\.docx: is a folder"):
        read(tmp_path / "articles.docx")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ciao")
    path.chmod(0)
    with pytest.raises(InputNotFoundError, match=r"a\.txt: cannot be read"):
        read(path)


@pytest.mark.parametrize(
    "path",
    [pytest.param("a\0b.txt", id="nul"), pytest.param("x" * 5000 + ".txt", id="too-long")],
)
def test_impossible_paths(tmp_path, path):
    with pytest.raises(InputNotFoundError):
        read(tmp_path / path)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", UnsupportedFormatError, "PDF", id="pdf"),
        pytest.param(b"{\\rtf1\\ansi ciao}", UnsupportedFormatError, "RTF", id="rtf"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), UnsupportedFormatError, "old Word", id="doc"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(64), UnsupportedFormatError, "PNG", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(64), UnsupportedFormatError, "JPEG", id="jpeg"),
        pytest.param(zipped("a.txt"), UnsupportedFormatError, "ZIP", id="zip"),
        pytest.param(zipped("word/document.xml"), UnsupportedFormatError, "rename it to end in .docx", id="docx"),
        pytest.param(b"PK\x03\x04 cut off", UnsupportedFormatError, "ZIP", id="broken-zip"),
        pytest.param(bytes(range(256)) * 8, UndecodableInputError, "binary", id="all-bytes"),
        pytest.param(b"Ciao\0 a tutti", UndecodableInputError, "binary", id="nul"),
        pytest.param(b"\x01\x02\x03\x04ciao" * 20, UndecodableInputError, "binary", id="controls"),
        pytest.param(b"\xff\xfeC\0i\0a", UndecodableInputError, "utf-16", id="cut-utf-16"),
        pytest.param(b"\xef\xbb\xbfcitt\xe0", UndecodableInputError, "save it again as UTF-8", id="false-utf-8"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_files_that_are_not_text_are_refused(read_file, data, error, says, suffix):
    name = "articolo" + suffix
    with pytest.raises(error, match=re.escape(says)) as caught:
        read_file(name, data)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("", "is empty", id="nothing"),
        pytest.param(" \n\t\n\u00a0\r\n", "is empty", id="white-space"),
        pytest.param("\ufeff", "is empty", id="byte-order-mark"),
        pytest.param("***\n-----\n", "no text", id="separators"),
        pytest.param("- Advertisement -\n\nLeggi anche: Altro\n", "--keep-boilerplate", id="boilerplate"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_nothing_to_translate(read_file, content, says, suffix):
    with pytest.raises(EmptyInputError, match=re.escape(says)):
        read_file("vuoto" + suffix, content)


def test_a_name_with_a_line_break_stays_on_one_line():
    with pytest.raises(InputError) as caught:
        read_bytes(b"", name="a\nb.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "bilancio-imprese.txt",
        "festival-libro.html",
        "finale-pallavolo.md",
        "riforma-scuola.docx",
        "sentenza-appalto.txt",
        "vertice-artico.txt",
    ],
)
def test_the_blocks_of_the_samples_hold_their_sentences_in_order(samples, texts, name):
    article = read(samples / name)
    sentences = (samples / "reference" / f"{name.split('.')[0]}.it.txt").read_text(encoding="utf-8")
    assert " ".join(texts(article)).split() == sentences.split()
    assert article.notes == ()
