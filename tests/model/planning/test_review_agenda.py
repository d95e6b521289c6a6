import datetime as dt

import pytest

from desktop.model.planning.review_agenda import Concern, agenda
from desktop.model.records import Action, ActionStatus

DAY, UNTIL = dt.date(2026, 6, 1), dt.date(2026, 7, 1)
A_DAY = dt.timedelta(days=1)


def concern(status=ActionStatus.AGREED, **cells):
    found = agenda([Action(id="a", status=status, **cells)], DAY, UNTIL)
    return found[0].concern if found else None


@pytest.mark.parametrize(
    ("status", "cells", "wanted"),
    [
        (ActionStatus.PROPOSED, {}, None),
        (ActionStatus.AGREED, {}, None),
        (ActionStatus.PROPOSED, {"due": DAY - A_DAY}, Concern.OVERDUE),
        (ActionStatus.WAITING, {"due": DAY - A_DAY}, Concern.OVERDUE),
        (ActionStatus.AGREED, {"due": DAY}, Concern.DUE),
        (ActionStatus.AGREED, {"due": UNTIL}, Concern.DUE),
        (ActionStatus.AGREED, {"due": UNTIL + A_DAY}, None),
        (ActionStatus.WAITING, {}, Concern.WAITING),
        (ActionStatus.WAITING, {"due": UNTIL}, Concern.DUE),
        (ActionStatus.DONE, {"due": DAY - A_DAY}, Concern.UNVERIFIED),
        (ActionStatus.AGREED, {"start": DAY}, Concern.LATE_START),
        (ActionStatus.AGREED, {"start": DAY + A_DAY}, None),
        (ActionStatus.IN_PROGRESS, {"start": DAY}, Concern.UNDER_WAY),
        (ActionStatus.VERIFIED, {"due": DAY - A_DAY}, None),
        (ActionStatus.DROPPED, {"due": DAY - A_DAY}, None),
    ],
)
def test_why_a_review_talks_about_an_action(status, cells, wanted):
    assert concern(status, **cells) is wanted


def test_the_most_pressing_comes_first_and_what_was_said_last():
    late, later = (Action(id=f"late{days}", due=DAY - days * A_DAY, number=9) for days in (1, 2))
    waiting = Action(id="waiting", status=ActionStatus.WAITING, number=2)
    first_waiting = Action(id="first", status=ActionStatus.WAITING, number=1)
    said = Action(id="said", status=ActionStatus.DROPPED, due=DAY - 9 * A_DAY)
    found = agenda([said, waiting, late, first_waiting, later], DAY, UNTIL, {"said"})
    assert [each.action.id for each in found] == ["late2", "late1", "first", "waiting", "said"]
    assert found[-1].concern is Concern.SAID
