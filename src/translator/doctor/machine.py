"""The machine: processor cores, main memory, and what the terminal can show."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING

from translator.doctor.result import Facts, Result, Verdict, size

if TYPE_CHECKING:
    from collections.abc import Iterator

# A rough limit: with the starter model `translator translate` takes some 150 MB, a full model is four times its size.
_LITTLE_MEMORY = 1_000_000_000


def check_machine() -> Iterator[Result]:
    """Cores and main memory."""
    from translator.translation.cores import available_cores  # noqa: PLC0415 - loads the stages before it

    cores = available_cores()
    yield Result("machine", "cores", Verdict.OK, f"{cores}", facts={"cores": cores})
    memory = main_memory()
    facts: Facts = {"bytes": memory}
    if memory is None:
        yield Result("machine", "main memory", Verdict.INFO, "not known", facts=facts)
    elif memory < _LITTLE_MEMORY:
        remedy = "close other programs while you translate; in batches keep --workers 1"
        yield Result("machine", "main memory", Verdict.WARNING, f"{size(memory)} is little", remedy, facts)
    else:
        yield Result("machine", "main memory", Verdict.OK, size(memory), facts=facts)


def main_memory() -> int | None:
    """The main memory that this process may use, in bytes: the machine's, or a control group's limit if that is less."""
    whole = _physical_memory()
    try:
        with open("/sys/fs/cgroup/memory.max", encoding="ascii") as limit:  # noqa: PTH123 - a kernel file
            allowed = int(limit.read())
    except (OSError, ValueError):  # no control groups, or "max": no limit
        return whole
    return allowed if whole is None else min(whole, allowed)


def _physical_memory() -> int | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        kilobytes = ctypes.c_ulonglong()
        known = ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return kilobytes.value * 1024 if known else None
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):  # a name that this system does not know
        return None


def check_encoding(encoding: str | None) -> Result:
    """Whether standard output, with this encoding, shows every letter."""
    name = encoding or "unknown"
    facts: Facts = {"encoding": encoding}
    if _is_utf_8(name):
        return Result("terminal", "terminal", Verdict.OK, f"shows every letter ({name})", facts=facts)
    remedy = "set the environment variable PYTHONUTF8=1, and your terminal to UTF-8; files are not concerned"
    return Result("terminal", "terminal", Verdict.WARNING, f"cannot show every letter ({name})", remedy, facts)


def _is_utf_8(name: str) -> bool:
    try:
        return codecs.lookup(name).name == "utf-8"
    except LookupError:
        return False
