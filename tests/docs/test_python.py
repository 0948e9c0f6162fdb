"""The examples of docs/python.md, run as they stand there."""

import contextlib
import io

import pytest
from tests.docs.examples import blocks

PAGE = "docs/python.md"
BLOCKS = blocks(PAGE)
# Each example with what it prints: a block of text without a title right after it.
EXAMPLES = [
    (block, after.text if after is not None and after.language == "text" and not after.title else "")
    for block, after in zip(BLOCKS, [*BLOCKS[1:], None], strict=True)
    if block.language == "python"
]


def _id(value):
    return value.heading.replace(" ", "-") if hasattr(value, "heading") else ""


@pytest.mark.parametrize(("example", "printed"), EXAMPLES, ids=_id)
def test_example(example, printed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for block in BLOCKS:
        if block.title:
            (tmp_path / block.title).write_text(block.text, encoding="utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = compile("\n" * (example.line - 1) + example.text, PAGE, "exec", dont_inherit=True)
        exec(code, {"__name__": "__main__"})  # noqa: S102 - our own example
    assert printed in {out.getvalue(), ""}


def test_every_example_shows_something():
    assert len(EXAMPLES) >= 10
    assert all("assert " in example.text or printed for example, printed in EXAMPLES)
