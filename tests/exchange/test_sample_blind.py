"""The story of the sample: two assessors rate three areas blind, and the team settles where they differ."""

from __future__ import annotations

from desktop.exchange.decisions import decided_sample
from desktop.exchange.sample_blind import blind_rounds
from desktop.model.records import BlindStage


def test_the_sample_shows_blind_ratings_with_differences_that_were_settled(tmp_path):
    with decided_sample(tmp_path / "sample.maturity", "Tester") as sample:
        rounds = blind_rounds()
        assert len(rounds) == 3
        for held in rounds:
            assert sample.blind.stages(held.model)[held.area] is BlindStage.OPENED
            found = sample.blind.opened(held.model, held.area)
            assert [member.name for member in found.members] == ["Assessor A", "Assessor B"]
            assert {row.thing.part for row in found.rows if row.differs} == held.settled.keys(), "no more, no less"
            assert not found.undecided
            assert not found.to_take
            assert {row.thing.part: row.team.value for row in found.rows if row.differs} == {
                part: settled.value for part, settled in held.settled.items()
            }, "what was decided on the sample later is the same"
            assert sample.ratings.areas(held.model)[held.area].settled
