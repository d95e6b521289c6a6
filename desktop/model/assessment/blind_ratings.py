"""Blind ratings: each assessor rates alone and hands in; once an area is opened, all see what each has said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.blind_things import BlindThing, Key, blind_places, blind_things, place_of
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rated_apart import RatedApart, pooled, rated_apart
from desktop.model.assessment.team_words import by_kind, has_reason, kept_word, team_words
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import (
    ONCE,
    AreaRating,
    BlindHandIn,
    BlindRating,
    BlindRound,
    BlindStage,
    Instance,
    Member,
    MemberRole,
)
from desktop.model.scoring.rater_agreement import RaterAgreement


class OwnProgress(Struct, frozen=True):
    """How far a member is with an area, without a word of what they say.

    Attributes:
        rated: how many of the things.
        handed: whether they have handed in.
    """

    member: Member
    rated: int
    things: int
    handed: bool


class BlindRatings:
    """What assessors say each alone. It feeds no score; the team's word does, once it is settled."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def places(self, model: str) -> tuple[str, ...]:
        """What of a model can be rated blind, by id, in its order."""
        return blind_places(self._desk.pack(model))

    def stages(self, model: str) -> dict[str, BlindStage]:
        """How far each area is that is, or was, rated blind."""
        found = self._desk.store.all(BlindRound, model=model)
        return {each.place: each.stage for each in found if each.stage is not None}

    def reason(self, model: str, place: str) -> str:
        """Why an area was opened before everybody had handed in; empty where everybody had."""
        found = self._desk.store.get(BlindRound, model, place)
        return found.reason if found else ""

    def things(self, model: str, place: str) -> tuple[BlindThing, ...]:
        """What each assessor rates in an area.

        Raises:
            RefusalError: ``area.unknown``.
        """
        pack = self._desk.pack(model)
        if place not in blind_places(pack):
            raise RefusalError("area.unknown", area=place, model=pack.name)
        instances = sorted(
            self._desk.store.all(Instance, model=model), key=lambda each: (each.name.casefold(), each.id)
        )
        return blind_things(pack, place, instances, self._rated_as_such(model) if instances else ())

    def own(self, model: str, place: str, member: str) -> dict[Key, BlindRating]:
        """What one member says of an area, for that member's eyes."""
        wanted = {thing.key for thing in self.things(model, place)}
        found = self._desk.store.all(BlindRating, model=model, member=member)
        return {(each.part, each.instance): each for each in found if (each.part, each.instance) in wanted}

    def progress(self, model: str, place: str) -> tuple[OwnProgress, ...]:
        """How far each member is with an area, by name."""
        keys = {thing.key for thing in self.things(model, place)}
        found = self._desk.store.all(BlindRating, model=model)
        rated: dict[str, int] = {}
        for each in found:
            if each.value is not None and (each.part, each.instance) in keys:
                rated[each.member] = rated.get(each.member, 0) + 1
        handed = self._handed(model, place)
        return tuple(
            OwnProgress(member, rated.get(member.id, 0), len(keys), member.id in handed) for member in self._team()
        )

    def waiting(self, model: str, place: str) -> tuple[Member, ...]:
        """The members who have not handed in yet."""
        handed = self._handed(model, place)
        return tuple(member for member in self._team() if member.id not in handed)

    def opened(self, model: str, place: str) -> RatedApart:
        """What everybody said of an area, side by side.

        Raises:
            RefusalError: ``area.unknown``; ``blind.closed`` before it is opened.
        """
        things, pack = self.things(model, place), self._desk.pack(model)
        if self.stages(model).get(place) is not BlindStage.OPENED:
            raise RefusalError("blind.closed", area=pack.place_by_id[place].name)
        ratings: dict[Key, dict[str, BlindRating]] = {}
        for each in self._desk.store.all(BlindRating, model=model):
            ratings.setdefault((each.part, each.instance), {})[each.member] = each
        reasoned = {thing.key: has_reason(pack, thing) for thing in things}
        return rated_apart(self._team(), things, ratings, team_words(self._desk, pack), reasoned)

    def together(self, model: str) -> RaterAgreement | None:
        """How far they agree on all that is opened of a model and rated in the same words; None before anything is."""
        stages = self.stages(model)
        opened = [self.opened(model, place) for place, stage in stages.items() if stage is BlindStage.OPENED]
        return pooled(opened) if len(opened) > 1 else None

    def unrated(self, model: str) -> tuple[str, ...]:
        """The areas in scope that are not rated blind and of which the team has said nothing yet."""
        pack, stages = self._desk.pack(model), self.stages(model)
        said = {key for key, word in team_words(self._desk, pack).items() if word.value is not None}
        outside = {each.place for each in self._desk.store.all(AreaRating, model=model) if not each.in_scope}
        return tuple(
            place
            for place in blind_places(pack)
            if place not in stages
            and place not in outside
            and not any(thing.key in said for thing in self.things(model, place))
        )

    def may_lead(self, member: str) -> bool:
        """Whether somebody decides what is rated blind, and opens it early: the lead, where the team has one."""
        team = {each.id: each for each in self._team()}
        leads = {id_ for id_, each in team.items() if each.role is MemberRole.LEAD}
        return member in (leads or team)

    def begin(self, model: str, places: Iterable[str], by: str) -> Changed:
        """Let areas be rated blind; those that are already, or were, stay as they are.

        Args:
            model: id of the model.
            places: ids of areas, streams, tracks or parts.
            by: id of the member who decides it: the lead, where the team has one.

        Raises:
            RefusalError: ``area.unknown``, ``member.unknown``, ``blind.lead_only``.
        """
        self._refuse_but_lead(by)
        stages = self.stages(model)
        wanted = [place for place in places if self.things(model, place) and place not in stages]
        with self._desk.step("blind.begin", areas=", ".join(wanted)) as step:
            step.draft.put_many(BlindRound, (((model, place), {"stage": BlindStage.ALONE}) for place in wanted))
        return step.changed

    def rate(
        self, model: str, parts: str | Iterable[str], value: str | None, member: str, instance: str = ONCE
    ) -> Changed:
        """Say, as one member alone, how things of an area are; None opens them again.

        Raises:
            RefusalError: ``part.unknown``; ``blind.not_blind`` where the area is not rated blind, or no longer;
                ``blind.handed_in`` where the member has handed in; ``blind.value_off``; ``member.unknown``.
        """
        ids = [parts] if isinstance(parts, str) else list(parts)
        for part in ids:
            thing = self._own_thing(model, part, instance, member)
            if value is not None and not thing.takes(value):
                raise RefusalError("blind.value_off", part=part, value=value)
        with self._desk.step("blind.rate", parts=", ".join(ids)) as step:
            step.draft.put_many(BlindRating, (((model, part, instance, member), {"value": value}) for part in ids))
        return step.changed

    def note(self, model: str, part: str, note: str, member: str, instance: str = ONCE) -> Changed:
        """Say, as one member alone, why.

        Raises:
            RefusalError: as `rate`.
        """
        self._own_thing(model, part, instance, member)
        with self._desk.step("blind.note", part=part) as step:
            step.draft.put(BlindRating, model, part, instance, member, note=note)
        return step.changed

    def hand_in(self, model: str, place: str, member: str, *, handed: bool = True) -> Changed:
        """Hand in what a member says of an area, or take it back before the area is opened.

        Raises:
            RefusalError: ``area.unknown``, ``member.unknown``, ``blind.not_blind``; ``blind.nothing_said`` where the
                member has rated nothing of it.
        """
        self._refuse_unknown(member)
        self._refuse_not_blind(model, place)
        if handed and not any(rating.value is not None for rating in self.own(model, place, member).values()):
            raise RefusalError("blind.nothing_said", area=self._desk.pack(model).place_by_id[place].name)
        with self._desk.step("blind.hand_in", area=place, handed=handed) as step:
            step.draft.put(BlindHandIn, model, place, member, handed=handed)
        return step.changed

    def open(self, model: str, place: str, by: str, reason: str = "") -> Changed:
        """Let everybody see what each has said of an area. From then on nobody can change that.

        Once all have handed in, anybody of the team can; before that, the lead, with a reason.

        Raises:
            RefusalError: ``area.unknown``, ``member.unknown``, ``blind.not_blind``; ``blind.waiting`` where somebody
                has not handed in and no reason is given; ``blind.lead_only``.
        """
        self._refuse_unknown(by)
        self._refuse_not_blind(model, place)
        waiting = self.waiting(model, place)
        if waiting:
            self._refuse_but_lead(by)
        if waiting and not reason.strip():
            names = tuple(member.name for member in waiting)
            raise RefusalError("blind.waiting", area=self._desk.pack(model).place_by_id[place].name, members=names)
        said = reason.strip() if waiting else ""
        with self._desk.step("blind.open", area=place, reason=said) as step:
            step.draft.put(BlindRound, model, place, stage=BlindStage.OPENED, reason=said)
        return step.changed

    def take_common(self, model: str, place: str) -> Changed:
        """Take, in one step, what all say as the team's word, wherever in an opened area they say the same.

        Raises:
            RefusalError: ``area.unknown``, ``blind.closed``; ``blind.nothing_common``.
        """
        pack, rows = self._desk.pack(model), self.opened(model, place).to_take
        words = [kept_word(pack, row.thing, row.common) for row in rows if row.common is not None]
        if not words:
            raise RefusalError("blind.nothing_common", area=pack.place_by_id[place].name)
        with self._desk.step("blind.take_common", area=place, count=len(words)) as step:
            for kind, kept in by_kind(words).items():
                step.draft.put_many(kind, kept)
        return step.changed

    def pick(self, model: str, part: str, value: str, reason: str, instance: str = ONCE) -> Changed:
        """Say what the team makes of a thing on which its members differ. What each said stays beside it.

        Raises:
            RefusalError: ``part.unknown``, ``blind.closed``, ``blind.value_off``; ``blind.reason_missing`` where they
                differ, no reason is given, and there is a place for one.
        """
        pack = self._desk.pack(model)
        place = self._place(model, part)
        row = next((row for row in self.opened(model, place).rows if row.thing.key == (part, instance)), None)
        if row is None or not row.thing.takes(value):
            raise RefusalError("blind.value_off", part=part, value=value)
        said = reason.strip()
        if row.differs and not said and has_reason(pack, row.thing):
            raise RefusalError("blind.reason_missing", part=part)
        word = kept_word(pack, row.thing, value, said or None)
        with self._desk.step("blind.pick", part=part, value=value) as step:
            step.draft.put(word.kind, *word.key, **word.cells)
        return step.changed

    def _own_thing(self, model: str, part: str, instance: str, member: str) -> BlindThing:
        self._refuse_unknown(member)
        place = self._place(model, part)
        self._refuse_not_blind(model, place)
        if member in self._handed(model, place):
            raise RefusalError("blind.handed_in", area=self._desk.pack(model).place_by_id[place].name)
        thing = next((each for each in self.things(model, place) if each.key == (part, instance)), None)
        if thing is None:
            raise RefusalError("part.unknown", part=part, model=model)
        return thing

    def _place(self, model: str, part: str) -> str:
        place = place_of(self._desk.pack(model), part)
        if not place:
            raise RefusalError("part.unknown", part=part, model=model)
        return place

    def _rated_as_such(self, model: str) -> frozenset[str]:
        """What somebody rated as such: it does not vanish once there is something that it is rated for."""
        found = self._desk.store.all(BlindRating, model=model)
        return frozenset(each.part for each in found if each.instance == ONCE and each.value is not None)

    def _handed(self, model: str, place: str) -> set[str]:
        found = self._desk.store.all(BlindHandIn, model=model, place=place)
        return {each.member for each in found if each.handed}

    def _team(self) -> list[Member]:
        members = [member for member in self._desk.store.all(Member) if member.role.rates]
        return sorted(members, key=lambda member: (member.name.casefold(), member.id))

    def _refuse_unknown(self, member: str) -> None:
        if member not in {each.id for each in self._team()}:
            raise RefusalError("member.unknown", member=member)

    def _refuse_but_lead(self, by: str) -> None:
        self._refuse_unknown(by)
        if not self.may_lead(by):
            leads = tuple(member.name for member in self._team() if member.role is MemberRole.LEAD)
            raise RefusalError("blind.lead_only", members=leads)

    def _refuse_not_blind(self, model: str, place: str) -> None:
        self.things(model, place)
        if self.stages(model).get(place) is not BlindStage.ALONE:
            raise RefusalError("blind.not_blind", area=self._desk.pack(model).place_by_id[place].name)


def refuse_blind(desk: Desk, model: str, parts: Iterable[str]) -> None:
    """Let no word of the team stand beside what assessors are still rating alone.

    Raises:
        RefusalError: ``blind.under_way``.
    """
    rounds: Mapping[str, BlindRound] = {
        each.place: each for each in desk.store.all(BlindRound, model=model) if each.stage is BlindStage.ALONE
    }
    if not rounds:
        return
    pack = desk.pack(model)
    for part in parts:
        place = place_of(pack, part)
        if place in rounds:
            raise RefusalError("blind.under_way", area=pack.place_by_id[place].name)
