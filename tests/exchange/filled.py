"""Assessments with something in them, for the tests of what leaves the program."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity import Direction, Pack, Scheme
from desktop.model.maturity.freezing import digest
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus, MemberRole, PointSort, Priority, SessionKind, Stance, Tone
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment

DAY = dt.date(2026, 3, 31)
"""The day of the exports in tests."""

AUTHOR = "Canary author"

_made: dict[tuple[object, ...], bytes] = {}
"""By what was asked for, the content of the file, so that it is filled once."""

_VALUES = [Characterisation.FULLY] * 5 + [Characterisation.LARGELY] * 3 + [Characterisation.PARTIALLY]


def filled(
    path: Path,
    packs: list[Pack],
    *,
    respondents: int = 12,
    seed: int = 1,
    upto: int = 9,
    actions: int = 6,
    organisation: str = "Northern region service centre",
) -> Assessment:
    """An assessment with answers of all kinds, ratings of the areas up to a level, and actions.

    Everything that must stay in the team holds the word ``canary``.
    """
    wanted = (*map(digest, packs), respondents, seed, upto, actions, organisation)
    if wanted not in _made:
        with TemporaryDirectory() as folder:
            mould = Path(folder, "filled.maturity")
            _fill(
                Assessment.create(mould, packs, author=AUTHOR, organisation=organisation),
                packs,
                respondents,
                seed,
                upto,
                actions,
            )
            _made[wanted] = mould.read_bytes()
    path.write_bytes(_made[wanted])
    return Assessment.open(path, author=AUTHOR)


def _fill(assessment: Assessment, packs: list[Pack], respondents: int, seed: int, upto: int, actions: int) -> None:
    chance = random.Random(seed)
    assessment.preparation.set_details(
        unit="Service desk",
        sponsor="Director of services",
        budget="canary budget",
        notes="canary notes",
        starts=dt.date(2026, 3, 2),
        ends=dt.date(2026, 3, 13),
        purpose="Find out what to improve first.",
    )
    members = [
        assessment.preparation.add_member("Canary lead", MemberRole.LEAD),
        assessment.preparation.add_member("Canary member"),
    ]
    people = [
        assessment.preparation.add_participant(
            role=f"canary role {number % 3}",
            group=f"canary group {number}",
            name=f"Canary person {number}",
            email=f"canary{number}@example.org",
        )
        for number in range(respondents)
    ]
    for pack in packs:
        assessment.models.set_question_level(pack.id, max(level.number for level in pack.levels))
        _answer(assessment, pack, people, chance)
        match pack.scheme:
            case Scheme.STAGED:
                _rate(assessment, pack, upto, chance)
                _talk(assessment, pack, members)
                _listen(assessment, pack, members, people)
            case Scheme.STREAMS:
                _see_streams(assessment, pack, chance)
            case Scheme.CRITERIA:
                _see_tracks(assessment, pack, upto, chance)
    _act(assessment, packs, actions)
    assessment.close()


def _answer(assessment: Assessment, pack: Pack, people: list[str], chance: random.Random) -> None:
    scale = assessment.models.get(pack.id).scale
    answers = [choice.id for choice in scale.answers]
    likely = answers[1:4] if pack.scheme is Scheme.STREAMS else answers[:3]
    choices = [*likely * 4, *answers, *(choice.id for choice in scale.blanks), None]
    assessment.questionnaires.take_all(
        [
            FilledForm(
                assessment.questionnaires.identity(pack.id, person),
                None,
                {
                    question: FilledAnswer(chance.choice(choices), "canary comment" if chance.random() < 0.05 else "")
                    for question in asked_by_id(pack, scale.id)
                },
            )
            for person in people
        ]
    )


def _rate(assessment: Assessment, pack: Pack, upto: int, chance: random.Random) -> None:
    rated = [practice for area in pack.areas if area.level <= upto for practice in area.practices]
    assessment.ratings.characterise_all(pack.id, {practice.id: chance.choice(_VALUES) for practice in rated})
    most = [practice.id for practice in rated if chance.random() < 0.97]
    piece = assessment.evidence.add(
        EvidenceKind.DOCUMENT, "canary document", note="canary note", model=pack.id, practices=most
    )
    assessment.evidence.change(piece, version="canary version", owner="canary owner", reference="canary:/place")
    with TemporaryDirectory() as folder:
        attached = Path(folder, "canary file.txt")
        attached.write_text("canary content", encoding="utf-8")
        assessment.attachments.take(piece, attached)
    some = [practice for practice in most if chance.random() < 0.7]
    assessment.evidence.add(EvidenceKind.INTERVIEW, "canary interview", model=pack.id, practices=some)


def _talk(assessment: Assessment, pack: Pack, members: list[str]) -> None:
    first, *_, last = pack.areas
    practice = first.practices[0].id
    assessment.ratings.characterise(pack.id, practice, Characterisation.NOT_APPLICABLE)
    assessment.ratings.set_reason(pack.id, practice, "There is no such work here.")
    assessment.ratings.set_reason(pack.id, first.practices[1].id, "canary reason")
    assessment.ratings.set_rationale(pack.id, first.id, "canary rationale")
    assessment.ratings.set_goal(pack.id, first.goals[0].id, weaknesses_significant=True, weakness="Promises are late.")
    for member in members:
        assessment.ratings.set_stance(pack.id, first.id, member, Stance.AGREES)
    assessment.ratings.settle(pack.id, first.id, "The board meets tomorrow.")
    if last.may_not_apply or len(pack.areas) > 3:
        assessment.ratings.set_not_applicable(
            pack.id, last.id, not_applicable=True, reason="Nothing of the kind is done."
        )


def _listen(assessment: Assessment, pack: Pack, members: list[str], people: list[str]) -> None:
    first = pack.areas[0]
    session = assessment.interviews.add(
        SessionKind.DISCUSSION, "canary session", day=DAY, starts="09:30", ends="10:30", place="canary room"
    )
    assessment.interviews.take_part(session, members=members, participants=people[:2])
    assessment.questionnaires.rounds.add(people[:2], name="canary round", opens=DAY)
    assessment.interviews.set_areas(session, [Ref(pack.id, first.id)])
    tags = [Ref(pack.id, first.practices[0].id)]
    heard = assessment.interviews.note(session, "canary heard", tone=Tone.WEAKNESS, participant=people[0], tags=tags)
    _find(assessment, pack, session, heard)


def _find(assessment: Assessment, pack: Pack, session: str, heard: str) -> None:
    """A finding for the report, one that stays in the team, and what was said of both."""
    comments = [each.source for each in assessment.observations.comments()[:2]]
    items = [each.id for each in assessment.evidence.all()[:1]]
    found = assessment.observations.add("canary observed", tone=Tone.WEAKNESS, notes=[heard], comments=comments)
    about = assessment.observations.get(found).tags
    assessment.observations.draw(found, items=items)
    assessment.observations.tag(found, about)
    assessment.observations.change(found, names_nobody=True)
    assessment.observations.agree_all([found])
    assessment.observations.confirm([found])
    dropped = assessment.observations.add("canary draft", notes=[heard])
    assessment.observations.reject(dropped, "canary reason")
    area = Ref(pack.id, pack.areas[0].id)
    told = assessment.findings.add("Promises are not kept.", tone=Tone.WEAKNESS, area=area, observations=[found])
    kept = assessment.findings.add("canary finding", tone=Tone.STRENGTH, area=area, observations=[found])
    assessment.findings.mark([told])
    for each in (told, kept):
        assessment.discussions.settle(session, each, Stance.AGREES)
        assessment.discussions.say(session, each, "canary said")
        for sort in PointSort:
            assessment.discussions.write_down(session, each, sort, "canary point")


def _see_streams(assessment: Assessment, pack: Pack, chance: random.Random) -> None:
    """The first is chosen, of many the last is not rated, the others are ticked; nothing is wanted of the second."""
    first, second, *_others = pack.streams
    assessment.streams.rate_stream(pack.id, first.id, 3, "canary reason of a stream")
    for stream in pack.streams[:-1] if len(pack.streams) > 3 else pack.streams:
        level = chance.randint(1, 3)
        ticked = [item.id for cell in stream.cells if cell.level <= level for item in cell.practices]
        ticked += [item.id for cell in stream.cells if cell.level == level + 1 for item in cell.practices[:-1]]
        assessment.streams.tick(pack.id, ticked, done=True)
    for number, stream in enumerate(pack.streams):
        if stream is not second:
            _want(assessment, pack, stream.id, level=3 + number % 2, importance=1 + number % 5)


def _see_tracks(assessment: Assessment, pack: Pack, upto: int, chance: random.Random) -> None:
    """Nearly all is met at levels 1 and 2, less and less above."""
    values = [Fulfilment.PARTLY_MET, Fulfilment.NOT_MET, Fulfilment.NOT_MET, Fulfilment.DONT_KNOW]
    for statement, (_track, each) in pack.statement_by_id.items():
        if each.level <= upto:
            met = chance.random() < (0.97 if each.level <= 2 else 0.6)
            assessment.statements.rate(pack.id, statement, Fulfilment.MET if met else chance.choice(values))
            assessment.statements.note(pack.id, statement, "canary note on a statement")
    fit = [id_ for id_, (_track, each) in pack.statement_by_id.items() if each.level == min(3, upto)]
    assessment.statements.rate(pack.id, fit[-1], Fulfilment.NOT_APPLICABLE)
    assessment.targets.set(pack.id, level=3, reason="canary reason of a target", set_by="canary who wants it")
    _want(assessment, pack, pack.tracks[-1].id, level=4, importance=5)


def _want(assessment: Assessment, pack: Pack, place: str, *, level: int, importance: int) -> None:
    assessment.targets.set(
        pack.id,
        place,
        level=level,
        importance=importance,
        reason="canary reason of a target",
        set_by="canary who wants it",
    )


_STATUSES = (
    ActionStatus.PROPOSED,
    ActionStatus.AGREED,
    ActionStatus.IN_PROGRESS,
    ActionStatus.DONE,
    ActionStatus.DROPPED,
)


def _act(assessment: Assessment, packs: list[Pack], actions: int) -> None:
    for number in range(actions):
        place = _part(packs[number // 2 % len(packs)]) if number % 2 else {}
        action = assessment.actions.add(
            f"Write down what is promised, part {number + 1}",
            description="=1+1 is no formula" if number == 0 else "One page for each customer.",
            owner="Service manager",
            due=DAY + dt.timedelta(days=20 * (number - 2)) if number != 3 else None,
            priority=[*Priority][number % 3],
            status=(status := _STATUSES[number % 5]),
            closed=None,
            dropped_because="It costs more than it brings." if status is ActionStatus.DROPPED else "",
            **place,
        )
        if number in (1, 2):
            _measure(assessment, action, number)
    _tie(assessment)


def _tie(assessment: Assessment) -> None:
    """What the last two actions have besides."""
    *_others, first, second = [action.id for action in assessment.actions.all()] or ["", ""]
    if first:
        assessment.actions.change(second, milestone=assessment.milestones.add("All is written down", DAY))
        assessment.actions.change_several([second], tags={"paper": True})
        assessment.action_links.need(second, first)
        assessment.action_log.write(first, "canary entry", day=DAY, by="canary owner")


def _part(pack: Pack) -> dict[str, str]:
    """A part of a model that an action can be about."""
    match pack.scheme:
        case Scheme.STAGED:
            area = pack.areas[0]
            return {"model": pack.id, "aim": area.goals[0].id}
        case Scheme.STREAMS:
            stream = pack.streams[0]
            return {"model": pack.id, "aim": f"{stream.id}-3"}
        case Scheme.CRITERIA:
            track = pack.tracks[0]
            return {"model": pack.id, "aim": track.statements[-1].id}
        case Scheme.PARTS:
            return {"model": pack.id, "aim": list(pack.place_by_id)[-1]}


def _measure(assessment: Assessment, action: str, number: int) -> None:
    """The first has two measures, one of them never read; the other has one that is better than wanted."""
    measure = assessment.measures.add(
        action,
        "Time to restore",
        unit="hours",
        direction=Direction.DOWN,
        how="Mean over all incidents of a month.",
        baseline="8.5",
        target="4",
        due=DAY - dt.timedelta(days=1),
    )
    assessment.measures.add_reading(measure, DAY - dt.timedelta(days=40), "7", note="canary note on a reading")
    assessment.measures.add_reading(measure, DAY - dt.timedelta(days=10), "6.25" if number == 1 else "3")
    if number == 1:
        assessment.measures.add(action, "Written promises", unit="percent", direction=Direction.UP, target="90")
