"""What is shown of a model of streams at one moment, read once and handed to its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.maturity.pack import Cell, Pack, Scale, Stream
from desktop.model.records import StreamRating
from desktop.model.scoring.results import StreamResult
from desktop.ui.pages.ratings.wanted_model import WantedModel

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Place(Struct, frozen=True):
    """A stream at a level."""

    stream: str
    level: int

    @property
    def id(self) -> str:
        """What a cell is called elsewhere, e.g. ``CTP-3``."""
        return f"{self.stream}-{self.level}"


class Snapshot(WantedModel, frozen=True):
    """A model of streams with its result and the judgements behind it.

    Attributes:
        ticks: ids of the practices that are done.
        outside: ids of the streams out of scope.
        scales: what the answers of each stream's question mean, by stream id.
    """

    streams: Mapping[str, StreamResult]
    ratings: Mapping[str, StreamRating]
    ticks: frozenset[str]
    outside: frozenset[str]
    scales: Mapping[str, Scale]

    def cell(self, place: Place) -> Cell:
        """What the model says of a place."""
        return self.pack.cell(place.stream, place.level)

    def rating(self, stream: str) -> StreamRating:
        """What the team says of a stream; nothing said yet reads as the defaults."""
        return self.ratings.get(stream) or StreamRating(model=self.model, stream=stream)

    def first_open(self) -> Place:
        """The first stream in scope that nobody has rated, or else the first; where it would be rated."""
        inside = [stream for stream in self.pack.streams if stream.id not in self.outside] or self.pack.streams
        return self.home(next((each for each in inside if not self.streams[each.id].rated), inside[0]))

    def home(self, stream: Stream) -> Place:
        """The cell of a stream to start from: its level, or what the answers suggest while it is not rated."""
        found = self.streams[stream.id]
        suggested = found.suggestion.level if found.suggestion and not found.rated else found.level
        return Place(stream.id, suggested)


def read(assessment: Assessment, model: str) -> Snapshot:
    """The state of a model in use.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    pack, result = assessment.models.get(model).pack, assessment.results.of(model)
    asked = assessment.models.questions(model)
    return Snapshot(
        model=model,
        pack=pack,
        result=result,
        numbers=assessment.models.numbers(model),
        streams={stream.id: stream for stream in result.streams},
        ratings=assessment.streams.ratings(model),
        ticks=assessment.streams.ticks(model),
        targets=assessment.targets.all(model),
        outside=assessment.models.out_of_scope(model),
        declared=assessment.ratings.areas(model),
        scales={stream.id: asked[stream.question.id].scale for stream in pack.streams},
    )


def find(pack: Pack, target: str) -> Place | str | None:
    """What an id stands for: a cell, or what belongs to one, gives the place; a stream gives its id."""
    if target in pack.stream_by_id:
        return target
    for known in (pack.item_by_id, pack.metric_by_id):
        if target in known:
            stream, cell, _part = known[target]
            return Place(stream.id, cell.level)
    for stream in pack.streams:
        if target == stream.question.id:
            return stream.id
        for cell in stream.cells:
            place = Place(stream.id, cell.level)
            if target == place.id:
                return place
    return None
