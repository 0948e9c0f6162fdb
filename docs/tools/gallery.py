"""The samples' translations in docs/gallery, made with the starter model and the shipped glossaries, and their picture.

    python docs/tools/gallery.py    translates samples/ into .docx, .html and .txt, and draws docs/gallery/gallery.png

It needs soffice and pdftoppm, and the fonts Carlito and Liberation. The date on the outputs is a fixed one, so that they
change only when what makes them does.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "gallery"
SAMPLES = tuple(sorted(path for path in (ROOT / "samples").iterdir() if path.is_file() and path.name != "README.md"))
FORMATS = ("docx", "html", "txt")
PICTURE = FOLDER / "gallery.png"
RENEW = "make gallery"

_DATE = "1795478400"  # 2026-11-24, in seconds since 1970
_COLUMNS = 3
_PAGE_WIDTH = 760
_GAP = 20
_AROUND = b"\xdd\xdd\xdd"
# 16 shades of each colour: the eye sees no difference on a page of text, and the file is half as big.
_FEWER = bytes(round(value / 17) * 17 for value in range(256))


@dataclass(frozen=True, slots=True)
class Image:
    """``rows`` from top to bottom, three bytes (red, green, blue) a pixel."""

    width: int
    rows: Sequence[bytes]


def outputs(sample: Path) -> tuple[Path, ...]:
    """The files that ``sample`` is translated into."""
    return tuple(FOLDER / f"{sample.stem}.it-en.{ending}" for ending in FORMATS)


def translate(folder: Path) -> None:
    """Translate all samples into ``folder`` as a user would, but for the date."""
    formats = [word for ending in FORMATS for word in ("-f", ending)]
    options = ["--model", "starter", "--no-memory", "--quiet", "-o", f"{folder}{os.sep}", *formats]
    for sample in SAMPLES:
        command = [sys.executable, "-m", "translator", "translate", str(sample), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": _DATE})


def draw(folder: Path) -> bytes:
    """A PNG with the first page of every Word document in ``folder``."""
    documents = [str(folder / path.name) for sample in SAMPLES for path in outputs(sample) if path.suffix == ".docx"]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *documents]
    subprocess.run(command, check=True, capture_output=True)
    pages = []
    for document in documents:
        pdf = str(Path(document).with_suffix(".pdf"))
        command = ["pdftoppm", "-singlefile", "-scale-to-x", str(_PAGE_WIDTH), "-scale-to-y", "-1", pdf]
        pages.append(_read_ppm(subprocess.run(command, check=True, capture_output=True).stdout))
    return png(sheet(pages))


def _read_ppm(data: bytes) -> Image:
    """The image in a PPM as pdftoppm writes it: ``P6``, width and height, 255, pixels, with one white space after each."""
    header = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data)
    if header is None:
        raise ValueError("pdftoppm wrote something else than a PPM of 8 bits")
    width, height = int(header[1]), int(header[2])
    size, start = width * 3, header.end()
    return Image(width, [data[start + row * size : start + (row + 1) * size] for row in range(height)])


def sheet(pages: Sequence[Image]) -> Image:
    """The pages, all of one width, in rows on a grey ground."""
    width = _COLUMNS * (pages[0].width + _GAP) + _GAP
    rows = [_AROUND * width] * _GAP
    for start in range(0, len(pages), _COLUMNS):
        rows += _side_by_side(pages[start : start + _COLUMNS], width)
        rows += [_AROUND * width] * _GAP
    return Image(width, rows)


def _side_by_side(pages: Sequence[Image], width: int) -> Iterator[bytes]:
    for number in range(max(len(page.rows) for page in pages)):
        pieces = (page.rows[number] if number < len(page.rows) else _AROUND * page.width for page in pages)
        row = _AROUND * _GAP + b"".join(piece + _AROUND * _GAP for piece in pieces)
        yield row + _AROUND * (width - len(row) // 3)


def png(image: Image) -> bytes:
    """``image`` as PNG (ISO/IEC 15948): three channels of eight bits, no filter, as compressed as zlib can."""
    header = struct.pack(">IIBBBBB", image.width, len(image.rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row.translate(_FEWER) for row in image.rows), 9)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def main() -> int:
    """Make all anew; what is in docs/gallery stays until everything is made."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        translate(folder)
        picture = draw(folder)
        made = [path for sample in SAMPLES for path in outputs(sample)]
        for path in made:
            path.write_bytes((folder / path.name).read_bytes())
        PICTURE.write_bytes(picture)
        for path in set(FOLDER.glob("*.it-en.*")) - set(made):
            path.unlink()
    print(f"{FOLDER.relative_to(ROOT)}: {len(SAMPLES)} samples, {len(picture) // 1000} KB of picture")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
