"""What a comparison comes to; `test_comparison` compares, and reads it."""

from __future__ import annotations

from desktop.exchange.compared_words import likeness
from desktop.exchange.comparison import Likeness


def test_each_way_in_which_versions_differ_is_told() -> None:
    told = {each: likeness(each, "the desk") for each in Likeness}
    assert len(set(told.values())) == len(Likeness)
    assert [each for each, text in told.items() if not text] == [Likeness.SAME]
    assert "the desk" in told[Likeness.ONE_SIDE]
