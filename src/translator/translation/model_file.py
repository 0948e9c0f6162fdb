"""What a CTranslate2 model says of itself in its file, before it is loaded: the type of its weights, how long a text may be.

The format is that of CTranslate2's ``ModelSpec.save`` (``python/ctranslate2/specs/model_spec.py``), version 6: the name, shape
and type of each variable stand before its values, which are skipped.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_VERSION = 6
_TYPES = ("float32", "int8", "int16", "int32", "float16", "bfloat16")
_POSITIONS = "/position_encodings/encodings"


@dataclass(frozen=True, slots=True)
class ModelHeader:
    """What the file says.

    ``weights``: the type of the weight matrices, empty when it is not known. ``positions``: how many pieces the model can take
    on either side, None when the file sets no limit.
    """

    weights: str = ""
    positions: int | None = None


@dataclass(frozen=True, slots=True)
class _Variable:
    name: str
    shape: tuple[int, ...]
    type: str


def read_header(file: IO[bytes]) -> ModelHeader:
    """The header of the ``model.bin`` open as ``file``; one that says nothing if it is of another version, or damaged."""
    try:
        variables = list(_variables(file))
    except (struct.error, UnicodeDecodeError, IndexError):
        return ModelHeader()
    types = [item.type for item in variables if item.name.endswith("/weight") and len(item.shape) > 1]
    positions = [item.shape[0] for item in variables if item.name.endswith(_POSITIONS) and len(item.shape) > 1]
    return ModelHeader(max(sorted(set(types)), key=types.count, default=""), min(positions, default=None))


def _variables(file: IO[bytes]) -> Iterator[_Variable]:
    (version,) = _unpacked(file, "I")
    if version != _VERSION:
        return
    _text(file)  # the name of the architecture
    _, number = _unpacked(file, "II")
    for _ in range(number):
        name = _text(file)
        (rank,) = _unpacked(file, "B")
        shape = _unpacked(file, f"{rank}I")
        type_, size = _unpacked(file, "BI")
        yield _Variable(name, shape, _TYPES[type_])
        file.seek(size, 1)


def _text(file: IO[bytes]) -> str:
    (size,) = _unpacked(file, "H")
    return file.read(size).rstrip(b"\0").decode()


def _unpacked(file: IO[bytes], form: str) -> tuple[int, ...]:
    form = f"<{form}"
    return struct.unpack(form, file.read(struct.calcsize(form)))


def compute_type(weights: str, supported: Collection[str]) -> str:
    """The type to compute in, as CTranslate2 calls it, for such ``weights`` on a processor with these ``supported``.

    It is the model's own type where the processor has it, and else the next one that loses nothing: a 16-bit model is computed
    in 32 bits, never in 8, so that a package translates alike on all machines. ``default`` leaves the choice to CTranslate2.
    """
    wanted = {
        "int8": ("int8_float32", "float32"),
        "int16": ("int16", "float32"),
        "float32": ("float32",),
        "float16": ("float32",),  # CTranslate2 has no fast 16-bit floats on processors
        "bfloat16": ("float32",),
    }
    return next((item for item in wanted.get(weights, ()) if item in supported), "default")
