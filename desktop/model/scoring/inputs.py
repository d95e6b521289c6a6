"""What scoring is given: counts and judgements, never a person."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.maturity.questionnaire import FULFILMENT, LEVELS
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment


class Tally(Struct, frozen=True):
    """The answers to one question.

    Attributes:
        counts: how often each choice id was given, blanks included.
        asked: how many respondents the question was put to; those without a choice are unanswered.
    """

    counts: Mapping[str, int]
    asked: int


class Source(Struct, frozen=True):
    """A piece of evidence as scoring sees it.

    Attributes:
        kind: where it comes from.
        session: the session or document; two pieces with one session count once.
    """

    kind: EvidenceKind
    session: str


class PracticeJudgement(Struct, frozen=True):
    """What the team says of a practice.

    Attributes:
        value: its characterisation, None while open.
        alternative: another practice that reaches the goal is accepted in its place.
        reason: rationale; compulsory for NOT_APPLICABLE.
        sources: the evidence filed for it, questionnaires excluded.
    """

    value: Characterisation | None = None
    alternative: bool = False
    reason: str = ""
    sources: tuple[Source, ...] = ()


class GoalJudgement(Struct, frozen=True):
    """What the team says of a goal.

    Attributes:
        weaknesses_significant: the weaknesses together keep the goal from being met.
        weakness: which weakness; compulsory for an unsatisfied goal.
    """

    weaknesses_significant: bool = False
    weakness: str = ""


class AreaJudgement(Struct, frozen=True):
    """What the team says of a whole area, stream or track.

    Attributes:
        in_scope: False when it is not appraised.
        not_applicable: True when it lies outside the organisation's work.
        reason: why it does not apply or is out of scope.
    """

    in_scope: bool = True
    not_applicable: bool = False
    reason: str = ""


class TargetJudgement(Struct, frozen=True):
    """What the team wants of a place.

    Attributes:
        level: the level wanted of a stream, a track or, under `WHOLE`, of the model; 1 for an area that is to be
            satisfied and 0 for one that need not be. None where nothing is said.
        importance: 1 to 5, None where nothing is said.
    """

    level: int | None = None
    importance: int | None = None


class StagedInput(Struct, frozen=True):
    """All that the staged scheme needs besides the pack. Missing keys mean: nothing said yet.

    Attributes:
        scale: id of the answer scale in use.
        asked: how many respondents were asked.
        tallies: answers by question id.
        practices: judgements by practice id.
        goals: judgements by goal id.
        areas: judgements by area id.
        targets: what is wanted, by area id or `WHOLE`.
    """

    scale: str
    asked: int
    tallies: Mapping[str, Tally]
    practices: Mapping[str, PracticeJudgement]
    goals: Mapping[str, GoalJudgement]
    areas: Mapping[str, AreaJudgement]
    targets: Mapping[str, TargetJudgement] = {}


class StreamsInput(Struct, frozen=True):
    """All that the streams scheme needs besides the pack. Missing keys mean: nothing said yet.

    Attributes:
        asked: how many respondents were asked.
        tallies: answers by question id.
        chosen: by stream id, the level whose text the team found to fit best.
        ticks: ids of the practices of cells that are in place.
        targets: what is wanted, by stream id or `WHOLE`.
        scale: id of the answer scale in use.
        areas: judgements of whole streams, by stream id.
    """

    asked: int
    tallies: Mapping[str, Tally]
    chosen: Mapping[str, int] = {}
    ticks: frozenset[str] = frozenset()
    targets: Mapping[str, TargetJudgement] = {}
    scale: str = LEVELS
    areas: Mapping[str, AreaJudgement] = {}


class CriteriaInput(Struct, frozen=True):
    """All that the criteria scheme needs besides the pack. Missing keys mean: nothing said yet.

    Attributes:
        asked: how many respondents were asked.
        tallies: answers by statement id.
        statements: what the team says, by statement id.
        targets: what is wanted, by track id or `WHOLE`.
        scale: id of the answer scale in use.
        areas: judgements of whole tracks, by track id.
    """

    asked: int
    tallies: Mapping[str, Tally]
    statements: Mapping[str, Fulfilment] = {}
    targets: Mapping[str, TargetJudgement] = {}
    scale: str = FULFILMENT
    areas: Mapping[str, AreaJudgement] = {}


class PartsGiven(Struct, frozen=True):
    """All that a model with rules of its own needs besides the pack. Missing keys mean: nothing said yet.

    Attributes:
        scale: id of the answer scale that stands for all.
        asked: how many respondents were asked.
        tallies: answers by part id.
        words: what the team says, by part id.
        areas: whether a part is in scope and applies, by part id.
        targets: importance, by part id or `WHOLE`; what is wanted stands in `words`.
    """

    scale: str
    asked: int
    tallies: Mapping[str, Tally]
    words: Mapping[str, PartWord] = {}
    areas: Mapping[str, AreaJudgement] = {}
    targets: Mapping[str, TargetJudgement] = {}


Given = StagedInput | StreamsInput | CriteriaInput | PartsGiven
"""What scoring is given, one form a scheme."""
