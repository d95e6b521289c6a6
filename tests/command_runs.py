"""The program as a process of its own, and the demo that was run once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.moulds import Moulds

ROOT = Path(__file__).parents[1]


class Said(msgspec.Struct, frozen=True):
    """What a process said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def run_program(*arguments: object, **environment: str) -> Said:
    """Run the program without a display, from anywhere."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    hidden = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY") and "QPA" not in name}
    ran = subprocess.run(
        command,
        capture_output=True,
        env={**hidden, "PYTHONPATH": str(ROOT), **environment},
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    return Said(ran.returncode, ran.stdout, ran.stderr)


@pytest.fixture(scope="session")
def demo(moulds: Moulds) -> tuple[Path, Said]:
    """The folder that the demo made, to be looked at and not changed, and what it said."""

    def fill(place: Path) -> None:
        said = run_program("demo", place / "demo")
        (place / "said.json").write_bytes(msgspec.json.encode(said))

    place = moulds.folder("demo", fill)
    return place / "demo", msgspec.json.decode((place / "said.json").read_bytes(), type=Said)
