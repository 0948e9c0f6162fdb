"""The pictures of Word documents in docs/images, made from the sample articles with the starter model.

    python docs/tools/pictures.py           translates, has LibreOffice print, poppler draw, and writes docs/images
    python docs/tools/pictures.py --check   writes nothing; ends with 1 if a picture shows something else than is written now

What each picture shows is recorded in docs/images/pictures.json: its text and a hash of the styles and the page. That is what
``--check`` and a test compare, since the same page drawn twice is rarely the same picture. It needs soffice, pdftotext and
pdftoppm, and the fonts Carlito and Liberation; for ``--check`` nothing.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import io
import json
import runpy
import subprocess
import tempfile
import unicodedata
import zipfile
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from translator import translate_article
from translator.writing import render
from translator.writing.docx.options import DocxOptions

if TYPE_CHECKING:
    from translator import Article

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "images"
RECORD = FOLDER / "pictures.json"
RENEW = "make pictures"
# Processors of different kinds round a model's numbers differently, so some sentences, and the notes on them, differ elsewhere.
ENOUGH = 0.8

_DATE = datetime.date(2026, 11, 24)
_DPI = 110
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EDITS = {
    "p2.s2": "After two days of negotiations, the heads of delegation signed a 12-point declaration on navigation,"
    " scientific research and rescue at sea.",
    "p2.s3": "The text is not binding, but it commits all signatories to present a national plan by the end of the year.",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """One page of a document: ``begins`` is the paragraph with which the page begins, empty for the first page."""

    sample: str
    layout: str = "table"
    begins: str = ""
    reviewed: bool = False


PICTURES = {
    "page.png": Picture("vertice-artico.txt"),
    "page-stacked.png": Picture("vertice-artico.txt", layout="stacked"),
    "page-clean.png": Picture("vertice-artico.txt", layout="clean"),
    "page-reviewed.png": Picture("vertice-artico.txt", reviewed=True),
    "summary.png": Picture("sentenza-appalto.txt", begins="Summary"),
}


@cache
def _article(sample: str) -> Article:
    return translate_article(ROOT / "samples" / sample, model="starter")


def document(picture: Picture) -> bytes:
    """The Word document of which a page is shown."""
    article = _article(picture.sample)
    data = render(article, "docx", date=_DATE, docx=DocxOptions(layout=picture.layout))
    return _reviewed(data, article) if picture.reviewed else data


def _reviewed(data: bytes, article: Article) -> bytes:
    """The document after a reviewer's first edits, tracked as Word tracks them."""
    edits = runpy.run_path(str(ROOT / "tests" / "review" / "edits.py"))  # the reviewer of the tests
    targets = {segment.id: segment.target for segment in article.segments()}
    reviewing = edits["Reviewing"](data)
    for segment, text in _EDITS.items():
        for old, new in reversed(_changes(targets[segment], text)):
            reviewing.replace(segment, old, new)
        reviewing.choose(segment, "Changed")
    reviewing.choose("p4.s1", "Question")
    return reviewing.saved()


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    """What is replaced by what, in whole words, with as many words before it as tell the place.

    All by all where that cannot be told, so that another model's English does not stop the picture.
    """
    old, new = before.split(" "), after.split(" ")
    changes, done = [], 0
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        starts = range(start if end > start else start - 1, done - 1, -1)
        first = next((at for at in starts if before.count(" ".join(old[at:end])) == 1), None)
        if first is None:
            return [(before, after)]
        changes.append((" ".join(old[first:end]), " ".join([*old[first:start], *new[new_start:new_end]])))
        done = end
    return changes


def shown(picture: Picture, data: bytes) -> list[str]:
    """The paragraphs of the document from the page's first one on."""
    parts = zipfile.ZipFile(io.BytesIO(data))
    body = etree.fromstring(parts.read("word/document.xml"))
    texts = ("".join(item.text or "" for item in paragraph.iter(_W + "t", _W + "delText")) for paragraph in body.iter(_W + "p"))
    paragraphs = [" ".join(text.split()) for text in texts if text.strip()]
    return paragraphs[paragraphs.index(picture.begins) if picture.begins else 0 :]


def sample_sha256(picture: Picture) -> str:
    """The hash of the sample article: its Italian is the same on every processor."""
    return hashlib.sha256((ROOT / "samples" / picture.sample).read_bytes()).hexdigest()


def look(data: bytes) -> str:
    """A hash of what the page looks like beside its text: styles, paper and columns."""
    parts = zipfile.ZipFile(io.BytesIO(data))
    body = etree.fromstring(parts.read("word/document.xml"))
    frames = {etree.tostring(item, method="c14n") for item in body.iter(_W + "sectPr", _W + "tblGrid", _W + "tblPr")}
    styles = etree.tostring(etree.fromstring(parts.read("word/styles.xml")), method="c14n")
    return hashlib.sha256(b"\n".join([styles, *sorted(frames)])).hexdigest()


def stale(name: str) -> str:
    """Why the picture called ``name`` shows something else than is written now; empty when it does not."""
    record = json.loads(RECORD.read_text(encoding="utf-8")).get(name)
    if record is None:
        return "is not on record"
    if hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() != record["sha256"]:
        return "is not the picture on record"
    if sample_sha256(PICTURES[name]) != record["sample"]:
        return "shows the article as it was before"
    data = document(PICTURES[name])
    if look(data) != record["look"]:
        return "shows other styles or another page"
    return difference(record["text"], shown(PICTURES[name], data))


def difference(recorded: list[str], now: list[str]) -> str:
    """Why a picture of the paragraphs ``recorded`` is not one of those that begin with ``now``; empty when it is.

    Counted are words in their order: a sentence that a processor rounded otherwise is mostly the same.
    """
    words = [word for paragraph in recorded for word in paragraph.split()]
    others = [word for paragraph in now for word in paragraph.split()]
    same = sum(block.size for block in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks())
    if same >= ENOUGH * len(words):
        return ""
    first = next((old for old in recorded if old not in now), recorded[-1])
    return f"shows another text, first {first!r}"


def draw(folder: Path) -> dict[str, dict[str, object]]:
    """Draw all pictures into docs/images by way of ``folder``; gives the record."""
    documents = {name: document(picture) for name, picture in PICTURES.items()}
    for name, data in documents.items():
        (folder / name).with_suffix(".docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str((folder / name).with_suffix(".docx")) for name in PICTURES]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True)
    record: dict[str, dict[str, object]] = {}
    for name, data in documents.items():
        text = shown(PICTURES[name], data)
        number, page = _page((folder / name).with_suffix(".pdf"), text[0])
        place = str(number)
        out = str(FOLDER / Path(name).stem)
        pdf = str((folder / name).with_suffix(".pdf"))
        command = ["pdftoppm", "-png", "-singlefile", "-r", str(_DPI), "-f", place, "-l", place, pdf, out]
        subprocess.run(command, check=True, capture_output=True)
        first = next((at for at, paragraph in enumerate(text) if _squeezed(paragraph) not in page), len(text))
        record[name] = {
            "sha256": hashlib.sha256((FOLDER / name).read_bytes()).hexdigest(),
            "sample": sample_sha256(PICTURES[name]),
            "look": look(data),
            "text": text[:first],
        }
    return record


def _page(pdf: Path, begins: str) -> tuple[int, str]:
    """The number and the text, without white space, of the page that begins with ``begins``."""
    printed = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    pages = [_squeezed(page) for page in printed.split("\f")]
    return next((number, page) for number, page in enumerate(pages, 1) if page.startswith(_squeezed(begins)))


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def main() -> int:
    """Draw or check the pictures."""
    parser = argparse.ArgumentParser(description="Renew the pictures of Word documents in docs/images.")
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 if one is not up to date")
    if parser.parse_args().check:
        reasons = {name: reason for name in PICTURES if (reason := stale(name))}
        for name, reason in reasons.items():
            print(f"docs/images/{name}: {reason}; renew it: {RENEW}")
        return 1 if reasons else 0
    with tempfile.TemporaryDirectory() as folder:
        record = draw(Path(folder))
    RECORD.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"docs/images/{name}" for name in PICTURES))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
