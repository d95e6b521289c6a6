"""What stands before an area can be settled."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.blind_things import blind_places, place_of
from desktop.model.assessment.settling import settling_of
from desktop.model.records import Member, Stance
from desktop.model.scoring.missing_parts import Missing, MissingKind
from desktop.model.scoring.vocabulary import EvidenceKind, Fulfilment
from tests.own_rules import own_rules

TEAM = (Member("m1", name="Cid"), Member("m2", name="Ada"), Member("m3", name="Bea"))
AGREED = dict.fromkeys(("m1", "m2", "m3"), Stance.AGREES)


def test_who_disagrees_and_who_is_silent_are_told_by_name_in_order():
    found = settling_of((), TEAM, {"m1": Stance.DISAGREES})
    assert (found.against, found.silent) == (("Cid",), ("Ada", "Bea"))
    assert not found.ready


@pytest.mark.parametrize(
    ("kind", "ready", "barred"),
    [
        (MissingKind.WEAKNESS, False, True),
        (MissingKind.EVIDENCE, False, False),
        (MissingKind.CHARACTERISATION, False, False),
        (MissingKind.LEVEL, False, False),
        (MissingKind.SOURCES, False, False),
        (MissingKind.NOT_DUE, True, False),
    ],
)
def test_what_is_missing_stands_before_it_and_a_weakness_whatever_the_reason(kind, ready, barred):
    found = settling_of((Missing(kind, ("PLN-1",)),), TEAM, AGREED)
    assert (found.ready, found.barred, found.lacking) == (ready, barred, not ready and not barred)
    assert found.weaknesses == (("PLN-1",) if barred else ())


def test_what_they_differed_on_alone_stands_before_it():
    assert settling_of((), TEAM, AGREED, differing=("PLN-1",)).lacking
    assert settling_of((), TEAM, AGREED, alone=True).barred


@pytest.mark.parametrize("stances", [{**AGREED, "m2": Stance.DISAGREES}, {"m1": Stance.AGREES}])
def test_one_who_does_not_agree_stands_before_it(stances):
    assert not settling_of((), TEAM, stances).ready


def test_where_all_agree_and_nothing_is_missing_it_can_be_settled():
    assert settling_of((), TEAM, AGREED).ready


WHY = "The interviews with the desk come next week."


def missing(assessment, model, place):
    return {each.kind: each.ids for each in assessment.ratings.settling(model, place).missing}


def test_a_stream_lacks_a_level_and_sources_for_what_bears_it(several, refused):
    it, desk = several.ratings, ("tiny-streams", "DSK")
    assert missing(several, *desk)[MissingKind.LEVEL] == ("DSK",)
    several.streams.rate_stream(*desk, 2)
    bearing = ("DSK-1-P1", "DSK-1-P2", "DSK-2-P1", "DSK-2-P2")
    assert missing(several, *desk) == {MissingKind.SOURCES: bearing}, "of higher levels nothing is asked"
    assert refused(it.settle, *desk) == "area.uncovered"
    it.settle(*desk, WHY)
    assert (it.areas("tiny-streams")["DSK"].settled, it.areas("tiny-streams")["DSK"].in_spite) == (True, WHY)
    several.streams.rate_stream(*desk, 3)
    assert not it.areas("tiny-streams")["DSK"].settled, "another level opens it again"


def test_two_sources_for_each_practice_are_enough_for_a_stream(several):
    it, desk = several.ratings, ("tiny-streams", "DSK")
    several.streams.rate_stream(*desk, 1)
    for kind, name in ((EvidenceKind.DOCUMENT, "Plan"), (EvidenceKind.INTERVIEW, "Talk")):
        several.evidence.add(kind, name, model="tiny-streams", practices=["DSK-1-P1", "DSK-1-P2"])
    assert missing(several, *desk) == {}
    it.settle(*desk, WHY)
    assert it.areas("tiny-streams")["DSK"].in_spite == "", "nothing is missing, so there is nothing to explain"
    several.streams.tick("tiny-streams", "DSK-1-P1", done=True)
    assert not it.areas("tiny-streams")["DSK"].settled


def test_a_track_lacks_the_statements_that_nobody_judged(several):
    it, work = several.ratings, ("tiny-criteria", "work")
    statements = [each.id for each in several.models.get("tiny-criteria").pack.track_by_id["work"].statements]
    for id_ in statements[1:]:
        several.statements.rate("tiny-criteria", id_, Fulfilment.MET)
    assert missing(several, *work)[MissingKind.JUDGEMENT] == (statements[0],)
    it.settle(*work, WHY)
    several.statements.rate("tiny-criteria", statements[0], Fulfilment.MET)
    assert not it.areas("tiny-criteria")["work"].settled
    several.ratings.set_not_applicable(*work, not_applicable=True, reason="No desk.")
    assert missing(several, *work) == {}


def test_a_part_of_own_rules_lacks_answers_and_sources_of_all_beneath_it(tmp_path, refused):
    pack = own_rules("mean-with-bands")
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as made:
        place = blind_places(pack)[0]
        parts = tuple(each.part for each in made.coverage.of(pack.id).parts if place_of(pack, each.part) == place)
        assert missing(made, pack.id, place) == {MissingKind.JUDGEMENT: parts, MissingKind.SOURCES: parts}
        assert refused(made.ratings.settle, pack.id, pack.rules.root.id, WHY) == "area.unknown"
        made.ratings.settle(pack.id, place, WHY)
        scale = pack.rules.scale_of(pack.rules.part_by_id[parts[0]])
        assert scale is not None
        made.parts.answer(pack.id, parts[0], scale.offered[0].id)
        assert not made.ratings.areas(pack.id)[place].settled
        assert parts[0] not in missing(made, pack.id, place).get(MissingKind.JUDGEMENT, ())
