from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from desktop.cli.scores import model_content
from desktop.exchange.deliverable import (
    ActionLine,
    Deliverable,
    FindingLine,
    MeasureLine,
    MilestoneLine,
    ModelPart,
    OutlookLine,
    Participation,
    Subject,
    gather,
)
from desktop.exchange.deliverable_evidence import EvidenceLine
from desktop.exchange.deliverable_plan import ReadingLine
from desktop.exchange.tables.areas import areas
from desktop.model.assessment import Assessment
from desktop.model.assessment.pace import Pace
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.coverage import PartCoverage
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import AnswerStatistics
from desktop.model.scoring.vocabulary import Rating
from desktop.wording.board import settled_early
from desktop.wording.manners import Manner
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled


def test_the_allow_list_is_this_and_a_new_field_needs_a_decision() -> None:
    assert Subject.__struct_fields__ == (
        "organisation", "unit", "sponsor", "purpose", "starts", "ends", "threshold", "currency", "round", "began",
    )  # fmt: skip
    assert ModelPart.__struct_fields__ == (
        "pack", "result", "numbers", "settled", "in_spite", "reasons", "weaknesses", "ticks", "last", "whole", "gaps",
        "coverage", "scale", "withheld", "shown", "telling",
    )  # fmt: skip
    assert PartCoverage.__struct_fields__ == (
        "part", "place", "applies", "waits", "answers", "questions", "counts", "kinds", "sources", "lacks",
    )  # fmt: skip
    assert ActionLine.__struct_fields__ == (
        "id", "number", "title", "description", "model", "place", "part", "owner", "due", "priority", "status",
        "closed", "overdue", "measures", "why", "deputy", "start", "effort", "cost", "benefit", "risk", "impact",
        "value", "urgency", "opportunity", "size", "percent", "milestone", "dropped_because", "needs", "effects",
        "tags", "remarks", "verified",
    )  # fmt: skip
    assert MeasureLine.__struct_fields__ == (
        "name", "unit", "direction", "how", "baseline", "target", "due", "latest", "read", "readings",
        "percent", "pace", "id", "history",
    )  # fmt: skip
    assert ReadingLine.__struct_fields__ == ("day", "value")
    assert EvidenceLine.__struct_fields__ == (
        "number", "kind", "dated", "expires", "directness", "adequacy", "parts",
    )  # fmt: skip
    assert Participation.__struct_fields__ == ("asked", "answered")
    assert OutlookLine.__struct_fields__ == ("quarter", "model", "level", "point")
    assert MilestoneLine.__struct_fields__ == ("title", "day", "actions")
    assert Deliverable.__struct_fields__ == (
        "day", "subject", "models", "actions", "findings", "participation", "milestones", "rounds", "outlook",
        "evidence", "manner", "narratives", "unsaid",
    )  # fmt: skip
    assert Manner.__struct_fields__ == ("days", "mark")
    assert FindingLine.__struct_fields__ == ("model", "place", "tone", "text")


def test_of_words_that_name_somebody_their_section_alone_is_gathered(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        assessment.preparation.add_participant(name="Anna Miller")
        assessment.narratives.set("summary", "Anna keeps the plans.")
        assessment.narratives.set("plan", "All keep to it.")
        gathered = gather(assessment)
    assert gathered.narratives == {"plan": "All keep to it."}
    assert gathered.unsaid == ("summary",)
    assert b"keeps the plans" not in msgspec.json.encode(gathered)


def test_nothing_that_must_stay_in_the_team_is_gathered(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack(), tiny_streams(), tiny_criteria()]) as assessment:
        everything = msgspec.json.encode(gather(assessment)).lower()
    assert b"canary" not in everything
    assert b"promises are late." in everything
    assert b"there is no such work here." in everything


def test_people_count_once_however_many_models_they_answered_about(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack(), tiny_streams()], respondents=4) as assessment:
        silent = assessment.preparation.add_participant(role="Operator")
        assert gather(assessment).participation == Participation(5, 4)
        assessment.preparation.set_participant(silent, asked=False)
        assert gather(assessment).participation == Participation(4, 4)


def test_weaknesses_of_satisfied_goals_stay_in_the_team(tmp_path: Path) -> None:
    """They are remarks on what is in place; only what keeps a goal from being met is told outside."""
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        for number, goal in enumerate(tiny_pack().goal_by_id):
            harm = number % 2 == 0
            assessment.ratings.set_goal("tiny", goal, weaknesses_significant=harm, weakness=f"Of {goal}.")
        results = [goal for area in assessment.results.of("tiny").areas for goal in area.goals]
        weaknesses = gather(assessment).part().weaknesses
    ratings = {goal.rating for goal in results}
    assert {Rating.SATISFIED, Rating.UNSATISFIED} <= ratings
    assert weaknesses == {goal.id: f"Of {goal.id}." for goal in results if goal.rating is Rating.UNSATISFIED}


def test_gathered_numbers_are_the_engines(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        gathered = gather(assessment, day=DAY)
        assert gathered.part().result == assessment.results.of("tiny")
    assert gathered.day == DAY


@pytest.mark.parametrize("pack", [tiny_streams(), tiny_criteria()], ids=lambda pack: pack.id)
def test_gathered_numbers_of_other_schemes_are_the_engines(tmp_path: Path, pack: Pack) -> None:
    with filled(tmp_path / "a.maturity", [pack]) as assessment:
        part = gather(assessment, day=DAY).part()
        assert part.result == assessment.results.of(pack.id)
        assert part.ticks == assessment.streams.ticks(pack.id)


@pytest.mark.parametrize("pack", [tiny_streams(), tiny_criteria()], ids=lambda pack: pack.id)
def test_small_groups_are_hidden_whatever_the_scheme(tmp_path: Path, pack: Pack) -> None:
    with filled(tmp_path / "a.maturity", [pack], respondents=4) as assessment:
        result = gather(assessment).part().result
    assert any(question.answers.n for question in result.questions)
    assert all(is_hidden(question.answers) for question in result.questions if question.answers.n)
    assert {stream.suggestion for stream in result.streams} | {each.suggestion for each in result.statements} == {None}
    assert not any(is_shown(stream.answers) for stream in result.streams)
    assert not any(is_shown(track.answers) for track in result.tracks)


def test_of_sources_only_their_kinds_are_gathered_and_of_few_answers_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], respondents=4) as assessment:
        it, person = assessment.interviews, assessment.preparation.participants()[0]
        talk = it.add(SessionKind.INTERVIEW, "Talk")
        it.note(talk, "We plan.", participant=person.id, tags=[Ref("tiny", "PLN-AC-1")])
        known, gathered = assessment.coverage.of("tiny").parts, gather(assessment).part().coverage.parts
    assert any(group.role for part in known for group, _count in part.counts)
    assert not any(group.role for part in gathered for group, _count in part.counts)
    assert any(part.answers for part in known)
    assert {(part.answers, part.questions) for part in gathered} == {(0, ())}
    assert [(part.sources, part.lacks) for part in gathered] == [(part.sources, part.lacks) for part in known]


def is_shown(answers: AnswerStatistics) -> bool:
    return answers.mean_percent is not None or bool(answers.counts)


def test_measures_tell_where_they_stand(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        actions = gather(assessment, day=DAY).actions
    assert [len(action.measures) for action in actions] == [0, 2, 1, 0, 0, 0]
    slow, unread = actions[1].measures
    assert (slow.baseline, slow.target, slow.latest) == (Decimal("8.5"), Decimal(4), Decimal("6.25"))
    assert (slow.read, slow.readings, slow.percent, slow.pace) == (
        DAY - dt.timedelta(days=10), 2, 50.0, Pace.OVERDUE,
    )  # fmt: skip
    assert (unread.latest, unread.read, unread.readings, unread.pace) == (None, None, 0, Pace.NO_READING)
    assert actions[2].measures[0].pace is Pace.REACHED


def test_small_groups_are_hidden(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], respondents=4) as assessment:
        gathered = gather(assessment)
    assert any(question.answers.n for question in gathered.part().result.questions)
    assert all(is_hidden(question.answers) for question in gathered.part().result.questions if question.answers.n)
    assert gathered.part().result.answers.mean_percent is None


def test_actions_are_overdue_on_the_day_of_the_export(tmp_path: Path) -> None:
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="A") as assessment:
        assessment.actions.add("Late", due=DAY - dt.timedelta(days=1))
        assessment.actions.add("In time", due=DAY)
        assert [action.overdue for action in gather(assessment, day=DAY).actions] == [True, False]


def test_an_area_nobody_has_characterised_has_no_share(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], upto=2) as assessment:
        shares = {area.id: area.in_place_percent for area in gather(assessment).part().result.areas}
    assert shares["PLN"] is not None
    assert shares["STD"] is None


def test_parts_are_found_by_model(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        gathered = gather(assessment)
    assert gathered.part("tiny") is gathered.part()
    with pytest.raises(KeyError):
        gathered.part("other")


def test_why_a_rating_is_settled_although_something_is_missing_stands_in_the_report(tmp_path: Path) -> None:
    """In the workbooks' tables, in the sentences for the board, and in `score --json`."""
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Ada") as assessment:
        assessment.ratings.settle("tiny", "PLN", "The board meets tomorrow.")
        part = gather(assessment).part()
    note = next(column for column in areas(part).columns if column.key == "note")
    assert note.value(part.result.areas[0]) == "Settled although something is missing: The board meets tomorrow."
    assert "The board meets tomorrow." in " ".join(settled_early(part.pack, part.in_spite))
    told = model_content(part)["areas"][0]
    assert (told["settled"], told["settled_although"]) == (True, "The board meets tomorrow.")
