"""What the team has agreed to have observed lapses once something changes on which that rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.assessment.rules.corroboration import corroboration
from desktop.model.journal import Change
from desktop.model.records import (
    Adequacy,
    Evidence,
    Observation,
    ObservationComment,
    ObservationItem,
    ObservationNote,
    ObservationStance,
    ObservationState,
    Participant,
    SessionNote,
    Stance,
    TeamSession,
)
from desktop.model.scoring.inputs import Source
from desktop.model.scoring.vocabulary import EvidenceKind

PRESENT = "present"
"""What the journal calls that a listed record is there."""

BENEATH = {
    "session_note": ("text", PRESENT),
    "session": ("kind", "name", PRESENT),
    "evidence": ("kind", "session", "note", "adequacy", PRESENT),
    "observation": ("text", "tone"),
    "observation_note": ("drawn",),
    "observation_comment": ("drawn",),
    "observation_item": ("drawn",),
    "observation_stance": ("stance",),
    "answer": ("comment",),
    "participant": (PRESENT,),
}
"""By kind, the cells that an observation rests on."""


def lapse_observations(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Let observations fall back.

    One is a draft again, on which nobody has agreed, when it is reworded or says something else, when a note, comment
    or item behind it is gone or reworded, when such an item is found inadequate, and when a member does not agree any
    more. One that was rejected stays so unless it is reworded. A valid one is merely accurate when its sources suffice
    no more.
    """
    touched = loosened(changes)
    if not touched:
        return
    observations = {each.id: each for each in around.all(Observation)}
    reworded = touched.get("observation", set())
    drafts = (reworded | _unfounded(touched, around)) & observations.keys()
    for id_ in sorted(drafts):
        if id_ in reworded or observations[id_].state is not ObservationState.REJECTED:
            yield from _as_draft(id_, around, reworded=id_ in reworded)
    valid = [id_ for id_, each in observations.items() if each.state is ObservationState.VALID and id_ not in drafts]
    for id_ in valid if "session" in touched else ():
        if not corroboration(sources_of(id_, around)).enough:
            yield Consequence(Observation, (id_,), {"state": ObservationState.ACCURATE.value})


def loosened(changes: Iterable[Change]) -> dict[str, set[str]]:
    """By kind, the rows of which something may be gone on which observations rest."""
    found: dict[str, set[str]] = {}
    for change in changes:
        if change.cell not in BENEATH.get(change.kind, ()):
            continue
        if _loosens(change):
            found.setdefault(change.kind, set()).add(change.row)
    return found


def _loosens(change: Change) -> bool:
    match change.kind, change.cell:
        case "observation_stance", _:
            return change.after != Stance.AGREES.value
        case "evidence", "adequacy":
            return change.after == Adequacy.INADEQUATE.value
        case _:
            return bool(change.before)


def sources_of(observation: str, around: Surroundings) -> tuple[Source, ...]:
    """What bears an observation out: the sessions of its notes, its items, the questionnaire where comments do."""
    notes = [each.note for each in around.all(ObservationNote, observation=observation) if each.drawn]
    sessions = {found.session for note in notes for found in around.all(SessionNote, id=note)}
    held = [found for session in sorted(sessions) for found in around.all(TeamSession, id=session)]
    shown = [each.evidence for each in around.all(ObservationItem, observation=observation) if each.drawn]
    items = [found for item in sorted(shown) for found in around.all(Evidence, id=item)]
    commented = any(each.drawn for each in around.all(ObservationComment, observation=observation))
    return sources_in(held, items, commented=commented)


def sources_in(held: Iterable[TeamSession], items: Iterable[Evidence], *, commented: bool) -> tuple[Source, ...]:
    """The sessions that are sources, the items that are not inadequate, and the questionnaire where somebody commented.

    An item that has kind and title of a session is of that session.
    """
    sessions = [Source(each.kind.evidence, each.name) for each in held if each.kind.evidence is not None]
    shown = [Source(each.kind, each.session) for each in items if each.adequacy is not Adequacy.INADEQUATE]
    written = [Source(EvidenceKind.QUESTIONNAIRE, "")] if commented else []
    return (*sessions, *shown, *written)


def _unfounded(touched: dict[str, set[str]], around: Surroundings) -> set[str]:
    """The observations of which something beneath them is gone or reworded, or on which a member does not agree."""
    found = {row.split("/")[0] for row in touched.get("observation_stance", ())}
    found |= {row.split("/")[0] for row in touched.get("observation_note", ())}
    found |= {row.split("/")[0] for row in touched.get("observation_comment", ())}
    found |= {row.split("/")[0] for row in touched.get("observation_item", ())}
    for item in touched.get("evidence", ()):
        found |= {each.observation for each in around.all(ObservationItem, evidence=item) if each.drawn}
    for note in touched.get("session_note", ()):
        found |= {each.observation for each in around.all(ObservationNote, note=note) if each.drawn}
    answers, leaving = touched.get("answer", set()), touched.get("participant", set())
    present = {each.id for each in around.all(Participant)} if leaving else set()
    for each in around.all(ObservationComment) if answers or leaving else ():
        gone = each.participant in leaving - present
        if each.drawn and (gone or f"{each.model}/{each.participant}/{each.question}" in answers):
            found.add(each.observation)
    return found


def _as_draft(observation: str, around: Surroundings, *, reworded: bool) -> Iterator[Consequence]:
    cells = {"state": ObservationState.DRAFT.value, "reason": ""}
    yield Consequence(Observation, (observation,), {**cells, "names_nobody": False} if reworded else cells)
    for each in around.all(ObservationStance, observation=observation):
        if reworded or each.stance is Stance.AGREES:
            yield Consequence(ObservationStance, (observation, each.member), {"stance": None})
