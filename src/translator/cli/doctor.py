"""``translator doctor``."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from translator.cli import completion as complete
from translator.cli.memories import memory_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from translator.doctor import Examination, Result

# In the order of the verdicts' names; words, so that nothing depends on colours or on rare characters.
_MARKS = {"ok": ("ok", "green"), "info": ("info", "blue"), "warning": ("warn", "yellow"), "fault": ("FAULT", "red")}
_MARK_WIDTH = 6
_PIPE_WIDTH = 110
_LEAST_DETAIL = 30


@click.command("doctor", short_help="Say whether all is well here, and what to do if not.")
@click.option(
    "--model", metavar="NAME|FILE|FOLDER", shell_complete=complete.models, help="The model to look at, as for 'translate'."
)
@memory_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON (schema translator.doctor/1) instead of a table.")
def command(*, model: str | None, memory_path: Path | None, as_json: bool) -> int:
    """Say whether an article can be translated on this machine, and what to do where it cannot.

    Python, packages, models, memory, fonts and disk are looked at, and one sentence is translated. Nothing is kept or
    repaired, and no connection is opened. Exit status 0 when an article can be translated, whatever the warnings; else 1.
    """
    from translator.doctor import as_data, examine

    examination = examine(model=model, memory=memory_path, encoding=sys.stdout.encoding)
    if as_json:
        sys.stdout.buffer.write(
            (json.dumps(as_data(examination), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
        )
    else:
        for line in _table(examination):
            click.echo(line)
    return 0 if examination.can_translate else 1


def _table(examination: Examination) -> Iterator[str]:
    """A line or more for each result, the remedy below it, and the verdict."""
    from translator.doctor import Verdict

    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    label = max(len(result.what) for result in examination.results)
    for result in examination.results:
        yield from _row(result, label, width)
    counts = ", ".join(
        f"{number} {verdict}{'' if number == 1 else 's'}"
        for verdict in (Verdict.FAULT, Verdict.WARNING)
        if (number := examination.count(verdict))
    )
    verdict = "An article can be translated." if examination.can_translate else "No article can be translated as usual."
    yield ""
    yield f"{verdict} ({counts})" if counts else verdict


def _row(result: Result, label: int, width: int) -> Iterator[str]:
    mark, colour = _MARKS[result.verdict]
    indent = _MARK_WIDTH + label + 2
    room = max(width - indent, _LEAST_DETAIL)
    details = textwrap.wrap(result.detail, room, break_on_hyphens=False) or [""]
    remedies = (
        textwrap.wrap(f"-> {result.remedy}", room, subsequent_indent="   ", break_on_hyphens=False) if result.remedy else []
    )
    head = click.style(f"{mark:<{_MARK_WIDTH}}", fg=colour, bold=result.verdict == "fault")
    yield f"{head}{result.what:<{label}}  {details[0]}"
    yield from (f"{'':{indent}}{line}" for line in (*details[1:], *remedies))
