import datetime as dt

import pytest

from desktop.model.assessment.forms import FilledAnswer, FilledForm, FormIdentity
from desktop.model.assessment.versions import Order, newest, order
from desktop.model.records import Form

NOW = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)
IDENTITY = FormIdentity("a", "m", "d", "s", "p")
BEFORE = NOW - dt.timedelta(days=10)


def form(hours=None, **choices):
    """A form saved so many hours after `BEFORE`."""
    saved = None if hours is None else BEFORE + dt.timedelta(hours=hours)
    return FilledForm(IDENTITY, saved, {question: FilledAnswer(choice) for question, choice in choices.items()})


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        (27, Order.NEWER),
        (26, Order.UNSURE),
        (-8, Order.UNSURE),
        (0, Order.UNSURE),
        (-26, Order.UNSURE),
        (-27, Order.OLDER),
        (None, Order.UNSURE),
        (10 * 24 + 1, Order.UNSURE),  # in the future: a clock runs ahead
    ],
)
def test_stamps_tell_only_what_no_time_zone_can_turn_round(hours, wanted):
    before = Form(model="m", participant="p", saved=BEFORE, digest="x")
    assert order(form(hours, Q="often"), before, (), NOW) is wanted


def test_nothing_was_taken_before():
    assert order(form(1), Form(model="m", participant="p"), (), NOW) is Order.FIRST


def test_a_stamp_that_was_ahead_of_the_day_it_was_taken_tells_nothing():
    before = Form(model="m", participant="p", saved=BEFORE, digest="x", back=BEFORE.date() - dt.timedelta(days=2))
    assert order(form(-100), before, (), NOW) is Order.UNSURE


def test_a_form_that_was_replaced_is_older_whatever_its_stamp():
    before = Form(model="m", participant="p", saved=BEFORE, digest="x")
    again = form(100, Q="often")
    assert order(again, before, {again.digest}, NOW) is Order.REPLACED


@pytest.mark.parametrize(
    ("forms", "wanted"),
    [
        ([form(0, Q="often")], 0),
        ([form(0, Q="often"), form(-100, Q="often", R="half")], 1),  # it says all that the other says, and more
        ([form(0, Q="often"), form(48, Q="half")], 1),
        ([form(48, Q="often"), form(0, Q="half"), form(-48, Q="half")], 0),
        ([form(0, Q="often"), form(1, Q="half")], None),
        ([form(Q="often"), form(48, Q="half")], None),
        ([form(0, Q="often", R=None), form(100, Q=None, R="half")], 1),
        ([form(1, Q="often"), form(0, Q="half", R="half")], 1),  # it answers all that the other does, and more
        ([form(Q="often"), form(Q="half", R="half")], 1),
        ([form(1, Q="often", R=None), form(0, Q=None, R="half")], None),
        ([form(48, Q="often"), form(0, Q="half", R="half")], 0),
    ],
)
def test_which_of_several_counts(forms, wanted):
    assert newest(forms, NOW) == wanted
