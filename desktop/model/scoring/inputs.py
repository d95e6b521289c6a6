"""What scoring is given: counts and judgements, never a person."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment


class Tally(Struct, frozen=True):
    """The answers to one question.

    Attributes:
        counts: how often each choice id was given, blanks included.
        asked: how many respondents the question was put to; those without a choice are unanswered.
    """

    counts: Mapping[str, int]
    asked: int


class Source(Struct, frozen=True, gc=False):
    """A piece of evidence as scoring sees it.

    Attributes:
        kind: where it comes from.
        session: the session or document; two pieces with one session count once.
    """

    kind: EvidenceKind
    session: str


class AcrossOutcome(Struct, frozen=True):
    """What several characterisations make of a practice.

    Attributes:
        value: None while an instance is open, or the team has still to decide.
        given: how often each was given, in the order of the characterisations.
        waiting: how many instances are open.
        asks: between which the team decides, the lowest first; empty where the rule decides.
    """

    value: Characterisation | None
    given: tuple[tuple[Characterisation, int], ...]
    waiting: int
    asks: tuple[Characterisation, ...] = ()


class PracticeJudgement(Struct, frozen=True):
    """What the team says of a practice.

    Attributes:
        value: its characterisation, None while open.
        alternative: another practice that reaches the goal is accepted in its place.
        reason: rationale; compulsory for NOT_APPLICABLE.
        sources: the evidence filed for it, questionnaires excluded.
        across: how its value came about, where it was characterised for several instances.
    """

    value: Characterisation | None = None
    alternative: bool = False
    reason: str = ""
    sources: tuple[Source, ...] = ()
    across: AcrossOutcome | None = None


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


class Given(Struct, frozen=True):
    """All that scoring needs besides the pack. Missing keys mean: nothing said yet.

    What belongs to content that the pack has not is empty, or left aside.

    Attributes:
        scale: id of the answer scale in use.
        asked: how many respondents were asked.
        tallies: answers by question id.
        areas: whether an area, stream, track or part is in scope and applies, by its id.
        targets: what is wanted, by id of an area, stream, track or part, or `WHOLE`; of parts the importance alone.
        practices: judgements by id of a practice of an area.
        goals: judgements by goal id.
        chosen: by stream id, the level whose text the team found to fit best.
        ticks: ids of the practices of cells that are in place.
        statements: what the team says, by statement id.
        words: what the team says of a model with rules of its own, and wants, by part id.
    """

    scale: str
    asked: int
    tallies: Mapping[str, Tally]
    areas: Mapping[str, AreaJudgement] = {}
    targets: Mapping[str, TargetJudgement] = {}
    practices: Mapping[str, PracticeJudgement] = {}
    goals: Mapping[str, GoalJudgement] = {}
    chosen: Mapping[str, int] = {}
    ticks: frozenset[str] = frozenset()
    statements: Mapping[str, Fulfilment] = {}
    words: Mapping[str, PartWord] = {}
