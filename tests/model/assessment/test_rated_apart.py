"""Opened ratings side by side."""

from __future__ import annotations

from desktop.model.assessment.blind_things import BlindThing
from desktop.model.assessment.rated_apart import rated_apart
from desktop.model.assessment.team_words import TeamWord
from desktop.model.records import ONCE, BlindRating, Member

GRADES = ("NI", "PI", "LI", "FI")
TEAM = (Member(id="a", name="Ada"), Member(id="b", name="Bea"), Member(id="c", name="Cid"))


def seen(table, team=None, reasoned=True):
    """Ratings as `practice: (Ada's, Bea's, Cid's)`, opened."""
    things = [BlindThing(part, ONCE, part, GRADES, ("NA",)) for part in table]
    ratings = {
        (part, ONCE): {
            member.id: BlindRating(model="m", part=part, instance=ONCE, member=member.id, value=value)
            for member, value in zip(TEAM, values, strict=False)
        }
        for part, values in table.items()
    }
    words = {(part, ONCE): word for part, word in (team or {}).items()}
    return rated_apart(TEAM, things, ratings, words, {thing.key: reasoned for thing in things})


def test_who_rated_nothing_is_no_rater():
    found = seen({"P1": ("FI", "FI", None), "P2": ("LI", "PI", None)})
    assert [member.name for member in found.members] == ["Ada", "Bea"]
    assert found.agreement.raters == 2
    assert found.agreement.weighted is not None


def test_the_farthest_apart_come_first():
    found = seen({"P1": ("FI", "FI"), "P2": ("LI", "PI"), "P3": ("NI", "FI"), "P4": ("NA", "FI")})
    assert [row.thing.part for row in found.differing_first] == ["P4", "P3", "P2", "P1"]
    assert [row.spread for row in found.rows] == [0, 1, 3, 4]


def test_one_voice_alone_is_no_common_one():
    found = seen({"P1": ("FI", None), "P2": ("LI", "LI")})
    assert [row.common for row in found.rows] == [None, "LI"]
    assert [row.thing.part for row in found.to_take] == ["P2"]
    assert not found.rows[0].differs


def test_a_word_of_the_team_decides_with_a_reason_or_where_there_is_no_place_for_one():
    table = {"P1": ("FI", "PI")}
    assert seen(table).undecided
    assert seen(table, {"P1": TeamWord("LI", "")}).undecided
    assert not seen(table, {"P1": TeamWord("LI", "Seen in May.")}).undecided
    assert not seen(table, {"P1": TeamWord("LI", "")}, reasoned=False).undecided
    assert seen(table, {"P1": TeamWord("FI", "Seen in May.")}).rows[0].dissenting == ("b",)
