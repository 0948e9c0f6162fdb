"""docs/typography.md says of every rule what it does, and its example does what it says."""

import re
from pathlib import Path

from tests.docs.examples import blocks

from translator.article import Span
from translator.typography import RULES, WORD_RULES, Rule, moved, number_only

TEXT = (Path(__file__).parents[2] / "docs" / "typography.md").read_text(encoding="utf-8")


def test_every_rule_is_in_the_table_in_its_order():
    rows = re.findall(r"^\| `([a-z-]+)`( \(words\))? \|", TEXT, re.MULTILINE)
    assert [name for name, _ in rows] == list(Rule) == list(RULES)
    assert {name for name, words in rows if words} == WORD_RULES


def test_the_example_is_right():
    (example,) = [block.text for block in blocks("docs/typography.md") if block.language == "python"]
    names = {}
    exec(compile(example, "docs/typography.md", "exec"), names)  # noqa: S102 - our own example
    assert f"# {names['finished']}\n" in example
    assert moved(Span(27, 31), names["changes"]) == Span(28, 32)
    assert number_only("1.234,5") == "1,234.5"
