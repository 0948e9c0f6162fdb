"""The pages in Italian have what the English ones have, so that they cannot fall behind unseen."""

import re
from collections import Counter

import pytest
from tests.docs.examples import ROOT, blocks

PAIRS = {"docs/it/index.md": "README.md", "docs/it/revisione.md": "docs/review.md"}
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)\s]+)\)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CODE = re.compile(r"`[^`\n]+`")
# Italian words that were put into code to be seen as such, with the English ones.
_EXAMPLES = {"[-vecchio-]{+nuovo+}": "[-old-]{+new+}"}

both = pytest.mark.parametrize(("italian", "english"), PAIRS.items(), ids=list(PAIRS))


def prose(page):
    """The text of a page without its fenced blocks and comments."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.sub(r"<!--.*?-->", "", _FENCED.sub("", text), flags=re.DOTALL)


def headings(page):
    """The levels of the headings, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", prose(page), re.MULTILINE)]


def tables(page):
    """For every table the number of cells in each of its rows."""
    found = re.findall(r"(?:^\|.*\n)+", prose(page) + "\n", re.MULTILINE)
    return [[len(re.findall(r"(?<!\\)\|", row)) - 1 for row in table.splitlines()] for table in found]


def pictures(page):
    """The pictures, as paths below the repository."""
    return [((ROOT / page).parent / path).resolve().relative_to(ROOT.resolve()) for path in _PICTURE.findall(prose(page))]


def numbers(page):
    """The numbers in the running text, without points and commas, which the two languages use in opposite ways."""
    text = _CODE.sub("", re.sub(r"\]\([^)\s]+\)", "]", prose(page)))
    return Counter(re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text))


def codes(page):
    """What stands between backquotes: commands, options, names."""
    return Counter(_EXAMPLES.get(code.strip("`"), code.strip("`")) for code in _CODE.findall(prose(page)))


def points(page):
    """The number of points in lists."""
    return len(re.findall(r"^- ", prose(page), re.MULTILINE))


@both
def test_has_the_same_blocks(italian, english):
    """Commands and files to save, with the comments that say how a test runs them."""
    wanted, there = (
        [(block.language, block.title, block.text, block.before, block.no_run) for block in blocks(page)]
        for page in (english, italian)
    )
    assert wanted
    assert there == wanted


@both
@pytest.mark.parametrize("part", [headings, tables, pictures, numbers, codes, points], ids=lambda part: part.__name__)
def test_has_the_same(part, italian, english):
    assert part(english)
    assert part(italian) == part(english)


@both
def test_says_which_page_it_follows(italian, english):
    top = (ROOT / italian).read_text(encoding="utf-8").split("\n## ")[0]
    links = {((ROOT / italian).parent / path).resolve() for path in re.findall(r"\]\(([^)\s#]+)\)", top)}
    assert (ROOT / english).resolve() in links


def test_every_italian_page_follows_one():
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "it").rglob("*.md")} == set(PAIRS)
