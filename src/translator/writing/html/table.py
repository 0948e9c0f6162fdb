"""The side-by-side table: a row for each segment, a row group for each block."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from translator.article import BlockKind, TermStatus
from translator.writing.html.marks import annotate, marked
from translator.writing.html.text import EXACT, element, exact, spaced, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from itertools import count as counter

    from translator.article import Block, Segment
    from translator.writing.html.marks import Mark, Note

# Ids of this form can be the end of an address; the page's own ids have no full stop.
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\.[A-Za-z0-9._-]+")
_LABELS = {
    BlockKind.LIST_ITEM: "list item",
    BlockKind.QUOTATION: "quotation",
    BlockKind.CAPTION: "caption",
    BlockKind.DATELINE: "dateline",
    BlockKind.BYLINE: "byline",
}
_COLUMNS = (("n", "#", None), ("i", "Id", None), ("s", "Italiano", "it"), ("t", "English", "en"), ("a", "Notes", None))
_DEEPEST_HEADING = 6


def anchors(blocks: Sequence[Block]) -> set[str]:
    """The segment ids that can be linked to: well formed, and given once."""
    seen: set[str] = set()
    twice: set[str] = set()
    for block in blocks:
        for segment in block.segments:
            (twice if segment.id in seen else seen).add(segment.id)
    return {item for item in seen - twice if _ANCHOR.fullmatch(item)}


def table(blocks: Sequence[Block], codes: Mapping[str, int]) -> str:
    """The table of all segments in ``blocks``; ``codes`` numbers the finding codes for the filter.

    Roles are given though a table has them: style sheets that lay rows out as blocks make some browsers forget them.
    """
    links = anchors(blocks)
    numbers = count(1)
    bodies = (
        element(
            "tbody",
            "".join(_rows(block, depth, numbers, codes, links)),
            class_=_classes(block, before),
            role="rowgroup",
        )
        for block, depth, before in zip(blocks, _depths(blocks), [None, *blocks], strict=False)
        if block.segments
    )
    caption = element("caption", "Italian and English, sentence by sentence", class_="unseen")
    return element("table", "\n".join((caption, _header(), *bodies)), id="table", role="table")


def _header() -> str:
    cells = (
        element("th", name, class_=class_, scope="col", role="columnheader", lang=language)
        for class_, name, language in _COLUMNS
    )
    return element("thead", element("tr", "".join(cells), role="row"), role="rowgroup")


def _classes(block: Block, before: Block | None) -> str:
    """The kind of the block; ``on`` when it goes on with a list."""
    goes_on = before is not None and before.kind is block.kind is BlockKind.LIST_ITEM
    return f"{block.kind} on" if goes_on else str(block.kind)


def _depths(blocks: Sequence[Block]) -> Iterator[int]:
    """The depth of each block that is a heading on this page: no level is left out, and the page's own title is the first."""
    above: list[int] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            yield 0
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        yield min(len(above) + 1, _DEEPEST_HEADING)


def _rows(block: Block, depth: int, numbers: counter[int], codes: Mapping[str, int], links: set[str]) -> Iterator[str]:
    name = f"h{depth}" if depth else "p"
    for place, segment in enumerate(block.segments):
        marks, notes = annotate(segment)
        cells = (
            element("th", f"{next(numbers)}", class_="n", scope="row", role="rowheader"),
            element("td", _id(segment.id, links) + _label(block, place), class_="i", role="cell"),
            element("td", _source(name, segment, marks), class_="s", lang="it", role="cell"),
            element("td", _target(name, segment, marks), class_="t", lang="en", role="cell"),
            element("td", _notes(notes), class_="a", role="cell"),
        )
        yield element(
            "tr",
            "".join(cells),
            id=segment.id if segment.id in links else None,
            role="row",
            data_f=" ".join(str(codes[code]) for code in dict.fromkeys(item.code for item in segment.findings)) or None,
            data_t="" if any(use.status is not TermStatus.OK for use in segment.terms) else None,
        )


def _id(segment_id: str, links: set[str]) -> str:
    if segment_id in links:
        return element("a", segment_id, href=f"#{segment_id}")
    return element("span", visible(segment_id), **{EXACT: exact(segment_id)})


def _label(block: Block, place: int) -> str:
    label = _LABELS.get(block.kind)
    if not label or place:
        return ""
    return element("span", label, class_="unseen" if block.kind is BlockKind.LIST_ITEM else "kind")


def _source(name: str, segment: Segment, marks: Sequence[Mark]) -> str:
    html = marked(segment.source, [(mark.source, mark) for mark in marks])
    return element(name, html, class_=spaced(segment.source), dir="auto", **{EXACT: exact(segment.source)})


def _target(name: str, segment: Segment, marks: Sequence[Mark]) -> str:
    if not segment.target:
        return element("p", "no translation", class_="x none", **{EXACT: '""'})
    html = marked(segment.target, [(mark.target, mark) for mark in marks])
    return element(name, html, class_=spaced(segment.target), dir="auto", **{EXACT: exact(segment.target)})


def _notes(notes: Sequence[Note]) -> str:
    if not notes:
        return ""
    return element("ul", "".join(map(_note, notes)), role="list")


def _note(note: Note) -> str:
    head = (
        element("span", f"{note.number}", class_="no"),
        element("span", note.kind, class_="sev"),
        element("code", visible(note.code)) if note.code else "",
    )
    return element(
        "li",
        element("div", " ".join(filter(None, head)), class_="head") + element("div", visible(note.text), dir="auto"),
        class_=f"note {note.kind}",
        tabindex="-1" if note.code else None,
        data_m=str(note.key),
    )
