"""What may leave the team of rounds that are over: what they were called, and how places stood then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.assessment.rounds import stand_told
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import Round, RoundResult, for_sponsor
from desktop.model.scoring.place_stands import PlaceStand


class RoundModel(Struct, frozen=True):
    """What a model came to in a round that is over, as it was told then.

    Attributes:
        model: its id.
        digest: of the pack by which it was rated.
        stands: how its places stood, by id, the model as a whole under `WHOLE`.
    """

    model: str
    digest: str
    stands: Mapping[str, PlaceStand]

    @property
    def whole(self) -> PlaceStand:
        """How the model as a whole stood; its level is None where it has rules of its own."""
        return self.stands.get(WHOLE, PlaceStand())


class RoundLine(Struct, frozen=True):
    """A round that is over."""

    name: str
    began: dt.date | None
    closed: dt.date | None
    models: tuple[RoundModel, ...]

    def of(self, model: str) -> RoundModel | None:
        """What a model came to; None where it was not in use."""
        return next((each for each in self.models if each.model == model), None)


def round_lines(assessment: Assessment) -> tuple[RoundLine, ...]:
    """The rounds that are over, the first first."""
    return tuple(_line(assessment, for_sponsor(each)) for each in assessment.rounds.all())


def _line(assessment: Assessment, over: Round) -> RoundLine:
    told: dict[str, dict[str, RoundResult]] = {}
    for ref, result in assessment.rounds.told(over.id).items():
        told.setdefault(ref.model, {})[ref.part] = for_sponsor(result)
    return RoundLine(
        over.name,
        over.began,
        over.closed,
        tuple(
            RoundModel(
                model,
                places[WHOLE].digest if WHOLE in places else "",
                {place: stand_told(result) for place, result in places.items()},
            )
            for model, places in sorted(told.items())
        ),
    )
