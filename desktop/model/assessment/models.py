"""The maturity models in use, and what of them is in scope."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.pack import Area, Pack, Question, Scale
from desktop.model.maturity.reading import digest, pack_to_json
from desktop.model.records import AreaRating, Model


class ModelInUse(Struct, frozen=True):
    """A model of the assessment with its frozen pack."""

    model: Model
    pack: Pack

    @property
    def id(self) -> str:
        """The model's id."""
        return self.pack.id

    @property
    def scale(self) -> Scale:
        """The answer scale of its questionnaire."""
        return self.pack.scale(self.model.scale)


class Models:
    """Models in use and their scope."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[ModelInUse]:
        """Every model in use, in order of its id."""
        return [ModelInUse(model, self._desk.pack(model.id)) for model in self._desk.store.all(Model)]

    def get(self, model: str) -> ModelInUse:
        """One model in use.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        return ModelInUse(self._desk.model(model), self._desk.pack(model))

    def add(self, pack: Pack, *, scale: str | None = None) -> Changed:
        """Use a model: its pack is frozen in the file.

        Args:
            pack: the model.
            scale: id of the answer scale; None takes the pack's first.

        Raises:
            RefusalError: ``model.in_use_already``, ``scale.unknown``.
        """
        if self._desk.store.get(Model, pack.id) is not None:
            raise RefusalError("model.in_use_already", model=pack.name)
        chosen = scale or pack.scales[0].id
        _refuse_unknown_scale(pack, chosen)
        mark = digest(pack)
        self._desk.store.add_pack(mark, pack_to_json(pack))
        with self._desk.step("model.add", model=pack.name) as step:
            step.draft.put(Model, pack.id, digest=mark, scale=chosen)
        return step.changed

    def remove(self, model: str) -> Changed:
        """Stop using a model; all that was said stays in the file and comes back with undo."""
        name = self._desk.pack(model).name
        with self._desk.step("model.remove", model=name) as step:
            step.draft.remove(Model, model)
        return step.changed

    def set_scale(self, model: str, scale: str) -> Changed:
        """Choose the answer scale.

        Raises:
            RefusalError: ``scale.unknown``; ``scale.answers_in`` when answers on another scale are in.
        """
        pack = self._desk.pack(model)
        _refuse_unknown_scale(pack, scale)
        if scale != self._desk.model(model).scale and self._desk.store.tallies(model):
            raise RefusalError("scale.answers_in", model=pack.name)
        with self._desk.step("model.scale", model=pack.name, scale=scale) as step:
            step.draft.put(Model, model, scale=scale)
        return step.changed

    def set_question_level(self, model: str, level: int) -> Changed:
        """Ask only about areas up to this level.

        Raises:
            RefusalError: ``level.unknown``.
        """
        pack = self._desk.pack(model)
        if level not in {item.number for item in pack.levels}:
            raise RefusalError("level.unknown", level=level, model=pack.name)
        with self._desk.step("model.question_level", model=pack.name, level=level) as step:
            step.draft.put(Model, model, question_level=level)
        return step.changed

    def set_scope(self, model: str, areas: Iterable[str], *, in_scope: bool, reason: str = "") -> Changed:
        """Put areas in or out of scope, with a reason.

        Raises:
            RefusalError: ``area.unknown``.
        """
        ids = list(areas)
        for area in ids:
            self._area(model, area)
        label = "scope.in" if in_scope else "scope.out"
        with self._desk.step(label, areas=", ".join(ids)) as step:
            cells = {"in_scope": in_scope, "reason": reason}
            step.draft.put_many(AreaRating, [((model, area), cells) for area in ids])
        return step.changed

    def out_of_scope(self, model: str) -> frozenset[str]:
        """Ids of the areas that are not appraised."""
        return frozenset(rating.area for rating in self._desk.store.all(AreaRating, model=model) if not rating.in_scope)

    def asked(self, model: str) -> tuple[tuple[Area, tuple[Question, ...]], ...]:
        """The areas in scope up to the question level, with the questions that respondents get."""
        out = self.out_of_scope(model)
        limit = self._desk.model(model).question_level
        areas = self._desk.pack(model).areas
        return tuple((area, area.questions) for area in areas if area.level <= limit and area.id not in out)

    def _area(self, model: str, area: str) -> Area:
        found = self._desk.pack(model).area_by_id.get(area)
        if found is None:
            raise RefusalError("area.unknown", area=area, model=model)
        return found


def _refuse_unknown_scale(pack: Pack, scale: str) -> None:
    if scale not in {item.id for item in pack.scales}:
        raise RefusalError("scale.unknown", scale=scale, model=pack.name)
