"""Timing two commands against each other as whole processes."""

import statistics
import subprocess
import time
from collections.abc import Sequence


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
