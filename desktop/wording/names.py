"""What ratings, kinds and states are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from desktop.language import N_, NC_, _
from desktop.model.assessment.pace import Pace
from desktop.model.journal import StepKind
from desktop.model.maturity.vocabulary import BlankKind, Direction
from desktop.model.records import (
    ActionStatus,
    Adequacy,
    BlindStage,
    CheckState,
    DayStyle,
    DecimalMark,
    Directness,
    LessonSort,
    MemberRole,
    ObservationState,
    Phase,
    PointSort,
    Priority,
    PriorityMethod,
    ScopeSort,
    SessionKind,
    Stance,
    Tone,
)
from desktop.model.scoring import rounding
from desktop.model.scoring.results import AnswerStatistics
from desktop.model.scoring.statistics import AGREED_FROM, CONSENSUS_LIMITS
from desktop.model.scoring.vocabulary import Agreement, Characterisation, EvidenceKind, Fulfilment, Rating, SourceKind
from desktop.wording import manners

_SHOWN = 2
"""Decimals of an index."""

Word = (
    Rating
    | Characterisation
    | Fulfilment
    | EvidenceKind
    | Directness
    | Adequacy
    | SourceKind
    | Agreement
    | ActionStatus
    | Priority
    | PriorityMethod
    | MemberRole
    | DayStyle
    | DecimalMark
    | LessonSort
    | Stance
    | BlindStage
    | SessionKind
    | Phase
    | ScopeSort
    | CheckState
    | Tone
    | ObservationState
    | PointSort
    | BlankKind
    | Direction
    | Pace
    | StepKind
)

_SHORT: dict[Characterisation, str] = {
    Characterisation.FULLY: N_("Fully"),
    Characterisation.LARGELY: N_("Largely"),
    Characterisation.PARTIALLY: N_("Partially"),
    Characterisation.NOT: N_("Not in place"),
    Characterisation.NOT_YET: N_("Not yet due"),
    Characterisation.NOT_APPLICABLE: N_("Does not apply"),
}

_NAMES: dict[Word, str] = {
    Rating.SATISFIED: N_("Satisfied"),
    Rating.UNSATISFIED: N_("Unsatisfied"),
    Rating.NOT_APPLICABLE: N_("Not applicable"),
    Rating.NOT_RATED: N_("Not rated"),
    Rating.OUT_OF_SCOPE: N_("Out of scope"),
    Characterisation.FULLY: N_("Fully in place"),
    Characterisation.LARGELY: N_("Largely in place"),
    Characterisation.PARTIALLY: N_("Partially in place"),
    Characterisation.NOT: N_("Not in place"),
    Characterisation.NOT_YET: N_("Not yet due"),
    Characterisation.NOT_APPLICABLE: N_("Does not apply"),
    Fulfilment.MET: N_("Met"),
    Fulfilment.PARTLY_MET: N_("Partly met"),
    Fulfilment.NOT_MET: N_("Not met"),
    EvidenceKind.DOCUMENT: N_("Document"),
    EvidenceKind.DEMONSTRATION: N_("Demonstration"),
    EvidenceKind.OBSERVATION: N_("Observation"),
    EvidenceKind.INTERVIEW: N_("Interview"),
    EvidenceKind.PRESENTATION: N_("Presentation"),
    EvidenceKind.QUESTIONNAIRE: N_("Questionnaire"),
    SourceKind.DISCUSSION: N_("Discussion"),
    ActionStatus.PROPOSED: N_("Proposed"),
    ActionStatus.AGREED: NC_("of an action", "Agreed"),
    ActionStatus.IN_PROGRESS: N_("In progress"),
    ActionStatus.WAITING: N_("Waiting"),
    ActionStatus.DONE: NC_("of an action", "Done"),
    ActionStatus.VERIFIED: N_("Verified"),
    ActionStatus.DROPPED: N_("Dropped"),
    Priority.HIGH: NC_("priority", "High"),
    Priority.MEDIUM: NC_("priority", "Medium"),
    Priority.LOW: NC_("priority", "Low"),
    LessonSort.KEEP: N_("Keep"),
    LessonSort.CHANGE: N_("Do differently"),
    LessonSort.TRY: N_("Try next time"),
    PriorityMethod.FORMULA: N_("Importance and gap by effort"),
    PriorityMethod.WSJF: N_("Weighted shortest job first"),
    PriorityMethod.IMPACT_EFFORT: N_("Impact against effort"),
    MemberRole.LEAD: N_("Lead assessor"),
    MemberRole.MEMBER: N_("Team member"),
    MemberRole.OBSERVER: N_("Observer"),
    DayStyle.ISO: N_("Year-month-day"),
    DayStyle.WORDS: N_("Day, month in letters, year"),
    DayStyle.DOTS: N_("Day.month.year"),
    DayStyle.SLASHES: N_("Month/day/year"),
    DecimalMark.POINT: N_("Point"),
    DecimalMark.COMMA: N_("Comma"),
    ScopeSort.UNIT: N_("Organisational unit"),
    ScopeSort.SERVICE: N_("Service"),
    Stance.AGREES: N_("Agrees"),
    Stance.DISAGREES: N_("Disagrees"),
    BlindStage.ALONE: N_("Each alone"),
    BlindStage.OPENED: N_("Opened"),
    Directness.DIRECT: N_("Direct"),
    Directness.SUPPORTING: N_("Supporting"),
    Adequacy.ADEQUATE: N_("Adequate"),
    Adequacy.INADEQUATE: N_("Not adequate"),
    BlankKind.DOES_NOT_APPLY: N_("Does not apply"),
    BlankKind.DONT_KNOW: N_("Don't know"),
    Direction.UP: N_("Higher is better"),
    Direction.DOWN: N_("Lower is better"),
    Direction.NEUTRAL: N_("Neither way is better"),
    Pace.NO_READING: N_("No reading yet"),
    Pace.NO_TARGET: N_("No target"),
    Pace.REACHED: N_("Target reached"),
    Pace.ON_TRACK: N_("On track"),
    Pace.BEHIND: N_("Behind"),
    Pace.OVERDUE: N_("Overdue"),
    Pace.UNDER_WAY: N_("Under way"),
    PointSort.DIRECTION: N_("Solution direction"),
    PointSort.DECISION: N_("Decision"),
    StepKind.EDIT: NC_("kind of step", "Edit"),
    StepKind.UNDO: NC_("kind of step", "Undo"),
    StepKind.REDO: NC_("kind of step", "Redo"),
    StepKind.NOTE: NC_("kind of step", "Note"),
}


# What follows stands apart, because words such as “agreed” and “neutral” mean something else above, and equal words are
# one key.
_AGREEMENTS: dict[Agreement, str] = {
    Agreement.AGREED: N_("agreed"),
    Agreement.MIXED: N_("mixed"),
    Agreement.SPLIT: N_("split"),
    Agreement.TOO_FEW: N_("too few to judge"),
}

_SESSIONS: dict[SessionKind, str] = {
    SessionKind.INTERVIEW: N_("Interview"),
    SessionKind.DISCUSSION: N_("Discussion"),
    SessionKind.DEMONSTRATION: N_("Demonstration"),
    SessionKind.DOCUMENTS: N_("Review of documents"),
    SessionKind.KICK_OFF: N_("Kick-off"),
    SessionKind.QUESTIONNAIRES: N_("Questionnaires"),
    SessionKind.CONSOLIDATION: N_("Consolidation"),
    SessionKind.FEEDBACK: N_("Feedback meeting"),
    SessionKind.DEBRIEF: N_("Debrief"),
    SessionKind.FOLLOW_UP: N_("Follow-up review"),
    SessionKind.OTHER: NC_("kind of session", "Other"),
}

_PHASES: dict[Phase, str] = {
    Phase.PREPARATION: N_("Preparation"),
    Phase.EXECUTION: N_("Execution"),
    Phase.AFTERCARE: N_("Aftercare"),
}

_CHECKS: dict[CheckState, str] = {
    CheckState.OPEN: NC_("on a checklist", "Open"),
    CheckState.DONE: NC_("on a checklist", "Done"),
    CheckState.NOT_NEEDED: N_("Not needed"),
}

_TONES: dict[Tone, str] = {
    Tone.NEUTRAL: N_("Neutral"),
    Tone.STRENGTH: N_("Strength"),
    Tone.WEAKNESS: N_("Weakness"),
    Tone.ALTERNATIVE: NC_("of a note", "Alternative"),
}

_OBSERVED: dict[ObservationState, str] = {
    ObservationState.DRAFT: NC_("of an observation", "Draft"),
    ObservationState.ACCURATE: N_("Accurate"),
    ObservationState.VALID: NC_("of an observation", "Valid"),
    ObservationState.REJECTED: N_("Rejected"),
}


_APART: dict[type, Mapping[Any, str]] = {
    Agreement: _AGREEMENTS,
    SessionKind: _SESSIONS,
    Phase: _PHASES,
    CheckState: _CHECKS,
    Tone: _TONES,
    ObservationState: _OBSERVED,
}


def short_name(value: Characterisation) -> str:
    """A characterisation in the fewest words, to stand beside its letters: “Fully”."""
    return _(_SHORT[value])


def name(word: Word) -> str:
    """The word as people read it."""
    return _(_APART.get(type(word), _NAMES)[word])


def listed(words: Iterable[Word]) -> str:
    """Several of them, one after the other."""
    return ", ".join(map(name, words))


def author(said: str) -> str:
    """Whose a step is; nobody's is what a rule said after copies became one."""
    return said or _("By rule")


def yes(value: bool) -> str:  # noqa: FBT001 - it is what is told
    """Yes or no."""
    return _("yes") if value else _("no")


def fulfilment(value: Fulfilment | None) -> str:
    """How a statement stands, also where nobody has judged it."""
    return _("Not judged") if value is None else name(value)


def percent(value: float | None) -> str:
    """A percentage as workbooks show it, with one decimal or those that decide; a dash where there is none.

    So all values of a column or a chart have equally many: 100.0 % stands above 53.3 %.
    """
    return "–" if value is None else _("{value} %").format(value=number(value, rounding.PERCENT_PLACES))


def number(value: float, places: int = 0) -> str:
    """A number with the decimals it has, and with so many at least."""
    plain = rounding.decimal(value).normalize()
    return manners.number_text(f"{plain.quantize(Decimal(1).scaleb(-max(places, decimals(value)))):f}")


def decimals(value: float) -> int:
    """How many decimals a number has; 0 for a whole one."""
    exponent = rounding.decimal(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def index(value: float | None) -> str:
    """An index, such as a mean of levels, with two decimals, half up; a dash where there is none."""
    return "–" if value is None else manners.number_text(f"{rounding.half_up(value, _SHOWN):f}")


def consensus(answers: AnswerStatistics) -> str:
    """A consensus with its reading, e.g. “0.31 split”; the reading alone where there is none."""
    if answers.consensus is None:
        return name(answers.agreement)
    return _("{consensus} {agreement}").format(
        consensus=consensus_index(answers.consensus), agreement=agreement(answers.agreement, answers.consensus)
    )


def consensus_index(value: float | None) -> str:
    """A consensus with two decimals, or as many as bear out its reading: 0.7996, not 0.80, is less than agreed."""
    if value is None:
        return "–"
    return manners.number_text(f"{rounding.deciding(value, _SHOWN, reached=CONSENSUS_LIMITS):f}")


def agreement(word: Agreement, consensus: float | None) -> str:
    """The reading of a consensus; mixed where only the size of the group keeps it from being agreed says so."""
    if word is Agreement.MIXED and consensus is not None and rounding.decimal(consensus) >= AGREED_FROM:
        return _("mixed, small group")
    return name(word)


def day(value: dt.date | None) -> str:
    """A date that reads the same everywhere, e.g. 2026-03-31, or as `manners` has it; empty where there is none."""
    return "" if value is None else manners.day_text(value)
