"""Checks that are run unasked must be silent on human translations."""

from collections import Counter

import pytest

from translator.quality import CHECKS, DEFAULT_CODES, check_segment


@pytest.fixture
def pairs(samples):
    found = []
    for italian in sorted((samples / "reference").glob("*.it.txt")):
        english = italian.with_name(italian.name.replace(".it.", ".en."))
        sides = [path.read_text(encoding="utf-8").splitlines() for path in (italian, english)]
        found += zip(*sides, strict=True)
    return found


def test_no_check_finds_fault_with_more_than_two_per_cent(pairs):
    raised = Counter(code for pair in pairs for code in {finding.code for finding in check_segment(*pair)})
    assert len(pairs) > 150
    assert all(number <= len(pairs) / 50 for number in raised.values()), raised


def test_the_table_in_the_docs_is_the_list_of_checks(samples):
    text = (samples.parent / "docs" / "checks.md").read_text(encoding="utf-8")
    for check in CHECKS:
        unasked = "yes" if check.code in DEFAULT_CODES else "no"
        assert f"| `{check.code}` | {check.severity} | {unasked} | {check.description} |" in text
