"""Killed before a writing call, a command leaves nothing half-written under a final name and touches no other file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kills.scenes import ALIKE, SCENES
from tests.thoroughness import THOROUGH

HERE = Path(__file__).parent
POINTS = 1_000_000 if THOROUGH else 3
"""How many of the writing calls of a command are tried."""

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("cc") is None, reason="needs Linux and cc"),
    pytest.mark.slow,
    pytest.mark.timeout(3600 if THOROUGH else 300),
]


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """The process that plays scenes, with the library that counts and kills."""
    shim = tmp_path_factory.mktemp("shim") / "killing.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, HERE / "killing.c", "-ldl"], check=True)
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "LD_PRELOAD": str(shim)}
    # Else the first run of a fresh copy would make calls that no later one makes.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-m", "tests.kills.killer"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment, cwd=HERE.parents[1]) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.mark.parametrize("scene", SCENES if THOROUGH else [scene for scene in SCENES if scene not in ALIKE])
def test_a_kill_leaves_nothing_half_written(killer: subprocess.Popen[str], tmp_path: Path, scene: str):
    assert killer.stdin is not None
    assert killer.stdout is not None
    print(json.dumps({"scene": scene, "place": str(tmp_path), "points": POINTS}), file=killer.stdin, flush=True)
    found = json.loads(killer.stdout.readline() or "null")
    assert found is not None, "the process that plays scenes ended"
    assert found["wrong"] == []
    assert found["calls"] > 10
    assert found["killed"] >= min(POINTS - 1, found["calls"])
