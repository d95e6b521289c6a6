from __future__ import annotations

import datetime as dt

from desktop.model.assessment.pace import Pace
from desktop.model.assessment.standing import standing
from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import Measure, Reading
from desktop.wording import measures, names

MEASURE = Measure(id="m", unit="percent", direction=Direction.UP, baseline="10", target="90", due=dt.date(2031, 4, 11))
FIRST = Reading(id="1", measure="m", day=dt.date(2031, 1, 1), value="10")


def test_every_pace_has_a_word() -> None:
    assert len({names.name(pace) for pace in Pace}) == len(Pace)


def test_a_measure_tells_where_it_stands() -> None:
    later = Reading(id="2", measure="m", day=dt.date(2031, 1, 11), value="15")
    today = dt.date(2031, 2, 1)

    assert measures.aim(standing(MEASURE, [])) == "10 → 90 percent by 2031-04-11"
    assert measures.standing_text(standing(MEASURE, []), today) == "No reading yet"
    assert (
        measures.standing_text(standing(MEASURE, [FIRST, later]), today)
        == "Behind the line to target: 15 percent on 2031-01-11; 18 percent was due."
    )
    good = Reading(id="2", measure="m", day=dt.date(2031, 1, 11), value="30")
    assert (
        measures.standing_text(standing(MEASURE, [FIRST, good]), today)
        == "On track: 30 percent on 2031-01-11. 25.0 % of the way."
    )
