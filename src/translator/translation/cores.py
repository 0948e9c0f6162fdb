"""How many processor cores this process may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CGROUPS, _OWN_CGROUP = Path("/sys/fs/cgroup"), Path("/proc/self/cgroup")


def available_cores(cgroups: Path = _CGROUPS, own: Path = _OWN_CGROUP) -> int:
    """The processor cores that this process may use: its affinity, cut to its control groups' quotas where Linux has them.

    ``cgroups``: where control groups are mounted; ``own``: the file that names those of this process.
    """
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([affinity, *(int(share) for share in _quotas(cgroups, own))]))


def _quotas(cgroups: Path, own: Path) -> Iterator[float]:
    """The quotas of the process's groups and of all groups around them, in cores. Both versions, see cgroups(7)."""
    # Inside a container the process's own group is often the mount's root, whatever path the file names.
    yield from _limits(cgroups)
    yield from _limits(cgroups / "cpu")
    for line in _read(own).splitlines():
        controllers, _, path = line.partition(":")[2].partition(":")
        if controllers and "cpu" not in controllers.split(","):
            continue
        for root in (cgroups / controllers, cgroups / "cpu") if controllers else (cgroups, cgroups / "unified"):
            group = root / path.strip("/")
            while group != root and root in group.parents:
                yield from _limits(group)
                group = group.parent
            yield from _limits(root)


def _limits(group: Path) -> Iterator[float]:
    """The quota of one group: version 2's ``cpu.max``, version 1's ``cpu.cfs_quota_us``; nothing where there is none."""
    newer = _read(group / "cpu.max").split()
    older = [*_read(group / "cpu.cfs_quota_us").split(), *_read(group / "cpu.cfs_period_us").split()]
    for limit in (newer, older):
        match limit:
            case [quota, period] if quota.isdecimal() and period.isdecimal() and int(period):  # not "max" or -1
                yield int(quota) / int(period)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""
