"""Targets: what is wanted of areas, streams, tracks and whole models, why, and who wants it."""

from __future__ import annotations

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rules.target_setters import set_by
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.records import Target
from desktop.model.scoring.part_answers import limit_said
from desktop.model.vetting.comparing import unfit
from desktop.model.vetting.graded_parts import GradedParts

IMPORTANCE = range(1, 6)
"""From little to most."""

_OF_AN_AREA = (0, 1)


class Targets:
    """What is wanted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, model: str) -> dict[str, Target]:
        """What is wanted by place, the model as a whole under `WHOLE`; places without a word are not there."""
        nothing = {"level": None, "value": "", "importance": None, "reason": "", "set_by": ""}
        return {
            target.place: target
            for target in self._desk.store.all(Target, model=model)
            if any(getattr(target, name) != empty for name, empty in nothing.items())
        }

    def get(self, model: str, place: str = WHOLE) -> Target:
        """What is wanted of a place, by default of the model as a whole."""
        place = place_kept(self._desk.pack(model), place)
        return self._desk.store.get(Target, model, place) or Target(model=model, place=place)

    def set(self, model: str, place: str = WHOLE, **cells: object) -> Changed:
        """Set fields of a `Target`: ``level``, ``value``, ``importance``, ``reason``, ``set_by``; the others stay.

        Who sets a target is noted with it, unless somebody is named: see `rules.target_setters`.

        Args:
            model: id of the model.
            place: id of an area, stream, track or part; `WHOLE` or nothing for the model as a whole.
            cells: the fields. The level of an area is 1 when it is to be satisfied, 0 when it need not be. Of a part
                the target is its value.

        Raises:
            RefusalError: ``area.unknown``, ``level.unknown``, ``target.area_level``, ``target.importance``,
                ``target.part_value``.
        """
        pack = self._place(model, place)
        place = place_kept(pack, place)
        _refuse_level(pack, place, cells.get("level"))
        _refuse_value(pack, place, str(cells.get("value") or ""))
        if cells.get("importance") not in (None, *IMPORTANCE):
            raise RefusalError("target.importance", least=IMPORTANCE[0], most=IMPORTANCE[-1])
        who = set_by(self.get(model, place), cells, self._desk.store.author)
        with self._desk.step("target.set", place=_shown(pack, place)) as step:
            step.draft.put(Target, model, place, **{**cells, "set_by": who})
        return step.changed

    def clear(self, model: str, place: str = WHOLE) -> Changed:
        """Want nothing of a place any more.

        Raises:
            RefusalError: ``area.unknown``.
        """
        pack = self._place(model, place)
        with self._desk.step("target.clear", place=_shown(pack, place)) as step:
            step.draft.put(
                Target, model, place_kept(pack, place), level=None, value="", importance=None, reason="", set_by=""
            )
        return step.changed

    def _place(self, model: str, place: str) -> Pack:
        pack = self._desk.pack(model)
        if place not in ("", WHOLE) and place not in pack.place_by_id:
            raise RefusalError("area.unknown", area=place, model=model)
        return pack


def place_kept(pack: Pack, place: str) -> str:
    """The place as it is kept: the part that is the whole stands for the model."""
    whole = isinstance(pack, PartsPack) and place == pack.rules.root.id
    return WHOLE if whole or not place else place


def fits_place(pack: Pack, place: str, value: str) -> bool:
    """Whether a part, or the model as a whole, can have this result, so that it can be wanted."""
    if not isinstance(pack, PartsPack):
        return False
    part = pack.rules.root if place == WHOLE else pack.rules.part_by_id[place]
    return next(unfit(limit_said(value), [part], None, (), GradedParts(pack.rules)), None) is None


def _refuse_level(pack: Pack, place: str, level: object) -> None:
    if level is None:
        return
    if place in pack.area_by_id:
        if level not in _OF_AN_AREA:
            raise RefusalError("target.area_level", area=pack.area_by_id[place].name)
    elif level not in {item.number for item in pack.levels}:
        raise RefusalError("level.unknown", level=str(level), model=pack.name)


def _refuse_value(pack: Pack, place: str, value: str) -> None:
    if value and not isinstance(pack, PartsPack):
        raise RefusalError("target.part_value", place=place, value=value)
    if value and not fits_place(pack, place, value):
        raise RefusalError("target.part_value", place=_shown(pack, place), value=value)


def _shown(pack: Pack, place: str) -> str:
    return pack.name if place in ("", WHOLE) else place
