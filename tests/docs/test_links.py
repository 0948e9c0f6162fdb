"""No dead link in any Markdown file of the repository: files, anchors, pictures."""

import re
from pathlib import Path

import pytest
from tests.docs.examples import ROOT

PAGES = sorted(
    str(path.relative_to(ROOT))
    for pattern in ("*.md", "docs/**/*.md", "glossaries/*.md", "samples/*.md", "benchmarks/**/*.md", "src/**/*.md")
    for path in ROOT.glob(pattern)
)
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_REFERENCE = re.compile(r"^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
_SCHEME = re.compile(r"(?:https|mailto):")


def prose(text):
    """A page without what stands in code."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"(?<=\n\n)(?: {4}.*\n)+", "", text)
    return re.sub(r"(`+)(?:(?!\1).)+\1", lambda found: re.sub(r"[\[\]()]", "", found[0]), text)


def links(text):
    """The targets of all links and pictures of a page."""
    return [*_LINK.findall(prose(text)), *_REFERENCE.findall(prose(text))]


def anchors(text):
    """The anchors of a page's headings, as forges and the site make them."""
    made = set()
    for heading in re.findall(
        r"^#{1,6} (.*)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    ):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        anchor = re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")
        numbers = (f"{anchor}-{number}" for number in range(1, 100))
        made.add(anchor if anchor not in made else next(item for item in numbers if item not in made))
    return made


def dead(page, text):
    """The links of a page that lead nowhere."""
    wrong = []
    for target in links(text):
        if _SCHEME.match(target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        found = file.exists() and file.resolve().is_relative_to(ROOT.resolve())
        known = anchors(file.read_text(encoding="utf-8")) if anchor and found and file.suffix == ".md" else set()
        if not found or (anchor and anchor not in known):
            wrong.append(target)
    return wrong


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    assert dead(page, (ROOT / page).read_text(encoding="utf-8")) == []


def test_dead_links_are_found():
    text = "See [a](docs/batch.md#nowhere), ![b](docs/images/none.png), [c](#here), `[d](e.md)` and [f](http://x.example).\n"
    assert dead("README.md", text) == ["docs/batch.md#nowhere", "docs/images/none.png", "#here", "http://x.example"]


def test_there_are_links_to_look_at():
    assert len(PAGES) > 15
    assert sum(len(links((ROOT / page).read_text(encoding="utf-8"))) for page in PAGES) > 80


def test_every_page_is_reached_from_the_readme():
    """By following links; the pages of docs/ are also in the site's list."""
    reached, waiting = set(), ["README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for target in links((ROOT / page).read_text(encoding="utf-8")):
            file = ((ROOT / page).parent / target.partition("#")[0]).resolve()
            if not _SCHEME.match(target) and file.suffix == ".md":
                waiting.append(str(Path(file).relative_to(ROOT.resolve())))
    assert [page for page in PAGES if page.startswith("docs/") and page not in reached] == []
