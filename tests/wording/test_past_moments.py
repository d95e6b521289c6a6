"""Moments in words."""

from __future__ import annotations

import datetime as dt

from desktop.model.assessment.moment import Moment
from desktop.model.journal import Step, StepKind
from desktop.wording.moments import local_time
from desktop.wording.past_moments import as_it_was_text, moment_text

AT = dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)
STEP = Step(41, "w", StepKind.EDIT, None, "answer.set", {}, "Ada", AT)


def test_a_day_and_a_step() -> None:
    assert moment_text(Moment({"w": 41}, STEP, AT.date())) == "on 2026-03-31 (step 41)"
    assert as_it_was_text(Moment({"w": 41}, STEP)) == f"As it was at {local_time(AT)} (step 41)"
