import datetime as dt
import time

import pytest

from desktop.model.errors import RefusalError
from desktop.wording.moments import local_time
from desktop.wording.refusals import sentence

MOMENT = dt.datetime(2026, 11, 25, 15, 22, 51, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _far_east(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_moments_are_those_of_this_clock():
    assert local_time(MOMENT) == "2026-11-26 00:22"
    assert local_time(None) == "at an unknown time"


def test_refusals_tell_moments_by_this_clock():
    said = sentence(RefusalError("form.older", saved=str(MOMENT), taken="", participant=3))
    assert said.startswith("This form was saved 2026-11-26 00:22, before the one already imported (at an unknown time)")
    assert "--replace P-03" in said
    assert "+00:00" not in said
