"""The maturity models in use, and what of them is in scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.freezing import digest, pack_to_json
from desktop.model.maturity.pack import Pack, Scale
from desktop.model.maturity.part_questions import asks_by_itself
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.questionnaire import Asked, Section, asked_by_id, numbers, scales, sections
from desktop.model.maturity.refs import Ref
from desktop.model.records import AreaRating, Model

NOTHING_ASKED = 0
"""The question level of a model about which nobody is asked."""


EVERYTHING_ASKED = 1
"""The question level of a model with rules of its own about which people are asked."""


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
        """The answer scale of its questionnaire; the meaning of its choices may differ from question to question."""
        return {scale.id: scale for scale in scales(self.pack)}[self.model.scale]


class Models:
    """Models in use and their scope."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sections: dict[tuple[str, str], tuple[Section, ...]] = {}
        self._questions: dict[tuple[str, str], Mapping[str, Asked]] = {}

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

        What was said while the same version was in use earlier counts again. Another version does not slip in: it is
        adopted, see `desktop.model.assessment.adoptions`.

        Args:
            pack: the model.
            scale: id of the answer scale; None takes the one used earlier, or the first.

        Raises:
            RefusalError: ``model.in_use_already``, ``model.other_version``, ``scale.unknown``; ``scale.answers_in``
                when answers given earlier are not on the scale.
        """
        if self.knows_other_version(pack):
            raise RefusalError("model.other_version", model=pack.name, version=pack.version)
        if self._desk.store.get(Model, pack.id) is not None:
            raise RefusalError("model.in_use_already", model=pack.name)
        earlier = self._desk.store.last(Model, pack.id)
        cells: dict[str, object] = {"digest": digest(pack), "scale": self._scale(pack, scale, earlier)}
        if earlier is None and not pack.scales:
            cells["question_level"] = _highest_asked(pack)
        self._desk.store.add_pack(digest(pack), pack_to_json(pack))
        with self._desk.step("model.add", model=pack.name) as step:
            step.draft.put(Model, pack.id, **cells)
        return step.changed

    def knows_other_version(self, pack: Pack) -> bool:
        """Whether another version of a model is in use, or something was said about it while it was."""
        last = self._desk.store.last(Model, pack.id)
        if last is None or last.digest == digest(pack):
            return False

        return self._desk.store.get(Model, pack.id) is not None or self.is_spoken_of(pack.id)

    def is_spoken_of(self, model: str) -> bool:
        """Whether something was said about a model, in use or not."""
        from desktop.model.adopting.adoption_plan import is_spoken_of  # noqa: PLC0415 - only when asked for

        return is_spoken_of(model, self._desk.all)

    def remove(self, model: str) -> Changed:
        """Stop using a model; all that was said stays in the file, and counts again with undo or `add`."""
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
        """Ask only what levels up to this one ask for; `NOTHING_ASKED` leaves the model to the team alone.

        Raises:
            RefusalError: ``level.unknown``.
        """
        pack = self._desk.pack(model)
        if level not in {NOTHING_ASKED, *levels_asked(pack)}:
            raise RefusalError("level.unknown", level=level, model=pack.name)
        with self._desk.step("model.question_level", model=pack.name, level=level) as step:
            step.draft.put(Model, model, question_level=level)
        return step.changed

    def set_scope(self, model: str, areas: Iterable[str], *, in_scope: bool, reason: str = "") -> Changed:
        """Put areas, streams or tracks in or out of scope, with a reason.

        Raises:
            RefusalError: ``area.unknown``.
        """
        ids = list(areas)
        for area in ids:
            if area not in self._desk.pack(model).place_by_id:
                raise RefusalError("area.unknown", area=area, model=model)
        label = "scope.in" if in_scope else "scope.out"
        with self._desk.step(label, areas=", ".join(ids)) as step:
            cells = {"in_scope": in_scope, "reason": reason}
            step.draft.put_many(AreaRating, [((model, area), cells) for area in ids])
        return step.changed

    def out_of_scope(self, model: str) -> frozenset[str]:
        """Ids of the areas, streams or tracks that are not appraised."""
        return frozenset(
            rating.place for rating in self._desk.store.all(AreaRating, model=model) if not rating.in_scope
        )

    def places_asked(self) -> tuple[Ref, ...]:
        """The areas, streams and tracks in scope that participants are asked about, of all models in their order."""
        return tuple(Ref(in_use.id, one.place) for in_use in self.all() for one in self.asked(in_use.id))

    def asked(self, model: str) -> tuple[Section, ...]:
        """The sections in scope up to the question level, with the questions that respondents get."""
        out = self.out_of_scope(model)
        limit = self._desk.model(model).question_level
        return tuple(one for one in self.sections(model) if one.level <= limit and one.place not in out)

    def numbers(self, model: str) -> dict[str, int]:
        """The number of each question that is asked now, by its id, as forms print it."""
        return numbers(self.asked(model))

    def sections(self, model: str) -> tuple[Section, ...]:
        """The whole questionnaire of a model on the scale in use, whatever its scope."""
        in_use = self._desk.model(model)
        key = (in_use.digest, in_use.scale)
        if key not in self._sections:
            self._sections[key] = sections(self._desk.pack(model), in_use.scale)
        return self._sections[key]

    def questions(self, model: str) -> Mapping[str, Asked]:
        """All questions of `sections` by id, each with the scale it is answered on."""
        in_use = self._desk.model(model)
        key = (in_use.digest, in_use.scale)
        if key not in self._questions:
            self._questions[key] = asked_by_id(self._desk.pack(model), in_use.scale)
        return self._questions[key]

    def _scale(self, pack: Pack, wanted: str | None, earlier: Model | None) -> str:
        """The scale for a model that comes into use; the answers already in are on it."""
        if wanted is not None:
            _refuse_unknown_scale(pack, wanted)
            if not self._has_all_answers(pack, wanted):
                raise RefusalError("scale.answers_in", model=pack.name)
            return wanted
        offered = [scale.id for scale in scales(pack)]
        return earlier.scale if earlier is not None and earlier.scale in offered else offered[0]

    def _has_all_answers(self, pack: Pack, scale: str) -> bool:
        tallies = self._desk.store.tallies(pack.id)
        questions = asked_by_id(pack, scale) if tallies else {}
        return all(
            question not in questions or questions[question].scale.choice(choice) for question, choice, _ in tallies
        )


def levels_asked(pack: Pack) -> tuple[int, ...]:
    """The levels up to which one can ask; one of all where the pack has rules of its own."""
    if isinstance(pack, PartsPack):
        return (EVERYTHING_ASKED,)
    return tuple(level.number for level in pack.levels)


def _highest_asked(pack: Pack) -> int:
    """Everything is asked, unless the pack's own rules leave it to the team."""
    if isinstance(pack, PartsPack) and not asks_by_itself(pack.rules):
        return NOTHING_ASKED
    return levels_asked(pack)[-1]


def _refuse_unknown_scale(pack: Pack, scale: str) -> None:
    if scale not in {item.id for item in scales(pack)}:
        raise RefusalError("scale.unknown", scale=scale, model=pack.name)
