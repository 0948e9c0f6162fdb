"""Entries and clocks for the tests of the translation memory."""

from datetime import UTC, datetime, timedelta

from translator.translation.memory.store import Accepted, MachineKey

FIRST_DAY = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def entry(source="Il porto riapre.", target="The port reopens.", day=0, **others):
    """An accepted target, some days after the first day."""
    return Accepted(source, target, FIRST_DAY + timedelta(days=day), **others)


def key(source="Il porto riapre.", model="ab" * 32, recipe="beam:4"):
    return MachineKey(source, model, recipe)


class Clock:
    """A clock that goes on by a minute with every look."""

    def __init__(self):
        self.now = FIRST_DAY

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now
