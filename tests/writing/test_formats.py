import datetime

import pytest

from translator.errors import UsageError
from translator.writing import output_date


def test_the_day_is_that_of_source_date_epoch(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert output_date() == datetime.date(2023, 11, 14)


@pytest.mark.parametrize("value", ["", "tomorrow", "9" * 30])
def test_a_wrong_source_date_epoch_is_named(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        output_date()
