"""A short look for inputs that a reader cannot bear; `make fuzz` looks longer. What was found once is read again."""

from __future__ import annotations

import gzip
import random

import pytest

from tests.fuzz.fuzzing import FOUND, Target, run, spoilt, try_one
from tests.fuzz.targets import TARGETS

INPUTS = {
    "forms": 10,
    "packs": 40,
    "data": 40,
    "assessments": 8,
    "parcels": 15,
    "results": 12,
    "trackers": 15,
    "folders": 40,
    "archives": 40,
}
"""How many are read of each kind, 100 of what is not named."""

MEMORY = 1 << 30


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_unforeseen(tmp_path, name):
    report = run(TARGETS[name], tmp_path, inputs=INPUTS.get(name, 100), seed=1)
    assert [failure.why for failure in report.failures] == []
    assert report.inputs == INPUTS.get(name, 100)
    assert report.taken < report.inputs, "the inputs are sound"


@pytest.mark.parametrize("path", sorted(FOUND.glob("*/*.*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_mended(tmp_path, path):
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    _taken, why, _took = try_one(TARGETS[path.parent.name], content, tmp_path)
    assert why == ""


def test_inputs_are_the_same_again_and_differ_from_each_other():
    seeds = TARGETS["data"].seeds()
    made = [[spoilt(random.Random(f"1/{number}"), seeds) for number in range(30)] for _time in range(2)]
    assert made[0] == made[1]
    assert len(set(made[0])) > 25


def test_a_reader_that_breaks_is_noticed(tmp_path):
    def read(path):
        if b"1" in path.read_bytes():
            raise ZeroDivisionError

    def leave(path):
        path.with_name("left").touch()
        raise ZeroDivisionError

    broken = Target(".txt", lambda: [b"a 1 1 1\nb 1 1 1\n"], read)
    report = run(broken, tmp_path, inputs=20, seed=1)
    assert report.failures
    assert "ZeroDivisionError" in report.failures[0].why
    assert run(Target(".txt", lambda: [b"a"], leave), tmp_path, inputs=1, seed=1).failures
    assert [path.name for path in tmp_path.iterdir()] == ["input.txt"]
