"""``translator models``."""

from __future__ import annotations

import click


@click.group("models", short_help="List the translation models and show what they are.")
def command() -> None:
    """Say which Italian→English models there are.

    The starter model comes with the tool. Packages that Argos Translate or LibreTranslate installed are found too; the
    newest is used unless 'translate --model' says otherwise.
    """


@command.command("list")
def list_models() -> None:
    """List the models that 'translate --model' takes by name; the first is used by default."""
    from translator.translation import installed_packages, starter_package

    for package in (*installed_packages(), starter_package()):
        click.echo(f"{package.name}\t{package.version}\t{package.origin}")


@command.command("show")
@click.argument("model", metavar="MODEL")
def show_model(model: str) -> None:
    """Show what MODEL is: an installed model's name, 'starter', a .argosmodel file or a package's folder."""
    from translator.translation import open_package

    package = open_package(model)
    size = sum(len(package.files.read(name)) for name in package.files.names())
    marks = " ".join(package.term_markup) if package.term_markup else "none (terms are enforced without)"
    rows = {
        "name": package.name,
        "version": package.version,
        "languages": "Italian → English",
        "origin": package.origin,
        "location": str(package.location),
        "size": f"{size / 1e6:.1f} MB",
        "tokenizer": package.tokenizer_file,
        "term marks": marks,
        "sha256": package.sha256(),
    }
    for name, value in rows.items():
        click.echo(f"{name + ':':<12}{value}")
