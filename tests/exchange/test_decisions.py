import datetime as dt
from fnmatch import fnmatchcase

import pytest

from desktop.exchange import decisions as module
from desktop.exchange.decisions import decided_sample, load
from desktop.model.maturity import Scheme
from desktop.model.maturity.shelf import find, shipped
from desktop.model.planning.aims import place_of
from desktop.model.planning.crosswalk import disagreements
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating

DAY = dt.date(2027, 1, 15)
ORDER = [Characterisation.NOT, Characterisation.PARTIALLY, Characterisation.LARGELY, Characterisation.FULLY]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.maturity"
    with decided_sample(path, "Ada", day=DAY) as assessment:
        yield assessment


@pytest.fixture(scope="module")
def pack():
    (found,) = [pack for pack in shipped() if pack.scheme is Scheme.STAGED]
    return find(found.id)


@pytest.fixture(scope="module")
def result(sample, pack):
    return sample.results.of(pack.id)


@pytest.fixture(scope="module")
def decided(pack):
    return load().models[pack.id]


@pytest.fixture(scope="module")
def of_scheme(sample):
    """The results of a scheme."""

    def find_all(scheme):
        return [sample.results.of(one.id) for one in sample.models.all() if one.pack.scheme is scheme]

    return find_all


def test_two_areas_block_the_second_level(result):
    assert (result.level.reached, result.level.determined) == (1, True)
    assert [blocker.why for blocker in result.level.blockers] == [Rating.UNSATISFIED] * 2


def test_the_sample_shows_every_rating_but_one(result):
    assert {area.rating for area in result.areas} == set(Rating) - {Rating.NOT_APPLICABLE}


def test_the_file_is_sound_and_its_history_complete(sample):
    assert sample.check() == ()
    assert {step.author for step in sample.history.steps()} == {"Ada"}


def test_nothing_that_is_compulsory_is_missing(result, sample, decided):
    assert not [goal.id for area in result.areas for goal in area.goals if goal.weakness_missing]
    settled = {area for area, rating in sample.ratings.areas(result.model).items() if rating.settled}
    rated = {area.id for area in result.areas if area.rating in (Rating.SATISFIED, Rating.UNSATISFIED)}
    dissent = {area for area, decision in decided.areas.items() if decision.dissent}
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
    assert all(action.owner and action.aim and action.due for action in actions)
    assert {action.model for action in actions} >= {pack.id for pack in shipped() if pack.scheme is not Scheme.CRITERIA}
    closed = {action.status: action.closed for action in actions if not action.status.is_open}
    assert closed.pop(ActionStatus.DROPPED) == DAY
    assert all(day and day < DAY for day in closed.values()), "what is done was so before"


def test_each_blocking_area_has_its_actions(result, sample):
    packs = {in_use.id: in_use.pack for in_use in sample.models.all()}
    planned = {place_of(packs[a.model], a.aim) for a in sample.actions.all() if a.status.is_open}
    assert {blocker.place for blocker in result.level.blockers} <= planned


def test_every_pattern_and_id_speaks_of_something(pack, decided):
    decisions = load()
    for model, said in decisions.models.items():
        known = find(model)
        ids = [*known.practice_by_id, *known.statement_by_id, *known.item_by_id]
        patterns = [pattern for piece in decisions.evidence for pattern in piece.practices.get(model, ())]
        patterns += [pattern for area in said.areas.values() for pattern in area.practices]
        patterns += [*said.ticks, *said.statements]
        assert not [pattern for pattern in patterns if not any(fnmatchcase(id_, pattern) for id_ in ids)]
        assert said.notes.keys() <= known.statement_by_id.keys()
    for area, decision in decided.areas.items():
        inside = {practice.id for practice in pack.area_by_id[area].practices}
        assert decision.reasons.keys() | decision.alternatives.keys() <= inside
        assert decision.goals.keys() <= {goal.id for goal in pack.area_by_id[area].goals}
        assert all(name.startswith(area) for name in decision.practices)


def test_every_area_was_decided_on_or_left_open_knowingly(pack, decided):
    silent = [area.id for area in pack.areas if area.id not in decided.areas]
    assert all(pack.area_by_id[area].level == 3 for area in silent)
    assert len(silent) <= 1


def test_every_stream_is_placed_with_a_reason_by_choice_or_by_ticks(sample, of_scheme):
    (result,) = of_scheme(Scheme.STREAMS)
    assert all(stream.rated for stream in result.streams)
    assert {stream.chosen for stream in result.streams} == {True, False}
    assert all(rating.reason for rating in sample.streams.ratings(result.model).values())
    assert sample.streams.ratings(result.model).keys() == {stream.id for stream in result.streams}
    assert {stream.level for stream in result.streams} == {1, 2, 3}
    assert any(stream.index % 1 for stream in result.streams)


def test_the_process_of_the_desk_is_ahead_of_its_tool(of_scheme):
    (desk,) = [result for result in of_scheme(Scheme.CRITERIA) if result.weakest]
    levels = {track.id: track.level for track in desk.tracks}
    assert levels == {"process": 3, "tool": 2}
    assert all(result.level.determined for result in of_scheme(Scheme.CRITERIA))


def test_a_cap_holds_a_track_below_what_its_statements_give(of_scheme):
    held = [track for result in of_scheme(Scheme.CRITERIA) for track in result.tracks if track.caps]
    assert [(track.level, track.uncapped) for track in held] == [(2, 3)]


def test_what_is_partly_met_of_the_next_level_or_does_not_apply_says_why(sample, of_scheme):
    """Of the desk, about which the team wrote everything down."""
    (desk,) = [result for result in of_scheme(Scheme.CRITERIA) if result.weakest]
    notes = sample.statements.ratings(desk.model)
    wanting = (Fulfilment.PARTLY_MET, Fulfilment.NOT_APPLICABLE, Fulfilment.DONT_KNOW)
    stopping = {statement for track in desk.tracks for statement in track.stopping}
    assert not [
        statement.id
        for statement in desk.statements
        if (statement.value in wanting or statement.id in stopping) and not notes[statement.id].note
    ]


def test_something_is_wanted_of_every_model(sample):
    for one in sample.models.all():
        targets = sample.targets.all(one.id)
        assert any(target.level for target in targets.values())
        assert any(target.reason and target.set_by for target in targets.values())


def test_models_disagree_about_something(sample, pack):
    packs = [one.pack for one in sample.models.all()]
    found = disagreements(packs, [sample.results.of(one.id) for one in packs])
    assert {end.model for one in found for end in (one.strong, one.weak)} >= {pack.id}
    assert {one.strong.model == pack.id for one in found} == {True, False}


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
