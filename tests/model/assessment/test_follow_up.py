"""What a follow-up takes over and what it puts away, kind by kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from desktop.model.assessment.follow_up import FollowUpChoice, FollowUpPlan, follow_up_plan, is_still_good
from desktop.model.records import (
    KINDS,
    Action,
    ActionStatus,
    Adequacy,
    Answer,
    AreaRating,
    BudgetLine,
    Details,
    Evidence,
    EvidenceLink,
    GuideQuestion,
    Identity,
    Lasts,
    Measure,
    NoteTag,
    Participant,
    PracticeRating,
    Reading,
    Record,
    SessionKind,
    SessionMember,
    SessionNote,
    Target,
    TeamSession,
    cell_rules,
)
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind

DAY = dt.date(2026, 9, 1)
LONG_AGO = DAY - dt.timedelta(days=400)


def plan(*records: Record, ratings: bool = False, evidence: bool = True) -> FollowUpPlan:
    def said(kind: type[Record]) -> Sequence[Record]:
        return [each for each in records if isinstance(each, kind)]

    return follow_up_plan(said, FollowUpChoice(ratings=ratings, evidence=evidence), DAY)


def test_who_takes_part_and_what_is_wanted_stay() -> None:
    found = plan(
        Participant(id="p"), Identity(participant="p", name="x"), Target(model="m", place="a", level=2), Action(id="n")
    )
    assert (found.cells, found.gone, found.puts_away) == ({}, {}, False)


def test_what_was_said_is_put_away() -> None:
    found = plan(
        Answer(model="m", participant="p", question="q", choice="c", comment="x"),
        PracticeRating(model="m", practice="a", value=Characterisation.FULLY),
        TeamSession(id="s", name="Interview"),
    )
    assert found.cells == {
        Answer: {("m", "p", "q"): {"choice": None, "comment": ""}},
        PracticeRating: {("m", "a"): {"value": None}},
    }
    assert found.gone == {TeamSession: (("s",),)}
    assert found.count("answer", "practice_rating").away == 2


def test_ratings_stay_as_a_starting_point_and_none_is_settled() -> None:
    found = plan(
        PracticeRating(model="m", practice="a", value=Characterisation.FULLY),
        AreaRating(model="m", place="a", rationale="so", settled=True, in_spite="late"),
        ratings=True,
    )
    assert found.cells == {AreaRating: {("m", "a"): {"settled": False, "in_spite": ""}}}


def test_what_is_out_of_scope_stays_so_with_its_reason() -> None:
    out = AreaRating(model="m", place="a", in_scope=False, reason="not ours", rationale="so")
    absent = AreaRating(model="m", place="b", not_applicable=True, reason="no such work")
    found = plan(out, absent)
    assert found.cells == {
        AreaRating: {("m", "a"): {"rationale": ""}, ("m", "b"): {"not_applicable": False, "reason": ""}}
    }
    assert (found.count("area_rating").carried, found.count("area_rating").away) == (1, 1)


@pytest.mark.parametrize(
    ("item", "good"),
    [
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT), True),
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT, expires=DAY), True),
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT, expires=DAY - dt.timedelta(days=1)), False),
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT, dated=DAY - dt.timedelta(days=366)), True),
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT, dated=LONG_AGO), False),
        (Evidence(id="e", kind=EvidenceKind.DOCUMENT, adequacy=Adequacy.INADEQUATE), False),
        (Evidence(id="e", kind=EvidenceKind.INTERVIEW), False),
        (Evidence(id="e", kind=EvidenceKind.DEMONSTRATION, dated=DAY), True),
    ],
)
def test_evidence_that_is_still_good_stays(item: Evidence, good: bool) -> None:
    assert is_still_good(item, DAY) is good
    link = EvidenceLink(evidence="e", model="m", part="a", linked=True)
    found = plan(item, link)
    assert found.gone == ({} if good else {Evidence: (("e",),)})
    assert found.cells.get(EvidenceLink, {}) == ({} if good else {("e", "m", "a"): {"linked": False}})
    assert plan(item, link, evidence=False).gone == {Evidence: (("e",),)}


@pytest.mark.parametrize("status", ActionStatus)
def test_an_action_goes_once_nothing_of_it_is_to_be_found_out_and_its_measures_with_it(status: ActionStatus) -> None:
    found = plan(Action(id="n", status=status), Measure(id="m", action="n"), Reading(id="r", measure="m", value="1"))
    over = status.value in ("dropped", "verified")
    assert found.gone == ({Action: (("n",),), Measure: (("m",),), Reading: (("r",),)} if over else {})


def test_a_question_for_one_session_goes_with_it_and_one_for_an_area_stays() -> None:
    found = plan(
        TeamSession(id="s"), GuideQuestion(id="g", session="s", text="x"), GuideQuestion(id="h", model="m", place="a")
    )
    assert found.gone == {TeamSession: (("s",),), GuideQuestion: (("g",),)}


def test_reviews_of_actions_go_on_and_what_belongs_to_other_sessions_goes_with_them() -> None:
    found = plan(
        TeamSession(id="s"),
        SessionMember(session="s", member="m", asks=True),
        SessionNote(id="n", session="s", text="x"),
        NoteTag(note="n", model="m", part="a", tagged=True),
        TeamSession(id="r", kind=SessionKind.FOLLOW_UP),
        SessionMember(session="r", member="m", asks=True),
    )
    assert found.gone == {TeamSession: (("s",),), SessionNote: (("n",),)}
    assert found.cells == {SessionMember: {("s", "m"): {"asks": False}}, NoteTag: {("n", "m", "a"): {"tagged": False}}}


def test_the_days_of_the_round_and_what_it_has_cost_go_and_the_rest_of_it_stays() -> None:
    details = Details(organisation="o", starts=DAY, ends=DAY, return_by=DAY, threshold=7)
    found = plan(details, BudgetLine(id="b", name="Travel", planned="10", spent="4"))
    assert found.cells == {
        Details: {("assessment",): {"starts": None, "ends": None, "return_by": None}},
        BudgetLine: {("b",): {"spent": ""}},
    }
    assert not found.puts_away, "nothing is put away as long as all that goes are days and sums"


def test_what_people_and_the_team_say_lasts_for_a_round() -> None:
    """Whoever adds a kind that feeds results of people's words says so; this is the list as it stands."""
    of_a_round = {name for name, kind in KINDS.items() if kind.declared.lasts is not Lasts.ASSESSMENT}
    assert of_a_round >= {
        "answer", "form", "practice_rating", "goal_rating", "area_rating", "area_stance", "stream_rating", "tick",
        "statement_rating", "part_rating", "blind_round", "blind_hand_in", "blind_rating", "session", "observation",
        "finding", "discussion_point", "checklist_tick",
    }  # fmt: skip
    assert not of_a_round & {"participant", "identity", "member", "model", "scope_item", "target", "action", "instance"}
    assert all(rule.lasts is not None for kind in KINDS.values() for rule in cell_rules(kind).values())
