import pytest

from desktop.model.assessment.rules.target_setters import set_by
from desktop.model.records import Target

NEW = Target(model="m", place="p")
SET = Target(model="m", place="p", level=3, set_by="Sponsor")


@pytest.mark.parametrize(
    ("known", "cells", "who"),
    [
        (NEW, {"level": 3}, "Ada"),
        (NEW, {"level": 0}, "Ada"),
        (NEW, {"importance": 2}, "Ada"),
        (NEW, {"reason": "Late."}, "Ada"),
        (NEW, {"reason": ""}, ""),
        (SET, {"level": 4}, "Sponsor"),
        (SET, {"reason": "Late."}, "Sponsor"),
        (SET, {"level": None}, ""),
        (SET, {"level": None, "importance": 1}, "Sponsor"),
        (SET, {"set_by": "Owner"}, "Owner"),
        (SET, {"level": 4, "set_by": ""}, ""),
    ],
)
def test_who_is_noted_with_a_target(known, cells, who):
    assert set_by(known, cells, "Ada") == who
