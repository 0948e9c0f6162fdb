"""Real files in ``tmp_path``, and an article as the lines that a reader would see."""

import pytest

from translator.reading import read


def check(article):
    """What holds for every article, whatever its format."""
    assert [block.id for block in article.blocks] == [f"p{number}" for number in range(1, len(article.blocks) + 1)]
    end = 0
    for block in article.blocks:
        text = article.text[block.start : block.end]
        assert end <= block.start < block.end
        assert text == text.strip()
        assert (block.level > 0) is (block.kind == "heading")
        assert block.segments == ()
        end = block.end
    if article.title:
        first = article.blocks[0]
        assert (article.text[first.start : first.end], first.kind, first.level) == (article.title, "heading", 1)
    assert [block for block in article.blocks[1:] if block.level == 1] == []
    assert all(item.text == item.text.strip() and item.reason for item in article.set_aside)
    return article


@pytest.fixture
def texts():
    """The texts of an article's blocks."""
    return lambda article: [article.text[block.start : block.end] for block in article.blocks]


@pytest.fixture
def kinds():
    """Kind, level for headings, and text of each block."""

    def listed(article):
        return [(f"{block.kind}{block.level or ''}", article.text[block.start : block.end]) for block in article.blocks]

    return listed


@pytest.fixture
def read_file(tmp_path):
    """Write a file and read it."""

    def written_and_read(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return check(read(path, **options))

    return written_and_read
