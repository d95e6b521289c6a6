"""Makes the small assessment that stands for today's file format: `python -m tests.formats.make`.

Once a format is released its file is never made again: every later version must open it as it is.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.records import ActionStatus, MemberRole, Priority, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.model.store.tables import FORMAT
from tests.builders import tiny_pack

FOLDER = Path(__file__).parent


def fill(assessment: Assessment) -> None:
    """A bit of everything that format 1 can hold, with level 2 reached and one step undone."""
    pack = tiny_pack()
    assessment.preparation.set_details(sponsor="The board", starts=dt.date(2026, 3, 2), ends=dt.date(2026, 3, 6))
    lead = assessment.preparation.add_member("Ada", MemberRole.LEAD)
    gone = assessment.preparation.add_member("Bea")
    assessment.preparation.remove_member(gone)
    participants = [
        assessment.preparation.add_participant(role=role, group="Desk", name=f"Person {number}")
        for number, role in enumerate(("manager", "practitioner", "practitioner"), start=1)
    ]
    questions = [question.id for area in pack.areas for question in area.questions]
    for participant, choice in zip(participants, ("always", "often", "dont_know"), strict=True):
        answers = {question: FilledAnswer(choice, "Mostly.") for question in questions[1:]}
        answers[questions[0]] = FilledAnswer()
        saved = dt.datetime(2026, 2, 20, 9, tzinfo=dt.UTC)
        assessment.questionnaires.take(
            FilledForm(assessment.questionnaires.identity(pack.id, participant), saved, answers)
        )
    level_two = [practice.id for area in pack.areas_at(2) for practice in area.practices]
    assessment.ratings.characterise_all(pack.id, dict.fromkeys(level_two, Characterisation.FULLY))
    for kind, session in ((EvidenceKind.INTERVIEW, "Interview 1"), (EvidenceKind.DOCUMENT, "Plan")):
        assessment.evidence.add(kind, session, note="Seen.", model=pack.id, practices=level_two)
    assessment.ratings.set_rationale(pack.id, "PLN", "Planned and followed.")
    assessment.ratings.set_stance(pack.id, "PLN", lead, Stance.AGREES)
    assessment.ratings.settle(pack.id, "PLN")
    assessment.models.set_scope(pack.id, ["DLV"], in_scope=False, reason="Another site.")
    assessment.ratings.characterise(pack.id, "STD-AC-1", Characterisation.NOT)
    assessment.ratings.set_goal(pack.id, "STD-G1", weaknesses_significant=True, weakness="No standard.")
    action = assessment.actions.add(
        "Write the standard", model=pack.id, area="STD", goal="STD-G1", owner="Head of desk", priority=Priority.HIGH
    )
    assessment.actions.change(action, status=ActionStatus.AGREED, due=dt.date(2026, 6, 30))
    assessment.preparation.set_details(sponsor="Nobody")
    assessment.history.undo()


if __name__ == "__main__":
    with Assessment.create(
        FOLDER / f"{FORMAT}.maturity", [tiny_pack()], author="Ada", organisation="Example Services"
    ) as made:
        fill(made)
