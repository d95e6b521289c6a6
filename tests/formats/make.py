"""Makes the small assessment that stands for today's file format: `python -m tests.formats.make`.

Once a format is released its file is never made again: every later version must open it as it is.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity import Direction, Pack
from desktop.model.maturity.refs import Ref
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.records import (
    FORMAT,
    ActionStatus,
    Adequacy,
    Directness,
    MemberRole,
    PointSort,
    Priority,
    SessionKind,
    Stance,
    Tone,
)
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

FOLDER = Path(__file__).parent
MET = Fulfilment.MET


def fill(assessment: Assessment) -> None:
    """A bit of everything that the format can hold of the models in use, with one step undone."""
    for pack, say in ((tiny_pack(), _staged), (tiny_streams(), _streams), (tiny_criteria(), _criteria)):
        if pack.id in {in_use.id for in_use in assessment.models.all()}:
            say(assessment, pack)
    assessment.preparation.set_details(sponsor="Nobody")
    assessment.history.undo()


def _staged(assessment: Assessment, pack: Pack) -> None:
    """What format 1 can hold, with level 2 reached."""
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
    _listen(assessment, pack, lead, participants[0])
    assessment.ratings.set_rationale(pack.id, "PLN", "Planned and followed.")
    assessment.ratings.set_stance(pack.id, "PLN", lead, Stance.AGREES)
    assessment.ratings.settle(pack.id, "PLN")
    _rate_alone(assessment, pack, lead)
    assessment.models.set_scope(pack.id, ["DLV"], in_scope=False, reason="Another site.")
    assessment.ratings.characterise(pack.id, "STD-AC-1", Characterisation.NOT)
    assessment.ratings.set_goal(pack.id, "STD-G1", weaknesses_significant=True, weakness="No standard.")
    action = assessment.actions.add(
        "Write the standard", model=pack.id, aim="STD-G1", owner="Head of desk", priority=Priority.HIGH
    )
    assessment.actions.change(action, status=ActionStatus.AGREED, due=dt.date(2026, 6, 30))
    _observe(assessment, pack)


def _rate_alone(assessment: Assessment, pack: Pack, member: str) -> None:
    """An area that one member has rated alone and handed in."""
    assessment.blind.begin(pack.id, ["SUP"], member)
    assessment.blind.rate(pack.id, "SUP-AC-1", "LI", member)
    assessment.blind.note(pack.id, "SUP-AC-1", "Seen in the contract.", member)
    assessment.blind.hand_in(pack.id, "SUP", member)
    assessment.blind.open(pack.id, "SUP", member)


def _listen(assessment: Assessment, pack: Pack, member: str, participant: str) -> None:
    """An interview with two notes, one of them tagged."""
    day = dt.date(2026, 3, 3)
    session = assessment.interviews.add(
        SessionKind.INTERVIEW, "Interview 2", day=day, starts="09:30", ends="10:30", place="Room 2"
    )
    assessment.interviews.take_part(session, members=[member], participants=[participant])
    assessment.interviews.set_areas(session, [Ref(pack.id, pack.areas[0].id)])
    tags = [Ref(pack.id, pack.areas[0].practices[0].id)]
    noted = dt.datetime(2026, 3, 3, 9, 40, tzinfo=dt.UTC)
    assessment.interviews.note(
        session, "It is planned.", tone=Tone.STRENGTH, participant=participant, tags=tags, at=noted
    )
    assessment.interviews.note(session, "Heard in passing.", at=noted + dt.timedelta(minutes=2))


def _observe(assessment: Assessment, pack: Pack) -> None:
    """An observation from notes of two sessions and a comment, a finding on it, and what was said of that."""
    it, area = assessment.interviews, Ref(pack.id, pack.areas[0].id)
    note = it.notes(it.all()[0].id)[1].id
    session = it.add(SessionKind.DISCUSSION, "Discussion 1", day=dt.date(2026, 3, 5))
    other = it.note(session, "So it is.", at=dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC))
    comment = assessment.observations.comments()[0].source
    item = assessment.evidence.all()[0].id
    found = assessment.observations.add(
        "It is planned.", tone=Tone.STRENGTH, notes=[note, other], comments=[comment], items=[item], tags=[area]
    )
    assessment.observations.agree_all([found])
    assessment.observations.confirm([found])
    rejected = assessment.observations.add("It is said elsewhere.", notes=[note])
    assessment.observations.reject(rejected, "Of another unit.")
    finding = assessment.findings.add("Work is planned.", tone=Tone.STRENGTH, observations=[found])
    assessment.findings.mark([finding])
    assessment.discussions.settle(session, finding, Stance.AGREES)
    assessment.discussions.write_down(session, finding, PointSort.DECISION, "Keep it so.")
    assessment.discussions.say(session, finding, "Since last year.")
    assessment.actions.add("Tell others how it is planned", finding=finding)


def _streams(assessment: Assessment, pack: Pack) -> None:
    """One stream chosen, one ticked, one wanted higher, with an action from its next cell and two readings."""
    manager = assessment.preparation.participants()[0].id
    assessment.questionnaires.answer(pack.id, manager, "DSK-Q1", "level_2")
    assessment.streams.rate_stream(pack.id, "DSK", 3, "The third text fits.")
    assessment.streams.tick(pack.id, ["REQ-1-P1", "REQ-1-P2", "REQ-2-P1"], done=True)
    assessment.streams.tick(pack.id, "REQ-2-P1", done=False)
    assessment.targets.set(pack.id, "REQ", level=3, importance=5, reason="Many requests.", set_by="Sponsor")
    measure = NewMeasure(
        name="Requests in time", unit="percent", direction=Direction.UP, baseline="60", target="90", metric="REQ-2-M1"
    )
    (action,) = assessment.actions.add_proposed(
        [
            Proposal(
                title="Take up level 2",
                model=pack.id,
                aim="REQ-2",
                measures=(measure,),
            )
        ]
    )
    (standing,) = assessment.measures.of(action)
    assessment.measures.add_reading(standing.measure.id, dt.date(2026, 5, 1), "67,5", note="First month.")
    wrong = assessment.measures.add_reading(standing.measure.id, dt.date(2026, 6, 1), "760")
    assessment.measures.remove_reading(wrong)


def _criteria(assessment: Assessment, pack: Pack) -> None:
    """Level 2 shown by one track, held down by a cap."""
    assessment.statements.rate(pack.id, [f"WRK-{level}-{number}" for level in (1, 2, 3) for number in (1, 2)], MET)
    assessment.statements.rate(pack.id, ["TOL-1-1", "TOL-1-2", "TOL-2-1", "TOL-2-2"], MET)
    assessment.statements.rate(pack.id, "TOL-3-1", Fulfilment.PARTLY_MET)
    assessment.statements.note(pack.id, "TOL-3-1", "Only by hand.")
    shown = assessment.evidence.add(EvidenceKind.DEMONSTRATION, "Tool", model=pack.id, practices=["TOL-3-1"])
    days = {"dated": dt.date(2026, 3, 4), "expires": dt.date(2027, 3, 4)}
    said = {"version": "7.2", "owner": "Tool team", "reference": "Room 2", "note": "The steps were shown."}
    assessment.evidence.change(shown, **days, **said, directness=Directness.DIRECT, adequacy=Adequacy.ADEQUATE)
    with TemporaryDirectory() as folder:
        steps = Path(folder, "steps.txt")
        steps.write_bytes(b"One, two, three.\n")
        assessment.attachments.take(shown, steps)
    assessment.targets.set(pack.id, level=3, set_by="Sponsor")
    assessment.targets.set(pack.id, "tool", level=4)
    assessment.targets.clear(pack.id, "tool")


if __name__ == "__main__":
    with Assessment.create(
        FOLDER / f"{FORMAT}.maturity",
        [tiny_pack(), tiny_streams(), tiny_criteria()],
        author="Ada",
        organisation="Example Services",
    ) as made:
        fill(made)
