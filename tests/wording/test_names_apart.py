from __future__ import annotations

from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Agreement
from desktop.wording import names


def test_equal_words_of_different_kinds_keep_their_own_names() -> None:
    assert names.name(Agreement.AGREED) == "agreed"
    assert names.name(ActionStatus.AGREED) == "Agreed"


def test_every_agreement_has_a_name() -> None:
    assert len({names.name(agreement) for agreement in Agreement}) == len(Agreement)


def test_every_direction_has_a_name() -> None:
    assert len({names.name(word) for word in Direction}) == len(Direction)
