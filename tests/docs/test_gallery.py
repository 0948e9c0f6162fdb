"""The gallery has every sample, as it is and as it is translated by the present tool, model and glossaries.

What the English says is not compared: processors of different kinds may round a model's numbers differently.
"""

import html
import re
import zlib

import pytest
from tests.docs.examples import ROOT
from tests.docs.test_links import links
from tests.tools import load

from translator import Translator, reading, review
from translator.fingerprint import article_sha256

gallery = load("gallery")
GALLERY = ROOT / "docs" / "gallery"
STALE = f"was made otherwise than it is made now; renew it: {gallery.RENEW}"
by_sample = pytest.mark.parametrize("sample", gallery.SAMPLES, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def signature():
    """What a translation with nothing but ``--model starter --no-memory`` says of itself."""
    return str(Translator(model="starter").signature)


def test_every_sample_has_its_outputs_and_nothing_else_is_there():
    made = {path.name for sample in gallery.SAMPLES for path in gallery.outputs(sample)}
    there = {path.name for path in GALLERY.iterdir() if path.is_file()}
    assert there == made | {"index.md", gallery.PICTURE.name}, f"renew it: {gallery.RENEW}"
    assert len(made) == 3 * len(gallery.SAMPLES) >= 18


@by_sample
def test_the_word_document_is_of_this_sample_and_made_as_now(sample, signature):
    document = gallery.outputs(sample)[0]
    read = review.read(document.read_bytes(), document.name)
    assert read.signature == signature, f"docs/gallery/{document.name} {STALE}"
    article = reading.read(sample)
    assert read.article == sample.name
    assert read.sha256 == article_sha256(article), f"samples/{sample.name} has changed; renew the gallery: {gallery.RENEW}"
    assert not read.issues


@by_sample
def test_the_web_page_is_made_as_now(sample, signature):
    page = gallery.outputs(sample)[1]
    said = re.findall(r'<p class="signature"><code>(.*?)</code>', page.read_text(encoding="utf-8"))
    assert [html.unescape(line) for line in said] == [signature], f"docs/gallery/{page.name} {STALE}"


@by_sample
def test_the_outputs_of_a_sample_say_the_same(sample):
    """Every sentence of the Word document stands in the web page and in the text, in this order."""
    document, page, text = gallery.outputs(sample)
    targets = [segment.target for segment in review.read(document.read_bytes(), document.name).segments]
    assert len(targets) >= 10
    shown = html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))
    for written in (shown, text.read_text(encoding="utf-8")):
        words, at = " ".join(written.split()), 0
        for target in targets:
            found = words.find(" ".join(target.split()), at)
            assert found >= at, target
            at = found + len(" ".join(target.split()))


def test_the_page_links_every_sample_and_every_output():
    linked = {(GALLERY / target).resolve() for target in links((GALLERY / "index.md").read_text(encoding="utf-8"))}
    wanted = {path.resolve() for sample in gallery.SAMPLES for path in (sample, *gallery.outputs(sample))}
    assert wanted | {gallery.PICTURE.resolve()} <= linked


def test_the_picture_is_small_and_as_wide_as_three_pages():
    data = gallery.PICTURE.read_bytes()
    assert len(data) < 500_000
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20]) > int.from_bytes(data[20:24]) > 500


def test_pages_of_other_heights_and_an_unfinished_row_make_one_picture():
    pages = [gallery.Image(2, [bytes([shade]) * 6] * height) for shade, height in ((0, 3), (34, 5), (68, 1), (255, 2))]
    sheet = gallery.sheet(pages)
    data = gallery.png(sheet)
    assert {len(row) for row in sheet.rows} == {3 * sheet.width}
    start = data.index(b"IDAT")
    pixels = zlib.decompress(data[start + 4 : start + 4 + int.from_bytes(data[start - 4 : start])])
    assert len(pixels) == len(sheet.rows) * (1 + 3 * sheet.width)
    assert [pixels.count(bytes([shade]) * 6) for shade in (0, 34, 68, 255)] == [3, 5, 1, 2]
