"""The nouns of an assessment as frozen records: what the file keeps and what pages and exports are given.

Two sorts. A *listed* record comes and goes: it is made with a new id and removed by mark. A *natural* record has
its identity from the domain (a respondent and a question): it is always there, with defaults until something is said.
"""

from desktop.model.records.improvement import (
    Action,
    ActionStatus,
    Measure,
    Priority,
    Reading,
    Target,
)
from desktop.model.records.judgements import (
    Answer,
    AreaRating,
    AreaStance,
    Evidence,
    EvidenceLink,
    Form,
    GoalRating,
    PracticeRating,
    Stance,
    StatementRating,
    StreamRating,
    Tick,
)
from desktop.model.records.preparation import Details, Identity, Member, MemberRole, Model, Participant
from desktop.model.records.record import Record
from desktop.model.records.releases import ShownAnswers

__all__ = [
    "KINDS",
    "Action",
    "ActionStatus",
    "Answer",
    "AreaRating",
    "AreaStance",
    "Details",
    "Evidence",
    "EvidenceLink",
    "Form",
    "GoalRating",
    "Identity",
    "Measure",
    "Member",
    "MemberRole",
    "Model",
    "Participant",
    "PracticeRating",
    "Priority",
    "Reading",
    "Record",
    "ShownAnswers",
    "Stance",
    "StatementRating",
    "StreamRating",
    "Target",
    "Tick",
]

KINDS: dict[str, type[Record]] = {
    "details": Details,
    "model": Model,
    "member": Member,
    "participant": Participant,
    "identity": Identity,
    "form": Form,
    "answer": Answer,
    "practice_rating": PracticeRating,
    "goal_rating": GoalRating,
    "area_rating": AreaRating,
    "area_stance": AreaStance,
    "stream_rating": StreamRating,
    "tick": Tick,
    "statement_rating": StatementRating,
    "evidence": Evidence,
    "evidence_link": EvidenceLink,
    "target": Target,
    "action": Action,
    "measure": Measure,
    "reading": Reading,
    "shown_answers": ShownAnswers,
}
"""Every kind of record by the name it has in the file."""
