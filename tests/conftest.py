"""What all tests share: nothing of the user's own (models, records of outputs) is seen or touched, and one open starter model."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

# Before anything reads them: Argos Translate's settings are evaluated on import.
_HOME = Path(tempfile.mkdtemp(prefix="translator-tests-"))
for _name, _folder in {
    "ARGOS_PACKAGES_DIR": "packages",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}.items():
    os.environ[_name] = str(_HOME / _folder)
os.environ.pop("SOURCE_DATE_EPOCH", None)

from translator.translation import Decoder, starter_package  # noqa: E402 - after the environment is set

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="session", autouse=True)
def _remove_home():
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def decoder():
    return Decoder(starter_package())


@pytest.fixture
def article_file(tmp_path):
    """A short article of our own with terms, a list and boilerplate."""
    path = tmp_path / "articolo.txt"
    path.write_text(
        "Il porto di Valdora riapre\n\n"
        "Il ministro russo è arrivato a Mosca. «Siamo pronti», ha detto il sindaco Lucio Prandelli.\n\n"
        "- Advertisement -\n\n"
        "La posizione dell’Ucraina non cambia.\n\n"
        "- Primo punto\n- Secondo punto\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def samples():
    return SAMPLES
