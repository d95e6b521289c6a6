"""Makes two copies of one assessment that were worked on apart from each other, each with very many edits."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from desktop.model.assessment.opened import Assessment
from desktop.model.assessment.preparation import NewPerson
from desktop.model.maturity.pack import Pack
from desktop.model.merging.bundle import Bundle, StepRow, WriterRow
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT
from tests.bench.data import EDITS

RESPONDENTS = 1_000
SHARED = 50
"""One edit of so many is of an answer that the other copy may have changed as well."""

_AT = "2026-03-02T09:00:00.000+00:00"


def make_apart(paths: tuple[Path, Path], pack: Pack) -> None:
    """Each edit answers one question; half of the people are asked in each copy, and one in both."""
    draft = paths[0].with_name("making-apart.maturity")
    with Assessment.create(draft, [pack], author="bench") as assessment:
        people = assessment.preparation.add_participants([NewPerson(role="practitioner") for _ in range(RESPONDENTS)])
    for number, path in enumerate(paths):
        shutil.copyfile(draft, path)
        with Assessment.open(path, author="bench") as assessment:
            assessment.merging.take_in(_edits(assessment, number, people, pack), "bench")
    draft.unlink()


def _edits(assessment: Assessment, number: int, people: list[str], pack: Pack) -> Bundle:
    """What somebody would have done, as steps: doing it one by one takes minutes."""
    (newest,) = assessment.history.steps(1)
    had, writer, author = assessment.merging.bundle(Reach()), f"{number:016x}", f"bench {number}"
    changes = list(_changes(number, writer, newest.clock, people, pack))
    steps = [
        StepRow(row[0], writer, "edit", None, None, "answer.set not", '{"question":"Q","number":1}', author, _AT)
        for row in changes
    ]
    seen = WriterRow(writer, author, _AT, f'{{"{newest.writer}":{newest.clock}}}', newest.clock, newest.writer)
    return Bundle(FORMAT, had.assessment, writers=[seen], steps=steps, changes=changes)


def _changes(
    number: int, writer: str, clock: int, people: list[str], pack: Pack
) -> Iterator[tuple[int, str, str, str, str, str | None, str | None]]:
    chance, questions, own = random.Random(number), sorted(pack.question_by_id), people[2 + number :: 2]
    choices = [choice.id for choice in pack.scales[0].choices]
    held: dict[str, str] = {}
    for edit in range(EDITS):
        person = people[0] if edit % SHARED == 0 else chance.choice(own)
        row = f"{pack.id}/{person}/{chance.choice(questions)}"
        value = f'"{chance.choice(choices)}"'
        yield clock + 1 + edit, writer, "answer", row, "choice", held.get(row), value
        held[row] = value
