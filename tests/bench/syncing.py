"""A sync that brings 200 steps into a file of 200,000, against writing those steps."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.past import make
from tests.bench.row import Row

NEW = 200


def programs(data: Data) -> tuple[Program, Program]:
    edited, place = data.folder / "edited.maturity", data.folder / "syncing"
    if not edited.exists():
        make(edited)
    if not place.exists():
        prepare(edited, place)
    command = ["-m", __spec__.name, str(place)]
    return Program([*command, "sync"]), Program([*command, "write"])


ROW = Row(
    title=f"a sync brings {NEW} steps into a file of 200,000",
    against="writing those steps",
    target=3.0,
    pairs=5,
    needs="",
    programs=programs,
)


def prepare(edited: Path, place: Path) -> None:
    """Two copies and a folder in which both have met, and to which one has brought new steps since."""
    from desktop.exchange.travelling.syncing_copies import sync
    from desktop.model.assessment import Assessment

    draft = place.with_name(f"making-{place.name}")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "share").mkdir(parents=True)
    here, there = draft / "here.maturity", draft / "there.maturity"
    for path in (here, there):
        shutil.copyfile(edited, path)
        with Assessment.open(path, author=path.stem) as assessment:
            sync(assessment, draft / "share")
    with Assessment.open(there, author="there") as assessment:
        write_steps(assessment)
        sync(assessment, draft / "share")
    draft.rename(place)


def write_steps(assessment: object) -> None:
    """Write the steps as edits are written, all in one transaction."""
    from desktop.model.assessment import Assessment
    from desktop.model.records import Answer

    assert isinstance(assessment, Assessment)
    with assessment._desk.several() as transaction:
        for number in range(NEW):
            with transaction.step("answer.set", participant=number, question="SDP-AC-0") as step:
                step.draft.put(Answer, "bench", f"p{number:015}", "SDP-AC-0", comment=f"Said again, {number}.")


def work(place: Path, what: str) -> float:
    from desktop.exchange.travelling.syncing_copies import sync
    from desktop.model.assessment import Assessment

    own = place.with_name(f"{place.name}-{what}")
    shutil.copytree(place, own)
    try:
        with Assessment.open(own / "here.maturity", author="here") as assessment:
            assessment.get_ready_to_write()
            started = time.perf_counter()
            if what == "sync":
                found = sync(assessment, own / "share")
                assert sum(each.steps for each in found.came) == NEW
            else:
                write_steps(assessment)
            return time.perf_counter() - started
    finally:
        shutil.rmtree(own)


if __name__ == "__main__":
    tell(work(Path(sys.argv[1]), sys.argv[2]))
