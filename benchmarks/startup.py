"""How long ``translator --help`` takes, as a multiple of ``python -c "import click"``: whole processes, in turn, medians.

usage: python benchmarks/startup.py [--runs N]
"""

import argparse
import sys
from pathlib import Path

from processes import ratio, report


def main() -> None:
    """Print the two medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each command (default: 21)")
    runs = parser.parse_args().runs
    command = [str(Path(sys.executable).with_name("translator")), "--help"]
    baseline = [sys.executable, "-c", "import click"]
    report("translator --help", 'python -c "import click"', ratio(command, baseline, runs))


if __name__ == "__main__":
    main()
