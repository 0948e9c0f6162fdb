"""``translator doctor`` as a process, in states that really are broken."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from translator.doctor import CHECKS, SCHEMA

# Makes a package impossible to import, before anything else runs.
_HIDING = """
import sys

class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {name!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Hide())
"""


@pytest.fixture
def doctor(tmp_path):
    """Run ``doctor --json`` (or other arguments) in a home of its own; gives the process and what it printed."""

    def run(*arguments, home=tmp_path / "home", cwd=tmp_path, user=None, **environment):
        if not home.exists():
            home.mkdir(mode=0o755)
        path = os.pathsep.join(filter(None, (environment.pop("BEFORE", ""), *map(os.path.abspath, filter(None, sys.path)))))
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ARGOS_"))}
        clean |= {"HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": path} | environment
        done = subprocess.run(
            [sys.executable, "-m", "translator", "doctor", *(arguments or ("--json",))],
            env=clean, cwd=cwd, capture_output=True, check=False, user=user, group=user, extra_groups=[] if user else None,
        )  # fmt: skip
        assert b"Traceback" not in done.stderr, done.stderr
        return done, json.loads(done.stdout) if not arguments else done.stdout.decode("utf-8", "replace")

    return run


def verdicts(data, *, of="fault"):
    return {item["what"] for item in data["checks"] if item["verdict"] == of}


def test_a_machine_in_order(doctor):
    done, data = doctor()
    assert done.returncode == 0
    assert (data["schema"], data["can_translate"]) == (SCHEMA, True)
    assert list(dict.fromkeys(item["check"] for item in data["checks"])) == list(CHECKS)
    assert verdicts(data) == set()
    for item in data["checks"]:
        assert set(item) == {"check", "what", "verdict", "detail", "remedy", "facts"}


def test_the_table_is_plain_on_a_pipe_and_has_the_remedies_below_the_faults(doctor):
    done, text = doctor("--model", "none")
    assert done.returncode == 1
    lines = text.splitlines()
    assert "\x1b" not in text
    at = next(number for number, line in enumerate(lines) if line.startswith("FAULT model "))
    assert lines[at + 1].strip().startswith("-> give a .argosmodel file")
    assert lines[-1].startswith("No article can be translated as usual. (2 faults, ")
    assert done.stderr == b""


def test_the_table_fits_a_narrow_terminal(doctor):
    _, text = doctor("--model", "starter", COLUMNS="70")
    assert all(len(line) <= 70 or " " not in line.strip()[20:] for line in text.splitlines())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_the_letters_stops_nothing(doctor, encoding):
    done, text = doctor("--model", "starter", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "PYTHONUTF8=1" in text


@pytest.mark.parametrize(
    ("module", "name", "status"),
    [
        ("ctranslate2", "ctranslate2", 1),
        ("argostranslate", "argos-translate-lt", 1),
        ("lxml", "lxml", 1),
        ("platformdirs", "platformdirs", 1),
        ("rapidfuzz", "rapidfuzz", 1),
        ("openpyxl", "openpyxl", 0),
        ("docx", "python-docx", 0),
    ],
)
def test_a_missing_package(doctor, tmp_path, module, name, status):
    (tmp_path / "sitecustomize.py").write_text(_HIDING.format(name=module), encoding="utf-8")
    done, data = doctor(BEFORE=str(tmp_path))
    assert done.returncode == status
    assert name in verdicts(data, of="fault" if status else "warning")
    remedy = next(item["remedy"] for item in data["checks"] if item["what"] == name)
    assert remedy.startswith(f'pip install "{name}>=')


def test_other_commands_send_to_doctor_for_a_missing_package(tmp_path, article_file):
    (tmp_path / "sitecustomize.py").write_text(_HIDING.format(name="ctranslate2"), encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), *map(os.path.abspath, filter(None, sys.path))))
    done = subprocess.run(
        [sys.executable, "-m", "translator", "translate", str(article_file)],
        env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("'translator doctor' says what to install [installation]\n")


def test_a_home_that_is_a_file(doctor, tmp_path):
    (tmp_path / "home").write_text("no folder")
    done, data = doctor()
    assert done.returncode == 1
    assert "memory" in verdicts(data)
    assert "models' folder" in verdicts(data, of="warning")
    assert "--no-memory" in next(item["remedy"] for item in data["checks"] if item["check"] == "memory")
    sentence = data["checks"][-1]
    assert (sentence["check"], sentence["verdict"]) == ("sentence", "ok")


@pytest.fixture
def shared():
    """A folder that another user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="translator-doctor-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of this kind are on POSIX systems")
def test_a_home_and_a_folder_that_cannot_be_written(doctor, shared):
    nobody = 65534 if os.geteuid() == 0 else None  # root may write everywhere
    if nobody and not _may_run(nobody):
        pytest.skip("another user cannot run this Python")
    for name in ("home", "work"):
        (shared / name).mkdir()
        (shared / name).chmod(0o555)
    done, data = doctor(home=shared / "home", cwd=shared / "work", user=nobody)
    assert done.returncode == 1
    assert verdicts(data) == {"memory", "disk: memory"}
    assert {"disk: here", "disk: memory", "disk: records"} <= verdicts(data, of="warning")


def _may_run(user):
    path = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    try:
        done = subprocess.run(
        [sys.executable, "-c", "import translator.cli"],
        env=os.environ | {"PYTHONPATH": path},
        cwd="/", user=user, group=user, extra_groups=[], capture_output=True, check=False,
    )  # fmt: skip
    except PermissionError:
        return False
    return done.returncode == 0


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system where not even root may write")
def test_a_file_system_that_cannot_be_written(doctor):
    done, data = doctor(home=Path("/proc/self"), cwd=Path("/proc/self"))
    assert done.returncode == 1
    assert verdicts(data) == {"memory", "disk: memory"}
    assert {"disk: here", "disk: records", "models' folder"} <= verdicts(data, of="warning")


def test_damaged_models_and_a_damaged_memory(doctor, tmp_path):
    packages, memory = tmp_path / "packages", tmp_path / "memory.sqlite3"
    (packages / "it_en" / "model").mkdir(parents=True)
    (packages / "it_en" / "metadata.json").write_text("{broken")
    memory.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done, text = doctor("--memory", str(memory), ARGOS_PACKAGES_DIR=str(packages))
    assert done.returncode == 0
    assert "warn  broken model" in text
    assert "is damaged" in text
    assert memory.stat().st_size == 5016
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "memory.sqlite3", "packages"]


def test_a_damaged_record_of_models_is_a_warning(doctor, tmp_path):
    from translator.translation import starter_package

    shutil.copytree(starter_package().location, tmp_path / "packages" / "it_en")
    state = tmp_path / "state"
    (state / "translator").mkdir(parents=True)
    (state / "translator" / "models.json").write_text("{broken")
    done, data = doctor(ARGOS_PACKAGES_DIR=str(tmp_path / "packages"), XDG_STATE_HOME=str(state))
    assert done.returncode == 0
    assert "model's files" in verdicts(data, of="warning")


def test_the_guide_names_every_check(samples):
    guide = (samples.parent / "docs" / "installation.md").read_text(encoding="utf-8")
    for check in CHECKS:
        assert f"| `{check}` |" in guide
    assert SCHEMA in guide
