"""Where in the window one sees what a step changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.model.journal import Changed
from desktop.model.maturity.refs import AnswerRef
from desktop.model.records import (
    ActionEntry,
    DiscussionPoint,
    Instance,
    Measure,
    Reading,
    Record,
    SessionNote,
    Verification,
)

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Whereabouts(NamedTuple):
    """A page by its key, and the id of what to bring into view there; empty for the page as a whole."""

    page: str
    target: str = ""


_BY_KIND = (
    ("round", "results"),
    ("round_result", "results"),
    ("adoption", "preparation"),
    ("finding_action", "findings"),
    ("review_remark", "actions"),
    ("verification", "actions"),
    ("action", "actions"),
    ("action_need", "actions"),
    ("action_effect", "actions"),
    ("action_tag", "actions"),
    ("action_entry", "actions"),
    ("kept_conflict", "actions"),
    ("milestone", "actions"),
    ("measure", "actions"),
    ("reading", "actions"),
    ("form", "questionnaires"),
    ("form_round", "questionnaires"),
    ("form_area", "questionnaires"),
    ("answer", "questionnaires"),
    ("practice_rating", "ratings"),
    ("evidence_link", "evidence"),
    ("evidence", "evidence"),
    ("finding_stance", "findings"),
    ("finding_note", "findings"),
    ("discussion_point", "findings"),
    ("session_note", "interviews"),
    ("note_tag", "interviews"),
    ("session", "interviews"),
    ("guide_question", "interviews"),
    ("asked_question", "interviews"),
    ("session_area", "interviews"),
    ("session_participant", "interviews"),
    ("session_member", "interviews"),
    ("finding_observation", "findings"),
    ("finding", "findings"),
    ("observation_note", "findings"),
    ("observation_comment", "findings"),
    ("observation_item", "findings"),
    ("observation_tag", "findings"),
    ("observation_stance", "findings"),
    ("observation", "findings"),
    ("goal_rating", "ratings"),
    ("area_stance", "ratings"),
    ("area_rating", "ratings"),
    ("blind_rating", "ratings"),
    ("blind_hand_in", "ratings"),
    ("blind_round", "ratings"),
    ("stream_rating", "ratings"),
    ("tick", "ratings"),
    ("statement_rating", "ratings"),
    ("part_rating", "ratings"),
    ("instance", "ratings"),
    ("target", "gaps"),
    ("narrative", "results"),
    ("model", "preparation"),
    ("scope_item", "preparation"),
    ("budget_line", "preparation"),
    ("checklist_item", "preparation"),
    ("checklist_tick", "preparation"),
    ("member", "preparation"),
    ("team_copy", "history"),
    ("area_duty", "history"),
    ("participant", "preparation"),
    ("identity", "preparation"),
    ("details", "preparation"),
    ("lesson", "history"),
    ("team_hours", "history"),
    ("shown_answers", "history"),
)
"""Kinds of record with the page that shows them; of a step that changed several, the first says where to look."""


_SHOWN_BY = {
    "form": slice(1, None),
    "evidence_link": slice(1),
    "note_tag": slice(1),
    "asked_question": slice(1),
    "session_area": slice(1),
    "session_participant": slice(1),
    "session_member": slice(1),
    "observation_note": slice(1),
    "observation_comment": slice(1),
    "observation_item": slice(1),
    "observation_tag": slice(1),
    "observation_stance": slice(1),
    "finding_action": slice(1),
    "finding_note": slice(1),
    "action_need": slice(1),
    "action_effect": slice(1),
    "action_tag": slice(1),
    "finding_observation": slice(1),
    "finding_stance": slice(1, None),
    "area_stance": slice(2),
    "blind_rating": slice(2),
    "blind_hand_in": slice(2),
    "part_rating": slice(2),
}
"""The part of a record's key that the page knows it by, where that is not all of it."""


_OWNED: dict[str, tuple[type[Record], str]] = {
    "instance": (Instance, "model"),
    "measure": (Measure, "action"),
    "action_entry": (ActionEntry, "action"),
    "discussion_point": (DiscussionPoint, "finding"),
    "verification": (Verification, "action"),
}
"""Kinds that are shown with what they belong to, and the cell that names it."""


_PLANNED = frozenset({"session", "session_area", "session_participant", "session_member"})
"""Kinds that the schedule shows as well as the page of interviews."""


def whereabouts(changed: Changed, assessment: Assessment, front: str = "") -> Whereabouts | None:
    """Where to see what a step changed; None when it changed nothing anybody could see.

    Args:
        changed: what the step did.
        assessment: the open one.
        front: the page in front; nobody is led away from the schedule for a session that it shows.
    """
    kind, page = next(((kind, page) for kind, page in _BY_KIND if kind in changed.kinds), ("", ""))
    if not kind:
        return None
    if kind == "adoption":
        return Whereabouts(page, "scope")
    row = min(row for of, row in changed.rows if of == kind)
    if kind == "area_rating" and changed.step is not None and changed.step.label.startswith("scope."):
        page = "preparation"
    if kind in _PLANNED and front == "schedule":
        page = front
    elif kind.startswith("session") and _is_planned(row.split("/")[0], assessment):
        page = "schedule"
    return Whereabouts(page, _target(kind, row.split("/"), assessment))


def shown_at(kind: str, row: str, assessment: Assessment) -> Whereabouts:
    """Where a record that is there is shown, by its kind and its key as the journal writes it."""
    if kind == "evidence":
        return Whereabouts("evidence", row)
    return Whereabouts(dict(_BY_KIND)[kind], _target(kind, row.split("/"), assessment))


def _target(kind: str, key: list[str], assessment: Assessment) -> str:
    match kind:
        case "answer":
            return str(AnswerRef(*key))
        case "session_note" | "note_tag" if not assessment.interviews.with_note(key[0]):
            return _owner(SessionNote, key[0], "session", assessment)
        case "instance" | "measure" | "action_entry" | "discussion_point" | "verification":
            of, cell = _OWNED[kind]
            return _owner(of, key[0], cell, assessment)
        case "reading":
            return _owner(Measure, _owner(Reading, key[0], "measure", assessment), "action", assessment)
        case _:
            return "/".join(key[_SHOWN_BY.get(kind, slice(None))])


def _is_planned(session: str, assessment: Assessment) -> bool:
    """Whether a session is on the schedule alone."""
    return any(each.id == session and not each.kind.is_source for each in assessment.interviews.all())


def _owner(kind: type[Record], row: str, cell: str, assessment: Assessment) -> str:
    """Whose a record is, or was: it may just have been taken away."""
    told = (entry.change for entry in assessment.history.of(kind, row) if entry.change.cell == cell)
    return next((str(change.after or change.before) for change in told if change.after or change.before), "")
