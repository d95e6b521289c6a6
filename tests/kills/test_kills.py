"""Killed before a writing call, a command leaves nothing half-written under a final name and touches no other file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
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
    pytest.mark.timeout(3600 if THOROUGH else 120),
]


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    """The library that counts and kills."""
    made = tmp_path_factory.mktemp("shim") / "killing.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, HERE / "killing.c", "-ldl"], check=True)
    return made


@pytest.mark.parametrize("scene", SCENES if THOROUGH else [scene for scene in SCENES if scene not in ALIKE])
def test_a_kill_leaves_nothing_half_written(shim, tmp_path, scene):
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "LD_PRELOAD": str(shim)}
    # Else the first run of a fresh copy would make calls that no later one makes.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-m", "tests.kills.killer", scene, str(tmp_path), str(POINTS)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=HERE.parents[1])
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["wrong"] == []
    assert found["calls"] > 10
    assert found["killed"] >= min(POINTS - 1, found["calls"])
