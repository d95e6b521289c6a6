from desktop.model.assessment.rules.numbering import distinct_numbers
from desktop.model.journal import Change
from desktop.model.records import Action, Participant
from tests.model.assessment.rules.around import Held

TOUCHED = [Change("action", "b", "number", None, 7)]


def moved(records, changes=TOUCHED):
    return [(found.kind, *found.key, found.cells) for found in distinct_numbers(changes, Held(records))]


def test_the_lowest_id_keeps_its_number_whatever_the_order():
    records = [Action(id="c", number=7), Action(id="a", number=7), Action(id="b", number=7), Action(id="d", number=9)]
    wanted = [(Action, "b", {"number": 10}), (Action, "c", {"number": 11})]
    assert moved(records) == moved(records[::-1]) == wanted


def test_other_kinds_and_other_numbers_stay():
    assert moved([Action(id="a", number=7), Action(id="b", number=8), Participant(id="p", number=7)]) == []


def test_nothing_moves_while_no_number_changes():
    records = [Action(id="a", number=7), Action(id="b", number=7)]
    assert moved(records, [Change("action", "b", "title", "", "Do it")]) == []


def test_numbers_of_what_was_removed_stay_theirs(assessment):
    first, second = (assessment.actions.add(title) for title in ("One", "Two"))
    assessment.actions.remove(second)
    with assessment._desk.step("action.add", number=1, title="Twin") as step:
        step.draft.put(Action, "zzzz", number=1, title="Twin")
    assert {action.id: action.number for action in assessment.actions.all()} == {first: 1, "zzzz": 3}
    assessment.history.undo()
    assessment.history.undo()
    assert {action.id: action.number for action in assessment.actions.all()} == {first: 1, second: 2}
