"""What the team has found in each area: strengths, weaknesses and alternative practices, from valid observations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.rules.finding_lapses import named_in, rests_on_valid, valid_observations
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.parts import place_holding
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    DiscussionPoint,
    Finding,
    FindingAction,
    FindingNote,
    FindingObservation,
    Model,
    Observation,
    ObservationState,
    ObservationTag,
    Tone,
)

if TYPE_CHECKING:
    from desktop.model.store.draft import Draft


class PlacedFindings(Struct, frozen=True):
    """The findings of one area, in the team's order.

    Attributes:
        area: model and area, stream or track; both empty for those about none.
    """

    area: Ref
    findings: tuple[Finding, ...]


class TeamFindings:
    """The findings, ordered by the team within each area."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Finding]:
        """Every finding: area by area as the models have them, in the team's order; those about no area last."""
        return sorted(self._desk.store.all(Finding), key=self._order())

    def by_area(self) -> list[PlacedFindings]:
        """The same, by area."""
        runs = groupby(self.all(), key=lambda each: Ref(each.model, each.place))
        return [PlacedFindings(area, tuple(found)) for area, found in runs]

    def get(self, finding: str) -> Finding:
        """One finding.

        Raises:
            RefusalError: ``finding.unknown``.
        """
        found = self._desk.store.get(Finding, finding)
        if found is None:
            raise RefusalError("finding.unknown")
        return found

    def count(self) -> int:
        """How many there are."""
        return len(self._desk.store.all(Finding))

    def observations(self, finding: str) -> tuple[Observation, ...]:
        """What a finding rests on, by number."""
        ids = {each.observation for each in self._desk.store.all(FindingObservation, finding=finding) if each.kept}
        found = [each for each in self._desk.store.all(Observation) if each.id in ids]
        return tuple(sorted(found, key=lambda each: each.number))

    def named(self, text: str) -> tuple[Giveaway, ...]:
        """What in a text may tell who somebody is that takes part; see `rules.giveaways`."""
        return named_in(text, self._desk)

    def area_of(self, observations: Iterable[str]) -> Ref:
        """The area that most of what observations are about lies in; empty where they are about none."""
        places: dict[Ref, int] = {}
        in_use = {each.id for each in self._desk.store.all(Model)}
        for observation in observations:
            for tag in self._desk.store.all(ObservationTag, observation=observation):
                place = place_holding(self._desk.pack(tag.model), tag.part) if tag.model in in_use else ""
                if tag.tagged and place:
                    places[Ref(tag.model, place)] = places.get(Ref(tag.model, place), 0) + 1
        return max(places, key=lambda each: places[each], default=Ref("", ""))

    def add(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        area: Ref | None = None,
        observations: Iterable[str] = (),
    ) -> str:
        """Word a finding, the last of its area; returns its new id.

        Args:
            text: in the words of the team; it names nobody.
            tone: whether it is a strength, a weakness or an alternative practice.
            area: what it is about; that of its observations where it is not said.
            observations: ids of the valid observations that it rests on.

        Raises:
            RefusalError: ``finding.empty``, ``area.unknown``, ``observation.unknown``, ``observation.not_valid``.
        """
        wanted, kept = _worded(text), [*observations]
        self._refuse_invalid(kept)
        about = self.area_of(kept) if area is None else area
        self._refuse_unknown_area(about)
        finding, number = new_id(), self._desk.store.highest(Finding, "number") + 1
        cells = {"model": about.model, "place": about.part, "rank": self._last(about) + 1}
        with self._desk.step("finding.add", number=number) as step:
            step.draft.put(Finding, finding, number=number, text=wanted, tone=tone, **cells)
            step.draft.put_many(FindingObservation, (((finding, each), {"kept": True}) for each in kept))
        return finding

    def change(self, finding: str, area: Ref | None = None, **cells: object) -> Changed:
        """Set text or tone, say that the text gives nobody away, or move it to the end of another area.

        Raises:
            RefusalError: ``finding.unknown``, ``finding.empty``, ``area.unknown``.
        """
        known = self.get(finding)
        if "text" in cells:
            cells["text"] = _worded(str(cells["text"]))
        if area is not None and area != Ref(known.model, known.place):
            self._refuse_unknown_area(area)
            cells |= {"model": area.model, "place": area.part, "rank": self._last(area) + 1}
        with self._desk.step("finding.set", number=known.number) as step:
            step.draft.put(Finding, finding, **cells)
        return step.changed

    def keep(self, finding: str, observations: Iterable[str], *, kept: bool = True) -> Changed:
        """Let a finding rest on observations, or no longer.

        Raises:
            RefusalError: ``finding.unknown``, ``observation.unknown``, ``observation.not_valid``.
        """
        ids = [*observations]
        if kept:
            self._refuse_invalid(ids)
        with self._desk.step("finding.keep", number=self.get(finding).number) as step:
            step.draft.put_many(FindingObservation, (((finding, each), {"kept": kept}) for each in ids))
        return step.changed

    def move(self, finding: str, before: str = "") -> Changed:
        """Put a finding before another one of its area, or at the end.

        Raises:
            RefusalError: ``finding.unknown``.
        """
        known = self.get(finding)
        order = [each.id for each in self._of(Ref(known.model, known.place)) if each.id != finding]
        order.insert(order.index(before) if before in order else len(order), finding)
        with self._desk.step("finding.move", number=known.number) as step:
            step.draft.put_many(Finding, (((each,), {"rank": rank}) for rank, each in enumerate(order, start=1)))
        return step.changed

    def merge(self, findings: Sequence[str], text: str = "") -> Changed:
        """Make one of several findings: the first stays, with the observations of all; the others go.

        Args:
            findings: at least two.
            text: of the one that stays; the texts of all, one after the other, where it is not said.

        Raises:
            RefusalError: ``finding.unknown``.
        """
        first, *others = [self.get(each) for each in dict.fromkeys(findings)]
        joined = text.strip() or " ".join(each.text for each in (first, *others))
        kept = {each.id for other in others for each in self.observations(other.id)}
        with self._desk.step("finding.merge", findings=_numbers((first, *others))) as step:
            step.draft.put(Finding, first.id, text=joined)
            step.draft.put_many(FindingObservation, (((first.id, each), {"kept": True}) for each in sorted(kept)))
            for other in others:
                self._hand_over(step.draft, other.id, first.id)
                step.draft.remove(Finding, other.id)
        return step.changed

    def split(self, finding: str, observations: Iterable[str], text: str) -> str:
        """Take observations off a finding into one of their own, the next of its area; returns the new id.

        Raises:
            RefusalError: ``finding.unknown``, ``finding.empty``.
        """
        known, wanted, moved = self.get(finding), _worded(text), [*observations]
        new, number = new_id(), self._desk.store.highest(Finding, "number") + 1
        order = [each.id for each in self._of(Ref(known.model, known.place))]
        order.insert(order.index(finding) + 1, new)
        cells = {"number": number, "text": wanted, "tone": known.tone, "model": known.model, "place": known.place}
        with self._desk.step("finding.split", number=known.number) as step:
            step.draft.put(Finding, new, **cells)
            step.draft.put_many(Finding, (((each,), {"rank": rank}) for rank, each in enumerate(order, start=1)))
            for owner, kept in ((finding, False), (new, True)):
                step.draft.put_many(FindingObservation, (((owner, each), {"kept": kept}) for each in moved))
        return new

    def mark(self, findings: Iterable[str], *, final: bool = True) -> Changed:
        """Mark findings for the report, which shows them outside the team; or take them out of it.

        Raises:
            RefusalError: ``finding.unknown``, ``finding.toneless``, ``finding.unfounded`` where not all it rests on is
                valid, ``finding.names`` where its text names somebody; then none is.
        """
        known = [self.get(each) for each in findings]
        valid = valid_observations(self._desk)
        for each in known if final else ():
            if each.tone is Tone.NEUTRAL:
                raise RefusalError("finding.toneless", number=each.number)
            if not rests_on_valid(each.id, valid, self._desk):
                raise RefusalError("finding.unfounded", number=each.number)
            named = () if each.names_nobody else self.named(each.text)
            if named:
                raise RefusalError("finding.names", number=each.number, found=tuple(one.found for one in named))
        label = "finding.mark" if final else "finding.unmark"
        with self._desk.step(label, findings=_numbers(known)) as step:
            step.draft.put_many(Finding, (((each.id,), {"final": final}) for each in known))
        return step.changed

    def remove(self, findings: Iterable[str]) -> Changed:
        """Take findings away; their observations stay.

        Raises:
            RefusalError: ``finding.unknown``.
        """
        known = [self.get(each) for each in findings]
        with self._desk.step("finding.remove", findings=_numbers(known)) as step:
            for each in known:
                step.draft.remove(Finding, each.id)
        return step.changed

    def _hand_over(self, draft: Draft, other: str, first: str) -> None:
        """What came of a finding in discussions goes with it."""
        store = self._desk.store
        notes = [each.note for each in store.all(FindingNote, finding=other) if each.about]
        draft.put_many(FindingNote, (((first, note), {"about": True}) for note in notes))
        actions = [each.action for each in store.all(FindingAction, finding=other) if each.taken]
        draft.put_many(FindingAction, (((first, action), {"taken": True}) for action in actions))
        points = store.all(DiscussionPoint, finding=other)
        draft.put_many(DiscussionPoint, (((point.id,), {"finding": first}) for point in points))

    def _of(self, area: Ref) -> list[Finding]:
        return [each for each in self.all() if (each.model, each.place) == area]

    def _last(self, area: Ref) -> int:
        return max((each.rank for each in self._of(area)), default=0)

    def _order(self) -> Callable[[Finding], tuple[int, str, str, int, int, str]]:
        places: dict[Ref, int] = {}
        for model in self._desk.store.all(Model):
            for place in self._desk.pack(model.id).place_by_id:
                places[Ref(model.id, place)] = len(places)

        def key(finding: Finding) -> tuple[int, str, str, int, int, str]:
            known = places.get(Ref(finding.model, finding.place), len(places))
            return known, finding.model, finding.place, finding.rank, finding.number, finding.id

        return key

    def _refuse_invalid(self, observations: Iterable[str]) -> None:
        for observation in observations:
            found = self._desk.store.get(Observation, observation)
            if found is None:
                raise RefusalError("observation.unknown")
            if found.state is not ObservationState.VALID:
                raise RefusalError("observation.not_valid", number=found.number)

    def _refuse_unknown_area(self, area: Ref) -> None:
        if area != Ref("", "") and area.part not in self._desk.pack(area.model).place_by_id:
            raise RefusalError("area.unknown", area=area.part, model=area.model)


def _worded(text: str) -> str:
    if not text.strip():
        raise RefusalError("finding.empty")
    return text.strip()


def _numbers(known: Iterable[Finding]) -> str:
    return ", ".join(str(each.number) for each in known)
