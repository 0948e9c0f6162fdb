"""One self-contained web page for reading and checking: Italian and English side by side, with marks, notes and filters.

The page loads nothing. Its Content-Security-Policy allows the one style sheet and the one script that it holds, by their
hashes, and nothing else: https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.writing.html.summary import back, codes, figures, plural
from translator.writing.html.table import anchors, table
from translator.writing.html.text import element, plain, visible

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from translator.article import Article, Segment
    from translator.writing.html.summary import Code

# In English whatever the locale is.
_MONTHS = "January February March April May June July August September October November December".split()
_LEGEND = (
    ("ok", "term ok"),
    ("repaired", "term repaired"),
    ("missing", "missing in the English"),
    ("name", "name kept as it stands"),
    ("warning", "another finding"),
)


def write(article: Article, *, date: datetime.date) -> bytes:
    """``article`` as a complete HTML page in UTF-8, with ``date`` as its day.

    The same arguments give the same bytes. Any text is taken; :func:`translator.writing.html.read.read_html` gives it back.
    """
    segments = list(article.segments())
    found = codes(segments)
    links = anchors(article.blocks)
    main = (
        figures(article, found, links),
        _tools(segments, found),
        table(article.blocks, {code.name: number for number, code in enumerate(found)}),
        element("p", "No segment fits. Change the search or the filter.", id="nothing", hidden=""),
        *back(article, links),
    )
    body = (
        element("a", "Skip to the text", href="#table", class_="skip"),
        _masthead(article, date),
        element("main", "\n".join(main)),
        _footer(article),
        _HELP,
    )
    page = f'<!DOCTYPE html>\n<html lang="en">\n{_head(article)}\n{element("body", _lines(body))}\n</html>\n'
    return page.encode()


def _lines(parts: Iterable[str]) -> str:
    return "\n" + "\n".join(parts) + "\n"


@cache
def _part(name: str) -> str:
    """A file of the page's own; with line feeds as line ends whatever a checkout made of them, since its hash counts."""
    return resources.files("translator").joinpath("data", "html", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _head(article: Article) -> str:
    style, script = _part("style.css"), _part("script.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    made_by = f"translator {article.signature.version}" if article.signature else "translator"
    parts = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta name="generator" content="{plain(made_by)}">',
        element("title", f"{plain(_title(article))} · Italian and English"),
        element("style", style),
        element("script", script),
    )
    return element("head", _lines(parts))


def _title(article: Article) -> str:
    return article.title.strip() or article.name


def _masthead(article: Article, date: datetime.date) -> str:
    english = _english_title(article)
    day = element("time", f"{date.day} {_MONTHS[date.month - 1]} {date.year}", datetime=date.isoformat())
    parts = (
        element("p", "Italian → English, side by side", class_="kicker"),
        element("h1", visible(_title(article)), lang="it" if article.title.strip() else None, dir="auto"),
        element("p", visible(english), lang="en", dir="auto", class_="english-title") if english else "",
        element("p", " ".join(element("span", fact) for fact in _facts(article, day)), class_="facts"),
    )
    return element("header", _lines(filter(None, parts)), class_="masthead")


def _english_title(article: Article) -> str:
    """The translation of the title, where the first block is the title."""
    first = article.blocks[0] if article.blocks else None
    if first is None or first.kind is not BlockKind.HEADING:
        return ""
    source = " ".join(segment.source for segment in first.segments)
    return " ".join(segment.target for segment in first.segments) if source.split() == article.title.split() else ""


def _facts(article: Article, day: str) -> Iterator[str]:
    """Where the page comes from, when and by what it was made; HTML."""
    yield element("bdi", visible(article.name))
    yield day
    if article.signature:
        yield f"model {visible(article.signature.model)} {visible(article.signature.model_version)}"
        glossaries = [f"{visible(name)} ({plural(terms, 'term')})" for name, _, terms in article.signature.glossaries]
        yield f"glossaries: {', '.join(glossaries) or 'none'}"


def _tools(segments: Sequence[Segment], found: Sequence[Code]) -> str:
    """The legend, which is always there, and the search and filters, which the script brings out."""
    samples = "".join(element("li", element("mark", meaning, class_=look)) for look, meaning in _LEGEND)
    numbers = "A small number leads to the note with that number in the same row."
    legend = element("ul", samples, role="list", aria_label="Marks in the text", class_="legend")
    options = "".join(
        element("option", f"{plain(code.name)} ({code.count:,})", value=str(number)) for number, code in enumerate(found)
    )
    with_findings = sum(bool(segment.findings) for segment in segments)
    to_check = sum(any(use.status != "ok" for use in segment.terms) for segment in segments)
    shown = (
        _choice("all", "All", len(segments), checked=True),
        _choice("findings", "With findings", with_findings),
        _choice("terms", "Repaired or missing terms", to_check),
    )
    controls = (
        _SEARCH,
        element("fieldset", element("legend", "Show", class_="unseen") + "".join(shown), class_="choices"),
        element(
            "label",
            element("span", "Finding", class_="unseen")
            + element("select", element("option", "Any finding", value="") + options, id="code"),
            hidden=None if found else "",
        ),
        element("output", plural(len(segments), "segment"), id="status", role="status"),
        element(
            "span",
            element("button", "Copy English", type="button", id="copy-all")
            + element("button", "Dark", type="button", id="theme")
            + element("button", "Keys", type="button", id="keys", aria_keyshortcuts="?", aria_haspopup="dialog"),
            class_="buttons",
        ),
    )
    explained = element("div", legend + element("p", numbers), class_="explained")
    return explained + "\n" + element("div", _lines(controls), id="tools", role="search", hidden="")


_SEARCH = (
    '<label class="search"><span class="unseen">Search in both languages</span>'
    '<input type="search" id="search" placeholder="Search both languages" aria-keyshortcuts="/" '
    'autocomplete="off" spellcheck="false"></label>'
)


def _choice(value: str, name: str, number: int, *, checked: bool = False) -> str:
    state = " checked" if checked else ""
    return element(
        "label", f'<input type="radio" name="show" value="{value}"{state}>' + element("span", f"{name} <b>{number:,}</b>")
    )


def _footer(article: Article) -> str:
    parts = [element("p", "A machine translation is a draft: to be checked by a person before it is published.")]
    if article.signature:
        parts.append(element("p", element("code", visible(str(article.signature))), class_="signature"))
    return element("footer", _lines(parts))


_KEYS = (
    ("j k", "next, previous segment (also ↓ ↑ in the table)"),
    ("n p", "next, previous finding"),
    ("/", "search; Enter goes to the next hit, Esc clears"),
    ("c", "copy the English of the segment"),
    ("d", "dark or light"),
    ("?", "this list"),
)
_HELP = element(
    "dialog",
    element("h2", "Keys", id="help-title")
    + element(
        "dl",
        "".join(
            element("div", element("dt", " ".join(element("kbd", key) for key in keys.split())) + element("dd", meaning))
            for keys, meaning in _KEYS
        ),
    )
    + '<label><input type="checkbox" id="single-keys" checked> Use these keys</label>'
    + element("button", "Close", type="button", id="close"),
    id="help",
    aria_labelledby="help-title",
)
