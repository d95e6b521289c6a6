"""The tables of a model: a set for each scheme."""

from __future__ import annotations

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables import of_areas, of_parts, of_streams, of_tracks
from desktop.exchange.tables.table_set import TableSet
from desktop.model.maturity.by_scheme import ByScheme

_TABLES = ByScheme(staged=of_areas.TABLES, streams=of_streams.TABLES, criteria=of_tracks.TABLES, parts=of_parts.TABLES)


def tables_of(part: ScoredModel) -> TableSet:
    """The tables of a model."""
    return _TABLES.of(part.pack)
