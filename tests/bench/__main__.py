"""The table of speeds: each row compares a thing with the least that could do it, in one run, on this machine.

Usage: python -m tests.bench [--keep] [ROW ...]
  --keep  leave the data in build/bench for the next run
  ROW     only these: start, overview, key, interviews, sessions, ratings, register, sorting, coverage, schedule,
          search, theme, score, forms, workbook, report, answer, tracker, synced, plan, encrypted, merging,
          syncing, past
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence

from tests.bench.data import Data
from tests.bench.measure import ROOT, Figure, compare
from tests.bench.row import Row

ROWS = (
    "start",
    "overview",
    "key",
    "interviews",
    "sessions",
    "ratings",
    "register",
    "sorting",
    "coverage",
    "schedule",
    "search",
    "theme",
    "score",
    "forms",
    "workbook",
    "report",
    "answer",
    "tracker",
    "synced",
    "plan",
    "encrypted",
    "merging",
    "syncing",
    "past",
)
FOLDER = ROOT / "build" / "bench"
HEADINGS = ("what", "ours", "baseline", "ratio", "to reach", "", "memory", "baseline's")


def main(arguments: Sequence[str]) -> int:
    """Measure and print. A missed target is a figure, not a failure."""
    chosen = [name for name in arguments if name != "--keep"] or ROWS
    if not set(chosen) <= set(ROWS):
        print(__doc__, file=sys.stderr)
        return 2
    tell("Compiling bytecode")
    compile_bytecode()
    tell(f"Making the data in {FOLDER.relative_to(ROOT)}")
    rows: list[Row] = [importlib.import_module(f"tests.bench.{name}").ROW for name in chosen]
    make = [sys.executable, "-m", "tests.bench.data", str(FOLDER), *(row.needs for row in rows)]
    subprocess.run(make, cwd=ROOT, check=True)
    data = Data(FOLDER)
    lines: list[tuple[str, ...]] = [HEADINGS]
    notes = []
    for row in rows:
        title = row.title.format(**data.counts)
        tell(f"Measuring: {title}, {row.pairs} pairs")
        ours, baseline = row.programs(data)
        lines.append(line(title, compare(ours, baseline, row.pairs), row.target, in_seconds=row.in_seconds))
        notes.append(f"  {title}: against {row.against}")
    print("\n".join(table(lines)))
    print("\nBaselines:", *notes, sep="\n")
    print("\nTimes: the middle of several runs. Ratios: the middle of those of runs made in turn. Memory: the peak.")
    if "--keep" not in arguments:
        shutil.rmtree(FOLDER)
    return 0


def compile_bytecode() -> None:
    """So that no first start has to: the program and its packages."""
    folders = [str(ROOT / "desktop"), str(ROOT / "tests" / "bench"), sysconfig.get_path("purelib")]
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", "-j", "0", *folders], check=False, stdout=subprocess.DEVNULL
    )


def line(title: str, figure: Figure, target: float, *, in_seconds: bool = False) -> tuple[str, ...]:
    """A row of the table."""
    missed = (figure.seconds if in_seconds else figure.ratio) / target - 1
    return (
        title,
        milliseconds(figure.seconds),
        milliseconds(figure.baseline),
        f"{figure.ratio:.2f}",
        milliseconds(target) if in_seconds else f"{target:.1f}",
        "reached" if missed <= 0 else f"missed by {missed:.0%}",
        megabytes(figure.megabytes),
        megabytes(figure.baseline_megabytes),
    )


def table(lines: Sequence[tuple[str, ...]]) -> list[str]:
    """Columns aligned: words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    words = (0, 5)
    return [
        "  ".join(
            cell.ljust(width) if number in words else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for cells in lines
    ]


def milliseconds(seconds: float) -> str:
    """A time with about three figures."""
    return f"{seconds * 1000:,.2f} ms" if seconds < 0.01 else f"{seconds * 1000:,.0f} ms"


def megabytes(value: float | None) -> str:
    """A size; a dash where the system does not tell."""
    return "–" if value is None else f"{value:.0f} MB"


def tell(text: str) -> None:
    """Progress."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
