"""The second round of the shipped sample, half a year later: what was done, heard, and is rated otherwise."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.exchange.sample_reviews import SampleReview, SampleVerification, hold_review, verify
from desktop.model.assessment import Assessment
from desktop.model.assessment.follow_up import FollowUpChoice
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus, Answer, Participant, SessionKind, Tone
from desktop.model.records.interviews import TimeOfDay
from desktop.model.scoring.vocabulary import Characterisation

_EVERYWHERE = "*"
_IN_PLACE = (Characterisation.FULLY, Characterisation.LARGELY)


class _Session(Struct, frozen=True, forbid_unknown_fields=True):
    """A session of the second round.

    Attributes:
        after_days: days since the round began.
        notes: the area that each is about, what it says, and how; of ``*`` it is about all areas that no other names.
    """

    kind: SessionKind
    name: str
    after_days: int
    starts: TimeOfDay
    ends: TimeOfDay
    asks: tuple[str, ...]
    heard: tuple[int, ...]
    notes: tuple[tuple[str, str, Tone], ...]


class _FollowUp(Struct, frozen=True, forbid_unknown_fields=True):
    """What the second round says.

    Attributes:
        model: id of the model whose areas are rated anew.
        streams_model: likewise of that with streams.
        after_days: days from the first day on site to the first day of the second round.
        done: numbers of the actions that were done in between.
        left_out: numbers of the participants who do not answer again.
        better: places about which everybody answers one choice better than before, by model.
        worse: likewise.
        practices: how practices are characterised now, by a pattern of ids, where that tells more or less in place.
        goals: weaknesses of goals that are worse now.
        streams: levels with reasons.
        review: the review in between.
        verified: actions that are verified in the second round, by number.
        seen: the piece of evidence that shows them.
    """

    model: str
    streams_model: str
    name: str
    last: str
    after_days: int
    done: tuple[int, ...]
    left_out: tuple[int, ...]
    better: dict[str, tuple[str, ...]]
    worse: dict[str, tuple[str, ...]]
    practices: dict[str, Characterisation]
    goals: dict[str, str]
    rationales: dict[str, str]
    streams: dict[str, tuple[int, str]]
    sessions: tuple[_Session, ...]
    review: SampleReview
    verified: dict[str, SampleVerification]
    seen: str


Reviewed = Callable[[Assessment, str], None]


def second_round(first: Path, path: Path, author: str, reviewed: Reviewed | None = None) -> Assessment:
    """A copy of the sample that was assessed, with the second round in it, open.

    Args:
        first: the sample as the first round left it, closed.
        path: where the copy is made; nothing may be there.
        author: whom the history names.
        reviewed: told of the review in between, by its id, while things stand as they did then.

    Raises:
        RefusalError: the copy cannot be opened.
    """
    shutil.copyfile(first, path)
    assessment = Assessment.open(path, author=author)
    try:
        follow_up(assessment, reviewed)
    except BaseException:
        assessment.close()
        raise
    return assessment


def follow_up(assessment: Assessment, reviewed: Reviewed | None = None) -> None:
    """Start the second round of the sample and tell it, by the operations that the window uses."""
    told = msgspec.json.decode(resources.sample("follow_up.json").read_bytes(), type=_FollowUp)
    began = (assessment.preparation.details().starts or dt.date.min) + dt.timedelta(days=told.after_days)
    answers = [*_answers(assessment)]
    review = hold_review(assessment, told.review, began)
    if reviewed is not None:
        reviewed(assessment, review)
    for action in assessment.actions.all():
        if action.number in told.done and action.status.is_open:
            assessment.actions.change(action.id, status=ActionStatus.DONE, closed=began - dt.timedelta(days=30))
    assessment.rounds.begin(told.name, last=told.last, day=began, choice=FollowUpChoice(ratings=True))
    assessment.preparation.set_details(starts=began, ends=began + dt.timedelta(days=3))
    assessment.questionnaires.take_all([*_forms(assessment, told, answers)])
    _hold(assessment, told, began)
    _rate(assessment, told)
    verify(assessment, told.model, told.verified, told.seen, began)


def _answers(assessment: Assessment) -> Iterator[tuple[str, Participant, dict[str, Answer]]]:
    """What each participant said in the first round, model by model."""
    for model in assessment.models.all():
        for person in assessment.preparation.participants():
            said = assessment.questionnaires.answers(model.id, person.id)
            if person.asked and said:
                yield model.id, person, said


def _forms(
    assessment: Assessment, told: _FollowUp, answers: Iterable[tuple[str, Participant, dict[str, Answer]]]
) -> Iterator[FilledForm]:
    """The forms of the second round: as in the first, but about the places that are better or worse now."""
    for model, person, said in answers:
        if person.number in told.left_out:
            continue
        moved = {
            question.id: (section.place in told.better.get(model, ())) - (section.place in told.worse.get(model, ()))
            for section in assessment.models.asked(model)
            for question in section.questions
        }
        asked = assessment.models.questions(model)
        yield FilledForm(
            assessment.questionnaires.identity(model, person.id),
            None,
            {
                question: FilledAnswer(_moved(asked[question], said[question].choice, by) if question in said else None)
                for question, by in moved.items()
            },
        )


def _moved(asked: Asked, choice: str | None, by: int) -> str | None:
    """The choice so many steps better; the scale names its answers from the strongest or from the weakest."""
    order = sorted(asked.scale.answers, key=lambda each: each.percent or 0)
    ids = [each.id for each in order]
    return ids[min(max(ids.index(choice) + by, 0), len(ids) - 1)] if choice in ids else choice


def _hold(assessment: Assessment, told: _FollowUp, began: dt.date) -> None:
    it, pack = assessment.interviews, assessment.models.get(told.model).pack
    members = {each.name: each.id for each in assessment.preparation.members()}
    people = {each.number: each.id for each in assessment.preparation.participants()}
    out = assessment.models.out_of_scope(told.model)
    named = {place for held in told.sessions for place, _text, _tone in held.notes}
    others = [area.id for area in pack.areas if area.id not in (*named, *out)]
    for held in told.sessions:
        day = began + dt.timedelta(days=held.after_days)
        session = it.add(held.kind, held.name, day=day, starts=held.starts, ends=held.ends)
        it.take_part(
            session,
            members=[members[name] for name in held.asks],
            participants=[people[number] for number in held.heard],
        )
        it.set_areas(session, [Ref(told.model, place) for place, _text, _tone in held.notes if place != _EVERYWHERE])
        for place, text, tone in held.notes:
            areas = others if place == _EVERYWHERE else [place]
            tags = [Ref(told.model, practice.id) for area in areas for practice in pack.area_by_id[area].practices]
            at = dt.datetime.combine(day, dt.time.fromisoformat(held.starts)).astimezone()
            it.note(session, text, tone=tone, tags=tags, at=at)


def _rate(assessment: Assessment, told: _FollowUp) -> None:
    """Rate the places anew about which something was heard; nothing is settled again before the team has met."""
    ratings, now = assessment.ratings, assessment.ratings.practices(told.model)
    values: dict[str, Characterisation | None] = {}
    for pattern, value in told.practices.items():
        for practice in now:
            raises = value in _IN_PLACE
            if fnmatchcase(practice, pattern) and (now[practice].value in _IN_PLACE) is not raises:
                values[practice] = value
    ratings.characterise_all(told.model, values)
    for area in told.better[told.model]:
        for goal in assessment.models.get(told.model).pack.area_by_id[area].goals:
            ratings.set_goal(told.model, goal.id, weakness="", weaknesses_significant=False)
    for goal_id, weakness in told.goals.items():
        ratings.set_goal(told.model, goal_id, weakness=weakness, weaknesses_significant=True)
    for area, rationale in told.rationales.items():
        ratings.set_rationale(told.model, area, rationale)
    for stream, (level, reason) in told.streams.items():
        assessment.streams.rate_stream(told.streams_model, stream, level, reason)
