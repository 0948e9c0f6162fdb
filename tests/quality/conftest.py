"""What the tests of single checks share."""

import pytest

from translator.quality import CHECKS, check_segment

ALL = frozenset(check.code for check in CHECKS)


@pytest.fixture
def findings():
    """The findings of one code on a pair, as (source text, target text); None where there is no span."""

    def found(code, source, target, **options):
        return [
            tuple(
                None if span is None else text[span.start : span.end]
                for span, text in ((finding.source_span, source), (finding.target_span, target))
            )
            for finding in check_segment(source, target, codes=ALL, **options)
            if finding.code == code
        ]

    return found


@pytest.fixture
def messages():
    """The messages of one code on a pair."""

    def found(code, source, target, **options):
        return [finding.message for finding in check_segment(source, target, codes=ALL, **options) if finding.code == code]

    return found
