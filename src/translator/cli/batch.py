"""``translator batch``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import EXIT_FAILED_ARTICLES, EXIT_INTERRUPTED, EXIT_MISSING_TERMS
from translator.cli import completion as complete
from translator.cli.articles import warn
from translator.cli.batch_options import ArticleOptions, article_options, make_job, run_options
from translator.errors import OutputError, UsageError

if TYPE_CHECKING:
    from translator.batch.job import Job
    from translator.batch.progress import Summary
    from translator.batch.runner import Options

_INIT = "init"
_JOB_FILE = "job.toml"

_HELP = """\
Translate many articles: those that a job file names, or those in the folder DIR.

'translator batch init' writes a commented job file. The output folder gets the translations, manifest.jsonl and
report.html. A second run does only what is new or changed, so after an interruption, or a crash, run the same command
again. An output that was changed since it was written is never overwritten without --force.

\b
Examples:
  translator batch init
  translator batch job.toml --dry-run
  translator batch articles/ -g desk.csv -g world -o translated/ --workers 2
  translator batch job.toml --scheduler tcp://10.0.0.5:8786

\b
Exit status: 0 fine; 1 the run could not go on; 2 wrong usage, or a mistake in the job file;
3 terms are missing (with --strict); 4 some articles failed; 130 interrupted.
"""


@click.command("batch", help=_HELP, short_help="Translate many articles; resume where a run was stopped.")
@click.argument("source", metavar="JOB.toml|DIR|init", shell_complete=complete.files)
@click.argument("file", metavar="", required=False)
@article_options
@run_options
@click.option("--scheduler", metavar="ADDRESS", help="Translate on the Dask cluster of this scheduler: tcp://host:8786.")
@click.option("--dry-run", is_flag=True, help="Print what would be done about each article, and why; write nothing.")
@click.option("--fail-fast", is_flag=True, help="After the first failure begin nothing more.")
def command(
    source: str,
    file: str | None,
    *,
    workers: int | None,
    force: bool,
    break_lock: bool,
    log_json: bool,
    quiet: bool,
    scheduler: str | None,
    dry_run: bool,
    fail_fast: bool,
    **articles: object,
) -> int:
    """Translate many articles: those that a job file names, or those in the folder DIR."""
    if source == _INIT:
        return _write_job(Path(file or _JOB_FILE), force=force)
    if file is not None:
        raise UsageError(f"{file}: one job file or folder at a time; write a job file that names them all")
    if scheduler is not None and workers is not None:
        raise UsageError("--scheduler and --workers contradict each other: a cluster's workers are started there")
    from translator.batch.runner import Options

    options = Options(workers or 1, scheduler, force, fail_fast, break_lock)
    job = make_job(source, ArticleOptions(**articles))  # type: ignore[arg-type]  # the options of article_options
    if dry_run:
        return _show_plan(job, options)
    return run(job, options, log_json=log_json, quiet=quiet)


def _write_job(path: Path, *, force: bool) -> int:
    from translator.batch.job import template
    from translator.batch.manifest import NoRecord
    from translator.writing import write_file

    if path.exists() and not force:
        raise OutputError(f"{path}: is there already; name another file, or overwrite it with --force")
    write_file(path, template().encode(), force=force, record=NoRecord())
    click.echo(path)
    return 0


def _show_plan(job: Job, options: Options) -> int:
    """Print a line for each article: what, which, why."""
    from translator.batch.resume import Action
    from translator.batch.runner import Runner
    from translator.reading.files import printable

    with Runner(job, options, lambda _: None) as runner:
        plan = runner.plan(runner.manifest())
    for decision in plan.decisions:
        why = str(decision.error) if decision.error else decision.reason
        click.echo(f"{decision.action:<6} {printable(decision.task.input)}: {why}")
    for note in plan.notes:
        warn(note)
    counts = ", ".join(f"{action} {len(plan.of(action))}" for action in Action)
    click.echo(f"{len(plan.decisions)} articles: {counts}; nothing was written", err=True)
    return 0


def run(job: Job, options: Options, *, log_json: bool, quiet: bool) -> int:
    """Run ``job`` and show it; gives the exit status."""
    from translator.batch.runner import Runner
    from translator.cli.batch_display import Display

    with Display(log_json=log_json, quiet=quiet) as display, Runner(job, options, display) as runner:
        try:
            summary = runner.run()
        except KeyboardInterrupt:
            click.echo("Interrupted: what was finished is kept; run the same command again to go on.", err=True)
            return EXIT_INTERRUPTED
    return exit_status(summary, strict=job.strict)


def exit_status(summary: Summary, *, strict: bool) -> int:
    """What a run ends with: interrupted, failed articles, missing terms, in this order of precedence."""
    if summary.interrupted:
        return EXIT_INTERRUPTED
    if summary.failed:
        return EXIT_FAILED_ARTICLES
    return EXIT_MISSING_TERMS if strict and summary.missing_terms else 0
