"""An assessment of a large organisation after all its interviews: many notes, items of evidence and participants."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from desktop.model.assessment.desk import new_id
from desktop.model.assessment.opened import Assessment
from desktop.model.assessment.preparation import NewPerson
from desktop.model.maturity.pack import Pack
from desktop.model.records import (
    Evidence,
    EvidenceLink,
    NoteTag,
    SessionArea,
    SessionKind,
    SessionNote,
    SessionParticipant,
    TeamSession,
    Tone,
)
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.bench.data import ITEMS, NOTES, SESSIONS

PARTICIPANTS = 500
LONGEST = 2_500
"""Notes of each of the first two sessions."""
ROLES = ("practitioner", "manager", "process owner", "team leader", "customer")
FIRST = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)


def make_noted(path: Path, pack: Pack) -> None:
    """Write it in a few steps, straight to the desk: one by one, so many would take minutes.

    Args:
        path: where; nothing may be there.
        pack: the model whose practices the notes speak of.
    """
    chance = random.Random(3)
    draft = path.with_name(f"making-{path.name}")
    with Assessment.create(draft, [pack], author="bench", organisation="Bench") as assessment:
        people = assessment.preparation.add_participants(
            [NewPerson(role=ROLES[number % len(ROLES)]) for number in range(PARTICIPANTS)]
        )
        practices = [*pack.practice_by_id]
        sessions = [new_id() for _ in range(SESSIONS)]
        with assessment._desk.step("session.add", name="Bench") as step:
            kept = step.draft
            kept.put_many(TeamSession, (((each,), _session(number)) for number, each in enumerate(sessions)))
            heard = ((session, people[number]) for number, session in enumerate(sessions))
            kept.put_many(SessionParticipant, ((pair, {"heard": True}) for pair in heard))
            about = ((session, pack.id, pack.areas[n % len(pack.areas)].id) for n, session in enumerate(sessions))
            kept.put_many(SessionArea, ((key, {"about": True}) for key in about))
        with assessment._desk.step("session_note.add", session="Bench") as step:
            notes = [new_id() for _ in range(NOTES)]
            texts = _texts(pack, chance)
            step.draft.put_many(
                SessionNote,
                (
                    (
                        (note,),
                        {
                            "session": sessions[_taken_in(number)],
                            "participant": people[_taken_in(number)],
                            "at": FIRST + dt.timedelta(seconds=number),
                            "text": next(texts),
                            "tone": chance.choice([*Tone]),
                        },
                    )
                    for number, note in enumerate(notes)
                ),
            )
            tags = ((note, pack.id, part) for note in notes for part in chance.sample(practices, 2))
            step.draft.put_many(NoteTag, ((key, {"tagged": True}) for key in tags))
        with assessment._desk.step("evidence.add", name="Bench") as step:
            pieces = [new_id() for _ in range(ITEMS)]
            step.draft.put_many(
                Evidence,
                (
                    (
                        (piece,),
                        {"kind": EvidenceKind.DOCUMENT, "session": f"Document {number}", "note": next(texts)},
                    )
                    for number, piece in enumerate(pieces)
                ),
            )
            links = ((piece, pack.id, part) for piece in pieces for part in chance.sample(practices, 3))
            step.draft.put_many(EvidenceLink, ((key, {"linked": True}) for key in links))
    draft.rename(path)


def _taken_in(note: int) -> int:
    """The number of a note's session: two are long, the others share what is left."""
    return note // LONGEST if note < 2 * LONGEST else 2 + note % (SESSIONS - 2)


def _session(number: int) -> dict[str, object]:
    """Eight in a row on a day, and five at a time."""
    kind = (SessionKind.INTERVIEW, SessionKind.INTERVIEW, SessionKind.DISCUSSION, SessionKind.DEMONSTRATION)[number % 4]
    day, hour = FIRST.date() + dt.timedelta(days=number // 40), 8 + number % 40 // 5
    times = {"starts": f"{hour:02}:00", "ends": f"{hour:02}:45"}
    return {"kind": kind, "name": f"Interview {number + 1}", "day": day, **times}


def _texts(pack: Pack, chance: random.Random) -> Iterator[str]:
    """Things that somebody might say, in words of the model."""
    words = " ".join(practice.text for _area, practice in pack.practice_by_id.values()).split()
    while True:
        start = chance.randrange(len(words) - 14)
        yield f"We {' '.join(words[start : start + chance.randint(6, 14)])}, mostly."
