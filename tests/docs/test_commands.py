"""Every block of commands in README and docs runs as it stands, page by page, unless it is marked ``no-run`` with a reason.

A comment before a block, which is not shown, says what is to be there: ``<!-- before: commands -->``, or why the block is not
run: ``<!-- no-run: reason -->``. A block with a title is a file that the reader saves. The tutorial has a test of its own.
"""

import re

import pytest
from tests.docs.clone import Clone
from tests.docs.examples import ROOT, blocks

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md"))
)
OWN_TEST = "docs/tutorial.md"
WITH_COMMANDS = [page for page in PAGES if any(block.language == "sh" for block in blocks(page))]
SHELLS = {"bash", "console", "shell", "zsh"}


@pytest.mark.parametrize("page", PAGES)
def test_commands_stand_in_blocks_that_are_run(page):
    """No indented block, no other name for the shell, no command in a block of plain text."""
    text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    if page != "docs/api.md":  # indented lines are options there
        assert re.findall(r"(?:\A|\n\n)    \S.*", text) == []
    assert not {block.language for block in blocks(page)} & SHELLS
    if page != "docs/cli.md":  # usage lines, made from the commands
        plain = [block for block in blocks(page) if block.language == "text"]
        assert [block for block in plain if re.match(r"(?:translator|python3?|pip|make) ", block.text)] == []


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_what_is_not_run_says_why(page):
    for block in blocks(page):
        if block.language == "sh" and block.no_run is not None:
            assert len(block.no_run.split()) >= 3, f"{page}, line {block.line}"


@pytest.mark.parametrize(
    "page",
    [
        page
        for page in WITH_COMMANDS
        if page != OWN_TEST and any(block.language == "sh" and block.no_run is None for block in blocks(page))
    ],
)
def test_the_commands_of_a_page_run_as_they_stand(page, tmp_path):
    clone = Clone(tmp_path)
    ran = 0
    for block in blocks(page):
        if block.title:
            (clone.folder / block.title).write_text(block.text, encoding="utf-8")
        elif block.language == "sh" and block.no_run is None:
            if block.before:
                clone.run(block.before)
            clone.run(block.text)
            ran += 1
    assert ran


def test_the_readmes_main_commands_are_run():
    ran = "".join(block.text for block in blocks("README.md") if block.language == "sh" and block.no_run is None)
    for command in ("translate", "glossary check", "review read", "review apply", "batch"):
        assert f"translator {command} " in ran
