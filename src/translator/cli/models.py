"""``translator models``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import completion as complete
from translator.cli.articles import warn
from translator.errors import ModelError, UsageError

if TYPE_CHECKING:
    from typing import Self

    from rich.progress import Progress, TaskID

    from translator.models import Installed, Verified

_PAIR = ("it", "en")
_PURPOSE = "this tool translates Italian articles into English and takes it→en models only"
_EXAMPLES = """\b
Examples:
  translator models install it en
  translator models install translate-it_en-1_0.argosmodel
"""
_SHA256_DIGITS = 64
# Without a terminal: so many lines on a download, or one each time that so much more is there.
_LINES = 10
_STEP_BYTES = 10_000_000


@click.group("models", short_help="List, install, check and remove translation models.")
def command() -> None:
    """Manage the Italian→English models.

    The starter model comes with the tool. Models are kept where Argos Translate and LibreTranslate keep theirs, so that
    each finds the others'; the newest is used unless 'translate --model' says otherwise. Only 'install it en' opens a
    connection.
    """


@command.command("list", short_help="List the models; the first is used by default.")
def list_models() -> None:
    """List the models that 'translate --model' takes by name; the first is used by default."""
    from translator.translation import installed_packages, starter_package
    from translator.translation.argos import broken_packages

    for package in (*installed_packages(), starter_package()):
        click.echo(f"{package.name}\t{package.version}\t{package.origin}\t{_megabytes(package.files.size())}")
    for problem in broken_packages():
        warn(problem)


@command.command("show", short_help="Show what a model is.")
@click.argument("model", metavar="MODEL", shell_complete=complete.models)
def show_model(model: str) -> None:
    """Show what MODEL is: an installed model's name, 'starter', a .argosmodel file or a package's folder."""
    from translator.translation import open_package

    package = open_package(model)
    marks = " ".join(package.term_markup) if package.term_markup else "none (terms are enforced without)"
    rows = {
        "name": package.name,
        "version": package.version,
        "languages": "Italian → English",
        "origin": package.origin,
        "location": str(package.location),
        "size": _megabytes(package.files.size()),
        "tokenizer": package.tokenizer_file,
        "term marks": marks,
        "sha256": package.sha256(),
    }
    for name, value in rows.items():
        click.echo(f"{name + ':':<12}{value}")


@command.command("install", short_help="Install the newest model of the Argos index, or a file.", epilog=_EXAMPLES)
@click.argument("source", metavar="it en | FILE", nargs=-1, required=True, shell_complete=complete.files)
@click.option(
    "--sha256", metavar="HEX", help="What the .argosmodel file must be; stands above what is known or recorded of it."
)
@click.option("--force", is_flag=True, help="Replace a model of the same name, whatever its version.")
def install(source: tuple[str, ...], *, sha256: str | None, force: bool) -> None:
    """Install the newest Italian→English model of the Argos index, or the .argosmodel file FILE.

    'it en' is the one command of this tool that opens a connection. FILE needs none. Either is checked and tried out before it
    is put in its place. A download that was cut off goes on where it stopped when the command is run again.
    """
    from translator.models import install_file, install_newest

    if sha256 is not None and not _is_sha256(sha256):
        raise UsageError("--sha256 takes 64 hexadecimal digits")
    if len(source) == 1:
        done = install_file(_file(source[0]), sha256=sha256, force=force)
    elif source == _PAIR:
        with _DownloadProgress() as progress:
            try:
                found = install_newest(sha256=sha256, force=force, note=progress.note, progress=progress.update)
            except KeyboardInterrupt:
                if progress.has_begun:
                    progress.note("What was downloaded is kept; run the command again to go on.")
                raise
        if found is None:
            click.echo("The newest model is installed already; --force installs it again.", err=True)
            return
        done = found
    elif len(source) == len(_PAIR):
        raise ModelError(f"{'→'.join(source)}: {_PURPOSE}; run: translator models install it en")
    else:
        raise UsageError("install takes 'it en', or one file")
    _tell(done)


def _is_sha256(text: str) -> bool:
    return len(text) == _SHA256_DIGITS and not text.strip("0123456789abcdefABCDEF")


def _file(source: str) -> Path:
    """The file to install; what is no file but looks like something else is explained."""
    path = Path(source)
    if "://" in source:
        raise ModelError(f"{source}: is an address; download it with a browser and give the file, or give: it en")
    if not path.exists() and path.suffix != ".argosmodel" and len(path.parts) == 1:
        raise ModelError(f"{source}: no such file; give a .argosmodel file, or 'it en' for the newest model of the Argos index")
    return path


def _tell(done: Installed) -> None:
    """Say what was installed, and which models are there besides."""
    from translator.models import is_published
    from translator.translation import installed_packages

    published = is_published(done.version, done.sha256)
    kind = ", the published package" if published else ""
    click.echo(done.location)
    click.echo(f"Installed {done.name} {done.version}{kind} (sha256 of the file: {done.sha256}).", err=True)
    if published is False:
        warn(f"not the published file of version {done.version}, but an export or a changed one; ask its giver for the sha256")
    default, *others = installed_packages()
    if default.name != done.name:
        warn(f"'translate' goes on using {default.name} {default.version}; give --model {done.name} to use this one")
    elif others:
        names = ", ".join(f"{package.name} {package.version}" for package in others)
        warn(f"still installed: {names}; Argos Translate may use any of them; see 'translator models remove'")


@command.command("verify", short_help="Compare installed models with what was recorded.")
@click.argument("name", metavar="[NAME]", required=False, shell_complete=complete.models)
@click.option("--accept", "accepting", is_flag=True, help="Record the files of NAME as they are now; later checks go by that.")
def verify_models(name: str | None, *, accepting: bool) -> int:
    """Compare the installed models, or the one called NAME, with what was recorded when they were installed.

    Every file that was changed, added or is missing is printed; the exit status is then 1. Models that another program
    installed are not on record until they are accepted.
    """
    from translator.models import accept, verify

    if accepting and name is None:
        raise UsageError("--accept takes the name of one model; give NAME")
    results = (accept(name),) if accepting and name else verify(name)
    for result in results:
        for line in _verified(result):
            click.echo(f"{result.name}\t{line}")
    wrong = [result.name for result in results if result.differences]
    for item in wrong:
        warn(f"{item} is not as recorded; install it again, or, if you know why, run: translator models verify {item} --accept")
    return 1 if wrong else 0


def _verified(result: Verified) -> list[str]:
    if result.differences:
        return [f"{difference.what}\t{difference.file}" for difference in result.differences]
    if not result.files:
        return ["not recorded\tinstalled by another program, or from source"]
    facts = [f"{result.files} files"]
    if result.date:
        facts.append(f"as on {result.date}")
    if result.source:
        facts.append(f"from {result.source}")
    if result.published:
        facts.append("the published package")
    if result.published is False:
        facts.append("not the published package of this version, but an export or a changed one")
    return [f"ok\t{', '.join(facts)}"]


@command.command("remove", short_help="Remove an installed model.")
@click.argument("name", metavar="NAME", shell_complete=complete.models)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def remove_model(name: str, *, yes: bool) -> int:
    """Remove the installed model NAME, for Argos Translate and LibreTranslate too."""
    from translator.models import find_installed, remove

    path = find_installed(name)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(f"there is no terminal to ask on; give --yes to remove {name}")
        if not click.confirm(f"Remove {path}?", err=True):
            click.echo("Nothing was removed.", err=True)
            return 1
    remove(path)
    click.echo(path)
    click.echo(f"Removed {name}.", err=True)
    return 0


@command.command("export", short_help="Write a model as one file for another machine.")
@click.argument("model", metavar="MODEL", shell_complete=complete.models)
@click.argument("file", metavar="FILE.argosmodel")
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
def export_model(model: str, file: str, *, force: bool) -> None:
    """Write MODEL (as for 'show') as one file for a machine without a connection.

    Sentence splitters (minisbd, stanza, spacy), which this tool does not use, are left out. The same model gives the same
    bytes everywhere. Install the file with 'translator models install FILE'.
    """
    from translator.models import export

    if not file.endswith(".argosmodel"):
        raise UsageError(f"{file}: the name of a model's file ends with .argosmodel")
    done = export(model, Path(file), force=force)
    click.echo(done.path)
    click.echo(f"{_megabytes(done.size)}; check it there with: --sha256 {done.sha256}", err=True)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


class _DownloadProgress:
    """A bar on a terminal, lines elsewhere; both on standard error."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._next = 0.0
        self.has_begun = False

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

            columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def note(self, line: str) -> None:
        """Print a line on what goes on."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def update(self, done: int, whole: int | None) -> None:
        """Show that ``done`` bytes of ``whole`` are there."""
        self.has_begun = True
        if self._bar is not None:
            if self._task is None:
                self._task = self._bar.add_task("Downloading", total=whole)
            self._bar.update(self._task, completed=done, total=whole)
            return
        step = max(whole / _LINES, 1) if whole else _STEP_BYTES
        if done >= self._next or done == whole:
            share = f" of {_megabytes(whole)} ({done * 100 // whole} %)" if whole else ""
            click.echo(f"{_megabytes(done)}{share}", err=True)
            self._next = (done // step + 1) * step
