import hashlib
import io
import json
import zipfile

import pytest
from tests.review.fixtures import (
    ARTICLE_NAME,
    ARTICLE_SHA256,
    ARTICLE_TEXT,
    PROGRAMS,
    SEGMENTS,
    TARGETS,
    GoogleDocs,
    LibreOffice,
    Pages,
    Row,
    W,
    Word,
    custom,
    pack,
    rows,
)

from translator.article import Article
from translator.errors import ReviewError
from translator.review import read, read_original

ARTICLE = Article(ARTICLE_NAME, "", ARTICLE_TEXT, ())
OTHER = Article("altro.txt", "", "Un altro articolo.", ())
JSON = json.dumps(
    {
        "schema": "translator.article/1",
        "title": "Il porto di Valdora riapre",
        "signature": None,
        "blocks": [
            {
                "id": segment.partition(".")[0],
                "kind": "heading" if segment == "p1.s1" else "paragraph",
                "segments": [{"id": segment, "source": source, "target": target}],
            }
            for segment, _, source, target in SEGMENTS
        ],
    }
).encode()


@pytest.fixture(params=PROGRAMS, ids=lambda program: program.name)
def program(request):
    return request.param()


def refusal(data, **options):
    with pytest.raises(ReviewError) as caught:
        read(data, "a.docx", **options)
    message = str(caught.value)
    assert message.startswith("a.docx: ")
    assert "\n" not in message
    return message


def test_which_article_it_is(program):
    review = read(program.document(rows()), "a.docx", articles=[OTHER, ARTICLE])
    assert review.article == ARTICLE_NAME
    assert ARTICLE_SHA256.startswith(review.sha256)
    assert len(read(program.document(rows()), "a.docx").sha256) == (64 if program.has_properties else 12)


def test_another_article(program):
    assert read(program.document(rows()), "a.docx", articles=[ARTICLE]).sha256 == ARTICLE_SHA256
    assert f"another article ({ARTICLE_NAME}) than altro.txt" in refusal(program.document(rows()), articles=[OTHER])


def test_a_document_that_names_no_article():
    data = Pages().document(rows(), footer="")
    review = read(data, "a.docx")
    assert review.sha256 == ""
    assert "--article" in review.notes[-1]
    told = read(data, "a.docx", articles=[ARTICLE])
    assert (told.article, told.sha256) == (ARTICLE_NAME, ARTICLE_SHA256)
    assert len(told.notes) == 1
    assert "another article than altro.txt" in refusal(data, articles=[OTHER])


@pytest.mark.parametrize("make", [Word, LibreOffice])
def test_a_clean_document(make):
    program = make()
    body = program.paragraph(program.run("The port of Valdora reopens"), "Body Text")
    assert "clean document" in refusal(program.package(body, layout="clean"))


def test_somebodys_document_about_clean_water():
    """A keyword alone does not make a document a clean one of ours."""
    core = '<c:p xmlns:c="urn:c"><c:keywords>clean</c:keywords></c:p>'
    body = f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'
    assert "no row or paragraph" in refusal(pack({DOCUMENT: body, "docProps/core.xml": core}))


def test_a_document_that_is_not_ours():
    program = GoogleDocs()
    assert "no row or paragraph" in refusal(program.package(program.paragraph(program.run("Dear reader,"), ""), footer="1"))


def test_rows_of_another_article_in_our_document():
    """Somebody pasted another article's table over this one's."""
    segments = [(segment, style, f"{source} Altro.", target) for segment, style, source, target in SEGMENTS]
    data = Word().document(rows())
    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    parts["customXml/item2.xml"] = custom(segments=segments)
    assert "most of its rows are of another article" in refusal(pack(parts))


def test_a_newer_format():
    data = Word().document(rows())
    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    parts["customXml/item2.xml"] = custom(version="2")
    assert "update translator" in refusal(pack(parts))


def _zip(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def nested(tag, depth):
    return f"<w:document xmlns:w='{W}'><w:body>{f'<w:{tag}>' * depth}{f'</w:{tag}>' * depth}</w:body></w:document>"


DOCUMENT = "word/document.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word document"),
        (b"Il porto di Valdora riapre", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document"),
        (_zip(**{"content.xml": "<a/>"}), "OpenDocument"),
        (_zip(**{"xl/workbook.xml": "<a/>"}), "spreadsheet"),
        (_zip(**{"Index/Document.iwa": "x"}), "Pages"),
        (_zip(other="x"), "not a Word document"),
        (_zip(**{DOCUMENT: "<w:document"}), "damaged"),
        (_zip(**{DOCUMENT: f"{'<a>' * 3000}{'</a>' * 3000}"}), "damaged"),
        (_zip(**{DOCUMENT: '<!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>'}), "document type declaration"),
        (_zip(**{DOCUMENT: '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>'}), "document type declaration"),
        (_zip(**{DOCUMENT: b"<a>" + bytes(201_000_000) + b"</a>"}), "unpack to more than 200 MB"),
        (_zip(**{DOCUMENT: nested("smartTag", 2000)}), "damaged"),
        (_zip(**{DOCUMENT: nested("smartTag", 250)}), "no row or paragraph"),
        (_zip(**{DOCUMENT: nested("sdt", 250)}), "no row or paragraph"),
        (_zip(**{DOCUMENT: "<a/>"}), "no row or paragraph"),
        (Word().document(rows())[:-400], "not a Word document"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_what_is_no_sound_word_document(data, reason):
    assert reason in refusal(data)


def test_a_file_whose_parts_are_damaged():
    data = bytearray(Word().document(rows()))
    data[200:260] = bytes(60)
    assert "damaged" in refusal(bytes(data))


def test_strict_open_xml():
    data = Word().document(rows())
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        parts[name] = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
    assert len(read(pack(parts), "a.docx").segments) == 4


@pytest.mark.parametrize(
    "original",
    [
        pytest.param(Word().document(rows()), id="docx"),
        pytest.param(LibreOffice().document(rows()), id="docx without custom part"),
        pytest.param(JSON, id="json"),
    ],
)
def test_the_document_as_it_was_written_shows_every_edit(program, original):
    data = program.document(rows(p2_s1=["The minister arrived yesterday."]))
    review = read(data, "a.docx", original=read_original(original, "original"))
    assert [segment.edited for segment in review.segments] == [False, True, False, False]
    assert [segment.original for segment in review.segments] == [*TARGETS.values()]
    assert not review.notes
    assert not review.issues
    assert review.segments[0].kind == "heading"


def test_the_notes_of_the_document_as_it_was_written_are_not_the_reviewers():
    original = read_original(LibreOffice().document(rows(p2_s1=Row("p2.s1", notes=["Look here"]))), "original")
    data = LibreOffice().document(rows(p2_s1=Row("p2.s1", notes=["Look here"]), p2_s2=Row("p2.s2", notes=["Look here"])))
    review = read(data, "a.docx", original=original)
    assert [segment.note for segment in review.segments] == ["", "", "Look here", ""]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{", b'{"schema": "other"}', b'{"schema": "translator.article/1"}', b"[" * 100_000],
    ids=lambda data: repr(data[:20]),
)
def test_an_original_that_is_not_ours(data):
    with pytest.raises(ReviewError, match=r"b\.json: is not a document as 'translate' wrote it"):
        read_original(data, "b.json")


def test_an_original_without_rows():
    program = Word()
    with pytest.raises(ReviewError, match="as 'translate' wrote it"):
        read_original(program.package(program.paragraph("", "")), "b.docx")


def test_an_original_of_another_article(program):
    original = json.loads(JSON)
    for block in original["blocks"]:
        block["segments"][0]["source"] += " Altro."
    given = read_original(json.dumps(original).encode(), "b.json")
    if program.has_custom:  # the document's own part counts, and says nothing against it
        assert read(program.document(rows()), "a.docx", original=given)
    else:
        assert "another article" in refusal(program.document(rows()), original=given)


def test_an_original_with_another_hash():
    other = hashlib.sha256(b"other").hexdigest()
    parts = {name: zipfile.ZipFile(io.BytesIO(Word().document(rows()))).read(name) for name in [DOCUMENT]}
    given = read_original(pack({**parts, "customXml/item1.xml": custom(sha256=other, article="altro.txt")}), "b.docx")
    assert "another article (porto-valdora.txt) than altro.txt" in refusal(Word().document(rows()), original=given)
