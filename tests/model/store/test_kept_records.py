from desktop.model.records import Member, Participant
from desktop.model.store.kept_records import MOST_KEPT, KeptRecords

ADA = Member("m1", "Ada")


class Reader:
    """Reads what it holds and counts how often it was asked."""

    def __init__(self, *records):
        self.records = list(records)
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return [*self.records]


def test_a_list_is_read_once_for_each_kind_and_condition():
    kept, members, other, participants = KeptRecords(), Reader(ADA), Reader(), Reader(Participant("p1"))
    for _ in range(2):
        assert kept.all(Member, {}, members) == [ADA]
        assert kept.all(Member, {"id": "m2"}, other) == []
        assert kept.all(Participant, {}, participants) == [Participant("p1")]
    assert (members.asked, other.asked, participants.asked) == (1, 1, 1)


def test_the_order_of_conditions_does_not_matter():
    kept, reader = KeptRecords(), Reader(ADA)
    kept.all(Member, {"id": "m1", "name": "Ada"}, reader)
    kept.all(Member, {"name": "Ada", "id": "m1"}, reader)
    assert reader.asked == 1


def test_whoever_changes_their_list_changes_nobody_elses():
    kept, reader = KeptRecords(), Reader(ADA)
    kept.all(Member, {}, reader).clear()
    kept.all(Member, {}, reader).clear()
    assert kept.all(Member, {}, reader) == [ADA]


def test_kinds_that_changed_are_read_anew_and_no_others():
    kept, members, participants = KeptRecords(), Reader(ADA), Reader()
    kept.all(Member, {}, members), kept.all(Member, {"id": "m1"}, members), kept.all(Participant, {}, participants)
    kept.forget({"member"})
    members.records = []
    assert kept.all(Member, {}, members) == kept.all(Member, {"id": "m1"}, members) == []
    kept.all(Participant, {}, participants)
    assert participants.asked == 1
    kept.forget_all()
    kept.all(Participant, {}, participants)
    assert participants.asked == 2


def test_long_lists_are_not_held_in_memory():
    kept, short, long = KeptRecords(), Reader(*[ADA] * MOST_KEPT), Reader(*[ADA] * (MOST_KEPT + 1))
    for _ in range(2):
        assert len(kept.all(Member, {}, short)) == MOST_KEPT
        assert len(kept.all(Participant, {}, long)) == MOST_KEPT + 1
    assert (short.asked, long.asked) == (1, 2)
