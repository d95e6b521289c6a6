"""Starts editors of an assessment file, kills each at a random moment, and looks at what they leave behind.

An editor says the number of each step on its standard output after the step returned. Where the system can fork, all
editors are children of this one process, which has imported everything; elsewhere each is a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from desktop.model.records import Answer, AreaRating, AreaStance, Form, Stance
from desktop.model.store.store import Store

LONGEST = 0.020
QUESTIONS = 8


def edit(path: Path, say, first: int) -> None:
    """Make steps of every sort for ever, and say the number of each; every one writes several cells."""
    store = Store.open(path, "Editor")
    assert not store.readonly
    number = first
    while True:
        make_step(store, number)
        say(number)
        number += 1


def make_step(store: Store, number: int) -> None:
    """Edits, undo, redo, a form with many answers, an area settled: which of them, the number tells."""
    match number % 6:
        case 3:
            assert store.undo().step is not None
        case 4:
            assert store.redo().step is not None
        case 5:
            answers = {f"Q{place}": (str(number), "Because.") for place in range(QUESTIONS * 10)}
            with store.several() as transaction, transaction.step("form.take", number=number, answered=1) as step:
                step.draft.put_alike(Answer, ("tiny", "p2"), ("choice", "comment"), answers)
                step.draft.put(Form, "tiny", "p2", digest=str(number))
        case 0:
            with store.step("area.settle", area="PLN") as step:
                step.draft.put(AreaRating, "tiny", "PLN", settled=True, rationale=str(number))
                step.draft.put(AreaStance, "tiny", "PLN", "m1", stance=Stance.AGREES)
                step.draft.put(AreaRating, "tiny", "SUP", settled=number % 12 == 0, rationale=str(number))
        case _:
            with store.step("form.take", number=number, answered=QUESTIONS) as step:
                rows = ((("tiny", "p1", f"Q{place}"), {"choice": str(number)}) for place in range(QUESTIONS))
                step.draft.put_many(Answer, rows)


def forked(path: Path, first: int, moment: float, *, patient: bool) -> int:
    """Fork an editor and kill it at the moment, counted from its start or from its first word; the last it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        edit(path, lambda number: os.write(writer, f"{number}\n".encode()), first)
    os.close(writer)
    said = os.read(reader, 65536) if patient else b""
    until = time.monotonic() + moment
    while (left := until - time.monotonic()) > 0:
        if select.select([reader], [], [], left)[0]:
            said += os.read(reader, 65536)
    os.kill(child, 9)
    os.waitpid(child, 0)
    while rest := os.read(reader, 65536):
        said += rest
    os.close(reader)
    return _last(said, first)


def spawned(path: Path, first: int, moment: float, *, patient: bool) -> int:
    """The same with a process of its own, for which only words mark the time."""
    command = [sys.executable, __file__, "edit", str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        said = child.stdout.readline() if patient else b""
        until = time.monotonic() + moment
        while patient and time.monotonic() < until:
            said += child.stdout.readline()
        child.kill()
        said += child.stdout.read()
    return _last(said, first)


def _last(said: bytes, first: int) -> int:
    whole = said.split(b"\n")[:-1]
    return int(whole[-1]) if whole else first - 1


def look(path: Path, *, readonly: bool, deep: bool) -> tuple[int, tuple[str, ...]]:
    """How many steps there are, all or nothing of each form, and what the check finds."""
    with closing(Store.open(path, "Judge", readonly=readonly)) as store:
        assert store.readonly is readonly
        for participant in ("p1", "p2"):
            numbers = {answer.choice for answer in store.all(Answer, participant=participant)}
            assert len(numbers) <= 1, numbers
        return len(store.steps()), store.check() if deep else ()


def rounds(path: Path, count: int, seed: int) -> dict[str, object]:
    """Kill so many editors; tell what was lost, what was found wrong, and how often a kill hit a commit."""
    chance, start = random.Random(seed), forked if hasattr(os, "fork") else spawned
    held = interrupted = acknowledged = 0
    lost: list[list[int]] = []
    faults: list[str] = []
    for number in range(count):
        last = start(path, held + 1, chance.uniform(0, LONGEST), patient=number % 3 > 0)
        journal = path.with_name(f"{path.name}-journal")
        interrupted += journal.exists()
        found, wrong = look(path, readonly=chance.random() < 0.5, deep=number % 8 == 0)
        acknowledged += last - held
        if found not in (last, last + 1):
            lost.append([number, last, found])
        faults += wrong
        held = found
    return {
        "lost": lost,
        "faults": faults,
        "interrupted": interrupted,
        "acknowledged": acknowledged,
        "leftovers": sorted(found.name for found in path.parent.iterdir() if found != path),
    }


if __name__ == "__main__":
    place = Path(sys.argv[2])
    if sys.argv[1] == "edit":
        edit(place, lambda number: print(number, flush=True), int(sys.argv[3]))
    else:
        print(json.dumps(rounds(place, int(sys.argv[3]), int(sys.argv[4]))))
