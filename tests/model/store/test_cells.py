import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.records import KINDS, Action, ActionStatus, AreaRating, Form, Participant
from desktop.model.store.cells import decode, defaults, encode, is_key, to_cell, to_record


def test_values_stand_as_plain_cells():
    assert to_cell(ActionStatus.IN_PROGRESS) == "in_progress"
    assert to_cell(dt.date(2026, 3, 2)) == "2026-03-02"
    assert to_cell(None) is None
    assert to_cell(True) is True


def test_what_is_no_text_is_left_out():
    assert to_cell("a\x00\x1b[1m\ud83d\n\tb\N{ROCKET}") == "a[1m\n\tb\N{ROCKET}"


def test_moments_stand_in_utc_to_the_thousandth_of_a_second():
    moment = dt.datetime(2026, 3, 2, 1, 30, 0, 999, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert to_cell(moment) == "2026-03-01T23:30:00+00:00"
    assert to_cell(moment.replace(microsecond=7999)) == "2026-03-01T23:30:00.007+00:00"


@pytest.mark.parametrize("value", [1.5, b"x", ["a"], object()])
def test_other_values_are_a_bug(value):
    with pytest.raises(TypeError):
        to_cell(value)


def test_empty_cells_read_as_defaults():
    row = {"id": "x", "number": 4, "role": None, "group": None, "asked": None, "present": True}
    assert to_record(Participant, row) == Participant(id="x", number=4)


def test_a_record_survives_its_cells():
    action = Action(id="x", number=2, title="Do", due=dt.date(2026, 5, 1), status=ActionStatus.AGREED)
    assert to_record(Action, {name: to_cell(getattr(action, name)) for name in action.__struct_fields__}) == action


def test_a_moment_survives_its_cell():
    form = Form(model="m", participant="p", saved=dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC))
    cells = {name: to_cell(getattr(form, name)) for name in form.__struct_fields__}
    assert to_record(Form, cells).saved == form.saved


def test_impossible_values_do_not_become_records():
    with pytest.raises(ValueError, match="status"):
        to_record(Action, {"id": "x", "status": "unheard"})


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_kind_has_defaults_for_all_but_its_key(kind):
    assert defaults(kind).keys() == set(kind.__struct_fields__) - set(kind.keys)


@given(st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text())
def test_the_journal_keeps_cells_as_they_are(cell):
    kept = decode(encode(cell))
    assert kept == cell
    assert type(kept) is type(cell)


@pytest.mark.parametrize(
    ("key", "sound"), [(("m", "a"), True), (("m",), False), (("m", ""), False), (("m", "a/b"), False)]
)
def test_keys_have_every_part_and_no_separator(key, sound):
    assert is_key(AreaRating, key) is sound
