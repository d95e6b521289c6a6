"""What somebody has said who is taken out: how much it is, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.records import Answer, Form, SessionNote, SessionParticipant

if TYPE_CHECKING:
    from desktop.model.assessment.desk import Desk
    from desktop.model.store.draft import Draft


class Parting(Struct, frozen=True):
    """What a participant has said so far; false where that is nothing.

    Attributes:
        answers: questions with a choice, of all models.
        comments: questions with a comment.
        notes: what was noted of the participant in sessions: notes with the code, and those without any of sessions in
            which nobody else was heard.
        heard: sessions in which the participant was heard.
    """

    answers: int = 0
    comments: int = 0
    notes: int = 0
    heard: int = 0

    def __bool__(self) -> bool:
        """Whether the participant has said anything."""
        return bool(self.answers or self.comments or self.notes)


def parting(desk: Desk, participant: str) -> Parting:
    """What a participant has said so far."""
    answers = desk.all(Answer, participant=participant)
    return Parting(
        sum(each.choice is not None for each in answers),
        sum(bool(each.comment) for each in answers),
        len(_notes(desk, participant)),
        len(_heard_in(desk, participant)),
    )


def take_back(desk: Desk, draft: Draft, participant: str) -> None:
    """Take back all that a participant has said: answers, comments, what the forms said, and notes."""
    for note in _notes(desk, participant):
        draft.remove(SessionNote, note)
    answers = desk.all(Answer, participant=participant)
    draft.put_many(
        Answer, (((each.model, participant, each.question), {"choice": None, "comment": ""}) for each in answers)
    )
    blank = {"saved": None, "digest": "", "said": "", "back": None, "left_out": ""}
    forms = desk.all(Form, participant=participant)
    draft.put_many(Form, (((each.model, participant), blank) for each in forms))
    heard = _heard_in(desk, participant)
    draft.put_many(SessionParticipant, (((session, participant), {"heard": False}) for session in heard))


def _heard_in(desk: Desk, participant: str) -> list[str]:
    return [each.session for each in desk.all(SessionParticipant, participant=participant) if each.heard]


def _notes(desk: Desk, participant: str) -> list[str]:
    """Ids of the notes of what a participant said."""
    mine = _heard_in(desk, participant)
    alone = [
        session for session in mine if sum(each.heard for each in desk.all(SessionParticipant, session=session)) == 1
    ]
    coded = desk.all(SessionNote, participant=participant)
    uncoded = (note for session in alone for note in desk.all(SessionNote, session=session) if not note.participant)
    return [note.id for note in (*coded, *uncoded)]
