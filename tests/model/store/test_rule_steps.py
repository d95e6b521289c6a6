from msgspec.structs import replace

from desktop.model.merging.reach import is_by_rule
from desktop.model.records import Member
from tests.model.store.test_copies import even, over, pair, put

__all__ = ["pair"]


def test_each_copy_writes_the_very_same_step_and_only_once(pair):
    for store in pair:
        store.copies.on_united = name_all
    here, there = pair
    put(here, Member, "m2", name="Ann")
    put(there, Member, "m3", name="Bob")
    assert [(item.row, item.after) for item in over(there, here).incoming.followed] == [
        ("m1", "x"),
        ("m2", "x"),
        ("m3", "x"),
    ]
    first = here.copies.bundle(there.copies.reach())
    step = here.steps(1)[0]
    assert (is_by_rule(step.id), step.author, step.label, step.facts) == (True, "", "merge.follow", {"count": 3})
    rest = replace(
        first,
        steps=[each for each in first.steps if each.writer != step.writer],
        changes=[row for row in first.changes if row[1] != step.writer],
        writers=[row for row in first.writers if row.id != step.writer],
    )
    there.copies.take_in(rest, "without what followed")
    assert there.steps(1)[0] == step
    even(here, there)
    assert here.next_undo().author == "Ada"
    assert sum(is_by_rule(each.id) for each in here.steps()) == 1


def test_who_knew_of_all_has_let_it_follow(pair):
    here, there = pair
    put(there, Member, "m3", name="Bob")
    here.copies.on_united = name_all
    assert over(there, here).incoming.followed == []


def test_what_follows_from_what_followed_is_said_too_and_in_the_end_nothing_does(pair):
    def follow(draft, apart_of):
        for change in apart_of(lambda kind, cell: (kind, cell) == ("member", "name")).changes:
            following = {"Bob": "Bill", "Bill": "Will"}.get(change.after)
            if following:
                draft.put(Member, change.row, name=following)

    here, there = pair
    for store in pair:
        store.copies.on_united = follow
    put(here, Member, "m2", name="Ann")
    put(there, Member, "m3", name="Bob")
    assert [item.after for item in over(there, here).incoming.followed] == ["Bill", "Will"]
    even(here, there)
    assert sum(is_by_rule(each.id) for each in there.steps()) == 2


def name_all(draft, apart_of):
    """Let everybody have one name; once they have, nothing follows."""
    apart = apart_of(lambda kind, cell: (kind, cell) == ("member", "name"))
    rows = {change.row for change in apart.changes if change.after != "x"}
    for row in sorted(rows | {"m1"} if rows else ()):
        draft.put(Member, row, name="x")
