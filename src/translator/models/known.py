"""Published Italian→English packages whose size and hash are known beforehand, and how a package is called by name and version.

The Argos index gives neither size nor hash. Those below stand alike in three public tables that other projects made
independently of each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_VERSION = re.compile(r"\d[A-Za-z\d.+-]{0,30}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file must be: its SHA-256 in hexadecimal digits, and its size in bytes where that is known."""

    sha256: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class KnownPackage:
    """A published ``.argosmodel`` file, and where it is to be had if the index cannot be reached."""

    version: str
    expected: Expected
    links: tuple[str, ...]


KNOWN = {
    "translate-it_en-1_0": KnownPackage(
        "1.0",
        Expected("d2dd23b8b702f612b8127f07c7a0391f5f2a8b93344e6ddc9dd93c81824e85cb", 87_190_224),
        ("https://argos-net.com/v1/translate-it_en-1_0.argosmodel",),
    ),
}
"""By identifier, see :func:`identifier`."""


def identifier(version: str) -> str:
    """What the published file of the Italian→English package of this version is called, without its suffix."""
    return f"translate-it_en-{version.replace('.', '_')}"


def is_version(version: str) -> bool:
    """Whether this can be a package's version: a digit, then at most 30 letters, digits, ``.``, ``+`` and ``-``."""
    return bool(_VERSION.fullmatch(version))


def is_published(version: str, sha256: str) -> bool | None:
    """Whether a file with this hash is the published package of that version; None where that is not known beforehand."""
    known = KNOWN.get(identifier(version))
    return None if known is None or not sha256 else known.expected.sha256 == sha256
