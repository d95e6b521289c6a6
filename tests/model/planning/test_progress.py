import datetime as dt

from desktop.model.planning.progress import Progress, progress, progress_by
from desktop.model.records import Action, ActionStatus

TODAY = dt.date(2026, 6, 1)
YESTERDAY = TODAY - dt.timedelta(days=1)


def action(status, owner="", due=None):
    return Action(id=f"{status}{owner}{due}", status=status, owner=owner, due=due)


def test_what_was_dropped_counts_nowhere():
    found = progress(
        [
            action(ActionStatus.PROPOSED, due=YESTERDAY),
            action(ActionStatus.WAITING, due=TODAY),
            action(ActionStatus.DONE, due=YESTERDAY),
            action(ActionStatus.VERIFIED),
            action(ActionStatus.DROPPED, due=YESTERDAY),
        ],
        TODAY,
    )
    assert found == Progress(open=2, overdue=1, done=2, verified=1)
    assert (found.all, found.percent) == (4, 50.0)
    assert progress([action(ActionStatus.DROPPED)], TODAY).percent is None


def test_whoever_is_late_comes_first():
    found = progress_by(
        [
            action(ActionStatus.DONE, "C"),
            action(ActionStatus.AGREED, "B"),
            action(ActionStatus.AGREED, "B", TODAY),
            action(ActionStatus.AGREED, "A", YESTERDAY),
            action(ActionStatus.DROPPED, "D", YESTERDAY),
            action(ActionStatus.AGREED, "E"),
        ],
        lambda each: each.owner,
        TODAY,
    )
    assert list(found) == ["A", "B", "E", "C"]
    assert found["A"] == Progress(open=1, overdue=1, done=0, verified=0)
