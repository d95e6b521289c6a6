"""Who waits for a merge hears of each stage, and may give it up until it is saved: then nothing of it is kept."""

import pytest

from desktop.model.errors import RefusalError
from desktop.model.merging.onlooker import MergeStage, Onlooker
from tests.builders import tiny_pack
from tests.model.assessment.copied import copies

AREA = "PLN"


@pytest.fixture
def pair(moulds, tmp_path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack()], "Ada") as one, copies(one, "Bea") as found:
        yield found


@pytest.mark.parametrize("stage", MergeStage)
def test_a_merge_that_is_given_up_at_any_stage_leaves_nothing(pair, stage):
    here, there = pair
    there.actions.add("Do it", model="tiny", aim=AREA)
    here.actions.add("Here", model="tiny", aim=AREA)
    before, bundle = here.whole(), there.merging.bundle(here.merging.reach())
    told: list[MergeStage] = []
    watching = Onlooker(told.append, lambda: stage in told)
    with pytest.raises(RefusalError, match=r"merge\.given_up"):
        here.merging.take_in(bundle, "Bea", onlooker=watching)
    assert here.whole() == before
    assert sorted(told) == told
    assert here.merging.take_in(bundle, "Bea", onlooker=Onlooker(told.append)).steps
    assert {*told} == {*MergeStage}
    assert here.check() == ()
