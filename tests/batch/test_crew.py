"""Real processes: what they give, and what becomes of their work when they are killed."""

import datetime
import os
import signal

import pytest
from tests.batch.runs import needs_posix

from translator.batch.crew import LocalCrew
from translator.batch.errors import WorkerLostError
from translator.batch.job import Settings
from translator.batch.materials import open_materials
from translator.batch.work import Order, Recipe, Workbench, attempt
from translator.errors import ModelError
from translator.translation import Decoding, starter_package

SETTINGS = Settings(formats=("txt",), glossaries=(), name_guard=False)


@pytest.fixture(scope="module")
def recipe():
    return Recipe("starter", starter_package().sha256(), Decoding(beam=1), 20_000)


@pytest.fixture(scope="module")
def materials():
    return open_materials(SETTINGS)


@pytest.fixture
def crew(recipe):
    made = LocalCrew(recipe, workers=2)
    yield made
    made.close(at_once=True)


def order(number, text="Il porto riapre."):
    return Order(number, f"{number}.txt", ".txt", text.encode(), 0, datetime.date(2026, 1, 1))


def gathered(crew, number):
    found = {}
    while len(found) < number:
        for outcome in crew.results(1.0):
            assert outcome.number not in found
            found[outcome.number] = outcome
    return found


def test_processes_give_what_one_process_gives(crew, recipe, materials, fast_decoder):
    bench = Workbench(recipe, {0: materials}, cores=1)
    bench._decoder = fast_decoder
    orders = [order(number, f"Il porto riapre dopo {number} giorni.") for number in range(4)] + [order(4, "")]
    for item in orders:
        crew.submit(item, materials)
    found = gathered(crew, 5)
    for item in orders:
        alone = attempt(item, bench)
        assert found[item.number].outputs == alone.outputs
        assert type(found[item.number].error) is type(alone.error)
    assert found[4].error.code == "input-empty"


@needs_posix
def test_the_work_of_a_killed_process_is_done_by_another(crew, materials):
    for number in range(3):
        crew.submit(order(number), materials)
    for worker in filter(None, crew._workers):
        worker.ready = True  # it will not say so any more
        os.kill(worker.process.pid, signal.SIGKILL)
    found = gathered(crew, 3)
    assert [outcome.error for outcome in found.values()] == [None] * 3
    assert any("tried again" in note for note in crew.notes())


@needs_posix
def test_one_process_that_cannot_begin_is_done_without(crew, materials):
    for number in range(4):
        crew.submit(order(number), materials)
    first, second = filter(None, crew._workers)
    second.ready = True
    os.kill(first.process.pid, signal.SIGKILL)
    assert len(gathered(crew, 4)) == 4
    assert any("could not begin" in note for note in crew.notes())
    assert crew.room() > 0
    for number in range(4, 6):
        crew.submit(order(number), materials)
    assert len(gathered(crew, 2)) == 2
    assert crew._workers.count(None) == 1


@needs_posix
def test_no_process_that_can_begin_ends_the_run(recipe, materials):
    crew = LocalCrew(recipe, workers=1)
    crew.submit(order(1), materials)
    os.kill(crew._workers[0].process.pid, signal.SIGKILL)
    with pytest.raises(WorkerLostError, match="before it could begin"):
        gathered(crew, 1)
    crew.close(at_once=True)


@needs_posix
def test_an_article_that_kills_twice_has_failed(crew, materials):
    crew.submit(order(1), materials)
    for _ in range(2):
        (worker,) = filter(None, crew._workers)
        worker.ready = True
        os.kill(worker.process.pid, signal.SIGKILL)
        found = crew.results(10.0)
    assert [(outcome.number, outcome.error.code) for outcome in found] == [(1, "worker-lost")]
    crew.submit(order(2), materials)
    assert gathered(crew, 1)[2].error is None


def test_another_model_than_planned_ends_the_run(materials):
    crew = LocalCrew(Recipe("starter", "0" * 64, Decoding(beam=1), 20_000), workers=1)
    crew.submit(order(1), materials)
    with pytest.raises(ModelError, match="another model"):
        gathered(crew, 1)
    crew.close(at_once=True)


def test_what_nobody_foresaw_fails_one_article(recipe, materials):
    bench = Workbench(recipe, {}, cores=1)  # without materials: a mistake of the program
    outcome = attempt(order(1), bench)
    assert outcome.error.code == "unexpected"
    assert "KeyError" in str(outcome.error)
