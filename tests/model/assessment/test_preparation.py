import datetime as dt

import pytest

from desktop.model.assessment.preparation import NewPerson
from desktop.model.records import Details, Identity, Member, MemberRole, Participant, ScopeSort


def test_at_first_nothing_is_said(assessment):
    assert assessment.preparation.details() == Details()


def test_details_are_set_field_by_field(assessment):
    assessment.preparation.set_details(organisation="Example Services", starts=dt.date(2026, 3, 2))
    assessment.preparation.set_details(sponsor="The board")
    assert assessment.preparation.details() == Details(
        organisation="Example Services", starts=dt.date(2026, 3, 2), sponsor="The board"
    )


@pytest.mark.parametrize("threshold", [2, 0, -1, None, "5"])
def test_groups_too_small_to_hide_anybody_are_refused(assessment, refused, threshold):
    assert refused(assessment.preparation.set_details, threshold=threshold) == "details.threshold"
    assert assessment.preparation.details().threshold == 5


def test_the_end_does_not_lie_before_the_start(assessment, refused):
    assessment.preparation.set_details(starts=dt.date(2026, 3, 2))
    assert refused(assessment.preparation.set_details, ends=dt.date(2026, 3, 1)) == "details.dates"
    assessment.preparation.set_details(ends=dt.date(2026, 3, 2))
    assert refused(assessment.preparation.set_details, starts=dt.date(2026, 3, 3)) == "details.dates"
    assessment.preparation.set_details(starts=None)
    assert assessment.preparation.details().starts is None


def test_leaders_stand_first_in_the_team_then_names(assessment):
    for name, role in [("cy", MemberRole.MEMBER), ("Bea", MemberRole.MEMBER), ("Di", MemberRole.LEAD)]:
        assessment.preparation.add_member(name, role)
    assert [member.name for member in assessment.preparation.members()] == ["Di", "Bea", "cy"]


def test_a_currency_is_a_code_or_a_sign(assessment, refused):
    for currency in ("€", "CHF", "US dollar"[:8]):
        assessment.preparation.set_details(currency=currency)
        assert assessment.preparation.details().currency == currency
    assert refused(assessment.preparation.set_details, currency="US dollar") == "details.currency"


def test_members_change_and_go(assessment, refused):
    member = assessment.preparation.add_member("Bea")
    assessment.preparation.set_member(member, role=MemberRole.LEAD)
    assert assessment.preparation.members() == [Member(id=member, name="Bea", role=MemberRole.LEAD)]
    assessment.preparation.remove_member(member)
    assert assessment.preparation.members() == []
    assert refused(assessment.preparation.set_member, member, name="Eve") == "member.unknown"


def test_participants_are_numbered_and_numbers_are_not_given_again(assessment):
    first = assessment.preparation.add_participant(role="manager", name="Person One")
    second = assessment.preparation.add_participant()
    assessment.preparation.remove_participant(second)
    third = assessment.preparation.add_participant()
    assert len({first, second, third}) == 3
    assert [one.number for one in assessment.preparation.participants()] == [1, 3]


def test_who_a_participant_is_stands_apart(assessment):
    one = assessment.preparation.add_participant(
        role="manager", group="Desk", name="Person One", email="one@example.org"
    )
    assert assessment.preparation.participant(one) == Participant(id=one, number=1, role="manager", group="Desk")
    (person,) = assessment.preparation.people()
    assert person.identity == Identity(participant=one, name="Person One", email="one@example.org")


def test_somebody_without_a_name_is_still_a_person(assessment):
    assessment.preparation.add_participant(role="manager")
    (person,) = assessment.preparation.people()
    assert person.identity.name == ""


def test_participants_change_in_one_step_whatever_is_set(assessment, heard):
    one = assessment.preparation.add_participant()
    heard.clear()
    assessment.preparation.set_participant(one, group="Desk", name="Person One")
    assert [change.kinds for change in heard] == [{"participant", "identity"}]
    (person,) = assessment.preparation.people()
    assert (person.participant.group, person.identity.name) == ("Desk", "Person One")


def test_several_participants_are_one_step(assessment):
    assessment.preparation.add_participant()
    people = [NewPerson(name="Person Two", role="manager"), NewPerson(name="Person Three", group="Desk")]
    ids = assessment.preparation.add_participants(people)
    assert [one.id for one in assessment.preparation.participants()][1:] == ids
    assert [one.number for one in assessment.preparation.participants()] == [1, 2, 3]
    assessment.history.undo()
    assert len(assessment.preparation.participants()) == 1


def test_unknown_participants_are_refused(assessment, refused):
    gone = assessment.preparation.add_participant()
    assessment.preparation.remove_participant(gone)
    for unknown in ("nobody", gone):
        assert refused(assessment.preparation.participant, unknown) == "participant.unknown"
        assert refused(assessment.preparation.set_participant, unknown, role="x") == "participant.unknown"
        assert refused(assessment.preparation.remove_participant, unknown) == "participant.unknown"


def test_people_bring_units_and_services_that_are_not_on_the_list_yet(assessment):
    network = assessment.organisation.add(ScopeSort.UNIT, "Network")
    people = [
        NewPerson(name="A", unit="network ", service="E-mail", interviewed=True),
        NewPerson(name="B", unit="Desk", service="e-mail", asked=False, discusses=True),
        NewPerson(name="C"),
    ]
    assessment.preparation.add_participants(people)
    a, b, c = assessment.preparation.participants()
    (mail,) = assessment.organisation.items(ScopeSort.SERVICE)
    units = {each.name: each.id for each in assessment.organisation.items(ScopeSort.UNIT)}
    assert units.keys() == {"Desk", "Network"}
    assert (a.unit, a.service, a.asked, a.interviewed, a.discusses) == (network, mail.id, True, True, False)
    assert (b.unit, b.service, b.asked, b.interviewed, b.discusses) == (units["Desk"], mail.id, False, False, True)
    assert (c.unit, c.service) == ("", "")
    assert assessment.history.undo() is not None
    assert [each.name for each in assessment.organisation.items(ScopeSort.UNIT)] == ["Network"]


def test_observers_are_of_the_team_and_rate_nothing(assessment):
    rating = assessment.preparation.add_member("Ada")
    assessment.preparation.add_member("Bo", MemberRole.OBSERVER)
    assert [member.id for member in assessment.preparation.raters()] == [rating]


def test_two_members_of_one_name_are_refused(assessment, refused):
    first, second = assessment.preparation.add_member("Bea Lo"), assessment.preparation.add_member("Cy")
    assert refused(assessment.preparation.add_member, " bea  LO") == "member.same_name"
    assert refused(assessment.preparation.set_member, second, name="Bea Lo") == "member.same_name"
    assessment.preparation.set_member(first, name="Bea LO")
    assessment.preparation.set_member(second, role=MemberRole.LEAD)
    assessment.preparation.remove_member(first)
    assessment.preparation.set_member(second, name="Bea Lo")
