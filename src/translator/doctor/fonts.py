"""Whether the font that the Word document asks for is there, or the one that has its widths."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from translator.doctor.result import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

# The template asks for the first and names the second in its place (translator.writing.docx.styles and docx_template, which
# are not imported for it: they need python-docx; a test compares).
FONT, SUBSTITUTE = "Calibri", "Carlito"
_SECONDS = 20.0
_REMEDIES = {
    "win32": "install Microsoft Office, or Carlito from https://fonts.google.com/specimen/Carlito",
    "darwin": "install Microsoft Office, or: brew install --cask font-carlito",
    "linux": "install the package fonts-crosextra-carlito (Debian, Ubuntu), google-carlito-fonts (Fedora), ttf-carlito (Arch)",
}


def check_fonts() -> Result:
    """Only documents opened on this machine are concerned: another one uses its own fonts."""
    return judge(found_families((FONT, SUBSTITUTE)))


def judge(found: frozenset[str]) -> Result:
    """The result where those of the two fonts are there that ``found`` names."""
    facts = {name: name in found for name in (FONT, SUBSTITUTE)}
    if FONT in found:
        return Result("fonts", "fonts", Verdict.OK, f"{FONT}, which the Word document asks for", facts=facts)
    if SUBSTITUTE in found:
        return Result("fonts", "fonts", Verdict.OK, f"{SUBSTITUTE}, which has the widths of {FONT}", facts=facts)
    detail = f"neither {FONT} nor {SUBSTITUTE}: the Word document is shown in another font here"
    return Result("fonts", "fonts", Verdict.WARNING, detail, _REMEDIES.get(sys.platform, f"install {SUBSTITUTE}"), facts)


def found_families(names: tuple[str, ...]) -> frozenset[str]:
    """Those of the font families ``names`` that are installed: as fontconfig says, or by the files in the system's folders."""
    listed = _fontconfig()
    if listed is None:
        return _in_folders(names, folders())
    return frozenset(name for name in names if name.casefold() in listed)


def _fontconfig() -> frozenset[str] | None:
    """The families that fontconfig knows, in lower case; None where it is not there or does not answer."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, "--format", "%{family}\n"], capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip().casefold() for line in lines for name in line.split(","))


def _in_folders(names: tuple[str, ...], places: Iterator[Path]) -> frozenset[str]:
    """The families with a file whose name begins with theirs."""
    files = [file.casefold() for place in places for _, _, listed in os.walk(place) for file in listed]
    return frozenset(name for name in names if any(file.startswith(name.casefold()) for file in files))


def folders() -> Iterator[Path]:
    """Where this system keeps fonts; some of the folders may not be there."""
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        home = Path(os.devnull)
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
        yield Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (home / ".local" / "share" / "fonts", home / ".fonts")
