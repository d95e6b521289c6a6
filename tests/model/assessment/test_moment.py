"""A moment."""

from __future__ import annotations

from desktop.model.assessment.going_back import moment_at
from desktop.model.assessment.moment import Moment


def test_it_counts_all_up_to_its_newest_step(assessment, path):
    newest = assessment.history.steps(1)[0]
    assert moment_at(path, newest.number) == Moment({newest.writer: newest.clock}, newest)
