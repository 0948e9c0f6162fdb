"""``translator watch``."""

from __future__ import annotations

import click

from translator.cli import EXIT_INTERRUPTED
from translator.cli import completion as complete
from translator.cli.batch_options import ArticleOptions, article_options, make_job, run_options

_HELP = """\
Translate what is in the folder DIR, and whatever is dropped in or changed there, until interrupted.

Everything else is as with 'translator batch': the same job files, manifest and report, and nothing is done twice.

\b
Example:
  translator watch incoming/ -g desk.csv -o translated/

Exit status: 0 when stopped with Ctrl+C; 130 when stopped twice, which does not wait for what is in flight.
"""


@click.command("watch", help=_HELP, short_help="Translate the articles that are dropped into a folder.")
@click.argument("source", metavar="DIR|JOB.toml", shell_complete=complete.files)
@article_options
@run_options
@click.option(
    "--settle",
    type=click.FloatRange(0.1, 3600),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="Take a file up when it has not changed for so long.",
)
def command(
    source: str,
    *,
    workers: int | None,
    force: bool,
    break_lock: bool,
    log_json: bool,
    quiet: bool,
    settle: float,
    **articles: object,
) -> int:
    """Translate what is in the folder DIR, and whatever is dropped in or changed there, until interrupted."""
    from translator.batch.runner import Options, Runner
    from translator.batch.watching import watch
    from translator.cli.batch_display import Display

    job = make_job(source, ArticleOptions(**articles))  # type: ignore[arg-type]  # the options of article_options
    options = Options(workers=workers or 1, force=force, break_lock=break_lock)
    with Display(log_json=log_json, quiet=quiet) as display, Runner(job, options, display) as runner:
        try:
            watch(runner, settle=settle)
        except KeyboardInterrupt:
            click.echo("Interrupted: what was finished is kept.", err=True)
            return EXIT_INTERRUPTED
    return 0
