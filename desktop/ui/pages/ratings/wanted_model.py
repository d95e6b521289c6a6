"""What is shown of any model whose places have targets of their own, read once."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.maturity.pack import Pack
from desktop.model.records import AreaRating, Target
from desktop.model.scoring.results import ModelResult


class WantedModel(Struct, frozen=True):
    """A model in use with its result, and what is wanted of its places.

    Attributes:
        numbers: of the questions that forms ask, by id.
        targets: by id of a stream, track or part.
        declared: what the team says of whether places apply, by their ids.
    """

    model: str
    pack: Pack
    result: ModelResult
    numbers: Mapping[str, int]
    targets: Mapping[str, Target]
    declared: Mapping[str, AreaRating]

    def applies(self, place: str) -> AreaRating:
        """Whether the team says that a place applies; nothing said yet reads as that it does."""
        return self.declared.get(place) or AreaRating(model=self.model, place=place)

    def target(self, place: str) -> Target:
        """What is wanted of a place itself."""
        return self.targets.get(place) or Target(model=self.model, place=place)
