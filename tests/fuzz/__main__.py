"""`python -m tests.fuzz [TARGET …] [--seconds N] [--inputs N] [--seed N]`: look for inputs no reader bears."""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.fuzzing import FOUND, Report, run
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Run, keep every failure, and tell the figures; returns 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--inputs", type=int, default=10**9, help="at most, for each target")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    failed = 0
    for name in given.targets or TARGETS:
        with tempfile.TemporaryDirectory() as folder:
            report = run(TARGETS[name], Path(folder), inputs=given.inputs, seed=given.seed, seconds=given.seconds)
        _tell(name, report, given.seed)
        failed += len(report.failures)
    return 1 if failed else 0


def _tell(name: str, report: Report, seed: int) -> None:
    sys.stdout.write(
        f"{name}: {report.inputs:,} inputs, {report.taken:,} taken, {len(report.failures)} failed, "
        f"slowest {report.slowest:.2f} s, {report.peak / 2**20:.0f} MiB, seed {seed}\n"
    )
    for failure in report.failures:
        path = FOUND / name / f"{seed}-{failure.number}{TARGETS[name].ending}.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(failure.content, mtime=0))
        sys.stdout.write(f"{path}: {failure.why.strip().splitlines()[-1]}\n")


if __name__ == "__main__":
    sys.exit(main())
