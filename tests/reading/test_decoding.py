import hashlib

import pytest

from translator.errors import UndecodableInputError

TITLE = "Perché la città è più viva"
TEXT = f"{TITLE}\n\nC’è chi dubita: «Così l’economia non riparte – però aspettiamo», ha detto Zoë Häberli a metà giornata.\n"


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_unicode_is_known_without_a_guess(read_file, encoding, read_as, suffix):
    article = read_file("a" + suffix, TEXT.encode(encoding))
    assert (article.title, article.encoding, article.notes) == (TITLE, read_as, ())


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_guessed_with_a_note(read_file, encoding):
    article = read_file("a.txt", TEXT.encode(encoding))
    assert article.text == TEXT
    assert article.encoding == encoding
    assert article.notes == (f"read as {encoding} (guessed): check the accents",)


def test_the_euro_sign_tells_iso_8859_15_from_windows(read_file):
    text = "Costerà 5 € la visita alla città\n"
    assert read_file("a.txt", text.encode("iso8859-15")).text == text
    assert read_file("b.txt", text.encode("cp1252")).text == text


def test_dos_text(read_file):
    text = "La città è più viva, però c'è di più: perché?\n"
    assert read_file("a.txt", text.encode("cp850")).text == text


def test_a_script_that_is_not_western(read_file):
    text = "Министр сообщил, что переговоры продолжаются и соглашение будет подписано завтра утром.\n"
    article = read_file("a.txt", text.encode("cp1251"))
    assert article.text == text
    assert article.notes[0].startswith("read as cp1251")


def test_bytes_in_no_encoding(read_file):
    with pytest.raises(UndecodableInputError, match=r"a\.txt: is not text in a known encoding"):
        read_file("a.txt", bytes(byte for byte in hashlib.shake_256(b"x").digest(4000) if byte >= 0x20))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_become_line_feeds(read_file, line_end):
    assert read_file("a.txt", TEXT.replace("\n", line_end).encode()).text == TEXT


PAGE = '<html><head><meta charset="{}"><title>{}</title></head><body><h1>{}</h1><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("encoding", "declared", "read_as", "guessed"),
    [
        pytest.param("utf-8", "utf-8", "utf-8", False, id="utf-8"),
        pytest.param("cp1252", "windows-1252", "cp1252", False, id="windows"),
        pytest.param("cp1252", "iso-8859-1", "cp1252", False, id="latin-1-means-windows"),
        pytest.param("mac_roman", "macintosh", "mac-roman", False, id="macintosh"),
        pytest.param("utf-8", "iso-8859-1", "utf-8", False, id="saved-again-as-utf-8"),
        pytest.param("cp1252", "utf-8", "cp1252", True, id="false-declaration"),
        pytest.param("cp1252", "no-such-charset", "cp1252", True, id="unknown-declaration"),
        pytest.param("utf-16", "utf-8", "utf-16", False, id="mark-comes-first"),
    ],
)
def test_the_charset_of_a_web_page(read_file, encoding, declared, read_as, guessed):
    body = TEXT.splitlines()[-1]
    article = read_file("a.html", PAGE.format(declared, TITLE, TITLE, body).encode(encoding))
    assert (article.title, article.encoding) == (TITLE, read_as)
    assert article.text == f"{TITLE}\n{body}"
    assert bool(article.notes) is guessed
