"""Running commands as whole processes: timing two against each other, and what one costs in time and memory."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds by the clock, seconds of processor time (all threads), and its peak memory in bytes."""

    clock: float
    processor: float
    peak: int


def run(command: Sequence[str], *, cores: int | None = None, environment: Mapping[str, str] | None = None) -> Run:
    """Run ``command`` on so many cores (without it: all that this process may use); its output is thrown away.

    A command that fails is an error that shows what it said.
    """
    confined = None
    if cores is not None:
        confined = partial(os.sched_setaffinity, 0, sorted(os.sched_getaffinity(0))[:cores])
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=None if environment is None else {**os.environ, **environment},
            preexec_fn=confined,  # noqa: PLW1509 - no other threads here
        )
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command[:4])} … failed:\n{said.read().decode(errors='replace')}")
    # Kibibytes, on macOS bytes (getrusage(2)).
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Run(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def seconds(command: Sequence[str]) -> float:
    """Wall-clock seconds of one run of ``command``; its output is thrown away, a failure is an error."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def ratio(command: Sequence[str], baseline: Sequence[str], runs: int) -> tuple[float, float, float]:
    """Median seconds of ``command`` and of ``baseline``, and the median of their ratios, each pair run one after the other.

    One run of each goes before, to fill the file cache.
    """
    seconds(command)
    seconds(baseline)
    pairs = [(seconds(command), seconds(baseline)) for _ in range(runs)]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(one / other for one, other in pairs),
    )


def report(name: str, baseline: str, measured: tuple[float, float, float]) -> None:
    """Print what :func:`ratio` returned."""
    ours, theirs, times = measured
    print(f"{name}: {ours:.3f} s\n{baseline}: {theirs:.3f} s\nratio: {times:.2f}")
