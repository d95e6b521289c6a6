import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.maturity.pack import CheckItem
from desktop.model.planning.checklists import READY_MADE, next_line
from desktop.model.records import CheckState, Phase, ScopeSort, SessionKind
from tests.builders import tiny_pack

DAY = dt.date(2027, 3, 1)


def line(assessment, item):
    return next(line for line in assessment.checklists.lines() if line.item == item)


def test_ready_made_items_come_first_in_each_phase_and_the_first_open_one_is_next(assessment):
    own = assessment.checklists.add(Phase.PREPARATION, " Order  lunch ")
    lines = assessment.checklists.lines()
    names = [*READY_MADE[Phase.PREPARATION], own, *READY_MADE[Phase.EXECUTION], *READY_MADE[Phase.AFTERCARE]]
    assert [each.item for each in lines] == names
    assert line(assessment, own).own == "Order lunch"
    assert next_line(lines) == lines[0]


def test_what_is_ticked_or_not_needed_is_open_no_more(assessment):
    member = assessment.preparation.add_member("Ada")
    assessment.checklists.tick("rooms", CheckState.DONE, DAY, member)
    assessment.checklists.tick("sponsor", CheckState.NOT_NEEDED, DAY)
    rooms = line(assessment, "rooms")
    assert (rooms.is_open, rooms.tick.day, rooms.tick.member) == (False, DAY, member)
    assert next_line(assessment.checklists.lines()) == line(assessment, "goals")
    assessment.checklists.tick("rooms", CheckState.OPEN, DAY, member)
    rooms = line(assessment, "rooms")
    assert (rooms.is_open, rooms.tick.day, rooms.tick.member) == (True, None, "")


def test_what_the_records_show_need_not_be_ticked(assessment):
    shown = {
        "sponsor",
        "goals",
        "scope",
        "team",
        "independence",
        "budget",
        "participants",
        "confidentiality",
        "schedule",
    }
    assert all(line(assessment, item).is_open for item in shown)
    assert not line(assessment, "model").is_open
    it = assessment.preparation
    it.set_details(sponsor="The board", goals="Fewer outages", confidentiality="Nobody is named")
    for name in ("Ada", "Bo"):
        it.set_member(it.add_member(name), independence="Of another unit")
    it.add_participant()
    assessment.organisation.add_line("Travel")
    assessment.organisation.add(ScopeSort.UNIT, "Desk")
    assessment.interviews.add(SessionKind.KICK_OFF, "Kick-off")
    assert [item for item in sorted(shown) if line(assessment, item).is_open] == []


def test_items_of_the_team_come_and_go(assessment, refused):
    item = assessment.checklists.add(Phase.AFTERCARE, "Give back the badges")
    assessment.checklists.reword(item, "Give back badges and keys")
    assert line(assessment, item).own == "Give back badges and keys"
    assessment.checklists.remove(item)
    for deed, *more in (
        (assessment.checklists.remove,),
        (assessment.checklists.reword, "Nothing"),
        (assessment.checklists.tick, CheckState.DONE, DAY),
    ):
        assert refused(deed, item, *more) == "checklist.unknown"


@pytest.mark.parametrize("text", ["", "  "])
def test_an_item_says_something(assessment, refused, text):
    assert refused(assessment.checklists.add, Phase.PREPARATION, text) == "checklist.empty"


def test_nobody_outside_the_team_ticks(assessment, refused):
    assert refused(assessment.checklists.tick, "rooms", CheckState.DONE, DAY, "nobody") == "member.unknown"


def test_models_in_use_bring_items_between_the_ready_made_and_the_teams_own(tmp_path, refused):
    items = (
        CheckItem(id="tools", phase=Phase.PREPARATION, text="Ask for a login to the tool"),
        CheckItem(id="thanks", phase=Phase.AFTERCARE, text="Thank those who showed their tools"),
    )
    pack = replace(tiny_pack(), checklist=items)
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as made:
        own = made.checklists.add(Phase.PREPARATION, "Order lunch")
        lines = made.checklists.lines()
        place = [each.item for each in lines].index("tiny:tools")
        assert [lines[place - 1].item, lines[place + 1].item] == [READY_MADE[Phase.PREPARATION][-1], own]
        assert (lines[place].own, lines[place].model) == ("Ask for a login to the tool", pack.name)
        assert lines[-1].item == "tiny:thanks"
        made.checklists.tick("tiny:tools", CheckState.DONE, DAY)
        assert not line(made, "tiny:tools").is_open
        for unknown in ("tiny:unheard", "other:tools"):
            assert refused(made.checklists.tick, unknown, CheckState.DONE, DAY) == "checklist.unknown"
        assert refused(made.checklists.remove, "tiny:tools") == "checklist.unknown"
        made.models.remove("tiny")
        assert "tiny:tools" not in [each.item for each in made.checklists.lines()]
