"""What has to change for a file to hold again what an earlier copy of it holds."""

from __future__ import annotations

from desktop.model.journal import Change
from desktop.model.records import Answer, Details, Participant
from desktop.model.store.rows_back import changes_back


def test_cells_rows_and_marks(store, path):
    with store.step("participant.add") as step:
        step.draft.put(Participant, "p", role="manager", asked=False)
        step.draft.put(Participant, "q", role="manager")
    import sqlite3

    then = sqlite3.connect(":memory:")
    with sqlite3.connect(path) as source:
        source.backup(then)
    with store.step("participant.set") as step:
        step.draft.put(Participant, "p", role="practitioner", asked=True)
        step.draft.remove(Participant, "q")
        step.draft.put(Answer, "m", "p", "q1", choice="often")
        step.draft.put(Details, "assessment", organisation="x")
    with sqlite3.connect(path) as now:
        found = changes_back(then, now, (Details,))
    assert found == [
        Change("participant", "p", "role", "practitioner", "manager"),
        Change("participant", "p", "asked", True, False),
        Change("participant", "q", "present", False, True),
        Change("answer", "m/p/q1", "choice", "often", None),
    ]
    assert [type(each.after) for each in found] == [str, bool, bool, type(None)]
