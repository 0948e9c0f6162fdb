import pytest

from translator import __version__


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("batch",),
        ("doctor",),
        ("glossary",),
        ("glossary", "candidates"),
        ("memory",),
        ("memory", "forget"),
        ("models",),
        ("models", "install"),
        ("review",),
        ("review", "apply"),
        ("review", "read"),
        ("segment",),
        ("translate",),
        ("watch",),
    ],
)
def test_help_of_every_command(run, arguments):
    assert "Usage: translator" in run(*arguments, "--help").out


@pytest.mark.parametrize("group", [(), ("glossary",), ("memory",), ("models",), ("review",)])
def test_no_summary_of_a_command_is_cut_short(run, group):
    _, _, commands = run(*group, "--help").out.partition("Commands:")
    summaries = commands.split("\n\n")[0].strip().splitlines()
    assert len(summaries) > 1
    assert all(line.endswith(".") and not line.endswith("...") for line in summaries)


def test_help_explains_by_example(run):
    out = run("--help").out
    assert "translator translate articolo.txt" in out
    assert "Exit status" in out
    for command in ("batch", "doctor", "glossary", "memory", "models", "review", "segment", "translate", "watch"):
        assert command in out


def test_version(run):
    assert run("--version").out == f"translator {__version__}\n"


@pytest.mark.parametrize("arguments", [("fly",), ("translate",), ()])
def test_no_or_unknown_command_is_wrong_usage(run, arguments):
    assert run(*arguments, status=2)


def test_examples_stand_on_lines_of_their_own(run):
    assert "\n    translator translate articolo.docx -g desk.csv -g world -o out/\n" in run("translate", "--help").out
