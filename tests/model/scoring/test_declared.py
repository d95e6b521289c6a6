from __future__ import annotations

import pytest

from desktop.model.scoring.declared import declared
from desktop.model.scoring.inputs import AreaJudgement
from desktop.model.scoring.vocabulary import Rating


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (None, None),
        (AreaJudgement(), None),
        (AreaJudgement(reason="Still ours."), None),
        (AreaJudgement(in_scope=False), Rating.OUT_OF_SCOPE),
        (AreaJudgement(in_scope=False, not_applicable=True, reason="No."), Rating.OUT_OF_SCOPE),
        (AreaJudgement(not_applicable=True, reason="Not ours."), Rating.NOT_APPLICABLE),
        (AreaJudgement(not_applicable=True, reason=" \n"), Rating.NOT_RATED),
    ],
)
def test_what_is_declared_of_a_place(said: AreaJudgement | None, stands: Rating | None) -> None:
    assert declared(said) is stands
