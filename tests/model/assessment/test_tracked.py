import datetime as dt

import pytest

from desktop.model.assessment.tracked import Tracked, plain, plain_number, texts_of
from desktop.model.records import Action, ActionStatus, Priority


@pytest.mark.parametrize(
    ("text", "number"), [("7.50", "7.5"), ("7", "7"), ("-0.0", "0"), ("1000", "1000"), ("0.000001", "0.000001")]
)
def test_equal_numbers_are_equal_texts(text, number):
    assert plain_number(text) == number


def test_texts_are_alike_whatever_ends_their_lines():
    assert plain("  one\r\ntwo\x07 ") == "one\ntwo"


def test_an_action_as_text():
    action = Action(
        id="a",
        title=" Agree\non it ",
        due=dt.date(2026, 3, 31),
        priority=Priority.LOW,
        status=ActionStatus.WAITING,
        percent=40,
    )
    assert texts_of(action, ("z", "b")) == {
        Tracked.TITLE: "Agree on it",
        Tracked.DUE: "2026-03-31",
        Tracked.PRIORITY: "low",
        Tracked.STATUS: "waiting",
        Tracked.PERCENT: "40",
        Tracked.NEEDS: "b z",
    }
