import datetime as dt

from desktop.model.assessment.rules.readings import one_reading_a_day, reading_on
from desktop.model.journal import Change
from desktop.model.records import Reading
from tests.model.assessment.rules.around import Held

MAY = dt.date(2026, 5, 1)
JUNE = dt.date(2026, 6, 1)


def reading(of, day=MAY, measure="m"):
    return Reading(id=of, measure=measure, day=day, value="1")


def gone(readings, *changed):
    changes = [Change("reading", row, "value", None, "1") for row in changed]
    found = list(one_reading_a_day(changes, Held(readings)))
    assert all(each.kind is Reading and not each.cells for each in found)
    return [each.key[0] for each in found]


def test_the_reading_that_changed_last_stays():
    assert gone([reading("a"), reading("b")], "a") == ["b"]
    assert gone([reading("a"), reading("b")], "b") == ["a"]
    assert sorted(gone([reading("a"), reading("b"), reading("c")], "c", "b")) == ["a", "c"]


def test_other_days_and_other_measures_stay():
    assert gone([reading("a"), reading("b", JUNE), reading("c", MAY, "n")], "a") == []


def test_days_that_were_not_touched_stay_as_they_are():
    assert gone([reading("a"), reading("b"), reading("c", JUNE)], "c") == []
    assert gone([reading("a"), reading("b")]) == []


def test_a_new_reading_takes_the_place_of_that_of_the_day():
    assert reading_on(MAY, [reading("a"), reading("b"), reading("c", JUNE)]) == reading("b")
    assert reading_on(MAY, [reading("c", JUNE)]) is None
