"""How long it takes to read back a reviewed document, of 1,000 segments and of 2,000, and to work out what becomes of it.

In the documents every third English sentence has a tracked change, and every fourth is marked as approved. The two are
read in turn, and the shortest time of each counts. ``apply`` is everything but the writing of files: the selection, the
glossary's suggestions, the TMX.

usage: python benchmarks/review_reading.py [--runs N]
"""

import argparse
import datetime
import io
import time
import zipfile

from lxml import etree

from translator.article import Article, Block, BlockKind, Finding, Segment, Severity, Span
from translator.review import read
from translator.review.applying import select, tmx_bytes
from translator.review.suggestions import suggest
from translator.writing.docx.document import write
from translator.writing.docx.options import DocxOptions

DAY = datetime.date(2026, 11, 24)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = ("table", "stacked")


def article(count: int) -> Article:
    """Blocks of four sentences; every twentieth block is a heading."""
    blocks = []
    for number in range(1, count // 4 + 1):
        segments = tuple(
            Segment(
                f"p{number}.s{at}",
                0,
                0,
                f"Il consiglio di Valdora numero {number} ha votato il punto {at} dopo una lunga seduta con Lucio Prandelli.",
                f"Council number {number} of Valdora voted on item {at} after a long meeting with Lucio Prandelli.",
                findings=(Finding("name-kept", Severity.INFO, "Name kept", None, Span(0, 7)),) if number % 5 == at else (),
            )
            for at in range(1, 5)
        )
        kind = BlockKind.HEADING if number % 20 == 1 else BlockKind.PARAGRAPH
        blocks.append(Block(f"p{number}", kind, 0, 0, 2 if kind is BlockKind.HEADING else 0, segments))
    return Article("consiglio.txt", "Il consiglio", "", tuple(blocks))


def reviewed(count: int, layout: str) -> bytes:
    """A document of ``count`` segments in which a reviewer has worked."""
    data = write(article(count), date=DAY, options=DocxOptions(layout=layout))  # type: ignore[arg-type]
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    document = etree.fromstring(parts["word/document.xml"])
    tags = [item for item in document.iter(W + "tag") if item.get(W + "val", "").startswith("en:")]
    for number, tag in enumerate(tags):
        control = tag.getparent().getparent()
        run = [item for item in control.iter(W + "r") if item.find(W + "t") is not None][-1]
        if number % 3 == 0:
            change(run)
    for number, tag in enumerate(item for item in document.iter(W + "tag") if item.get(W + "val", "").startswith("status:")):
        if number % 4 == 0:
            next(tag.getparent().getparent().iter(W + "t")).text = "Approved"
    parts["word/document.xml"] = etree.tostring(document, encoding="UTF-8", xml_declaration=True, standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def change(run: etree._Element) -> None:
    """Put another name in the place of the last word of a run."""
    text = run.find(W + "t")
    before, _, last = (text.text or "").rpartition(" ")
    text.text = f"{before} "
    for kind, tag, word in (("ins", "t", "Prandelly."), ("del", "delText", last)):
        element = etree.Element(W + kind, {W + "author": "Anna Bianchi", W + "date": "2026-11-20T10:00:00Z"})
        etree.SubElement(etree.SubElement(element, W + "r"), W + tag).text = word
        run.addnext(element)


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default: 5)")
    runs = parser.parse_args().runs
    for layout in LAYOUTS:
        documents = {count: reviewed(count, layout) for count in (1_000, 2_000)}
        reading: dict[int, list[float]] = {count: [] for count in documents}
        applying: dict[int, list[float]] = {count: [] for count in documents}
        for _ in range(runs):
            for count, data in documents.items():
                started = time.perf_counter()
                review = read(data, "a.docx")
                finished = time.perf_counter()
                selection = select(review, everything=True)
                suggest(review)
                tmx_bytes(review, selection.accepted, datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC))
                applying[count].append(time.perf_counter() - finished)
                reading[count].append(finished - started)
                assert len(review.segments) == count
        for name, times in (("read", reading), ("apply", applying)):
            one, two = min(times[1_000]), min(times[2_000])
            print(f"{layout}, {name}: 1,000 segments {one:.2f} s, 2,000 segments {two:.2f} s, ratio {two / one:.2f}")


if __name__ == "__main__":
    main()
