"""``translator memory``."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli.articles import warn
from translator.cli.memories import memory_option, open_memory
from translator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translator.exchange import TranslationUnit
    from translator.translation.memory.store import Accepted


@click.group("memory", short_help="Show, fill, copy and empty the translation memory.")
def command() -> None:
    """Work on the translation memory.

    It keeps what reviewers accepted ('translator review apply' puts it there), which is used again for the same Italian
    sentence, and what the machine translated before, which saves time. It is one file, readable by you alone.
    """


@command.command("stats")
@memory_option
def stats(memory_path: Path | None) -> None:
    """Say where the memory is and what it holds."""
    with open_memory(memory_path) as memory:
        found = memory.stats()
        rows = {
            "file": str(found.path),
            "size": f"{found.size / 1e6:.1f} MB",
            "accepted": f"{found.accepted:,} sentences, {found.history:,} older versions",
            "from": f"{found.oldest:%Y-%m-%d} to {found.newest:%Y-%m-%d}" if found.oldest and found.newest else "nothing yet",
            "machine's": f"{found.machine:,} sentences, {found.machine_bytes / 1e6:.1f} MB",
        }
        for name, value in rows.items():
            click.echo(f"{name + ':':<11}{value}")
        for model, number in sorted(found.models.items()):
            click.echo(f"  model {model[:12]}: {number:,}")


@command.command("import", short_help="Take the sentences of TMX files into the memory.")
@click.argument("files", metavar="FILE.tmx...", nargs=-1, required=True, type=click.Path(path_type=Path))
@memory_option
def import_tmx(files: tuple[Path, ...], memory_path: Path | None) -> None:
    """Take the Italian–English sentences of TMX files into the memory, as accepted.

    For a sentence that is there already the newer translation counts; the other stays in its history.
    """
    from translator.exchange import tmx

    added = known = outdated = 0
    with open_memory(memory_path) as memory:
        for file in files:
            stored = memory.import_units(_accepted(tmx.read(file, skipped=warn)))
            added, known, outdated = added + stored.added, known + stored.known, outdated + stored.outdated
    click.echo(f"{added:,} added ({outdated:,} of them older than what was there), {known:,} known already", err=True)


def _accepted(units: Iterable[TranslationUnit]) -> Iterator[Accepted]:
    from translator.translation.memory.store import Accepted, Origin

    now = datetime.datetime.now(datetime.UTC)
    for unit in units:
        if unit.source.strip() and unit.target.strip():
            properties = dict(unit.properties)
            origin = Origin(properties.get("x-article", ""), properties.get("x-article-sha256", ""), unit.id)
            note = " ".join(unit.notes)
            when = unit.changed or unit.created or now
            yield Accepted(unit.source, unit.target, when, origin=origin, reviewer=unit.author, note=note)


@command.command("export", short_help="Write what reviewers accepted to a TMX file.")
@click.argument("file", metavar="FILE.tmx|-")
@memory_option
@click.option("--history", is_flag=True, help="Older versions too.")
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
def export_tmx(file: str, memory_path: Path | None, *, history: bool, force: bool) -> None:
    """Write what reviewers accepted to a TMX file (- for standard output)."""
    from translator.exchange import tmx
    from translator.writing import check_place, write_file

    if file != "-":
        check_place(Path(file), force=force)
    out = io.BytesIO()
    with open_memory(memory_path) as memory:
        tmx.write(out, map(_unit, memory.units(history=history)), created=datetime.datetime.now(datetime.UTC))
    if file == "-":
        sys.stdout.buffer.write(out.getvalue())
    else:
        write_file(Path(file), out.getvalue(), force=force)
        click.echo(file)


def _unit(entry: Accepted) -> TranslationUnit:
    from translator.exchange import Status, TranslationUnit

    properties = (("x-article", entry.origin.article), ("x-article-sha256", entry.origin.sha256))
    return TranslationUnit(
        entry.source,
        entry.target,
        id=entry.origin.segment,
        status=Status.REVIEWED,
        author=entry.reviewer,
        created=entry.accepted_at,
        notes=(entry.note,) if entry.note else (),
        properties=tuple((name, value) for name, value in properties if value),
    )


@command.command("forget", short_help="Delete from the memory for good.")
@memory_option
@click.option("--machine", is_flag=True, help="The machine's own work; accepted translations stay.")
@click.option("--article", metavar="NAME|SHA256", help="What was accepted in this article, and the machine's work on it.")
@click.option("--before", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="What was accepted before DATE (YYYY-MM-DD).")
@click.option("--everything", is_flag=True, help="Everything.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def forget(
    memory_path: Path | None,
    *,
    machine: bool,
    article: str | None,
    before: datetime.datetime | None,
    everything: bool,
    yes: bool,
) -> None:
    """Delete from the memory for good: the place on the disk is overwritten."""
    chosen = [machine, bool(article or before), everything]
    if sum(chosen) != 1:
        raise UsageError("say what to forget: --machine, --everything, or --article and --before")
    if not yes:
        click.confirm("Delete from the translation memory for good?", abort=True, err=True)
    with open_memory(memory_path) as memory:
        if everything:
            number = memory.forget_everything()
        elif machine:
            number = memory.forget_machine_work()
        else:
            day = before.replace(tzinfo=datetime.UTC) if before else None
            number = memory.forget(article=article, before=day)
    click.echo(f"{number:,} forgotten", err=True)
