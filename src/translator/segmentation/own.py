"""The user's own abbreviations, from a text file.

One abbreviation a line, with or without its final stop, then optionally its class after white space: ``soft`` (the default: a
new sentence starts after it only with a word that starts sentences), ``title`` (never the end of a sentence) or ``end`` (a
capital after it starts a new sentence). Empty lines and lines that start with ``#`` are passed over. UTF-8::

    # our sports desk
    Pall. title
    c.t.  title
    tempi suppl.
    p.ti  end
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from translator.errors import AbbreviationsError

if TYPE_CHECKING:
    from pathlib import Path


class Abbreviation(StrEnum):
    """What may follow the final stop of an abbreviation."""

    SOFT = "soft"
    TITLE = "title"
    END = "end"


def load_abbreviations(path: Path) -> dict[str, Abbreviation]:
    """The abbreviations in the file ``path``, in lower case without the final stop, with their classes.

    Of an abbreviation of several words the last one counts. Raises :class:`AbbreviationsError` that names file and line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise AbbreviationsError(f"{path}: cannot read the abbreviations ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise AbbreviationsError(f"{path}: not UTF-8; save the list of abbreviations as plain text in UTF-8") from error
    found: dict[str, Abbreviation] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        kind = Abbreviation(words.pop()) if len(words) > 1 and words[-1] in set(Abbreviation) else Abbreviation.SOFT
        key = words[-1].lower().removesuffix(".")
        if not any(map(str.isalpha, key)) or (len(words) > 1 and not words[-1].endswith(".")):
            raise AbbreviationsError(
                f"{path}, line {number}: {line.strip()!r} is no abbreviation with a class; write for example: Circ. title "
                f"(the classes are {', '.join(Abbreviation)})"
            )
        found[key] = kind
    return found
