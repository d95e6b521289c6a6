"""Follow-up reviews: the sponsor, the owners and somebody of the team walk through the actions that are due."""

from __future__ import annotations

import datetime as dt

from desktop.model.assessment.action_cells import checked_cells
from desktop.model.assessment.actions import Actions
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.interviews import Interviews
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.planning.review_agenda import AgendaItem, agenda
from desktop.model.records import Action, ActionStatus, ReviewRemark, SessionKind, TeamSession

_AHEAD = dt.timedelta(days=30)
"""How far a review looks ahead while no next one is planned."""


class Reviews:
    """The reviews, which are sessions of their own kind, and what each says of the actions."""

    def __init__(self, desk: Desk, interviews: Interviews, actions: Actions) -> None:
        self._desk = desk
        self._interviews = interviews
        self._actions = actions

    def all(self) -> list[TeamSession]:
        """Every follow-up review, by day; those without a day come last."""
        found = [each for each in self._interviews.all() if each.kind is SessionKind.FOLLOW_UP]
        return sorted(found, key=lambda each: (each.day or dt.date.max, each.starts, each.id))

    def plan(self, name: str, day: dt.date) -> str:
        """Plan a review; returns its new id. It stands on the schedule, where its time, place and people are said.

        Raises:
            RefusalError: ``session.nameless``.
        """
        return self._interviews.add(SessionKind.FOLLOW_UP, name, day=day)

    def upcoming(self, today: dt.date) -> TeamSession | None:
        """The next review that is not over; None where none is planned."""
        return next((each for each in self.all() if each.day is not None and each.day >= today), None)

    def agenda(self, session: str, today: dt.date) -> tuple[AgendaItem, ...]:
        """What a review walks through, the most pressing first; what it has talked about comes last.

        Args:
            session: id of the review.
            today: stands for its day while it has none.

        Raises:
            RefusalError: ``session.unknown``.
        """
        day = self.get(session).day or today
        later = (each.day for each in self.all() if each.day is not None and each.day > day)
        return agenda(self._actions.all(), day, next(later, day + _AHEAD), self.remarks(session))

    def remarks(self, session: str) -> dict[str, ReviewRemark]:
        """What a review has said, by action."""
        found = self._desk.store.all(ReviewRemark, session=session)
        return {each.action: each for each in found if each.status is not None}

    def told_of(self, action: str) -> list[ReviewRemark]:
        """What reviews said of an action, the oldest first."""
        found = (each for each in self._desk.store.all(ReviewRemark, action=action) if each.status is not None)
        return sorted(found, key=lambda each: (each.day or dt.date.max, each.session))

    def record(
        self,
        session: str,
        action: str,
        *,
        text: str | None = None,
        day: dt.date | None = None,
        status: ActionStatus | None = None,
        percent: int | None = None,
        due: dt.date | None = None,
        dropped_because: str = "",
    ) -> Changed:
        """Write down what a review says of an action, and let the action be as it says, in one step.

        Args:
            session: id of the review.
            action: id of the action.
            text: what was said; None for what was said before.
            day: on which it was said; None for the day of the review.
            status: the status that was found; None for that which it has.
            percent: how much is done, from 0 to 100; None for as much as is.
            due: a new due date; None for that which it has.
            dropped_because: why it is dropped, where it is.

        Raises:
            RefusalError: ``session.unknown``, ``action.unknown``, those of `checked_cells`.
        """
        review, known = self.get(session), self._actions.get(action)
        wanted = {"status": status, "percent": percent, "due": due, "dropped_because": dropped_because or None}
        cells = checked_cells({name: value for name, value in wanted.items() if value is not None}, known)
        before = self.remarks(session).get(action)
        said = {
            "day": day or review.day,
            "text": (before.text if before else "") if text is None else text.strip(),
            "status": cells.get("status", known.status),
            "percent": cells.get("percent", known.percent),
        }
        with self._desk.step("review.record", name=review.name, number=known.number, said=True) as step:
            step.draft.put(ReviewRemark, session, action, **said)
            step.draft.put(Action, action, **cells)
        return step.changed

    def take_back(self, session: str, action: str) -> Changed:
        """Let a review say nothing of an action; the action stays as it is.

        Raises:
            RefusalError: ``session.unknown``, ``action.unknown``.
        """
        review, known = self.get(session), self._actions.get(action)
        with self._desk.step("review.record", name=review.name, number=known.number, said=False) as step:
            step.draft.put(ReviewRemark, session, action, day=None, text="", status=None, percent=None)
        return step.changed

    def get(self, session: str) -> TeamSession:
        """A review.

        Raises:
            RefusalError: ``session.unknown``.
        """
        found = next((each for each in self.all() if each.id == session), None)
        if found is None:
            raise RefusalError("session.unknown", session=session)
        return found
