import pytest
from tests.batch.runs import BEAM, TEXTS, Session

from translator.translation import Decoder, Decoding, starter_package


@pytest.fixture(scope="session")
def fast_decoder():
    return Decoder(starter_package(), Decoding(beam=BEAM))


@pytest.fixture
def session(tmp_path, fast_decoder):
    made = Session(tmp_path, fast_decoder)
    for name, text in TEXTS.items():
        made.write(name, text)
    return made
