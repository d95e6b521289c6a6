"""A window in which notes are typed faster than anybody can is killed in the midst of a word: nothing is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.ui.pages.interviews.drafts import Drafts
from tests.builders import tiny_pack
from tests.journeys.typing_nursery import NOTE
from tests.thoroughness import THOROUGH

ROOT = Path(__file__).parents[2]
KILLS = 20 if THOROUGH else 2
LINES = 400
"""Keys after which the window is killed at the latest."""


@pytest.mark.parametrize("kill", range(KILLS))
def test_nothing_that_was_typed_is_lost_with_the_window(tmp_path: Path, kill: int):
    path = tmp_path / "a.maturity"
    with Assessment.create(path, [tiny_pack()], author="Tester"):
        pass
    kept, letters = typed_until_killed(path, random.Random(kill).randrange(60, LINES))
    with Assessment.open(path, author="Tester") as assessment:
        (meeting,) = assessment.interviews.all()
        notes = [note.text for note in assessment.interviews.notes(meeting.id)]
        half = Drafts(path, assessment.about()["id"], readonly=False).of(meeting.id).new.text
        assert assessment.check() == ()
    every = [f"{number}: {NOTE}" for number in range(len(notes))]
    assert notes == every
    following = f"{len(notes)}: {NOTE}"
    told, there = (kept, letters), (len(notes), len(half))
    assert there >= told
    assert following.startswith(half) or half == every[-1], "kept a moment before its line was emptied"


def typed_until_killed(path: Path, keys: int) -> tuple[int, int]:
    """Let a window type until it is killed; how many notes it had kept, and letters of the next it had typed."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "MATURITY_WORKBENCH_SETTINGS": str(path.with_name("settings.ini")),
    }
    command = [sys.executable, "-m", "tests.journeys.typing_nursery", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT) as typing:
        assert typing.stdout is not None
        last = next((line for number, line in enumerate(typing.stdout) if number >= keys), "")
        typing.kill()
        told = (last + typing.stdout.read()).splitlines()
    notes, letters = told[-1].split()
    return int(notes), int(letters)
