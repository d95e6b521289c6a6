"""What is shown of a model of criteria at one moment, read once and handed to its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.model.maturity.pack import Track
from desktop.model.records import StatementRating
from desktop.model.scoring.results import StatementResult, TrackResult
from desktop.model.scoring.statements import OPEN, UNMET
from desktop.ui.pages.ratings.wanted_model import WantedModel

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Snapshot(WantedModel, frozen=True):
    """A model of criteria with its result and the judgements behind it.

    Attributes:
        outside: ids of the tracks out of scope.
    """

    tracks: Mapping[str, TrackResult]
    statements: Mapping[str, StatementResult]
    ratings: Mapping[str, StatementRating]
    outside: frozenset[str]

    def track_of(self, statement: str) -> Track:
        """The track that a statement belongs to."""
        return self.pack.statement_by_id[statement][0]

    def rating(self, statement: str) -> StatementRating:
        """What the team says of a statement; nothing said yet reads as the defaults."""
        return self.ratings.get(statement) or StatementRating(model=self.model, statement=statement)

    def stopping(self, track: str) -> list[str]:
        """Ids of the statements before the next level of a track: first what is judged, then what is open."""
        ids = self.tracks[track].stopping
        unmet = [id_ for id_ in ids if self.statements[id_].value in UNMET]
        return [*unmet, *(id_ for id_ in ids if id_ not in unmet)]

    def first_open(self) -> str:
        """The first statement that stops the lowest track or is open in it, or else the first of all."""
        counted = [track for track in self.result.tracks if track.excluded is None] or self.result.tracks
        lowest = min(counted, key=lambda track: track.level)
        own = [id_ for id_ in lowest.stopping if self.statements[id_].track == lowest.id]
        open_ = [id_ for id_ in own if self.statements[id_].value in OPEN]
        found = open_ or own or [self.pack.track_by_id[lowest.id].statements[0].id]
        return found[0]

    def first_of(self, track: str) -> str:
        """Where to start in a track: at what stops it, or else at its first statement."""
        own = [id_ for id_ in self.stopping(track) if self.statements[id_].track == track]
        return (own or [self.pack.track_by_id[track].statements[0].id])[0]


def read(assessment: Assessment, model: str) -> Snapshot:
    """The state of a model in use.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    result = assessment.results.of(model)
    return Snapshot(
        model=model,
        pack=assessment.models.get(model).pack,
        result=result,
        numbers=assessment.models.numbers(model),
        tracks={track.id: track for track in result.tracks},
        statements={statement.id: statement for statement in result.statements},
        ratings=assessment.statements.ratings(model),
        targets=assessment.targets.all(model),
        outside=assessment.models.out_of_scope(model),
        declared=assessment.ratings.areas(model),
    )
