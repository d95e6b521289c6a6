"""Running two programs in turn and comparing them.

Imports nothing heavy: on Linux a child's peak memory starts from its parent's size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Program(NamedTuple):
    """A program to measure; one that prints ``{"seconds": ...}`` timed itself, without its start-up."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = {}


class Run(NamedTuple):
    """How long a program took, and the most memory it held; None where the system does not tell."""

    seconds: float
    megabytes: float | None


class Figure(NamedTuple):
    """The middle of several runs of a program and its baseline, and the middle of their ratios pair by pair."""

    seconds: float
    baseline: float
    ratio: float
    megabytes: float | None
    baseline_megabytes: float | None


def compare(ours: Program, baseline: Program, pairs: int) -> Figure:
    """Run both once to warm the system's caches, then in turn, so that what disturbs one disturbs the other."""
    run(ours), run(baseline)
    runs = [(run(ours), run(baseline)) for _ in range(pairs)]
    return Figure(
        seconds=median(mine.seconds for mine, _ in runs),
        baseline=median(bare.seconds for _, bare in runs),
        ratio=median(mine.seconds / bare.seconds for mine, bare in runs),
        megabytes=_highest([mine for mine, _ in runs]),
        baseline_megabytes=_highest([bare for _, bare in runs]),
    )


def run(program: Program) -> Run:
    """Run a program to its end.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    environment = {**os.environ, **program.environment}
    command = [sys.executable, *program.arguments]
    with tempfile.TemporaryFile("w+") as messages:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=messages, text=True
        )
        assert process.stdout is not None
        output = process.stdout.read()
        status, megabytes = _end(process)
        seconds = time.perf_counter() - started
        if status != 0:
            messages.seek(0)
            raise RuntimeError(f"status {status} from: python {' '.join(program.arguments)}\n{messages.read()}")
    lines = output.strip().splitlines()
    if lines and lines[-1].startswith('{"seconds"'):
        seconds = json.loads(lines[-1])["seconds"]
    return Run(seconds, megabytes)


def tell(seconds: float) -> None:
    """What a program that timed itself prints."""
    print(json.dumps({"seconds": seconds}))


def _end(process: subprocess.Popen[str]) -> tuple[int, float | None]:
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _highest(runs: Sequence[Run]) -> float | None:
    known = [each.megabytes for each in runs if each.megabytes is not None]
    return max(known, default=None)
