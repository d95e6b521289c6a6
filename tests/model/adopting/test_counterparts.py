"""What is offered to somebody who knows what became of a part."""

from __future__ import annotations

from desktop.model.adopting.correspondence import PartFate
from desktop.model.adopting.counterparts import counterparts
from desktop.model.adopting.holding import Holding, ModelVersion
from desktop.model.adopting.pairing import correspondence
from desktop.model.maturity.questionnaire import scales
from tests.newer_versions import staged_1, staged_2


def test_only_lonely_parts_of_one_sort_are_offered_the_most_alike_first():
    before, after = staged_1(), staged_2()
    scale = scales(after)[0].id
    settled = {"PLN-AC-2": "", "PLN-Q2": ""}
    found = correspondence(before, after, settled)
    holding = Holding(ModelVersion(before, scale), ModelVersion(after, scale), found)
    gone = {each.before[0]: each for each in found.of(PartFate.GONE)}
    new = {each.after[0]: each for each in found.of(PartFate.NEW)}
    assert gone.keys() == {"PLN-AC-2", "PLN-AC-4", "PLN-Q2"}
    assert new.keys() == {"PLN-AC-2", "PLN-AC-3", "PLN-AC-5", "PLN-Q2"}
    assert counterparts(holding, gone["PLN-Q2"]) == ("PLN-Q2",)
    assert counterparts(holding, gone["PLN-AC-2"])[0] == "PLN-AC-2"
    assert set(counterparts(holding, gone["PLN-AC-4"])) == {"PLN-AC-2", "PLN-AC-3", "PLN-AC-5"}
    assert counterparts(holding, new["PLN-AC-5"])[0] == "PLN-AC-2"
    assert counterparts(holding, found.of(PartFate.SAME)[0]) == ()
