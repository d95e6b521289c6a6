import datetime as dt

import pytest

from desktop.model.assessment.rated_again import rated_again
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.own_rules import own_rules, say


def done(assessment, model, aim):
    action = assessment.actions.add("Do it", model=model, aim=aim)
    assessment.actions.change(action, status=ActionStatus.DONE, closed=dt.date(2026, 6, 1))
    return assessment.actions.get(action)


def again(assessment, action):
    return rated_again(assessment._desk, action, action.model, action.aim)


def test_a_practice_of_the_area_counts_and_a_reason_alone_does_not(several):
    area = several.models.get("tiny").pack.areas[0]
    practice = area.practices[0].id
    several.ratings.characterise("tiny", practice, Characterisation.PARTIALLY)
    action = done(several, "tiny", area.goals[0].id)
    assert not again(several, action)
    several.ratings.set_reason("tiny", practice, "Seen on site")
    assert not again(several, action)
    several.ratings.characterise("tiny", practice, Characterisation.LARGELY)
    assert again(several, action)
    several.ratings.characterise("tiny", practice, None)
    assert not again(several, action)


def test_a_statement_of_the_track_counts(several):
    track = several.models.get("tiny-criteria").pack.tracks[0]
    action = done(several, "tiny-criteria", track.statements[0].id)
    assert not again(several, action)
    several.statements.rate("tiny-criteria", [track.statements[-1].id], Fulfilment.MET)
    assert again(several, action)


def test_a_part_beneath_counts_in_a_model_with_rules_of_its_own(assessment):
    own = own_rules("team-decides")
    assessment.models.add(own)
    above = next(part for part in own.rules.children[own.rules.root.id] if own.rules.beneath[part.id])
    action = done(assessment, own.id, above.id)
    assert not again(assessment, action)
    say(assessment, own.rules, own.rules.examples[0])
    assert again(assessment, action)


@pytest.mark.parametrize("status", [ActionStatus.AGREED, ActionStatus.IN_PROGRESS])
def test_what_is_not_done_has_nothing_to_be_rated_after(several, status):
    stream = several.models.get("tiny-streams").pack.streams[0].id
    action = several.actions.add("Do it", model="tiny-streams", aim=stream, status=status)
    several.streams.rate_stream("tiny-streams", stream, 2)
    assert not again(several, several.actions.get(action))
