from desktop.model.journal import Change
from desktop.model.records import AreaRating, Member


def say(store, rationale):
    with store.step("area.rationale", area="PLN") as step:
        step.draft.put(AreaRating, "tiny", "PLN", rationale=rationale)


def test_the_changes_of_a_step(store):
    say(store, "one")
    say(store, "two")
    assert store.changes(store.steps()[0].id) == [Change("area_rating", "tiny/PLN", "rationale", "one", "two")]


def test_steps_come_newest_first_and_as_many_as_wanted(store):
    for text in ("one", "two", "three"):
        say(store, text)
    assert [step.number for step in store.steps()] == [3, 2, 1]
    assert [step.number for step in store.steps(limit=2)] == [3, 2]


def test_a_record_removed_is_known_as_it_was_last(store):
    assert store.last(Member, "m1") is None
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    with store.step("member.remove", name="Ada") as step:
        step.draft.remove(Member, "m1")
    assert store.get(Member, "m1") is None
    assert store.last(Member, "m1") == Member(id="m1", name="Ada")
