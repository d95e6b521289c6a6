import msgspec
import pytest

from desktop.model.records import Lesson, Phase, Privacy, TeamHours, cell_rules


@pytest.mark.parametrize("hours", ["7,5", "7 h", "1e3"])
def test_hours_are_exact_decimals(hours):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"member": "x", "phase": Phase.EXECUTION, "spent": hours}, TeamHours)


@pytest.mark.parametrize("kind", [Lesson, TeamHours])
def test_what_the_team_makes_of_its_work_stays_in_the_team(kind):
    assert {rule.privacy for rule in cell_rules(kind).values()} == {Privacy.TEAM}
