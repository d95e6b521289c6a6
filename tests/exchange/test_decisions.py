import datetime as dt
from fnmatch import fnmatchcase

import pytest

from desktop.exchange import decisions as module
from desktop.exchange.decisions import decided_sample, load
from desktop.model.maturity.shelf import find
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Characterisation, Rating

DAY = dt.date(2027, 1, 15)
ORDER = [Characterisation.NOT, Characterisation.PARTIALLY, Characterisation.LARGELY, Characterisation.FULLY]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.maturity"
    with decided_sample(path, "Ada", day=DAY) as assessment:
        yield assessment


@pytest.fixture(scope="module")
def result(sample):
    (found,) = sample.results.all()
    return found


@pytest.fixture(scope="module")
def pack():
    return find(load().model)


def test_two_areas_block_the_second_level(result):
    assert (result.level.reached, result.level.determined) == (1, True)
    assert [blocker.why for blocker in result.level.blockers] == [Rating.UNSATISFIED] * 2


def test_the_sample_shows_every_rating_but_one(result):
    assert {area.rating for area in result.areas} == set(Rating) - {Rating.NOT_APPLICABLE}


def test_the_file_is_sound_and_its_history_complete(sample):
    assert sample.check() == ()
    assert {step.author for step in sample.history.steps()} == {"Ada"}


def test_nothing_that_is_compulsory_is_missing(result, sample):
    assert not [goal.id for area in result.areas for goal in area.goals if goal.weakness_missing]
    settled = {area for area, rating in sample.ratings.areas(result.model).items() if rating.settled}
    rated = {area.id for area in result.areas if area.rating in (Rating.SATISFIED, Rating.UNSATISFIED)}
    dissent = {area for area, decision in load().areas.items() if decision.dissent}
    assert settled == rated - dissent
    assert dissent


def test_what_is_characterised_is_supported(result):
    assert not [
        practice.id
        for practice in result.practices
        if practice.value not in (None, Characterisation.NOT_YET) and not practice.corroborated
    ]


def test_whoever_departs_from_the_survey_says_why(result, sample):
    """One step up or down is judgement; two need a reason."""
    reasons = {practice for practice, rating in sample.ratings.practices(result.model).items() if rating.reason}
    assert not [
        practice.id
        for practice in result.practices
        if practice.suggestion
        and practice.value in ORDER
        and abs(ORDER.index(practice.value) - ORDER.index(practice.suggestion.survey)) > 1
        and practice.id not in reasons
    ]


def test_actions_stand_in_every_state_and_one_is_overdue(sample):
    actions = sample.actions.all()
    assert {action.status for action in actions} == set(ActionStatus)
    assert len([action for action in actions if action.is_overdue(DAY)]) == 1
    assert all(action.owner and action.goal and action.due for action in actions)
    assert {action.closed for action in actions if not action.status.is_open} == {DAY}


def test_each_blocking_area_has_its_actions(result, sample):
    planned = {action.area for action in sample.actions.all() if action.status.is_open}
    assert {blocker.area for blocker in result.level.blockers} <= planned


def test_every_pattern_and_id_speaks_of_something(pack):
    ids = [practice for piece in load().evidence for practice in piece.practices]
    ids += [practice for decision in load().areas.values() for practice in decision.practices]
    assert not [
        pattern for pattern in ids if not any(fnmatchcase(practice, pattern) for practice in pack.practice_by_id)
    ]
    for area, decision in load().areas.items():
        inside = {practice.id for practice in pack.area_by_id[area].practices}
        assert decision.reasons.keys() | decision.alternatives.keys() <= inside
        assert decision.goals.keys() <= {goal.id for goal in pack.area_by_id[area].goals}
        assert all(name.startswith(area) for name in decision.practices)


def test_every_area_was_decided_on_or_left_open_knowingly(pack):
    silent = [area.id for area in pack.areas if area.id not in load().areas]
    assert all(pack.area_by_id[area].level == 3 for area in silent)
    assert len(silent) <= 1


def test_a_sample_that_cannot_be_decided_is_not_left_behind(tmp_path, monkeypatch):
    def fail(*_arguments, **_more):
        raise RuntimeError

    monkeypatch.setattr(module, "decide", fail)
    with pytest.raises(RuntimeError):
        decided_sample(tmp_path / "sample.maturity", "Ada")
    assert list(tmp_path.iterdir()) == []


def test_dates_never_lie_before_the_assessment(tmp_path, sample):
    ends = sample.preparation.details().ends
    with decided_sample(tmp_path / "early.maturity", "Ada", day=dt.date(2020, 1, 1)) as early:
        due = [action.due for action in early.actions.all() if action.status.is_open]
    assert sum(day < ends for day in due) == 1
