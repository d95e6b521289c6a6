"""Each assessor rates alone; what others say is seen once an area is opened."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.records import ONCE, BlindStage, MemberRole
from desktop.model.scoring.vocabulary import Characterisation
from tests.own_rules import own_rules


@pytest.fixture
def team(assessment):
    """Ada, who leads, and Bea: their ids. The area PLN is rated blind."""
    ada = assessment.preparation.add_member("Ada", MemberRole.LEAD)
    bea = assessment.preparation.add_member("Bea")
    assessment.blind.begin("tiny", ["PLN"], ada)
    return ada, bea


def practices(assessment, area="PLN"):
    return [thing.part for thing in assessment.blind.things("tiny", area)]


def both_rate(assessment, team):
    """Ada and Bea rate all of PLN and differ on the first practice alone."""
    first, *rest = practices(assessment)
    for member, value in zip(team, ("FI", "PI"), strict=True):
        assessment.blind.rate("tiny", first, value, member)
        assessment.blind.rate("tiny", rest, "LI", member)
        assessment.blind.hand_in("tiny", "PLN", member)


def test_blind_ratings_feed_nothing_and_the_team_waits(assessment, team, refused):
    ada, _bea = team
    before = assessment.results.of("tiny")
    first = practices(assessment)[0]
    assessment.blind.rate("tiny", first, "FI", ada)
    assert assessment.results.of("tiny") is before
    assert refused(assessment.ratings.characterise, "tiny", first, Characterisation.FULLY) == "blind.under_way"
    assessment.ratings.characterise("tiny", assessment.models.get("tiny").pack.area_by_id["SUP"].practices[0].id, None)


def test_only_progress_is_told_before_it_is_opened(assessment, team, refused):
    ada, bea = team
    both_rate(assessment, team)
    assert [(each.member.name, each.rated, each.handed) for each in assessment.blind.progress("tiny", "PLN")] == [
        ("Ada", len(practices(assessment)), True),
        ("Bea", len(practices(assessment)), True),
    ]
    assert {each.value for each in assessment.blind.own("tiny", "PLN", ada).values()} == {"FI", "LI"}
    assert {each.value for each in assessment.blind.own("tiny", "PLN", bea).values()} == {"PI", "LI"}
    assert refused(assessment.blind.opened, "tiny", "PLN") == "blind.closed"
    assert refused(assessment.blind.take_common, "tiny", "PLN") == "blind.closed"
    assert refused(assessment.blind.pick, "tiny", practices(assessment)[0], "LI", "So.") == "blind.closed"


def test_opened_side_by_side_where_they_differ_first(assessment, team):
    both_rate(assessment, team)
    assessment.blind.open("tiny", "PLN", team[1])
    found = assessment.blind.opened("tiny", "PLN")
    count = len(practices(assessment))
    assert (found.agreement.things, found.agreement.agreed) == (count, count - 1)
    first = found.differing_first[0]
    assert first.thing.part == practices(assessment)[0]
    assert first.spread == 2
    assert [first.said[member].value for member in team] == ["FI", "PI"]
    assert found.undecided == (first,)


def test_who_rated_only_another_area_is_no_rater_of_this_one(assessment, team):
    cid = assessment.preparation.add_member("Cid")
    assessment.blind.begin("tiny", ["SUP"], team[0])
    assessment.blind.rate("tiny", practices(assessment, "SUP"), "FI", cid)
    both_rate(assessment, team)
    assessment.blind.open("tiny", "PLN", team[0], "Cid is ill.")
    assert [member.name for member in assessment.blind.opened("tiny", "PLN").members] == ["Ada", "Bea"]


def test_what_all_say_becomes_the_teams_word_in_one_step(assessment, team, refused):
    both_rate(assessment, team)
    assessment.blind.open("tiny", "PLN", team[0])
    first, *rest = practices(assessment)
    assessment.blind.take_common("tiny", "PLN")
    ratings = assessment.ratings.practices("tiny")
    assert {ratings[practice].value for practice in rest} == {Characterisation.LARGELY}
    assert first not in ratings
    assert refused(assessment.blind.take_common, "tiny", "PLN") == "blind.nothing_common"
    assessment.history.undo()
    assert not assessment.ratings.practices("tiny") or all(
        rating.value is None for rating in assessment.ratings.practices("tiny").values()
    )


def test_where_they_differ_the_team_picks_with_a_reason_and_dissent_is_kept(assessment, team, refused):
    both_rate(assessment, team)
    assessment.blind.open("tiny", "PLN", team[0])
    first = practices(assessment)[0]
    assert refused(assessment.blind.pick, "tiny", first, "LI", " ") == "blind.reason_missing"
    assert refused(assessment.blind.pick, "tiny", first, "met", "So.") == "blind.value_off"
    assessment.blind.pick("tiny", first, "FI", "The plan of May has it.")
    rating = assessment.ratings.practices("tiny")[first]
    assert (rating.value, rating.reason) == (Characterisation.FULLY, "The plan of May has it.")
    row = assessment.blind.opened("tiny", "PLN").rows[0]
    assert row.decided
    assert row.dissenting == (team[1],)


def test_handed_in_it_stays_as_it_is_until_it_is_taken_back(assessment, team, refused):
    ada, _bea = team
    first = practices(assessment)[0]
    assert refused(assessment.blind.hand_in, "tiny", "PLN", ada) == "blind.nothing_said"
    assessment.blind.rate("tiny", first, "FI", ada)
    assessment.blind.hand_in("tiny", "PLN", ada)
    assert refused(assessment.blind.rate, "tiny", first, "NI", ada) == "blind.handed_in"
    assessment.blind.hand_in("tiny", "PLN", ada, handed=False)
    assessment.blind.rate("tiny", first, "NI", ada)
    assessment.blind.note("tiny", first, "No plan.", ada)
    own = assessment.blind.own("tiny", "PLN", ada)[first, ONCE]
    assert (own.value, own.note) == ("NI", "No plan.")
    assert refused(assessment.blind.rate, "tiny", first, "met", ada) == "blind.value_off"


def test_the_lead_alone_opens_early_and_says_why(assessment, team, refused):
    ada, bea = team
    assessment.blind.rate("tiny", practices(assessment)[0], "FI", ada)
    assessment.blind.hand_in("tiny", "PLN", ada)
    assert refused(assessment.blind.open, "tiny", "PLN", bea, "No time.") == "blind.lead_only"
    with pytest.raises(RefusalError) as waiting:
        assessment.blind.open("tiny", "PLN", ada)
    assert (waiting.value.code, waiting.value.facts["members"]) == ("blind.waiting", ("Bea",))
    assessment.blind.open("tiny", "PLN", ada, "Bea is ill.")
    assert assessment.blind.stages("tiny") == {"PLN": BlindStage.OPENED}
    assert assessment.blind.reason("tiny", "PLN") == "Bea is ill."
    assert refused(assessment.blind.rate, "tiny", practices(assessment)[0], "NI", bea) == "blind.not_blind"
    assert refused(assessment.blind.begin, "tiny", ["SUP"], bea) == "blind.lead_only"


def test_what_was_said_of_a_practice_as_such_stays_when_an_instance_comes(assessment, team):
    ada, bea = team
    first, second, *_rest = practices(assessment)
    for member in team:
        assessment.blind.rate("tiny", first, "LI", member)
    mail = assessment.parts.add_instance("tiny", "instances", "Mail")
    things = [thing.key for thing in assessment.blind.things("tiny", "PLN")]
    assert things[:3] == [(first, ONCE), (first, mail), (second, mail)]
    assert assessment.blind.own("tiny", "PLN", ada)[first, ONCE].value == "LI"
    assessment.blind.rate("tiny", first, "FI", bea, mail)
    for member in team:
        assessment.blind.hand_in("tiny", "PLN", member)
    assessment.blind.open("tiny", "PLN", ada)
    as_such, of_mail = assessment.blind.opened("tiny", "PLN").rows[:2]
    assert (as_such.common, [rating.value for rating in of_mail.said.values()]) == ("LI", ["FI"])
    assessment.blind.take_common("tiny", "PLN")
    assert assessment.ratings.practices("tiny")[first].value is Characterisation.LARGELY


def test_practices_are_rated_for_each_instance_and_the_teams_word_rolls_up(assessment, team):
    """Each service by itself, as the team characterises them; what they agree on is what the roll-up starts from."""
    mail, desk = (assessment.parts.add_instance("tiny", "instances", name) for name in ("Mail", "Desk"))
    first = practices(assessment)[0]
    assert [thing.instance for thing in assessment.blind.things("tiny", "PLN") if thing.part == first] == [desk, mail]
    for member in team:
        assessment.blind.rate("tiny", first, "FI", member, mail)
    for member, value in zip(team, ("FI", "PI"), strict=True):
        assessment.blind.rate("tiny", first, value, member, desk)
        assessment.blind.hand_in("tiny", "PLN", member)
    assessment.blind.open("tiny", "PLN", team[0])
    assessment.blind.take_common("tiny", "PLN")
    assert assessment.ratings.by_instance("tiny") == {first: {mail: Characterisation.FULLY}}
    assessment.blind.pick("tiny", first, "LI", "Some tickets lack it.", desk)
    assert assessment.ratings.by_instance("tiny")[first][desk] is Characterisation.LARGELY
    found = assessment.results.given("tiny").practices[first]
    assert found.value is Characterisation.LARGELY, "fully in one and largely in the other"
    assert first not in assessment.ratings.practices("tiny"), "nothing is said of the practice as such"


def test_streams_by_level_and_ticks_and_statements(several):
    ada, bea = (several.preparation.add_member(name) for name in ("Ada", "Bea"))
    several.blind.begin("tiny-streams", ["DSK"], ada)
    several.blind.begin("tiny-criteria", several.blind.places("tiny-criteria")[:1], ada)
    track = several.blind.places("tiny-criteria")[0]
    statement = several.blind.things("tiny-criteria", track)[0].part
    for member, level, met in ((ada, "3", "met"), (bea, "2", "met")):
        several.blind.rate("tiny-streams", "DSK", level, member)
        several.blind.rate("tiny-streams", ["DSK-1-P1", "DSK-1-P2"], "done", member)
        several.blind.rate("tiny-criteria", statement, met, member)
        several.blind.hand_in("tiny-streams", "DSK", member)
        several.blind.hand_in("tiny-criteria", track, member)
    several.blind.open("tiny-streams", "DSK", ada)
    several.blind.open("tiny-criteria", track, ada)
    found = several.blind.opened("tiny-streams", "DSK")
    assert (found.agreement.things, found.agreement.agreed, found.on_scale) == (3, 2, 2)
    several.blind.take_common("tiny-streams", "DSK")
    several.blind.pick("tiny-streams", "DSK", "2", "Not all calls.")
    assert several.streams.ticks("tiny-streams") == {"DSK-1-P1", "DSK-1-P2"}
    assert several.streams.ratings("tiny-streams")["DSK"].level == 2
    several.blind.take_common("tiny-criteria", track)
    assert several.statements.ratings("tiny-criteria")[statement].value == "met"


def test_parts_of_a_model_with_its_own_rules(path, refused):
    pack = own_rules("numbers-with-targets")
    with Assessment.create(path, [pack], author="Ada") as made:
        ada = made.preparation.add_member("Ada")
        place = made.blind.places(pack.id)[0]
        made.blind.begin(pack.id, [place], ada)
        thing = made.blind.things(pack.id, place)[0]
        value = thing.order[0] if thing.order else "1"
        made.blind.rate(pack.id, thing.part, value, ada, thing.instance)
        assert refused(made.parts.answer, pack.id, thing.part, value) == "blind.under_way"
        made.blind.hand_in(pack.id, place, ada)
        made.blind.open(pack.id, place, ada)
        made.blind.pick(pack.id, thing.part, value, "As seen.", thing.instance)
        assert made.parts.get(pack.id, thing.part).answer == value
