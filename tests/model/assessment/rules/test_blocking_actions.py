import pytest

from desktop.model.assessment.rules.blocking_actions import worth_an_action
from desktop.model.records import Action
from desktop.model.scoring.engine import score
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import all_in_place, tiny_pack, with_practices

PACK = tiny_pack()
MISSED = score(
    PACK,
    with_practices(
        all_in_place(PACK),
        PLN_CO_1=Characterisation.NOT,
        SUP_AC_2=Characterisation.NOT,
        STD_AC_1=Characterisation.NOT,
    ),
)
"""PLN and SUP stand before level 2, STD behind it."""


def goals(*actions):
    return [found.part for found in worth_an_action(PACK, MISSED, actions)]


def test_what_blocks_the_next_level_is_worth_an_action():
    assert goals() == ["PLN-G1", "PLN-G2", "SUP-G2"]


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ({"aim": "PLN-G1"}, ["PLN-G2", "SUP-G2"]),
        ({"aim": "PLN"}, ["PLN-G1", "PLN-G2", "SUP-G2"]),
        ({"aim": "PLN-G1", "model": "other"}, ["PLN-G1", "PLN-G2", "SUP-G2"]),
    ],
)
def test_what_has_its_action_is_not_proposed_again(cells, left):
    assert goals(Action(id="a", **{"model": PACK.id, **cells})) == left
