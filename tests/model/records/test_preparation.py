from desktop.model.assessment.preparation import SMALLEST_THRESHOLD
from desktop.model.records import Details, MemberRole, Participant
from desktop.model.records.preparation import Member


def test_groups_are_hidden_below_a_size_that_is_allowed():
    assert Details().threshold >= SMALLEST_THRESHOLD


def test_whoever_is_added_is_asked_and_leads_nothing():
    assert Participant(id="x").asked
    assert Member(id="x").role is MemberRole.MEMBER


def test_only_observers_rate_nothing():
    assert [role for role in MemberRole if not role.rates] == [MemberRole.OBSERVER]
