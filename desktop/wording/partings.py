"""What becomes of what somebody said who is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import _, ngettext
from desktop.wording.forms import participant_number

if TYPE_CHECKING:
    from desktop.model.assessment.parting import Parting
    from desktop.model.records import Participant

KEEP, TAKE_BACK = "keep", "take_back"


def said_told(said: Parting) -> str:
    """How much somebody said, e.g. ``24 answers, 2 comments and 5 notes``."""
    answers = ngettext("{count} answer", "{count} answers", said.answers).format(count=said.answers)
    comments = ngettext("{count} comment", "{count} comments", said.comments).format(count=said.comments)
    notes = ngettext("{count} note", "{count} notes", said.notes).format(count=said.notes)
    return _("{answers}, {comments} and {notes}").format(answers=answers, comments=comments, notes=notes)


def parting_told(participant: Participant, said: Parting) -> str:
    """What the two ways of taking a participant out mean, with how much each keeps or removes."""
    told = _("{participant} gave {answers}, {comments}; {notes} of sessions tell what was said.").format(
        participant=participant_number(participant.number),
        answers=ngettext("{count} answer", "{count} answers", said.answers).format(count=said.answers),
        comments=ngettext("{count} comment", "{count} comments", said.comments).format(count=said.comments),
        notes=ngettext("{count} note", "{count} notes", said.notes).format(count=said.notes),
    )
    keep = _(
        "Kept, all of it counts on without saying whose it is: name and e-mail are shown no more, role and group stay."
    )
    take_back = _(
        "Removed, all of it is gone from results, sessions and search, and observations drawn from it are drafts again."
    )
    history = _("The history says which, and keeps what it knew; undo brings all back.")
    return "\n\n".join((told, *(() if participant.left else (keep,)), take_back, history))


def ways_to_part(*, left: bool) -> tuple[tuple[str, str], ...]:
    """The ways there are; who has left already can only be removed with what was said."""
    take_back = (TAKE_BACK, _("&Remove both"))
    return (take_back,) if left else ((KEEP, _("&Keep answers and notes without identity")), take_back)


def parted(participant: Participant, said: Parting, *, kept: bool) -> str:
    """What was done."""
    number = participant_number(participant.number)
    if kept:
        return _("{participant} was taken out. What was said is kept without identity: {said}.").format(
            participant=number, said=said_told(said)
        )
    if said:
        return _("{participant} was removed with {said}.").format(participant=number, said=said_told(said))
    return _("{participant} was removed.").format(participant=number)
