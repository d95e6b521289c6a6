from desktop.model.journal import Stacks, StepId
from desktop.model.store.journal_end import JournalEnd, now


def test_clocks_go_on_and_what_is_not_kept_is_forgotten():
    end = JournalEnd("Ada", Stacks([], []), 7)
    before = end.kept()
    made = end.next_id()
    end.stacks.undo.append(made)
    end.introduced = True
    assert made == StepId(8, end.writer.id)
    end.go_back(before)
    assert (end.clock, end.stacks.undo, end.introduced) == (7, [], False)


def test_somebody_else_is_another_writer():
    end = JournalEnd("Ada", Stacks([], []), 0)
    first, end.introduced = end.writer, True
    end.work_as("Bea")
    assert (end.writer.author, end.introduced) == ("Bea", False)
    assert end.writer.id != first.id


def test_times_are_as_exact_as_the_file_keeps_them():
    assert now().microsecond % 1000 == 0
