import pytest
from tests.batch.runs import TEXTS, Session


@pytest.fixture
def session(tmp_path, decoder):
    made = Session(tmp_path, decoder)
    for name, text in TEXTS.items():
        made.write(name, text)
    return made
