import importlib
import sys

import pytest

from translator.translation import starter_package


@pytest.fixture
def engine():
    return importlib.import_module("engine")


@pytest.fixture
def processes():
    return importlib.import_module("processes")


@pytest.fixture
def arena(tmp_path):
    contestants = importlib.import_module("engine_contestants")
    return contestants.Arena(tmp_path, starter_package().location, ["La Norvegia firma il piano.", "Grazie a tutti."])


def test_every_contestant_translates_every_line(arena, processes):
    for contestant in (arena.plain(), arena.bare(tuned=True), arena.bare(tuned=False), arena.argos()):
        cost = processes.run(contestant.command, environment=contestant.environment)
        first, second = contestant.lines()
        assert "Norway" in first, contestant.name
        assert "hank" in second, contestant.name
        assert cost.processor > 0.05
        assert cost.peak > 20e6


def test_a_failing_contestant_is_no_result(processes):
    with pytest.raises(SystemExit, match="no such thing"):
        processes.run([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_a_run_can_be_confined_to_one_core(processes, tmp_path):
    seen = tmp_path / "seen"
    code = f"import os; open({str(seen)!r}, 'w').write(str(len(os.sched_getaffinity(0))))"
    processes.run([sys.executable, "-c", code], cores=1)
    assert seen.read_text(encoding="ascii") == "1"


def test_lines_of_a_long_article_differ_and_are_alike_in_length(engine):
    lines = ["uno " * 5, "due " * 15, "tre " * 10]
    found = engine.numbered(lines, 1000)
    assert len(set(found)) == 1000
    first, second = (sum(map(len, half)) for half in (found[:501], found[501:]))
    assert 0.9 < first / second < 1.1


def test_the_repositorys_own_lines_are_aligned(engine, monkeypatch, tmp_path):
    monkeypatch.setattr(engine, "SHARED", tmp_path / "none")
    text = engine.read(None, None)
    assert len(text.sources) == len(text.references) > 400


def test_files_that_are_not_aligned_are_refused(engine, tmp_path):
    (tmp_path / "a.it").write_text("Uno.\nDue.\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("One.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="2 Italian lines for 1 English"):
        engine.read(tmp_path / "a.it", tmp_path / "a.en")


@pytest.mark.parametrize(
    ("limits", "holds"), [({"least": 0.9}, True), ({"least": 1.1}, False), ({"most": 1.0}, True), ({"most": 0.99}, False)]
)
def test_a_bound_says_whether_it_is_kept(engine, limits, holds):
    bound = engine.Bound("speed", 1.0, **limits)
    assert bound.holds is holds
    assert str(bound).startswith("kept: speed 1.00" if holds else "MISSED: speed 1.00")


def test_ratios_are_those_of_one_turn(engine, processes):
    one, other = ([processes.Run(clock, clock * 2, 100) for clock in clocks] for clocks in ([2.0, 40.0, 6.0], [1.0, 20.0, 2.0]))
    assert engine.times(one, other) == 2.0
    assert engine.median(one) == processes.Run(6.0, 12.0, 100)


def test_tables_are_plain_or_markdown(engine):
    table = ("Title", ["", "s"], [["ours", "1.5"]])
    assert engine.rendered(*table, markdown=True).splitlines() == [
        "### Title",
        "",
        "|  | s |",
        "| --- | --: |",
        "| ours | 1.5 |",
    ]
    assert engine.rendered(*table, markdown=False).splitlines() == ["Title", "        s", "ours  1.5"]
