"""Evidence: what supports practices and statements, one piece often speaking of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.rules.evidence_sessions import piece_of, speaks_elsewhere
from desktop.model.errors import RefusalError
from desktop.model.evaluation.sessions import session_key, session_name
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Evidence, EvidenceLink, Model
from desktop.model.scoring.vocabulary import EvidenceKind


class EvidenceFile:
    """The pieces of evidence and what they speak of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pieces: list[Evidence] = []
        self._ordered: list[Evidence] = []
        self._titles: tuple[list[Evidence], list[str]] = ([], [])
        self._spoken: dict[str, tuple[list[Evidence], list[EvidenceLink], dict[str, tuple[Evidence, ...]]]] = {}

    def all(self) -> list[Evidence]:
        """Every piece, by session."""
        if self._pieces != (pieces := self._desk.store.all(Evidence)):
            self._pieces = pieces
            self._ordered = sorted(pieces, key=lambda item: (session_key(item.session), item.id))
        return [*self._ordered]

    def count(self) -> int:
        """How many pieces there are."""
        return len(self._desk.store.all(Evidence))

    def sessions(self) -> list[str]:
        """The sessions named so far, for picking one again; of several ways to write one, the first."""
        items = self.all()
        if self._titles[0] is not self._ordered:
            names = {session_key(item.session): item.session for item in reversed(items)}
            self._titles = self._ordered, [names[key] for key in sorted(names) if key]
        return [*self._titles[1]]

    def get(self, piece: str) -> Evidence:
        """A piece.

        Raises:
            RefusalError: ``evidence.unknown``.
        """
        found = self._desk.store.get(Evidence, piece)
        if found is None:
            raise RefusalError("evidence.unknown", evidence=piece)
        return found

    def tags(self, piece: str) -> tuple[Ref, ...]:
        """What a piece speaks of, by model and id; parts of models that are no longer in use included."""
        links = self._desk.store.all(EvidenceLink, evidence=piece)
        return tuple(sorted(Ref(link.model, link.part) for link in links if link.linked))

    def tagged(self) -> Mapping[str, tuple[Ref, ...]]:
        """The same of all pieces, by the id of each that speaks of something."""
        found: dict[str, list[Ref]] = {}
        for link in self._desk.store.all(EvidenceLink):
            if link.linked:
                found.setdefault(link.evidence, []).append(Ref(link.model, link.part))
        return {piece: tuple(sorted(refs)) for piece, refs in found.items()}

    def speaking(self, model: str) -> dict[str, tuple[Evidence, ...]]:
        """The pieces that are sources for each part of a model: those that speak of it, but what is inadequate."""
        found = {
            part: tuple(piece for piece in pieces if piece.adequacy is not Adequacy.INADEQUATE)
            for part, pieces in self.by_practice(model).items()
        }
        return {part: pieces for part, pieces in found.items() if pieces}

    def by_practice(self, model: str) -> dict[str, tuple[Evidence, ...]]:
        """The pieces that speak of each practice or statement of a model, by its id; kept until one of them changes."""
        items, links = self.all(), self._desk.store.all(EvidenceLink, model=model)
        kept = self._spoken.get(model)
        if kept is None or kept[0] is not self._ordered or kept[1] != links:
            pieces = {item.id: item for item in items}
            found: dict[str, list[Evidence]] = {}
            for link in links:
                if link.linked and link.evidence in pieces:
                    found.setdefault(link.part, []).append(pieces[link.evidence])
            kept = self._ordered, links, {practice: tuple(these) for practice, these in found.items()}
            self._spoken[model] = kept
        return {**kept[2]}

    def add(
        self,
        kind: EvidenceKind,
        session: str,
        *,
        note: str = "",
        model: str = "",
        practices: Iterable[str] = (),
        **cells: object,
    ) -> str:
        """File a piece of evidence; returns its new id.

        Args:
            kind: where it comes from; the questionnaire counts by itself and is refused.
            session: its title: the document, or the demonstration, presentation or interview.
            note: what it shows.
            model: id of the model its practices belong to.
            practices: ids of what it speaks of: practices, streams' practices, statements or any other part.
            cells: what else is known of it, see `Evidence`.

        Raises:
            RefusalError: ``evidence.session_missing``, ``evidence.questionnaire``, ``part.unknown``.
        """
        session = session_name(session)
        _refuse_cells({"kind": kind, "session": session})
        ids = list(practices)
        self._refuse_unknown(model, ids)
        piece = new_id()
        with self._desk.step("evidence.add", session=session, practices=", ".join(ids)) as step:
            step.draft.put(Evidence, piece, kind=kind, session=session, note=note, **cells)
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
        with self._desk.step("evidence.set", session=str(cells.get("session", self.get(piece).session))) as step:
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
        with self._desk.step(label, session=self.get(piece).session, practices=", ".join(ids)) as step:
            step.draft.put_many(EvidenceLink, (((piece, model, practice), {"linked": linked}) for practice in ids))
        return step.changed

    def tag(self, piece: str, tags: Iterable[Ref]) -> Changed:
        """Say all that a piece speaks of, in models in use; what it says of others stays.

        Raises:
            RefusalError: ``evidence.unknown``, ``part.unknown``.
        """
        wanted, in_use = set(tags), {model.id for model in self._desk.store.all(Model)}
        before = {ref for ref in self.tags(piece) if ref.model in in_use}
        for ref in wanted:
            self._refuse_unknown(ref.model, [ref.part])
        more, less = sorted(wanted - before), sorted(before - wanted)
        label = "evidence.link" if more else "evidence.unlink"
        told = ", ".join(ref.part for ref in more or less)
        with self._desk.step(label, session=self.get(piece).session, practices=told) as step:
            linked = [((piece, ref.model, ref.part), {"linked": True}) for ref in more]
            unlinked = [((piece, ref.model, ref.part), {"linked": False}) for ref in less]
            step.draft.put_many(EvidenceLink, [*linked, *unlinked])
        return step.changed

    def change_several(self, pieces: Iterable[str], **cells: object) -> Changed:
        """Set the same fields of several pieces in one step, but not their titles.

        Raises:
            RefusalError: ``evidence.unknown``, ``evidence.questionnaire``.
        """
        _refuse_cells(cells)
        found = [self.get(piece) for piece in pieces]
        with self._desk.step("evidence.set", session=_told(found)) as step:
            step.draft.put_many(Evidence, [((piece.id,), cells) for piece in found])
        return step.changed

    def remove(self, *pieces: str) -> Changed:
        """Take pieces away, in one step."""
        found = [self.get(piece) for piece in pieces]
        with self._desk.step("evidence.remove", session=_told(found)) as step:
            for piece in found:
                step.draft.remove(Evidence, piece.id)
        return step.changed

    def _refuse_unknown(self, model: str, practices: list[str]) -> None:
        for practice in practices:
            if not self._desk.knows(model, practice):
                raise RefusalError("part.unknown", part=practice, model=model)


def _told(pieces: Iterable[Evidence]) -> str:
    return ", ".join(piece.session for piece in pieces)


def _refuse_cells(cells: Mapping[str, object]) -> None:
    if "session" in cells and not session_key(str(cells["session"])):
        raise RefusalError("evidence.session_missing")
    if cells.get("kind") is EvidenceKind.QUESTIONNAIRE:
        raise RefusalError("evidence.questionnaire")
