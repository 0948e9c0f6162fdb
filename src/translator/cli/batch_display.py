"""What a batch shows while it is at work: a bar on a terminal, lines on a pipe, or JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Self

import click

from translator.batch.progress import ArticleEnded, Ended, Meter, Note, Started, event_data
from translator.cli.articles import warn
from translator.reading.files import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from translator.batch.manifest import Record
    from translator.batch.progress import Event, Summary

_HOUR, _MINUTE = 3600, 60


class Display:
    """Shows the events of a run; use it in a ``with`` statement.

    ``log_json``: one JSON object a line on standard output, and nothing else. ``quiet``: failures and notes only. Otherwise
    on standard error: a bar where that is a terminal, else a line for each article.
    """

    def __init__(self, *, log_json: bool, quiet: bool) -> None:
        self._json = log_json
        self._quiet = quiet
        self._meter = Meter(0, 0)
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._heard = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end_bar()

    def __call__(self, event: Event) -> None:
        """Show ``event``; once nobody reads any more (a closed pipe), nothing: the manifest has it all."""
        if not self._heard:
            return
        try:
            self._show(event)
        except BrokenPipeError:
            self._heard = False

    def _show(self, event: Event) -> None:
        if self._json:
            click.echo(json.dumps(event_data(event)))
            return
        match event:
            case Started():
                self._start(event)
            case ArticleEnded():
                self._article(event)
            case Note(message):
                warn(message)
            case Ended(summary):
                self._end_bar()
                if not self._quiet:
                    self._line(ended(summary))

    def _start(self, event: Started) -> None:
        self._meter = Meter(event.run, event.size)
        if self._quiet or not event.run:
            return
        if sys.stderr.isatty():
            self._start_bar()
        else:
            self._line(f"{event.run} of {event.total} articles to translate")

    def _start_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self._task = self._bar.add_task("translating", total=self._meter.articles)
        self._bar.start()

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _article(self, event: ArticleEnded) -> None:
        self._meter.count(event)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._meter.done, description=_pace(self._meter))
        if event.record.error:
            self._line(f"failed {event.record.error}: {event.record.message}")
        elif self._bar is None and not self._quiet:
            self._line(f"[{self._meter.done}/{self._meter.articles}] {_done(event.record)}")
        for note in () if self._quiet else event.record.notes:
            self._line(f"Warning: {printable(event.record.input)}: {note}")

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(text, err=True)


def _done(record: Record) -> str:
    parts = [_plural(record.segments, "segment")]
    if record.terms:
        parts.append(", ".join(f"{number} {status}" for status, number in record.terms.items()))
    return f"{printable(record.input)}: {'; '.join(parts)}; {record.seconds:.1f} s"


def _pace(meter: Meter) -> str:
    parts = [f"{meter.rate():.1f} a minute"]
    remaining = meter.remaining()
    if remaining is not None:
        parts.append(f"{duration(remaining)} left")
    if meter.failed:
        parts.append(f"{meter.failed} failed")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """``2:05:07``, ``5:07``."""
    whole = round(seconds)
    hours, minutes = whole // _HOUR, whole % _HOUR // _MINUTE
    return f"{hours}:{minutes:02}:{whole % _MINUTE:02}" if hours else f"{minutes}:{whole % _MINUTE:02}"


def ended(summary: Summary) -> str:
    """The last line of a run."""
    parts = [f"{summary.done} translated", f"{summary.skipped} up to date", f"{summary.failed} failed"]
    if summary.not_run:
        parts.append(f"{summary.not_run} not begun")
    if summary.missing_terms:
        parts.append(f"{_plural(summary.missing_terms, 'term')} missing")
    return f"{_plural(summary.total, 'article')}: {', '.join(parts)}; {duration(summary.seconds)}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
