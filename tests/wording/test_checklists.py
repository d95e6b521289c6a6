from desktop.model.planning.checklists import READY_MADE, check_lines
from desktop.model.records import ChecklistItem
from desktop.wording.checklists import ITEMS, item_text


def test_every_ready_made_item_says_something():
    assert ITEMS.keys() == {name for names in READY_MADE.values() for name in names}
    lines = check_lines([ChecklistItem(id="x", text="Badges")], [], {})
    texts = [item_text(line) for line in lines]
    assert "Badges" in texts
    assert len(set(texts)) == len(texts)
