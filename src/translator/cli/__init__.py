"""The command line: one module per command; the only place that prints.

Commands are imported when they are called, and what they need when they run, so that ``translator --help`` is quick.
"""

from __future__ import annotations

import importlib
import io
import sys

import click

from translator import __version__
from translator.errors import InstallationError, TranslatorError

# Command: module and one-line help (kept here so that the list of commands needs no import).
_COMMANDS = {
    "batch": ("translator.cli.batch", "Translate many articles; resume where a run was stopped."),
    "doctor": ("translator.cli.doctor", "Say whether all is well here, and what to do if not."),
    "glossary": ("translator.cli.glossary", "List, check, convert and try out glossaries."),
    "memory": ("translator.cli.memory", "Show, fill, copy and empty the translation memory."),
    "models": ("translator.cli.models", "List, install, check and remove translation models."),
    "review": ("translator.cli.review", "Read back a reviewed Word document, and make use of it."),
    "segment": ("translator.cli.segment", "Print an article's Italian sentences, one a line."),
    "translate": ("translator.cli.translate", "Translate an article into a side-by-side Word document."),
    "watch": ("translator.cli.watch", "Translate the articles that are dropped into a folder."),
}

EXIT_MISSING_TERMS = 3
EXIT_FAILED_ARTICLES = 4
EXIT_INTERRUPTED = 130

_EPILOG = """\b
Examples:
  translator translate articolo.txt
      writes articolo.it-en.docx beside it
  translator translate articolo.txt -g desk.csv -g world -o out/
      your own glossary first, then the one of countries
  translator translate articolo.txt -o - -f txt
      prints the English alone
  translator segment articolo.txt
      prints the Italian sentences
  translator glossary candidates articolo.txt > desk.csv
      starts a glossary: the names that none covers yet
  translator batch articles/ -g desk.csv -o translated/
      many articles, resumable; 'batch init' writes a job file
  translator models list
      says which models there are
  translator doctor
      says what is missing on this machine, if anything is

\b
Exit status: 0 fine; 1 failed; 2 wrong usage; 3 finished, but terms are missing
(with --strict); 4 some articles of a batch failed; 130 interrupted.
"""


class _Commands(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in sorted(_COMMANDS.items())])


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="translator %(version)s")
def cli() -> None:
    """Turn an Italian article into a side-by-side Italian/English Word document.

    Everything happens on this machine. Proper names come out as your glossary wants them, and every one that does not is
    reported.
    """


def main() -> None:
    """Run the command line and end the process with its exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe on Windows, or an old terminal, may be unable to write some letter; a file name may hold bytes that are none.
        sys.stdout.reconfigure(errors="surrogateescape" if sys.stdout.encoding.lower() == "utf-8" else "backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line with ``arguments`` and return its exit status; errors become one line on standard error."""
    try:
        status = cli.main(arguments, prog_name="translator", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TranslatorError as error:
        return _failed(error)
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "translator":
            raise  # our own mistake
        reason = " ".join(str(error).split())
        return _failed(
            InstallationError(f"a package is missing or broken ({reason}); 'translator doctor' says what to install")
        )
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted: nothing was written.", err=True)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has gone (as with `| head`): not our failure. Keep the interpreter from flushing again at exit.
        sys.stdout = None
        return 0
    return status if isinstance(status, int) else 0


def _failed(error: TranslatorError) -> int:
    """Print ``error`` with its code, which docs/messages.md explains; gives the exit status."""
    click.echo(f"Error: {error} [{error.code}]", err=True)
    return error.exit_status
