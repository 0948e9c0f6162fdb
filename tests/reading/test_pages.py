"""Invented pages as a reader copies them from a browser, each line labelled: K belongs to the article, B is boilerplate."""

from pathlib import Path

import pytest

from translator.reading import read_bytes

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.txt"))


def labelled(path):
    """(label, text) of each line; blank lines have no label."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t", 1)) if line.strip() else ("", "") for line in lines]


def set_aside(lines):
    """Which texts are set aside, of those that stand once on the page."""
    article = read_bytes("\n".join(text for _, text in lines).encode(), name="a.txt")
    return [item.text for item in article.set_aside]


def test_there_are_enough_pages():
    assert len(PAGES) >= 40


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_body_text_is_never_set_aside(page):
    lines = labelled(page)
    assert {label for label, _ in lines} <= {"K", "B", ""}
    kept = {text.strip() for label, text in lines if label == "K"}
    assert kept.isdisjoint(set_aside(lines))


def test_most_boilerplate_is_set_aside():
    found = wanted = 0
    for page in PAGES:
        lines = labelled(page)
        aside = set_aside(lines)
        boilerplate = [text.strip() for label, text in lines if label == "B"]
        wanted += len(boilerplate)
        found += sum(text in aside for text in boilerplate)
    assert found / wanted >= 0.85
