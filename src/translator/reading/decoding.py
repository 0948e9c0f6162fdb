"""From bytes to text, for the formats that are plain text: .txt, .md, .html."""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from translator.errors import UndecodableInputError, UnsupportedFormatError

# First bytes of files that are not text, what they are, and what to do. The numbers are those of the formats' specifications.
_SIGNATURES = (
    (b"%PDF-", "a PDF file", "take its text first: pdftotext -layout FILE, or copy the article into a .txt file"),
    (b"{\\rtf", "an RTF file", "convert it first: soffice --headless --convert-to docx FILE"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)", "convert it first: soffice --headless --convert-to docx FILE"),
    (b"\x89PNG", "a PNG picture", "give the article's text as .txt"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the article's text as .txt"),
    (b"GIF8", "a GIF picture", "give the article's text as .txt"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file", "unpack it first"),
)
_ZIP = b"PK"

# Longest first: the mark of UTF-16 is the beginning of that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Encodings of Italian text that is not Unicode, the likeliest first: Windows, the euro sign on Unix, old Macintosh, DOS.
_WESTERN = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_EXPECTED = frozenset("àèéìòùÀÈÉÌÒÙ«»“”‘’–—…€°ªº·•©\u00a0")
_LEAST_PLAUSIBLE = 0.5
_SURELY_ITALIAN = 0.9
_MOST_ACCENTS = 0.25  # of all characters; another alphabet read as a Western one is all accents
_SAMPLE = 200_000  # characters beyond ASCII: enough to tell encodings apart

# What an HTML page may call an encoding that is in fact another: https://encoding.spec.whatwg.org/#names-and-labels
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with line feeds as its line ends, the encoding's name, and notes for the user."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """``data`` as text: by its byte order mark, else as strict UTF-8, else as ``declared``, else by a guess with a note.

    Raises :class:`UnsupportedFormatError` when the bytes are those of another kind of file, and
    :class:`UndecodableInputError` when they are not text in any encoding that fits. ``name`` is for the messages.
    """
    _refuse_other_formats(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(_lines(data.decode(encoding)), encoding)
            except UnicodeDecodeError as error:
                raise UndecodableInputError(
                    f"{name}: begins as {encoding} but has bytes that are not; save it again as UTF-8"
                ) from error
    if b"\0" in data:
        return _decode_wide(data, name)
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise _binary(name)
    try:
        return Decoded(_lines(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _by_declaration(data, declared) or _by_guess(data, name)


def _refuse_other_formats(data: bytes, name: str) -> None:
    if data.startswith((_ZIP + b"\x03\x04", _ZIP + b"\x05\x06")):
        what, advice = "a ZIP file", "unpack it first"
        if _is_word(data):
            what, advice = "a Word document", "rename it to end in .docx"
        raise UnsupportedFormatError(f"{name}: looks like {what}, not text; {advice}")
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UnsupportedFormatError(f"{name}: looks like {what}, not text; {advice}")


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _decode_wide(data: bytes, name: str) -> Decoded:
    """UTF-16 without its mark, which some programs write: in Latin script, every other byte is zero."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > 0.7 * len(zeros) and len(data) % 2 == 0:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return Decoded(_lines(text), encoding, (_guessed(encoding),))
    raise _binary(name)


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared or "").name
        encoding = _WEB_NAMES.get(encoding, encoding)
        return Decoded(_lines(data.decode(encoding)), encoding)
    except (LookupError, UnicodeError, ValueError):  # an unknown or wrong declaration is as good as none
        return None


def _by_guess(data: bytes, name: str) -> Decoded:
    best, plausibility = None, 0.0
    for encoding in _WESTERN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _plausibility(text)
        if score > plausibility:
            best, plausibility = Decoded(_lines(text), encoding, (_guessed(encoding),)), score
    dense = best is not None and len(re.sub(r"[\x00-\x7f]+", "", best.text)) > _MOST_ACCENTS * len(best.text)
    if best and (plausibility >= _SURELY_ITALIAN or (plausibility >= _LEAST_PLAUSIBLE and not dense)):
        return best
    return _by_statistics(data, name)


def _by_statistics(data: bytes, name: str) -> Decoded:
    """What charset-normalizer finds: texts that are not Western, which the user may want to know by their script."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, rarely needed

    match = from_bytes(data).best()
    if match is None or _unprintable_share(text := str(match)) > _MOST_CONTROLS:
        raise UndecodableInputError(f"{name}: is not text in a known encoding; save it again as UTF-8")
    return Decoded(_lines(text), match.encoding, (_guessed(match.encoding),))


def _unprintable_share(text: str) -> float:
    return sum(not (char.isprintable() or char.isspace()) for char in text[:_SAMPLE]) / max(1, len(text[:_SAMPLE]))


def _plausibility(text: str) -> float:
    """How well the characters beyond ASCII suit Italian: 1 = all are expected, 0.5 = letters of other Latin alphabets."""
    beyond = re.sub(r"[\x00-\x7f]+", "", text)[:_SAMPLE]
    expected = sum(char in _EXPECTED for char in beyond)
    latin = sum("À" <= char <= "ž" and char.isalpha() and char not in _EXPECTED for char in beyond)
    return (expected + latin / 2) / len(beyond) if beyond else 1.0


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(encoding: str) -> str:
    return f"read as {encoding} (guessed): check the accents"


def _binary(name: str) -> UndecodableInputError:
    return UndecodableInputError(f"{name}: looks like a binary file, not text; give a .txt, .md, .html or .docx file")
