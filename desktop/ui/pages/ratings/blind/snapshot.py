"""What one member may see of the blind ratings of a model at one moment, read once."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment.blind_ratings import OwnProgress
from desktop.model.assessment.blind_things import BlindThing, Key
from desktop.model.assessment.rated_apart import RatedApart
from desktop.model.maturity.pack import Pack
from desktop.model.records import ONCE, BlindRating, BlindStage
from desktop.model.scoring.rater_agreement import RaterAgreement
from desktop.ui.pages.ratings.blind.places import PlaceEntry, place_entries

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Snapshot(Struct, frozen=True):
    """A model, and the area in hand.

    Attributes:
        place: id of the area in hand; empty where the model has none.
        member: id of who sits at the keyboard; empty for none of those who rate.
        stage: of the area; None where it is not rated blind.
        own: what the member said while each rates alone, by thing; of nobody else, and nothing without a member.
        apart: what everybody said; None before it is opened.
        codes: what each thing is called: its id without that of the area, and what it is rated for.
        pooled: how far all agree on everything that is opened.
        leads: whether the member decides what is rated blind.
        early: why the area was opened before everybody had handed in.
        teamless: whether there is nobody who could rate.
    """

    pack: Pack
    entries: list[PlaceEntry]
    place: str
    member: str
    stage: BlindStage | None
    progress: tuple[OwnProgress, ...]
    things: tuple[BlindThing, ...]
    own: Mapping[Key, BlindRating]
    apart: RatedApart | None
    codes: Mapping[Key, str]
    pooled: RaterAgreement | None
    leads: bool
    early: str
    teamless: bool
    readonly: bool

    @property
    def name(self) -> str:
        """What the area is called."""
        return self.pack.place_by_id[self.place].name

    @property
    def waiting(self) -> bool:
        """Whether somebody has not handed in."""
        return not all(each.handed for each in self.progress)

    @property
    def handed(self) -> bool:
        """Whether the member at the keyboard has."""
        return any(each.handed for each in self.progress if each.member.id == self.member)

    @property
    def as_such(self) -> bool:
        """Whether something was rated as such before there was what it is rated for now."""
        apart = {thing.part for thing in self.things if thing.instance != ONCE}
        return any(thing.instance == ONCE and thing.part in apart for thing in self.things)

    @property
    def rates(self) -> bool:
        """Whether the member rates the area alone."""
        return self.stage is BlindStage.ALONE and bool(self.member)


def read(assessment: Assessment, model: str, wanted: str, member: str) -> Snapshot:
    """What a member may see.

    Args:
        assessment: the open one.
        model: id of a model in use.
        wanted: the area in hand; where there is none such, the first that is being rated, or the first.
        member: who sits at the keyboard.
    """
    blind, pack, entries = assessment.blind, assessment.models.get(model).pack, place_entries(assessment, model)
    if not any(each.id == member and each.role.rates for each in assessment.preparation.members()):
        member = ""
    places = [entry.id for entry in entries]
    under_way = [entry.id for entry in entries if entry.stage is BlindStage.ALONE]
    place = wanted if wanted in places else next(iter([*under_way, *places]), "")
    stage = blind.stages(model).get(place)
    things = blind.things(model, place) if place else ()
    called = {each.id: each.name for each in assessment.parts.instances(model)}
    several = {thing.part for thing in things if thing.instance != ONCE}
    return Snapshot(
        pack=pack,
        entries=entries,
        place=place,
        member=member,
        stage=stage,
        progress=blind.progress(model, place) if stage is not None else (),
        things=things,
        own=blind.own(model, place, member) if stage is BlindStage.ALONE and member else {},
        apart=blind.opened(model, place) if stage is BlindStage.OPENED else None,
        codes={thing.key: _code(thing, place, called, several) for thing in things},
        pooled=blind.together(model),
        leads=blind.may_lead(member),
        early=blind.reason(model, place),
        teamless=not assessment.preparation.raters(),
        readonly=assessment.readonly,
    )


def _code(thing: BlindThing, place: str, called: Mapping[str, str], several: Container[str]) -> str:
    code = thing.part.removeprefix(f"{place}-")
    if thing.instance in called:
        return f"{code}, {called[thing.instance]}"
    return _("{code}, as such").format(code=code) if thing.part in several else code
