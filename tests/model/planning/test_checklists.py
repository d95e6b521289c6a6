from desktop.model.planning.checklists import READY_MADE, check_lines, next_line
from desktop.model.records import ChecklistItem, ChecklistTick, CheckState, Phase


def test_every_name_stands_once():
    every = [name for names in READY_MADE.values() for name in names]
    assert len(every) == len(set(every))
    assert list(READY_MADE) == list(Phase)


def test_what_the_team_says_goes_before_what_the_records_show():
    own = [ChecklistItem(id="x", phase=Phase.AFTERCARE, text="Badges")]
    ticks = [ChecklistTick(item="sponsor", state=CheckState.DONE), ChecklistTick(item="gone", state=CheckState.DONE)]
    lines = check_lines(own, ticks, {"goals": True})
    assert [line.item for line in lines[:3] if line.is_open] == ["model"]
    assert lines[-1].own == "Badges"
    assert next_line(lines) == lines[2]
    assert next_line([line for line in lines if not line.is_open]) is None
