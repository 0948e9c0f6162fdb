import pytest

from translator.batch.manifest import Record
from translator.batch.progress import ArticleEnded, Ended, Meter, Note, Started, Summary, event_data
from translator.cli.batch_display import duration


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def ended(size, error=""):
    return ArticleEnded(Record("a.txt", "failed" if error else "done", error=error), size)


def test_rate_and_remaining_time():
    clock = Clock()
    meter = Meter(4, 4000, clock=clock)
    assert meter.remaining() is None
    clock.now += 10
    meter.count(ended(1000))
    assert meter.rate() == 6
    assert meter.remaining() == 30
    clock.now += 10
    meter.count(ended(2000, error="input"))
    assert (meter.done, meter.failed) == (2, 1)
    assert meter.remaining() == pytest.approx(1000 * 20 / 3000)


def test_the_remaining_time_follows_the_last_minute():
    clock = Clock()
    meter = Meter(300, 300_000, clock=clock)
    for _ in range(100):
        clock.now += 10
        meter.count(ended(1000))
    slow = meter.remaining()
    for _ in range(100):
        clock.now += 1
        meter.count(ended(1000))
    assert slow == pytest.approx(2000, rel=0.01)
    assert meter.remaining() == pytest.approx(100, rel=0.02)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Started(3, 2, 500), {"event": "started", "total": 3, "run": 2, "size": 500}),
        (Note("x"), {"event": "note", "message": "x"}),
        (Ended(Summary(total=3, failed=1)), {"event": "ended", "total": 3, "failed": 1}),
        (ended(5, error="input"), {"event": "article", "input": "a.txt", "state": "failed", "error": "input"}),
    ],
    ids=["started", "note", "ended", "article"],
)
def test_events_for_programs(event, expected):
    assert expected.items() <= event_data(event).items()


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59.6, "1:00"), (3725, "1:02:05")])
def test_durations(seconds, shown):
    assert duration(seconds) == shown
