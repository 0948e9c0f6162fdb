"""The translation memory in batches: reviewers' sentences are used, the machine's work is not done twice, nothing else changes."""

import pytest
from tests.batch.runs import hashes
from tests.translation.memory_samples import entry

from translator.batch.manifest import Manifest
from translator.batch.resume import Action
from translator.batch.runner import Options, Runner
from translator.errors import MemoryStoreError, UsageError
from translator.translation.memory.location import default_path
from translator.translation.memory.store import Memory

ACCEPTED = "The ship is leaving."


@pytest.fixture
def memory(tmp_path):
    """A memory in which a reviewer's sentence stands that the articles have, too."""
    path = tmp_path / "desk.sqlite3"
    with Memory(path) as opened:
        opened.accept([entry("La nave parte.", ACCEPTED)])
    return path


def test_an_accepted_sentence_is_used_and_counted(session, memory):
    session.run(session.job(memory=str(memory), settings={"formats": ("txt",)}))
    assert ACCEPTED in (session.output / "porto.it-en.txt").read_text(encoding="utf-8")
    record = Manifest(session.output).records["porto.txt"]
    assert record.findings["memory-used"] == 1
    assert "accepted:1" in record.signature


def test_what_was_translated_once_is_recalled_with_equal_outputs(session, memory):
    session.run(session.job(memory=str(memory)))
    first = hashes(session.output)
    with Memory(memory) as opened:
        assert opened.stats().machine == 6  # of seven segments one is the reviewer's
    session.output = session.folder / "again"
    session.run(session.job(output=session.output, memory=str(memory)))
    assert hashes(session.output) == first
    session.output = session.folder / "without"
    session.run(session.job(output=session.output))
    without = hashes(session.output)
    assert {name for name in first if first[name] != without[name]} == {"porto.it-en.txt"}


def test_a_sentence_accepted_later_does_not_touch_an_article_that_is_done(session, memory):
    job = session.job(memory=str(memory))
    session.run(job)
    with Memory(memory) as opened:
        opened.accept([entry("La scuola riapre lunedì.", "School starts again on Monday.")])
    assert session.run(job).skipped == 4


def test_another_memory_or_none_does_the_articles_again(session, memory, tmp_path):
    session.run(session.job(memory=str(memory)))
    for other in (False, str(tmp_path / "other.sqlite3")):
        decisions = session.plan(session.job(memory=other)).decisions
        assert {(item.action, item.reason) for item in decisions} == {(Action.RUN, "the use of the memory changed")}


def test_without_a_word_the_users_own_memory_is_used(session):
    assert Runner(session.job(memory=None), Options(), print)._memory == default_path()
    assert Runner(session.job(memory=False), Options(), print)._memory is None


def test_a_cluster_does_without_and_refuses_one_that_is_asked_for(session, memory):
    address = "tcp://127.0.0.1:1"
    runner = Runner(session.job(memory=None), Options(scheduler=address), print)
    assert (runner._memory, runner.job.memory) == (None, False)
    with pytest.raises(UsageError, match="--no-memory"):
        Runner(session.job(memory=str(memory)), Options(scheduler=address), print)


def test_a_file_that_is_no_memory_stops_the_run_before_anything_is_written(session):
    other = session.write("notes.txt", "not a database " * 100)
    runner = Runner(session.job(memory=str(other)), Options(), print)
    with runner, pytest.raises(MemoryStoreError):
        runner.run()
    assert not list(session.output.glob("*.it-en.*"))


def test_a_memory_that_was_damaged_is_told_of(session, memory):
    memory.write_bytes(b"SQLite format 3\0" + b"damaged " * 1000)
    runner = Runner(session.job(memory=str(memory)), Options(), session.events.append)
    with runner:
        runner.run()
    assert any("damaged" in note for note in session.notes())
    assert len(hashes(session.output)) == 4


def test_each_thread_has_a_connection_of_its_own(session, memory):
    """Two articles at a time in one process, and both fill the memory."""
    job = session.job(memory=str(memory))
    runner = Runner(job, Options(workers=2), session.events.append)
    with runner:
        assert runner.run().done == 4
    assert session.errors() == {}
    with Memory(memory) as opened:
        assert opened.stats().machine == 6
