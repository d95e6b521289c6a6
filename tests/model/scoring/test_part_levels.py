from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.evaluation.states import to_point
from desktop.model.scoring.part_levels import is_settled, level_of
from tests.rulebooks import flat, results

AWAY = PartWord(answer=BlankReason.DOES_NOT_APPLY, reason="None here.")
OUT = PartWord(in_scope=False)
BOOK = flat({"combine": "min"}, {"scale": "numbers"}, 2)


def test_without_a_result_there_is_the_lowest_level():
    assert level_of(results(BOOK)["ALL"], 1) == 1
    assert level_of(results(BOOK, I1=3, I2=4)["ALL"], 1) == 3
    assert level_of(results(BOOK, I1=3, I2=4)["ALL"], 1, point=to_point(4)) == 4


@pytest.mark.parametrize(
    ("one", "other", "settled"),
    [(AWAY, AWAY, True), (AWAY, OUT, False), (OUT, OUT, False), (3, AWAY, True), (3, None, False)],
)
def test_where_everything_is_left_out_something_out_of_scope_could_still_be_assessed(one, other, settled):
    assert is_settled(results(BOOK, I1=one, I2=other)["ALL"]) is settled
