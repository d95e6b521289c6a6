import datetime as dt

import pytest

from desktop.model.assessment.verifying import Effect, Outstanding
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus, Adequacy
from desktop.model.scoring.vocabulary import EvidenceKind

MODEL = "tiny-streams"
DONE_ON = dt.date(2026, 6, 1)


@pytest.fixture
def stream(several):
    return several.models.get(MODEL).pack.streams[0].id


@pytest.fixture
def action(several, stream):
    several.streams.rate_stream(MODEL, stream, 2)
    action = several.actions.add("Widen it", model=MODEL, aim=f"{stream}-3", owner="Head of desk", deputy="Desk lead")
    several.actions.change(action, status=ActionStatus.DONE, closed=DONE_ON)
    return action


@pytest.fixture
def shown(several):
    return several.evidence.add(EvidenceKind.DOCUMENT, "Plans")


def lacks(assessment, action, by="Quality officer", evidence=""):
    return assessment.verifying.outstanding(assessment.actions.get(action), by, evidence)


def test_an_action_is_verified_by_other_eyes_with_evidence_and_a_new_rating(several, stream, action, shown, refused):
    it = several.verifying
    verify = (it.verify, action, DONE_ON)
    assert refused(*verify, " head  of DESK", shown) == "verification.other_eyes"
    assert refused(*verify, "Desk lead", shown) == "verification.other_eyes"
    assert refused(*verify, " ", shown) == "verification.other_eyes"
    assert refused(*verify, "Quality officer", "") == "verification.evidence"
    assert refused(*verify, "Quality officer", shown) == "verification.rated_again"
    several.streams.rate_stream(MODEL, stream, 1)
    assert refused(*verify, "Quality officer", shown) == "verification.reached"
    several.streams.rate_stream(MODEL, stream, 3)
    assert lacks(several, action, evidence=shown) == ()
    assert it.effects(several.actions.get(action)) == (Effect(Ref(MODEL, f"{stream}-3"), rated=True, reached=True),)
    assert refused(it.verify, action, DONE_ON - dt.timedelta(days=1), "Quality officer", shown) == "verification.before"
    it.verify(action, DONE_ON, "Quality officer", shown, text=" In use ", although="not needed")
    (told,) = it.of(action)
    assert (told.day, told.by, told.evidence, told.text) == (DONE_ON, "Quality officer", shown, "In use")
    assert (told.expected, told.rated, told.reached, told.although) == (True, True, True, "")
    assert several.actions.get(action).status is ActionStatus.VERIFIED
    several.history.undo()
    assert (it.of(action), several.actions.get(action).status) == ([], ActionStatus.DONE)


def test_a_reason_stands_in_for_what_the_rating_does_not_show_and_for_nothing_else(several, action, shown, refused):
    it = several.verifying
    assert lacks(several, action) == (Outstanding.EVIDENCE, Outstanding.RATED_AGAIN, Outstanding.REACHED)
    assert refused(it.verify, action, DONE_ON, "Q", "", although="Seen") == "verification.evidence"
    assert refused(it.verify, action, DONE_ON, "Q", shown, although=" ") == "verification.rated_again"
    it.verify(action, DONE_ON, "Q", shown, although=" The next round rates it ")
    (told,) = it.of(action)
    assert (told.rated, told.reached, told.although) == (False, False, "The next round rates it")


def test_only_what_is_done_is_verified(several, action, shown, refused):
    several.actions.change(action, status=ActionStatus.IN_PROGRESS)
    assert lacks(several, action, evidence=shown) == (Outstanding.DONE,)
    assert refused(several.verifying.verify, action, DONE_ON, "Q", shown, although="So") == "action.not_done"


def test_what_is_judged_inadequate_shows_nothing(several, action, shown):
    several.evidence.change(shown, adequacy=Adequacy.INADEQUATE)
    assert Outstanding.EVIDENCE in lacks(several, action, evidence=shown)


def test_an_action_without_aim_needs_no_rating(several, shown):
    action = several.actions.add("Buy chairs")
    several.actions.change(action, status=ActionStatus.DONE, closed=DONE_ON)
    several.verifying.verify(action, DONE_ON, "Q", shown)
    told = several.verifying.of(action)[0]
    assert (told.expected, told.rated, told.reached) == (False, False, False)


def test_a_rating_that_was_taken_back_counts_for_nothing(several, stream, action):
    several.streams.rate_stream(MODEL, stream, 3)
    assert Outstanding.RATED_AGAIN not in lacks(several, action)
    several.history.undo()
    assert Outstanding.RATED_AGAIN in lacks(several, action)


def test_a_rating_of_another_place_counts_for_nothing(several, stream, action):
    other = next(each.id for each in several.models.get(MODEL).pack.streams if each.id != stream)
    several.streams.rate_stream(MODEL, other, 3)
    assert Outstanding.RATED_AGAIN in lacks(several, action)


def test_done_once_more_it_is_to_be_rated_once_more(several, stream, action):
    several.streams.rate_stream(MODEL, stream, 3)
    several.actions.change(action, status=ActionStatus.IN_PROGRESS)
    several.actions.change(action, status=ActionStatus.DONE)
    assert lacks(several, action)[1:] == (Outstanding.RATED_AGAIN,)
