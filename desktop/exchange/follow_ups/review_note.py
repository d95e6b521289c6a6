"""What a note on a follow-up review may hold: actions as the sponsor reads them, and what was said of each."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.exchange.deliverable_plan import ActionLine, MeasureLine, action_lines
from desktop.exchange.tables.follow_up import SaidLine
from desktop.model.assessment import Assessment
from desktop.model.assessment.pace import Pace
from desktop.model.errors import RefusalError
from desktop.model.planning.progress import Progress, progress
from desktop.model.planning.review_agenda import Concern
from desktop.model.records import for_sponsor
from desktop.wording.manners import Manner

_OFF_TRACK = (Pace.OVERDUE, Pace.BEHIND)


class ReviewNote(Struct, frozen=True):
    """Everything that the note is made of.

    Attributes:
        day: the day of the review.
        said: what it said, by number of the action.
        open: actions that it was to talk about and did not, the most pressing first.
        off_track: measures that are behind or overdue, with the number of their action.
        progress: how all actions come along.
        upcoming: the day of the next review; None while none is planned.
        manner: how days and numbers are written.
    """

    organisation: str
    day: dt.date
    said: tuple[SaidLine, ...]
    open: tuple[ActionLine, ...]
    off_track: tuple[tuple[int, MeasureLine], ...]
    progress: Progress
    upcoming: dt.date | None
    manner: Manner = Manner()


def review_note(assessment: Assessment, review: str, today: dt.date) -> ReviewNote:
    """Read what a note on a review tells.

    Args:
        assessment: the open one.
        review: id of the review.
        today: stands for its day while it has none.

    Raises:
        RefusalError: ``session.unknown``; ``review.silent`` when it has said nothing yet.
    """
    it, actions = assessment.reviews, assessment.actions.all()
    session = it.get(review)
    day = session.day or today
    remarks = it.remarks(review)
    if not remarks:
        raise RefusalError("review.silent", name=session.name)
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    lines = {line.id: line for line in action_lines(assessment, packs, day)}
    told = {action: for_sponsor(remark) for action, remark in remarks.items() if action in lines}
    agenda = it.agenda(review, day)
    return ReviewNote(
        organisation=for_sponsor(assessment.preparation.details()).organisation,
        day=day,
        said=tuple(
            SaidLine(
                number=line.number,
                title=line.title,
                owner=line.owner,
                due=line.due,
                status=told[line.id].status or line.status,
                percent=line.percent if told[line.id].percent is None else told[line.id].percent or 0,
                said=told[line.id].text,
            )
            for line in lines.values()
            if line.id in told
        ),
        open=tuple(lines[item.action.id] for item in agenda if item.concern is not Concern.SAID),
        off_track=tuple(
            (line.number, measure)
            for line in lines.values()
            if line.status.is_open or line.status.is_done
            for measure in line.measures
            if measure.pace in _OFF_TRACK
        ),
        progress=progress(actions, day),
        upcoming=next((each.day for each in it.all() if each.day is not None and each.day > day), None),
        manner=Manner.of(assessment.preparation.details()),
    )
