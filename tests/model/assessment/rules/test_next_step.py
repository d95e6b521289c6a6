import pytest

from desktop.model.assessment.rules.next_step import NextStep, Task, next_step, place_to_rate
from desktop.model.records import Action
from desktop.model.scoring.engine import score
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import all_in_place, nothing_said, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


def after(*pairs, answered=(1,), participants=True, actions=()):
    results = {pack.id: score(pack, given) for pack, given in pairs if given is not None}
    return next_step([pack for pack, _ in pairs], results, answered, actions, participants=participants)


def test_the_way_from_preparation_to_rating():
    assert after() == NextStep(Task.CHOOSE_MODEL)
    assert after((STAGED, nothing_said()), participants=False) == NextStep(Task.ADD_PARTICIPANTS)
    assert after((STAGED, nothing_said()), answered=(0, 0)) == NextStep(Task.COLLECT_FORMS)
    assert after((STAGED, nothing_said()), answered=(0, 3)).task is Task.RATE
    assert after((STAGED, nothing_said()), answered=()).task is Task.RATE


def test_models_are_rated_in_their_order_as_far_as_they_are_looked_at():
    streams = (STREAMS, no_levels(chosen={"DSK": 3}))
    assert after((STAGED, all_in_place(STAGED)), streams) == NextStep(Task.RATE, STREAMS.id, "REQ", "REQ")
    assert after((STAGED, None), streams) == NextStep(Task.RATE, STREAMS.id, "REQ", "REQ")


def test_what_blocks_is_planned_for_once_all_is_rated():
    missed = (STAGED, with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT))
    assert after(missed) == NextStep(Task.PLAN)
    assert after(missed, actions=[Action(id="a")]) == NextStep(Task.NOTHING)
    assert after((STAGED, all_in_place(STAGED))) == NextStep(Task.NOTHING)


@pytest.mark.parametrize(
    ("pack", "given", "found"),
    [
        (STAGED, nothing_said(), ("PLN", "PLN")),
        (STAGED, with_practices(all_in_place(STAGED), SUP_AC_1=None), ("SUP", "SUP")),
        (STAGED, with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT, STD_AC_1=None), None),
        (STREAMS, no_levels(chosen={"DSK": 1, "REQ": 1}), ("REP", "REP")),
        (STREAMS, no_levels(chosen={"DSK": 1, "REQ": 1, "REP": 1}), None),
        (CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.DONT_KNOW), ("tool", "TOL-2-1")),
        (CRITERIA, said_of(CRITERIA), None),
    ],
)
def test_the_first_place_to_rate(pack, given, found):
    assert place_to_rate(pack, score(pack, given)) == found
