import pytest

from desktop.model.records import AreaRating, PracticeRating, StatementRating, StreamRating, Tick
from desktop.model.records.judgements import Answer, AreaStance


@pytest.mark.parametrize(
    ("silent", "field"),
    [
        (Answer(model="m", participant="p", question="q"), "choice"),
        (PracticeRating(model="m", practice="p"), "value"),
        (AreaStance(model="m", area="a", member="x"), "stance"),
        (StreamRating(model="m", stream="s"), "level"),
        (StatementRating(model="m", statement="s"), "value"),
    ],
)
def test_a_judgement_is_open_until_it_is_said(silent, field):
    assert getattr(silent, field) is None


def test_a_practice_is_not_done_and_an_area_in_scope_until_it_is_said():
    assert not Tick(model="m", item="i").done
    assert AreaRating(model="m", place="a").in_scope
