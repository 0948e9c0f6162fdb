"""The starter model with its weights rewritten: real models of other kinds, made by changing the file of the one at hand."""

import shutil
import struct
from pathlib import Path

import numpy as np

from translator.translation import starter_package

TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)


def rewritten(folder, change):
    """A package in ``folder``; ``change`` gets the arrays of ``model.bin`` by name, and gives those to write."""
    root = Path(shutil.copytree(starter_package().location, folder / "rewritten"))
    file = root / "model" / "model.bin"
    head, variables, tail = _read(file.read_bytes())
    changed = change(variables)
    parts = [head, struct.pack("<I", len(changed))]
    for name, array in changed.items():
        data = array.tobytes()
        parts += [_text(name), struct.pack(f"<B{array.ndim}I", array.ndim, *array.shape)]
        parts += [struct.pack("<BI", TYPES.index(array.dtype.type), len(data)), data]
    file.write_bytes(b"".join([*parts, tail]))
    return root


def with_positions(number):
    """A change: a model for texts of so many pieces."""

    def change(variables):
        return {name: array[:number] if name.endswith("/encodings") else array for name, array in variables.items()}

    return change


def as_floats(kind):
    """A change: the same weights as floating-point numbers of ``kind``."""

    def change(variables):
        result = {}
        for name, array in variables.items():
            if array.dtype == np.int8 and f"{name}_scale" in variables:
                result[name] = (array / variables[f"{name}_scale"][:, None]).astype(kind)
            elif not name.endswith("weight_scale"):
                result[name] = array.astype(kind) if array.dtype == np.float32 else array
        return result

    return change


def _text(name):
    return struct.pack("<H", len(name) + 1) + name.encode() + b"\0"


def _read(data):
    """What stands before the variables, the variables, and what stands after them."""
    (size,) = struct.unpack_from("<H", data, 4)
    at = 4 + 2 + size + 4
    head = data[:at]
    (number,) = struct.unpack_from("<I", data, at)
    at += 4
    variables = {}
    for _ in range(number):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 1 + size].decode()
        at += 2 + size
        rank = data[at]
        shape = struct.unpack_from(f"<{rank}I", data, at + 1)
        kind, size = struct.unpack_from("<BI", data, at + 1 + 4 * rank)
        at += 1 + 4 * rank + 5
        variables[name] = np.frombuffer(data[at : at + size], TYPES[kind]).reshape(shape)
        at += size
    return head, variables, data[at:]
