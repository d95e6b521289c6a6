from __future__ import annotations

from desktop.model.evaluation.blank_reasons import BlankReason


def test_two_blanks_are_closed():
    assert [reason.value for reason in BlankReason if reason.closed] == ["does_not_apply", "out_of_scope"]
