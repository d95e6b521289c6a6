"""The nouns of an assessment as frozen records: what the file keeps and what pages and exports are given.

Two sorts. A *listed* record comes and goes: it is made with a new id and removed by mark. A *natural* record has
its identity from the domain (a respondent and a question): it is always there, with defaults until something is said.
"""

from desktop.model.maturity.vocabulary import Phase
from desktop.model.records import (
    adoptions,
    aftercare,
    blind_ratings,
    checklists,
    evidence_items,
    guides,
    improvement,
    improvement_plan,
    interviews,
    judgements,
    narratives,
    observations,
    organisation,
    preparation,
    releases,
    rounds,
    team_copies,
    team_findings,
)
from desktop.model.records.adoptions import Adoption
from desktop.model.records.aftercare import Lesson, LessonSort, ReviewRemark, TeamHours, Verification
from desktop.model.records.blind_ratings import BlindHandIn, BlindRating, BlindRound, BlindStage
from desktop.model.records.checklists import ChecklistItem, ChecklistTick, CheckState
from desktop.model.records.evidence_items import Adequacy, Directness, Evidence, EvidenceLink
from desktop.model.records.guides import OWN, AskedQuestion, GuideQuestion
from desktop.model.records.improvement import (
    GRADES,
    SIZES,
    Action,
    ActionStatus,
    Measure,
    Priority,
    PriorityMethod,
    Reading,
    Target,
)
from desktop.model.records.improvement_plan import (
    ActionEffect,
    ActionEntry,
    ActionNeed,
    ActionTag,
    KeptConflict,
    Milestone,
)
from desktop.model.records.interviews import (
    NoteTag,
    SessionArea,
    SessionKind,
    SessionMember,
    SessionNote,
    SessionParticipant,
    TeamSession,
    Tone,
)
from desktop.model.records.judgements import (
    ONCE,
    Answer,
    AreaRating,
    AreaStance,
    Form,
    FormArea,
    FormRound,
    GoalRating,
    Instance,
    PartRating,
    PracticeRating,
    Stance,
    StatementRating,
    StreamRating,
    Tick,
)
from desktop.model.records.narratives import Narrative
from desktop.model.records.observations import (
    Observation,
    ObservationComment,
    ObservationItem,
    ObservationNote,
    ObservationStance,
    ObservationState,
    ObservationTag,
)
from desktop.model.records.organisation import BudgetLine, ScopeItem, ScopeSort
from desktop.model.records.preparation import (
    DayStyle,
    DecimalMark,
    Details,
    Identity,
    Member,
    MemberRole,
    Model,
    Participant,
)
from desktop.model.records.record import Feeds, Lasts, Privacy, Record, cell_rules, for_sponsor
from desktop.model.records.releases import ShownAnswers
from desktop.model.records.rounds import Round, RoundResult
from desktop.model.records.team_copies import AreaDuty, TeamCopy
from desktop.model.records.team_findings import (
    DiscussionPoint,
    Finding,
    FindingAction,
    FindingNote,
    FindingObservation,
    FindingStance,
    PointSort,
)

__all__ = [
    "COUNTED",
    "FORMAT",
    "GRADES",
    "KINDS",
    "ONCE",
    "OWN",
    "PLAN",
    "SCORES",
    "SIZES",
    "Action",
    "ActionEffect",
    "ActionEntry",
    "ActionNeed",
    "ActionStatus",
    "ActionTag",
    "Adequacy",
    "Adoption",
    "Answer",
    "AreaDuty",
    "AreaRating",
    "AreaStance",
    "AskedQuestion",
    "BlindHandIn",
    "BlindRating",
    "BlindRound",
    "BlindStage",
    "BudgetLine",
    "CheckState",
    "ChecklistItem",
    "ChecklistTick",
    "DayStyle",
    "DecimalMark",
    "Details",
    "Directness",
    "DiscussionPoint",
    "Evidence",
    "EvidenceLink",
    "Feeds",
    "Finding",
    "FindingAction",
    "FindingNote",
    "FindingObservation",
    "FindingStance",
    "Form",
    "FormArea",
    "FormRound",
    "GoalRating",
    "GuideQuestion",
    "Identity",
    "Instance",
    "KeptConflict",
    "Lasts",
    "Lesson",
    "LessonSort",
    "Measure",
    "Member",
    "MemberRole",
    "Milestone",
    "Model",
    "Narrative",
    "NoteTag",
    "Observation",
    "ObservationComment",
    "ObservationItem",
    "ObservationNote",
    "ObservationStance",
    "ObservationState",
    "ObservationTag",
    "PartRating",
    "Participant",
    "Phase",
    "PointSort",
    "PracticeRating",
    "Priority",
    "PriorityMethod",
    "Privacy",
    "Reading",
    "Record",
    "ReviewRemark",
    "Round",
    "RoundResult",
    "ScopeItem",
    "ScopeSort",
    "SessionArea",
    "SessionKind",
    "SessionMember",
    "SessionNote",
    "SessionParticipant",
    "ShownAnswers",
    "Stance",
    "StatementRating",
    "StreamRating",
    "Target",
    "TeamCopy",
    "TeamHours",
    "TeamSession",
    "Tick",
    "Tone",
    "Verification",
    "cell_rules",
    "feeding",
    "for_sponsor",
]

FORMAT = 2
"""The number of what is kept, in files and portable data alike; once it is released, a change of a record raises it."""

KINDS: dict[str, type[Record]] = {
    kind.declared.name: kind
    for room in (
        preparation,
        organisation,
        checklists,
        judgements,
        evidence_items,
        blind_ratings,
        interviews,
        guides,
        observations,
        team_findings,
        narratives,
        improvement,
        improvement_plan,
        releases,
        adoptions,
        aftercare,
        rounds,
        team_copies,
    )
    for kind in vars(room).values()
    if isinstance(kind, type) and issubclass(kind, Record) and kind.__module__ == room.__name__
}
"""Every kind of record by the name it has in the file: each record of these modules."""


def feeding(*fed: Feeds) -> frozenset[str]:
    """Names of the kinds that feed one of these."""
    return frozenset(name for name, kind in KINDS.items() if kind.declared.feeds in fed)


COUNTED = feeding(Feeds.ANSWERS)
"""Kinds after whose change answers are counted anew."""
SCORES = feeding(Feeds.ANSWERS, Feeds.SCORES)
"""Kinds on which results rest."""
PLAN = feeding(Feeds.PLAN)
"""Kinds that tell what is to be done and how that comes along."""
