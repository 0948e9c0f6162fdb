"""What the shell offers when a value is completed with the Tab key. It must be quick, so nothing here loads a model's library.

Click generates the scripts themselves: ``_TRANSLATOR_COMPLETE=bash_source translator``, and zsh_source, fish_source.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click import Context, Parameter


def files(ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    """The shell's own completion of file names."""
    return [CompletionItem(incomplete, type="file")]


def glossaries(ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    """The names of the shipped glossaries, and files."""
    from translator.glossary.shipped import shipped_names

    return _named(shipped_names(), incomplete)


def models(ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    """The names of the models that are installed, ``starter``, and files."""
    return _named(("starter", *installed_models()), incomplete)


def _named(names: tuple[str, ...], incomplete: str) -> list[CompletionItem]:
    """Those of ``names`` that fit, after the files: bash forgets what came before these. It shows files when no name fits."""
    found = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *found]


def installed_models() -> Iterator[str]:
    """The names of the Italian→English packages in the first of Argos Translate's folders, without loading Argos Translate."""
    data = os.environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser()
    folder = Path(os.environ.get("ARGOS_PACKAGES_DIR") or Path(data, "argos-translate", "packages"))
    for file in sorted(folder.glob("*/metadata.json")):
        try:
            metadata = json.loads(file.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(metadata, dict) and (metadata.get("from_code"), metadata.get("to_code")) == ("it", "en"):
            yield file.parent.name
