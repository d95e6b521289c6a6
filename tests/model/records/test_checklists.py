from desktop.model.records import ChecklistTick, CheckState


def test_nothing_is_done_before_somebody_says_so():
    assert ChecklistTick(item="sponsor").state is CheckState.OPEN
