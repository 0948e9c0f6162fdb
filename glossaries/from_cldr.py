"""Print candidate glossary rows from Unicode CLDR, for a human to review.

A development-time script: it is not part of the installed tool and nothing
imports it. It needs ``babel``, which carries the CLDR locale data.

It prints, in the columns of the glossary files, one row for

* each CLDR territory (countries and territories, not continents or groupings),
  with its Italian and its English display name, and
* each time-zone exemplar city whose Italian and English names differ.

The output is raw material, never a finished glossary. CLDR display names are
made for menus, so some of them are no news usage in either language
("RAS di Hong Kong", "Congo - Kinshasa", "Myanmar (Birmania)"); the script marks
in the note column those it can tell by their form. ``world.csv`` was written by
hand, with this list as its checklist.

Source: Unicode CLDR (https://cldr.unicode.org/), as packaged in babel.
Licence of the data: Unicode License v3 (https://www.unicode.org/license.txt).

Usage::

    python glossaries/from_cldr.py                      # all candidates
    python glossaries/from_cldr.py --missing world.csv  # those not in that file
"""

from __future__ import annotations

import argparse
import csv
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADER = ("source", "target", "kind", "case", "note", "target_forms")

# Codes of letters (those of digits are continents) that are no territories: groupings, pseudo-locales,
# and "unknown region".
NOT_TERRITORIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

# What shows that a display name is made for a menu and not for running text.
ARTIFICIAL = ("(", " - ", "RAS ", " SAR ", " & ", " e ")

Row = tuple[str, str, str, str, str, str]


def plain(text: str) -> str:
    """Return *text* in NFC, with the typewriter apostrophe and no odd spaces."""
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'")
    return " ".join(text.split())


def place_row(source: str, target: str, note: str) -> Row:
    """Return one candidate row of kind ``place``."""
    source, target = plain(source), plain(target)
    if any(mark in name for name in (source, target) for mark in ARTIFICIAL):
        note = f"{note}; display form, rewrite"
    return (source, target, "place", "", note, "")


def territories(italian: Locale, english: Locale) -> Iterator[Row]:
    """Yield a row for each territory that has a name in both languages."""
    for code, source in sorted(italian.territories.items()):
        if not (code.isalpha() and code.isupper()) or code in NOT_TERRITORIES:
            continue
        target = english.territories.get(code)
        if target:
            yield place_row(source, target, f"CLDR territory {code}")


def exemplar_city(locale: Locale, zone: str) -> str:
    """Return the exemplar city of *zone*; CLDR's default is the end of its id."""
    city = locale.time_zones.get(zone, {}).get("city")
    return str(city) if city else zone.rsplit("/", 1)[-1].replace("_", " ")


def cities(italian: Locale, english: Locale) -> Iterator[Row]:
    """Yield a row for each exemplar city whose two names differ."""
    for zone in sorted(italian.time_zones.keys() | english.time_zones.keys()):
        if "/" not in zone or zone.startswith("Etc/"):
            continue
        source, target = exemplar_city(italian, zone), exemplar_city(english, zone)
        if plain(source) != plain(target):
            yield place_row(source, target, f"CLDR zone {zone}")


def sources_in(path: Path) -> set[str]:
    """Return the sources of the glossary file *path*."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["source"] for row in csv.DictReader(file)}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the candidates as CSV on standard output."""
    parser = argparse.ArgumentParser(description="Print glossary candidates from CLDR.")
    parser.add_argument(
        "--missing",
        type=Path,
        metavar="CSV",
        help="leave out sources that this glossary file already has",
    )
    arguments = parser.parse_args(argv)
    known: set[str] = sources_in(arguments.missing) if arguments.missing else set()

    italian, english = Locale.parse("it"), Locale.parse("en")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    for rows in (territories(italian, english), cities(italian, english)):
        writer.writerows(row for row in rows if row[0] not in known)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
