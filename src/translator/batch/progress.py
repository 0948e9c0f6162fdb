"""What a run tells while it is at work, and how fast it goes. Nothing is printed here."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.batch.manifest import Record

_WINDOW = 60.0  # seconds: the rate is that of the last minute


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended: numbers of articles.

    ``missing_terms`` are uses of terms that are not in the translations, those of articles passed over included. ``not_run``
    were left out because the run was stopped. ``seconds`` is the time of the whole run.
    """

    total: int = 0
    done: int = 0
    skipped: int = 0
    failed: int = 0
    not_run: int = 0
    missing_terms: int = 0
    interrupted: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Started:
    """The work begins: ``run`` of ``total`` articles are to be translated, of ``size`` bytes together."""

    total: int
    run: int
    size: int


@dataclass(frozen=True, slots=True)
class ArticleEnded:
    """An article was translated, or failed; ``size`` is that of its file in bytes, 0 when it was not even begun."""

    record: Record
    size: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the user should know, on one line."""

    message: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over."""

    summary: Summary


Event = Started | ArticleEnded | Note | Ended


def event_data(event: Event) -> dict[str, object]:
    """``event`` for a log that programs read."""
    match event:
        case Started():
            return {"event": "started", **asdict(event)}
        case ArticleEnded(record):
            shown = ("input", "state", "error", "message", "segments", "terms", "findings", "seconds", "outputs", "notes")
            return {"event": "article", **{key: value for key, value in asdict(record).items() if key in shown}}
        case Note(message):
            return {"event": "note", "message": message}
        case Ended(summary):
            return {"event": "ended", **asdict(summary)}


class Meter:
    """Counts articles as they end. ``clock`` gives seconds."""

    def __init__(self, articles: int, size: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.articles = articles
        self.done = 0
        self.failed = 0
        self._size = size
        self._done_size = 0
        self._clock = clock
        self._start = clock()
        self._recent: deque[tuple[float, int]] = deque([(self._start, 0)])

    def count(self, ended: ArticleEnded) -> None:
        """Take note of an article that ended."""
        self.done += 1
        self.failed += bool(ended.record.error)
        self._done_size += ended.size
        now = self._clock()
        self._recent.append((now, self._done_size))
        while len(self._recent) > 2 and now - self._recent[0][0] > _WINDOW:  # noqa: PLR2004 - two points make a rate
            self._recent.popleft()

    def rate(self) -> float:
        """Articles a minute since the start."""
        elapsed = self._clock() - self._start
        return 60 * self.done / elapsed if elapsed > 0 else 0.0

    def remaining(self) -> float | None:
        """Seconds until the end, by the size of what is left and the speed of the last minute; None when nobody can know."""
        (start, before), (_, after) = self._recent[0], self._recent[-1]
        elapsed = self._clock() - start
        if after <= before or elapsed <= 0:
            return None
        return (self._size - self._done_size) * elapsed / (after - before)
