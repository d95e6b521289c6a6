"""Discussions of findings with those whose work they are about: what they say counts as a source of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.interviews import Interviews
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    Action,
    DiscussionPoint,
    Finding,
    FindingAction,
    FindingNote,
    FindingObservation,
    FindingStance,
    ObservationTag,
    PointSort,
    SessionKind,
    SessionNote,
    Stance,
    TeamSession,
)


class Discussed(Struct, frozen=True):
    """What came of a finding in one discussion, or in all.

    Attributes:
        stances: by id of the session, where those stand who discussed it.
        notes: what was said, in the order of its times.
        points: directions and decisions, as they were written down.
        actions: what is to be done about it, by number.
    """

    stances: dict[str, Stance]
    notes: tuple[SessionNote, ...]
    points: tuple[DiscussionPoint, ...]
    actions: tuple[Action, ...]


class Discussions:
    """What is taken down while findings are discussed."""

    def __init__(self, desk: Desk, interviews: Interviews) -> None:
        self._desk = desk
        self._interviews = interviews

    def sessions(self) -> list[TeamSession]:
        """The sessions that are discussions, in the order of their times."""
        return [each for each in self._interviews.all() if each.kind is SessionKind.DISCUSSION]

    def of(self, finding: str) -> Discussed:
        """All that came of a finding."""
        store = self._desk.store
        present = {each.id for each in self._interviews.all()}
        said = {each.note for each in store.all(FindingNote, finding=finding) if each.about}
        points = store.all(DiscussionPoint, finding=finding)
        taken = {each.action for each in store.all(FindingAction, finding=finding) if each.taken}
        return Discussed(
            stances={
                each.session: each.stance
                for each in store.all(FindingStance, finding=finding)
                if each.stance is not None and each.session in present
            },
            notes=tuple(each.note for each in self._interviews.noted(sorted(said))),
            points=tuple(sorted((each for each in points if each.session in present), key=lambda each: each.rank)),
            actions=tuple(sorted((each for each in store.all(Action) if each.id in taken), key=lambda a: a.number)),
        )

    def settle(self, session: str, finding: str, stance: Stance | None) -> Changed:
        """Take down whether those in a discussion agree with a finding.

        Raises:
            RefusalError: ``session.unknown``, ``finding.unknown``.
        """
        known = self._finding(finding)
        with self._desk.step("finding.discuss", number=known.number, session=self._session(session)) as step:
            step.draft.put(FindingStance, session, finding, stance=stance)
        return step.changed

    def say(self, session: str, finding: str, text: str, *, at: dt.datetime | None = None) -> str:
        """Keep what was said on a finding as a note of the discussion, which makes it a source; returns the note's id.

        It speaks of what the finding's observations are about, else of its area, and says what the finding says.

        Raises:
            RefusalError: ``session.unknown``, ``finding.unknown``, ``note.empty``.
        """
        known = self._finding(finding)
        tags = self.parts(finding)
        return self._interviews.note(session, text, tone=known.tone, tags=tags, at=at, finding=finding)

    def write_down(self, session: str, finding: str, sort: PointSort, text: str) -> str:
        """Write down a direction or a decision; returns its new id.

        Raises:
            RefusalError: ``session.unknown``, ``finding.unknown``, ``point.empty``.
        """
        known, name = self._finding(finding), self._session(session)
        if not text.strip():
            raise RefusalError("point.empty")
        point = new_id()
        last = max((each.rank for each in self._desk.store.all(DiscussionPoint, finding=finding)), default=0)
        cells = {"session": session, "finding": finding, "sort": sort, "text": text.strip(), "rank": last + 1}
        with self._desk.step("discussion_point.add", finding=known.number, session=name) as step:
            step.draft.put(DiscussionPoint, point, **cells)
        return point

    def take_up(self, finding: str, action: str, *, taken: bool = True) -> Changed:
        """Say that an action item comes of a finding, or no longer; see `Actions.add` for a new one.

        Raises:
            RefusalError: ``finding.unknown``, ``action.unknown``.
        """
        known = self._finding(finding)
        if self._desk.store.get(Action, action) is None:
            raise RefusalError("action.unknown", action=action)
        with self._desk.step("finding.take_up", number=known.number) as step:
            step.draft.put(FindingAction, finding, action, taken=taken)
        return step.changed

    def rub_out(self, point: str) -> Changed:
        """Take a direction or decision away.

        Raises:
            RefusalError: ``point.unknown``.
        """
        if self._desk.store.get(DiscussionPoint, point) is None:
            raise RefusalError("point.unknown")
        with self._desk.step("discussion_point.remove") as step:
            step.draft.remove(DiscussionPoint, point)
        return step.changed

    def parts(self, finding: str) -> Sequence[Ref]:
        """What a finding speaks of: what its observations are about, or else its area."""
        store, known = self._desk.store, self._finding(finding)
        kept = [each.observation for each in store.all(FindingObservation, finding=finding) if each.kept]
        tags = [tag for each in kept for tag in store.all(ObservationTag, observation=each) if tag.tagged]
        area = Ref(known.model, known.place)
        found = sorted(ref for ref in {Ref(tag.model, tag.part) for tag in tags} if self._desk.has(ref))
        return found or ([area] if self._desk.has(area) else [])

    def _finding(self, finding: str) -> Finding:
        found = self._desk.store.get(Finding, finding)
        if found is None:
            raise RefusalError("finding.unknown")
        return found

    def _session(self, session: str) -> str:
        return self._interviews.get(session).name
