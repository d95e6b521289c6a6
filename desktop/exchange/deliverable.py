"""What may leave the team, gathered in one go: exports know nothing else.

This is the allow-list of privacy. What has no field here stands in no deliverable, and of each record only those cells
are read that it declares for the sponsor (`desktop.model.records.for_sponsor`). So these stay in the team: who takes
part and in which role or group, single answers and comments, interviews (only how many sources of each kind speak of a
practice is told), what evidence is called, who answers for it and where it is, who is in the team and where each
stands, budget, working notes and rationales, why a stream stands where it does, what was found about statements, why
something is wanted and by whom, remarks on readings; what was observed, what was said of findings, and findings that
are not marked for the report.
Numbers about answers are those that `desktop.model.scoring.publication` lets through.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from desktop.exchange.deliverable_evidence import EvidenceLine, evidence_lines
from desktop.exchange.deliverable_outlook import OutlookLine, outlook_lines
from desktop.exchange.deliverable_plan import ActionLine, MeasureLine, MilestoneLine, action_lines, milestone_lines
from desktop.exchange.round_lines import RoundLine, round_lines
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.errors import RefusalError
from desktop.model.maturity import Pack, Scale
from desktop.model.planning.gaps import Gap, gaps, whole
from desktop.model.records import Record, Tone, for_sponsor
from desktop.model.scoring.anonymity import FLOOR, Counts
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.coverage import outside as coverage_outside
from desktop.model.scoring.publication import Withheld, is_hidden, published
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Characterisation, Rating
from desktop.wording.manners import Manner
from desktop.wording.past_moments import marked_name, moment_day

__all__ = [
    "ActionLine",
    "Deliverable",
    "EvidenceLine",
    "FindingLine",
    "MeasureLine",
    "MilestoneLine",
    "ModelPart",
    "OutlookLine",
    "Participation",
    "PlannedModel",
    "RoundLine",
    "ScoredModel",
    "Subject",
    "gather",
    "release",
    "remember",
    "told_findings",
]

R = TypeVar("R", bound=Record)


class Subject(Struct, frozen=True):
    """What was assessed and for whom.

    Attributes:
        threshold: the smallest group whose answers are shown.
        currency: in which costs and benefits of actions are told.
        round: what the round is called; empty while nobody has said.
        began: the day on which it was started as a follow-up; None for the first.
    """

    organisation: str
    unit: str
    sponsor: str
    purpose: str
    starts: dt.date | None
    ends: dt.date | None
    threshold: int
    currency: str = ""
    round: str = ""
    began: dt.date | None = None


class Participation(Struct, frozen=True):
    """How many people were asked about any of the models, and how many of them answered anything."""

    asked: int
    answered: int


class ScoredModel(Struct, frozen=True, kw_only=True):
    """A model's result, with what tables tell beside it.

    Attributes:
        numbers: of the questions that are asked, by id, as forms print them.
        settled: ids of the areas whose rating is final.
        in_spite: by id of a settled area, why it is settled although coverage or agreement is missing.
        reasons: by practice or area id, why it does not apply or is out of scope.
        weaknesses: by id of an unsatisfied goal, which weaknesses keep it from being met.
        ticks: ids of the practices of streams that are done.
        last: by stream id, the level before the team's latest change of it.
    """

    pack: Pack
    result: ModelResult
    numbers: Mapping[str, int] = {}
    settled: frozenset[str] = frozenset()
    in_spite: Mapping[str, str] = {}
    reasons: Mapping[str, str] = {}
    weaknesses: Mapping[str, str] = {}
    ticks: frozenset[str] = frozenset()
    last: Mapping[str, int] = {}


class PlannedModel(ScoredModel, frozen=True, kw_only=True):
    """The same with what is wanted.

    Attributes:
        whole: the model's level and the one that is wanted.
        gaps: of its areas, streams or tracks, the largest first.
        coverage: how many sources speak of its parts.
    """

    whole: Gap
    gaps: tuple[Gap, ...]
    coverage: Coverage


class ModelPart(PlannedModel, frozen=True, kw_only=True):
    """One model's share; its result is as it may leave the team.

    Attributes:
        withheld: what of its answers is not shown as it is.
        shown: by question id, the counts that are shown, for later exports to be compared with.
        telling: questions shown as they are although the difference to an earlier export tells what a few people said.
    """

    scale: Scale
    withheld: Withheld
    shown: Mapping[str, Counts]
    telling: frozenset[str]


class FindingLine(Struct, frozen=True):
    """A finding that is marked for the report.

    Attributes:
        model: with `place`, the area, stream or track that it is about; both empty where it is about none.
    """

    model: str
    place: str
    tone: Tone
    text: str


class Deliverable(Struct, frozen=True):
    """Everything that exports are made of.

    Attributes:
        day: the day of the export.
        models: in order of their id.
        actions: by number.
        findings: those for the report, area by area in the team's order.
        milestones: by day.
        rounds: those that are over, the first first.
        outlook: where the plan leads, by quarter.
        evidence: in the order of the register, without what items are called.
        manner: how dates and numbers are written.
        narratives: the team's own words in the report, by section.
        unsaid: sections whose words of the team name somebody and therefore are not among these.
    """

    day: dt.date
    subject: Subject
    models: tuple[ModelPart, ...]
    actions: tuple[ActionLine, ...]
    findings: tuple[FindingLine, ...] = ()
    participation: Participation = Participation(0, 0)
    milestones: tuple[MilestoneLine, ...] = ()
    rounds: tuple[RoundLine, ...] = ()
    outlook: tuple[OutlookLine, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    manner: Manner = Manner()
    narratives: Mapping[str, str] = {}
    unsaid: tuple[str, ...] = ()

    @property
    def held(self) -> int:
        """How many questions are shown as in an earlier export."""
        return sum(len(part.withheld.held) for part in self.models)

    @property
    def telling(self) -> int:
        """How many questions are shown although that tells what a few people said."""
        return sum(len(part.telling) for part in self.models)

    def part(self, model: str | None = None) -> ModelPart:
        """The share of a model; the first one's without an id.

        Raises:
            KeyError: there is no such model.
        """
        for part in self.models:
            if model in (None, part.pack.id):
                return part
        raise KeyError(model)


def release(assessment: Assessment, *, day: dt.date | None = None, newest: bool = False) -> Deliverable:
    """`gather` for an export, and note in the file what it is going to show, before anything is written.

    Raises:
        RefusalError: ``release.unremembered`` when the file cannot be written to and something new would be shown.
    """
    deliverable = gather(assessment, day=day, newest=newest)
    remember(assessment, deliverable)
    return deliverable


def remember(assessment: Assessment, deliverable: Deliverable) -> None:
    """Note in the file what an export of this shows; see `release`.

    Raises:
        RefusalError: as `release`.
    """
    try:
        assessment.releases.remember(
            deliverable.day if assessment.moment is None else dt.datetime.now().astimezone().date(),
            {part.pack.id: part.shown for part in deliverable.models},
            {part.pack.id: part.telling for part in deliverable.models},
        )
    except RefusalError as refusal:
        if refusal.code not in ("file.opened_readonly", "past.readonly"):
            raise
        raise RefusalError("release.unremembered", path=assessment.path) from refusal


def gather(assessment: Assessment, *, day: dt.date | None = None, newest: bool = False) -> Deliverable:
    """Read everything once, so that writing needs the file no more and can run in another thread.

    Args:
        assessment: the open assessment.
        day: the day of the export, today without one. What is shown as it once was is of that day, and says so in
            place of the organisation's name: on first pages and in names of files.
        newest: show answers as they are now, even where the difference to an earlier export tells what a few people
            said; see `desktop.model.scoring.anonymity`.
    """
    moment = assessment.moment
    today = (day or dt.datetime.now().astimezone().date()) if moment is None else moment_day(moment)
    details = for_sponsor(assessment.preparation.details())
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    return Deliverable(
        day=today,
        subject=Subject(
            organisation=marked_name(details.organisation, moment) if moment else details.organisation,
            unit=details.unit,
            sponsor=details.sponsor,
            purpose=details.purpose,
            starts=details.starts,
            ends=details.ends,
            threshold=max(details.threshold, FLOOR),
            currency=details.currency,
            round=details.round_name,
            began=details.round_began,
        ),
        manner=Manner.of(details),
        narratives=assessment.narratives.tellable(),
        unsaid=assessment.narratives.withheld(),
        models=tuple(_part(assessment, in_use, details.threshold, newest=newest) for in_use in assessment.models.all()),
        actions=action_lines(assessment, packs, today),
        milestones=milestone_lines(assessment),
        outlook=outlook_lines(assessment, today),
        evidence=evidence_lines(assessment),
        findings=told_findings(assessment),
        participation=_participation(assessment),
        rounds=round_lines(assessment),
    )


def _participation(assessment: Assessment) -> Participation:
    asked = [each for in_use in assessment.models.all() for each in assessment.questionnaires.progress(in_use.id)]
    answered = {each.participant.id for each in asked if each.answered}
    return Participation(len({each.participant.id for each in asked}), len(answered))


def told_findings(assessment: Assessment) -> tuple[FindingLine, ...]:
    """The findings that are marked for the report, with what of them may leave the team, and nothing they rest on."""
    found = (for_sponsor(finding) for finding in assessment.findings.all() if finding.final)
    return tuple(FindingLine(each.model, each.place, each.tone, each.text) for each in found)


def _part(assessment: Assessment, in_use: ModelInUse, threshold: int, *, newest: bool) -> ModelPart:
    given = assessment.results.given(in_use.id)
    result = assessment.results.of(in_use.id)
    outside = published(in_use.pack, given, result, threshold, assessment.releases.shown(in_use.id))
    telling = outside.withheld.held if newest else frozenset()
    if telling:
        outside = published(in_use.pack, given, result, threshold)
    practices = _outside(assessment.ratings.practices(in_use.id))
    areas = _outside(assessment.ratings.areas(in_use.id))
    goals = _outside(assessment.ratings.goals(in_use.id))
    unsatisfied = {goal.id for area in outside.result.areas for goal in area.goals if goal.rating is Rating.UNSATISFIED}
    return ModelPart(
        pack=in_use.pack,
        scale=in_use.scale,
        result=outside.result,
        numbers=assessment.models.numbers(in_use.id),
        withheld=outside.withheld,
        shown=outside.counts,
        telling=telling,
        settled=frozenset(area for area, rating in areas.items() if rating.settled),
        in_spite=_filled((area, rating.in_spite) for area, rating in areas.items() if rating.settled),
        reasons=_filled(
            [
                *((id_, p.reason) for id_, p in practices.items() if p.value is Characterisation.NOT_APPLICABLE),
                *((id_, a.reason) for id_, a in areas.items() if a.not_applicable or not a.in_scope),
            ]
        ),
        weaknesses=_filled((id_, goal.weakness) for id_, goal in goals.items() if id_ in unsatisfied),
        ticks=assessment.streams.ticks(in_use.id),
        last=assessment.streams.last(in_use.id),
        whole=whole(given, outside.result),
        gaps=gaps(given, outside.result),
        coverage=coverage_outside(
            assessment.coverage.of(in_use.id),
            {each.id: each.answers.n for each in outside.result.questions if not is_hidden(each.answers)},
        ),
    )


def _outside(said: Mapping[str, R]) -> dict[str, R]:
    """What the team said, each with those cells alone that may leave it."""
    return {part: for_sponsor(record) for part, record in said.items()}


def _filled(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {key: text.strip() for key, text in texts if text.strip()}
