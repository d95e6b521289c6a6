"""Makes what is measured: a large assessment, one that waits for forms and the forms, and the sample."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

RESPONDENTS = 1000
FORMS = 200
NOTES = 50_000
ITEMS = 2_000
SESSIONS = 400
ACTIONS = 5_000
EDITS = 100_000
SAVED = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
HIGHEST_LEVEL = 5


class Data(NamedTuple):
    """Where everything is, and how much of it."""

    folder: Path

    @property
    def large(self) -> Path:
        """The assessment of many respondents."""
        return self.folder / "large.maturity"

    @property
    def waiting(self) -> Path:
        """The assessment whose forms have not come back."""
        return self.folder / "waiting.maturity"

    @property
    def forms(self) -> Path:
        """The folder of filled forms."""
        return self.folder / "forms"

    @property
    def results(self) -> Path:
        """The results workbook of the large assessment."""
        return self.folder / "results.xlsx"

    @property
    def sample(self) -> Path:
        """The sample as the demo leaves it."""
        return self.folder / "demo" / "sample.maturity"

    @property
    def noted(self) -> Path:
        """The assessment of many notes."""
        return self.folder / "noted.maturity"

    @property
    def tracked(self) -> Path:
        """The assessment of many actions."""
        return self.folder / "tracked.maturity"

    @property
    def tracker(self) -> Path:
        """Its tracker, every tenth row of which somebody wrote in."""
        return self.folder / "tracker.xlsx"

    @property
    def apart(self) -> tuple[Path, Path]:
        """Two copies of one assessment that were worked on apart from each other."""
        return self.folder / "apart-one.maturity", self.folder / "apart-two.maturity"

    @property
    def counts(self) -> dict[str, int]:
        """Respondents, questions, forms and notes."""
        found: dict[str, int] = json.loads((self.folder / "counts.json").read_text(encoding="utf-8"))
        return found


def main(folder: Path, wanted: Sequence[str]) -> None:
    """Make what is wanted of ``large``, ``forms``, ``noted`` and ``sample`` and not there yet."""
    data = Data(folder)
    folder.mkdir(parents=True, exist_ok=True)
    questions = len(_largest_pack().question_by_id)
    counts = {"respondents": RESPONDENTS, "questions": questions, "forms": FORMS, "notes": NOTES, "items": ITEMS}
    counts |= {"actions": ACTIONS, "sessions": SESSIONS, "edits": EDITS}
    (folder / "counts.json").write_text(json.dumps(counts), encoding="utf-8")
    if "large" in wanted and not data.large.exists():
        make_large(data)
    if "noted" in wanted and not data.noted.exists():
        from tests.bench.noted import make_noted

        make_noted(data.noted, _largest_pack())
    if "apart" in wanted and not data.apart[1].exists():
        from tests.bench.apart import make_apart

        make_apart(data.apart, _largest_pack())
    if "tracker" in wanted and not data.tracker.exists():
        make_tracker(data)
    if "forms" in wanted and not data.waiting.exists():
        make_forms(data)
    if "sample" in wanted and not (folder / "demo").exists():
        command = [sys.executable, "-m", "desktop", "demo", str(folder / "demo")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def make_large(data: Data) -> None:
    """Every question of the largest shipped model answered, every practice judged, some actions."""
    from desktop.model.assessment.forms import FilledAnswer, FilledForm
    from desktop.model.assessment.opened import Assessment
    from desktop.model.assessment.preparation import NewPerson
    from desktop.model.scoring.vocabulary import Characterisation

    pack = _largest_pack()
    chance = random.Random(1)
    draft = data.folder / "making-large.maturity"
    with Assessment.create(draft, [pack], author="bench", organisation="Bench") as assessment:
        assessment.models.set_question_level(pack.id, HIGHEST_LEVEL)
        people = assessment.preparation.add_participants(
            [NewPerson(role="practitioner", group=f"Team {number % 20}") for number in range(RESPONDENTS)]
        )
        questions = [question.id for one in assessment.models.asked(pack.id) for question in one.questions]
        choices = [choice.id for choice in assessment.models.get(pack.id).scale.choices] + [None]

        def answer() -> FilledAnswer:
            comment = "We do this, though not in every team." if chance.random() < 0.03 else ""
            return FilledAnswer(chance.choice(choices), comment)

        forms = [
            FilledForm(
                assessment.questionnaires.identity(pack.id, person),
                SAVED,
                {question: answer() for question in questions},
            )
            for person in people
        ]
        assessment.questionnaires.take_all(forms)
        values = list(Characterisation)
        assessment.ratings.characterise_all(
            pack.id, {practice: chance.choice(values) for practice in pack.practice_by_id}
        )
        for number in range(60):
            area = pack.areas[number % len(pack.areas)]
            assessment.actions.add(f"Improve {area.name}", model=pack.id, aim=area.id, owner="Service manager")
    draft.rename(data.large)


def make_tracker(data: Data) -> None:
    """Many actions, and a tracker of them in which every tenth has another owner."""
    from openpyxl import load_workbook

    from desktop.exchange.trackers.content import tracker_content
    from desktop.exchange.trackers.writing import tracker_bytes
    from desktop.model.assessment.opened import Assessment
    from desktop.model.planning.proposals import Proposal

    said = "Write down who does what, agree on it with those who do it, and look again after a quarter."
    with Assessment.create(data.tracked, [_largest_pack()], author="bench", organisation="Bench") as assessment:
        assessment.actions.add_proposed(
            [Proposal(title=f"Improve step {number}", description=said, owner="Lead") for number in range(ACTIONS)]
        )
        data.tracker.write_bytes(tracker_bytes(tracker_content(assessment)))
    workbook = load_workbook(data.tracker)
    sheet = workbook["Actions"]
    (owner,) = (cell.column for cell in sheet[4] if cell.value == "mw:owner")
    assert owner is not None
    for row in range(6, 6 + ACTIONS, 10):
        sheet.cell(row, owner).value = "Head of services"
    workbook.save(data.tracker)


def make_forms(data: Data) -> None:
    """An assessment, one form for each of its participants as the program writes it, each filled."""
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    from desktop.exchange.forms.content import gather
    from desktop.exchange.forms.layout import Column
    from desktop.exchange.forms.writer import write_form
    from desktop.model.assessment.opened import Assessment
    from desktop.model.assessment.preparation import NewPerson
    from tests.bench.filling import Blank, answer

    pack = _largest_pack()
    chance = random.Random(2)
    data.forms.mkdir(exist_ok=True)
    path = data.folder / "blank.xlsx"
    with Assessment.create(data.folder / "making.maturity", [pack], author="bench", organisation="Bench") as assessment:
        assessment.models.set_question_level(pack.id, HIGHEST_LEVEL)
        people = assessment.preparation.add_participants([NewPerson(role="practitioner") for _ in range(FORMS)])
        write_form(path, gather(assessment, pack.id)[0])
        choices = [choice.name for choice in assessment.models.get(pack.id).scale.choices]
        questions = {question.id for one in assessment.models.asked(pack.id) for question in one.questions}
    workbook = load_workbook(path)
    for number, sheet in enumerate(workbook.worksheets, start=1):
        marks = {
            cell.value: get_column_letter(cell.column or 0)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value in [*Column]
        }
        if marks:
            rows = [cell.row for cell in sheet[marks[Column.ID]] if cell.value in questions]
            places = {column: [f"{marks[column]}{row}" for row in rows] for column in (Column.ANSWER, Column.COMMENT)}
            part = f"xl/worksheets/sheet{number}.xml"
    blank = Blank(path, people[0])
    for number, person in enumerate(people, start=1):
        cells = answer(places[Column.ANSWER], places[Column.COMMENT], choices, chance)
        blank.fill(data.forms / f"{number:03}.xlsx", person, part, cells)
    (data.folder / "making.maturity").rename(data.waiting)


def _largest_pack():
    from desktop import resources
    from desktop.model.maturity.reading import read_pack

    return max((read_pack(path) for path in resources.model_packs()), key=lambda pack: len(pack.question_by_id))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
