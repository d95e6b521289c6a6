from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.scoring.ticks import read_ticks
from tests.builders_schemes import ticked, tiny_stream, tiny_streams

PACK = tiny_streams()
STREAM = PACK.streams[0]


def test_nothing_ticked_is_the_floor() -> None:
    ticks = read_ticks(STREAM, ())
    assert (ticks.any, ticks.held, ticks.level) == (False, 0, 1)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_the_level_up_to_which_all_is_ticked(level: int) -> None:
    assert read_ticks(STREAM, ticked(PACK, DSK=level)).held == level


def test_a_gap_below_holds_the_level_down() -> None:
    ticks = read_ticks(STREAM, ticked(PACK, DSK=4) - {"DSK-2-P1"})
    assert ticks.held == 1
    assert ticks.missing(above=1, up_to=2) == ("DSK-2-P1",)
    assert ticks.share(2) == Fraction(1, 2)
    assert ticks.share(4) == 1


def test_ticks_of_other_streams_and_of_outcomes_say_nothing() -> None:
    assert not read_ticks(STREAM, {"REQ-1-P1", "DSK-1-O1"}).any


def test_what_comes_after() -> None:
    ticks = read_ticks(STREAM, ())
    assert (ticks.after(1), ticks.after(4), ticks.after(5)) == (2, 5, None)


def test_levels_are_read_in_order_whatever_the_pack_s() -> None:
    stream = tiny_stream("DSK", levels=3)
    turned = type(stream)(
        id=stream.id, name=stream.name, summary=stream.summary, question=stream.question, cells=stream.cells[::-1]
    )
    assert read_ticks(turned, ticked(tiny_streams([stream]), DSK=2)).held == 2
