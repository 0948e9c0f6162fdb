from dataclasses import dataclass

import pytest
from tests.models.conftest import downloads, index, packages, server, session_package  # noqa: F401 - fixtures

from translator import cli


@dataclass
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary):
    """Run the command line in this process."""

    def run(*arguments, status=0):
        code = cli.run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        result = Result(code, out.decode("utf-8", "replace"), err.decode())
        assert result.status == status, result
        assert "Traceback" not in result.err
        return result

    return run
