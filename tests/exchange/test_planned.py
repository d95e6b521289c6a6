import datetime as dt

import msgspec
import pytest

from desktop.exchange.decisions import decided_sample
from desktop.exchange.planned import Gauge, Item, Read, act
from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus, Priority
from tests.builders_schemes import tiny_streams

DAY = dt.date(2027, 1, 15)
ITEM = Item(
    model="tiny-streams",
    origin="cell:DSK-2",
    owner="Desk",
    due=30,
    priority=Priority.HIGH,
    status=ActionStatus.AGREED,
    measures=(
        Gauge(
            metric="DSK-2-M1", baseline="10", target="80", due=20, readings=(Read(-9, "12"), Read(-2, "31", "Better."))
        ),
        Gauge(name="Calls", unit="count", baseline="200", target="120", due=60),
    ),
)


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_streams()], author="Ada") as made:
        yield made


def test_an_action_takes_its_words_from_the_suggestion(assessment):
    act(assessment, ITEM, DAY)
    (action,) = assessment.actions.all()
    assert action.aim == "DSK-2"
    assert action.title == "Raise Stream DSK to level 2"
    assert "Do 1 for DSK at 2." in action.description
    assert (action.due, action.status, action.closed) == (DAY + dt.timedelta(days=30), ActionStatus.AGREED, None)


def test_words_of_its_own_come_first(assessment):
    act(assessment, msgspec.structs.replace(ITEM, title="Do it", description="By hand."), DAY)
    (action,) = assessment.actions.all()
    assert (action.title, action.description) == ("Do it", "By hand.")


def test_measures_are_ready_and_read(assessment):
    act(assessment, ITEM, DAY)
    (action,) = assessment.actions.all()
    calls, share = assessment.measures.of(action.id)
    assert (calls.measure.name, calls.measure.metric, calls.readings) == ("Calls", "", ())
    assert (share.measure.metric, share.measure.unit, share.measure.how) == ("DSK-2-M1", "percent", "Count DSK at 2.")
    assert (share.measure.baseline, share.measure.target, share.percent) == ("10", "80", 30.0)
    assert [(reading.day, reading.value, reading.note) for reading in share.readings] == [
        (DAY - dt.timedelta(days=9), "12", ""),
        (DAY - dt.timedelta(days=2), "31", "Better."),
    ]


def test_a_closed_action_was_closed_on_the_day(assessment):
    act(assessment, msgspec.structs.replace(ITEM, status=ActionStatus.DONE), DAY)
    (action,) = assessment.actions.all()
    assert (action.status, action.closed) == (ActionStatus.DONE, DAY)


def test_actions_of_the_sample_taken_from_suggestions_are_measured(tmp_path):
    with decided_sample(tmp_path / "sample.maturity", "Ada", day=DAY) as sample:
        measured = {found.measure.action for found in sample.measures.all()}
        taken = [action for action in sample.actions.all() if action.id in measured]
        standings = [sample.measures.of(action.id) for action in taken]
    assert len({action.model for action in taken}) > 2
    assert all(len(found) == 2 for found in standings)
    every = [standing for found in standings for standing in found]
    assert all(standing.measure.baseline and standing.measure.target and standing.measure.unit for standing in every)
    assert {bool(standing.measure.metric) for standing in every} == {True, False}
    assert max(len(standing.readings) for standing in every) >= 3
    assert sum(standing.is_overdue(DAY) for standing in every) == 1
    assert all(reading.day and reading.day < DAY for standing in every for reading in standing.readings)
