from desktop.model.journal import StepKind
from desktop.model.records import Answer, AreaRating, Member, Participant


def say(store, rationale, area="PLN"):
    with store.step("area.rationale", area=area) as step:
        step.draft.put(AreaRating, "tiny", area, rationale=rationale)


def test_tallies_count_choices_of_those_wanted(store):
    with store.step("form.take", number=1, answered=1) as step:
        for participant, choice in [("p1", "often"), ("p2", "often"), ("p3", "half"), ("p4", None)]:
            step.draft.put(Answer, "tiny", participant, "PLN-Q1", choice=choice, comment="said")
    assert sorted(store.tallies("tiny")) == [("PLN-Q1", "half", 1), ("PLN-Q1", "often", 2)]
    assert store.tallies("tiny", ["p1"]) == [("PLN-Q1", "often", 1)]
    assert store.tallies("other") == []
    assert store.answered("tiny", ["PLN-Q1", "PLN-Q2"]) == {"p1": 1, "p2": 1, "p3": 1}
    assert store.answered("tiny", ["PLN-Q2"]) == {}


def test_the_history_of_a_record(store):
    say(store, "one")
    say(store, "elsewhere", "SUP")
    say(store, "two")
    store.undo()
    told = [
        (entry.step.kind, entry.change.before, entry.change.after) for entry in store.history(AreaRating, "tiny", "PLN")
    ]
    assert told == [
        (StepKind.UNDO, "two", "one"),
        (StepKind.EDIT, "one", "two"),
        (StepKind.EDIT, None, "one"),
    ]


def test_ids_of_removed_records_still_count_for_the_highest_number(store):
    with store.step("test") as step:
        step.draft.put(Participant, "p1", number=7)
    with store.step("test") as step:
        step.draft.remove(Participant, "p1")
    assert store.highest(Participant, "number") == 7
    assert store.highest(Member, "name") == 0
