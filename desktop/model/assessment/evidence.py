"""Evidence: what supports practices and statements, one piece often speaking of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.rules.evidence_sessions import piece_of, speaks_elsewhere
from desktop.model.errors import RefusalError
from desktop.model.evaluation.sessions import session_key, session_name
from desktop.model.journal import Changed
from desktop.model.records import Evidence, EvidenceLink
from desktop.model.scoring.vocabulary import EvidenceKind


class EvidenceFile:
    """The pieces of evidence and what they speak of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Evidence]:
        """Every piece, by session."""
        return sorted(self._desk.store.all(Evidence), key=lambda item: (session_key(item.session), item.id))

    def sessions(self) -> list[str]:
        """The sessions named so far, for picking one again; of several ways to write one, the first."""
        names = {session_key(item.session): item.session for item in reversed(self.all())}
        return [names[key] for key in sorted(names) if key]

    def by_practice(self, model: str) -> dict[str, tuple[Evidence, ...]]:
        """The pieces that speak of each practice or statement of a model, by its id."""
        pieces = {item.id: item for item in self.all()}
        found: dict[str, list[Evidence]] = {}
        for link in self._desk.store.all(EvidenceLink, model=model):
            if link.linked and link.evidence in pieces:
                found.setdefault(link.part, []).append(pieces[link.evidence])
        return {practice: tuple(items) for practice, items in found.items()}

    def add(
        self, kind: EvidenceKind, session: str, *, note: str = "", model: str = "", practices: Iterable[str] = ()
    ) -> str:
        """File a piece of evidence; returns its new id.

        Args:
            kind: where it comes from; the questionnaire counts by itself and is refused.
            session: the interview, document or demonstration.
            note: what it shows.
            model: id of the model its practices belong to.
            practices: ids of what it speaks of: practices, streams' practices, statements or any other part.

        Raises:
            RefusalError: ``evidence.session_missing``, ``evidence.questionnaire``, ``part.unknown``.
        """
        session = session_name(session)
        _refuse_cells({"kind": kind, "session": session})
        ids = list(practices)
        self._refuse_unknown(model, ids)
        piece = new_id()
        with self._desk.step("evidence.add", session=session, practices=", ".join(ids)) as step:
            step.draft.put(Evidence, piece, kind=kind, session=session, note=note)
            step.draft.put_many(EvidenceLink, (((piece, model, practice), {"linked": True}) for practice in ids))
        return piece

    def file(self, kind: EvidenceKind, session: str, *, model: str, practices: Iterable[str]) -> str:
        """Say that a session speaks of practices or other parts of a model; returns the id of its one piece.

        Raises:
            RefusalError: as `add`.
        """
        known = piece_of(kind, session, self.all())
        if known is None:
            return self.add(kind, session, model=model, practices=practices)
        self.link(known.id, model, practices)
        return known.id

    def withdraw(self, piece: str, model: str, practice: str) -> Changed:
        """Take a piece off something it speaks of, and away where it speaks of nothing else.

        Raises:
            RefusalError: ``evidence.unknown``, ``part.unknown``.
        """
        if speaks_elsewhere(piece, model, practice, self._desk.store.all(EvidenceLink, evidence=piece)):
            return self.link(piece, model, [practice], linked=False)
        return self.remove(piece)

    def change(self, piece: str, **cells: object) -> Changed:
        """Set fields of a piece.

        Raises:
            RefusalError: ``evidence.unknown``, ``evidence.session_missing``, ``evidence.questionnaire``.
        """
        if "session" in cells:
            cells["session"] = session_name(str(cells["session"]))
        _refuse_cells(cells)
        with self._desk.step("evidence.set", session=str(cells.get("session", self._get(piece).session))) as step:
            step.draft.put(Evidence, piece, **cells)
        return step.changed

    def link(self, piece: str, model: str, practices: Iterable[str], *, linked: bool = True) -> Changed:
        """Say that a piece speaks of practices or other parts of a model, or does not.

        Raises:
            RefusalError: ``evidence.unknown``, ``part.unknown``.
        """
        ids = list(practices)
        self._refuse_unknown(model, ids)
        label = "evidence.link" if linked else "evidence.unlink"
        with self._desk.step(label, session=self._get(piece).session, practices=", ".join(ids)) as step:
            step.draft.put_many(EvidenceLink, (((piece, model, practice), {"linked": linked}) for practice in ids))
        return step.changed

    def remove(self, piece: str) -> Changed:
        """Take a piece away."""
        with self._desk.step("evidence.remove", session=self._get(piece).session) as step:
            step.draft.remove(Evidence, piece)
        return step.changed

    def _get(self, piece: str) -> Evidence:
        found = self._desk.store.get(Evidence, piece)
        if found is None:
            raise RefusalError("evidence.unknown", evidence=piece)
        return found

    def _refuse_unknown(self, model: str, practices: list[str]) -> None:
        for practice in practices:
            if not self._desk.knows(model, practice):
                raise RefusalError("part.unknown", part=practice, model=model)


def _refuse_cells(cells: Mapping[str, object]) -> None:
    if "session" in cells and not session_key(str(cells["session"])):
        raise RefusalError("evidence.session_missing")
    if cells.get("kind") is EvidenceKind.QUESTIONNAIRE:
        raise RefusalError("evidence.questionnaire")
