"""How long the Word document takes to write, and how much memory, with the number of segments: 1,000 and 2,000 by default.

The segments are those of the sample articles, over and over, each with a term and a finding; the English is the Italian, since
no translation is needed here. Printed are, for each layout, processor seconds (the best of three runs, taken in turn), the peak
of memory that Python allocates besides what the article itself needs, and the ratio of the last seconds to the first.

usage: python benchmarks/review_document.py [SEGMENTS]...
"""

import argparse
import datetime
import itertools
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translator import reading
from translator.article import Article, Block, Finding, Segment, Severity, Span, TermStatus, TermUse
from translator.pipeline import segment
from translator.writing.docx.document import write
from translator.writing.docx.options import LAYOUTS, DocxOptions

SAMPLES = Path(__file__).parents[1] / "samples"
DATE = datetime.date(2026, 11, 24)
RUNS = 3
MEBIBYTE = 1 << 20


def _checked(item: Segment, name: str) -> Segment:
    """The segment as if it had been translated: its first word is a term, and something is wrong with its last character."""
    first = Span(0, len(item.source.split(maxsplit=1)[0]))
    last = Span(len(item.source) - 1, len(item.source))
    word = item.source[: first.end]
    term = TermUse(word, word, TermStatus.OK, "decode", first, first, "desk")
    finding = Finding("end-punctuation", Severity.WARNING, "The ends differ", last, last)
    return replace(item, id=name, target=item.source, terms=(term,), findings=(finding,))


def _blocks(count: int) -> Iterator[Block]:
    """Blocks with ``count`` segments together."""
    articles = [segment(reading.read(path)) for path in sorted(SAMPLES.glob("*.txt"))]
    left = count
    for number, block in enumerate(itertools.cycle([block for article in articles for block in article.blocks]), 1):
        taken = block.segments[:left]
        yield replace(block, segments=tuple(_checked(item, f"p{number}.s{at}") for at, item in enumerate(taken, 1)))
        left -= len(taken)
        if not left:
            return


def _article(count: int) -> Article:
    return Article("long.txt", "A long article", "", tuple(_blocks(count)))


def _seconds(article: Article, options: DocxOptions) -> float:
    start = time.process_time()
    write(article, date=DATE, options=options)
    return time.process_time() - start


def _peak(article: Article, options: DocxOptions) -> float:
    """The most memory in use while writing, in MiB; what lxml allocates in C is not seen."""
    tracemalloc.start()
    write(article, date=DATE, options=options)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / MEBIBYTE


def main() -> None:
    """Print the lines of each layout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments", nargs="*", type=int, default=[1000, 2000])
    articles = {count: _article(count) for count in parser.parse_args().segments}
    for layout in LAYOUTS:
        options = DocxOptions(layout=layout)
        runs = [{count: _seconds(article, options) for count, article in articles.items()} for _ in range(RUNS)]
        best = {count: min(run[count] for run in runs) for count in articles}
        for count, seconds in best.items():
            print(f"{layout:8} {count:7,} segments {seconds:7.2f} s {_peak(articles[count], options):7.1f} MiB")
        first, *_, last = best.values() if len(best) > 1 else [*best.values()] * 2
        print(f"{layout:8} ratio {last / first:.2f}")


if __name__ == "__main__":
    main()
