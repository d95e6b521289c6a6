"""What people said in talks and was filed as evidence, moved to where it belongs: a session with notes.

Before there were sessions a talk was an item of evidence: the name of a session and a line of text.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.evaluation.sessions import session_key
from desktop.model.journal import Changed
from desktop.model.records import Evidence, EvidenceLink, NoteTag, SessionKind, SessionNote, TeamSession
from desktop.model.scoring.vocabulary import EvidenceKind


def is_talk(item: Evidence) -> bool:
    """Whether an item is a talk and no more: what else is said of it, or attached, would find no place in a note."""
    return item.kind is EvidenceKind.INTERVIEW and item == Evidence(
        id=item.id, kind=EvidenceKind.INTERVIEW, session=item.session, note=item.note
    )


class FiledTalks:
    """Moves talks. The same parts have the same sources afterwards, since a session counts as its evidence did."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def move(self, items: Iterable[Evidence]) -> Changed:
        """Make sessions with notes of those items that are talks, in one step; the others stay.

        Items of one name become one session, and one that is there already takes their notes.
        """
        talks = [item for item in items if is_talk(item)]
        names = ", ".join(dict.fromkeys(item.session for item in talks))
        with self._desk.step("evidence.move", session=names) as step:
            known = {
                session_key(each.name): each.id
                for each in self._desk.store.all(TeamSession)
                if each.kind.evidence is EvidenceKind.INTERVIEW
            }
            for item in talks:
                key = session_key(item.session)
                if key not in known:
                    known[key] = new_id()
                    step.draft.put(TeamSession, known[key], kind=SessionKind.INTERVIEW, name=item.session)
                note = new_id()
                step.draft.put(SessionNote, note, session=known[key], text=item.note or item.session)
                links = [each for each in self._desk.store.all(EvidenceLink, evidence=item.id) if each.linked]
                step.draft.put_many(NoteTag, [((note, each.model, each.part), {"tagged": True}) for each in links])
                step.draft.remove(Evidence, item.id)
        return step.changed
