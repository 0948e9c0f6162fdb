"""What the tests of single rules share."""

import pytest

from translator.typography import Style, Variety, finish


@pytest.fixture
def american():
    """The finished target in American English, of a source that is empty or given."""
    return lambda target, source="", **options: finish(source, target, **options)[0]


@pytest.fixture
def british():
    return lambda target, source="", **options: finish(source, target, style=Style(Variety.BRITISH), **options)[0]
