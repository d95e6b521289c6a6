import pytest

from desktop.model.journal import Outline, Stacks, StepId, StepKind, along
from desktop.model.store.journal_end import JournalEnd, now

TIP = StepId(7, "earlier")


def test_clocks_go_on_and_what_is_not_kept_is_forgotten():
    end = JournalEnd("Ada", Outline(Stacks((TIP, ())), 9, ()), TIP)
    before = end.kept()
    made = end.take(StepKind.EDIT, None)
    end.introduced = True
    assert (made, end.tip, [*along(end.stacks.undo)]) == (StepId(10, end.writer.id), made, [made, TIP])
    end.go_back(before)
    assert (end.clock, end.tip, [*along(end.stacks.undo)], end.introduced) == (9, TIP, [TIP], False)


def test_a_senseless_step_changes_nothing():
    end = JournalEnd("Ada", Outline(Stacks(), 9, ()), TIP)
    with pytest.raises(ValueError, match="10"):
        end.take(StepKind.UNDO, StepId(1, "other"))
    assert (end.clock, end.tip) == (9, TIP)


def test_somebody_else_is_another_writer_who_goes_on_from_the_last_step():
    end = JournalEnd("Ada", Outline(Stacks(), 0, ()), None)
    first, end.introduced = end.writer, True
    made = end.take(StepKind.EDIT, None)
    end.work_as("Bea")
    assert (end.writer.author, end.writer.after, end.introduced) == ("Bea", made, False)
    assert (first.after, end.writer.id != first.id) == (None, True)


def test_after_steps_of_others_another_writer_goes_on_from_ones_own():
    end = JournalEnd("Ada", Outline(Stacks(), 9, ()), TIP)
    first, end.introduced = end.writer, True
    end.go_on(Outline(Stacks(), 40, ()), TIP)
    assert (end.writer.author, end.writer.after, end.introduced) == ("Ada", TIP, False)
    assert end.writer.id != first.id
    assert end.take(StepKind.EDIT, None).clock == 41


def test_times_are_as_exact_as_the_file_keeps_them():
    assert now().microsecond % 1000 == 0
