import datetime as dt

from desktop.exchange.planned_days import planned_days
from desktop.model.assessment import Assessment
from desktop.model.records import SessionKind
from tests.builders import tiny_pack


def test_what_has_no_time_to_stand_at_is_told(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Ada", organisation="Services") as made:
        day = dt.date(2027, 3, 1)
        kept = made.interviews.add(SessionKind.KICK_OFF, "Kick-off", day=day)
        made.interviews.add(SessionKind.OTHER, "Loose")
        made.interviews.add(SessionKind.OTHER, "Backwards", day=day, starts="10:00", ends="09:00")
        found = planned_days(made)
    assert [line.id for line in found.lines] == [kept]
    assert (found.organisation, found.left_out) == ("Services", ("Backwards", "Loose"))
