"""The tables of tracks, and of their levels."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from msgspec import Struct

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.named_parts import caps, statements
from desktop.exchange.tables.shared_columns import agreement, answered, mean, wanted
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import TrackLevel, TrackResult
from desktop.wording import outcome, track_states


def tracks(part: ScoredModel) -> Table[TrackResult]:
    """A row for each track, in the model's order."""
    return Table(
        _("Tracks"),
        _(
            "Each track with the level it can demonstrate, what blocks the next, what caps it, and what its "
            "target needs."
        ),
        (
            Column("name", _("Track"), 24, _("The track that the line is about."), Kind.NAME),
            Column(
                "level",
                _("Level now"),
                9,
                _("The level it can demonstrate, a whole number; or that it takes no part."),
                Kind.LEVEL,
                lambda track: track.level if track.excluded is None else outcome.stands(track),
            ),
            Column(
                "uncapped",
                _("By statements alone"),
                7,
                _("The level that its statements would give without any cap."),
                Kind.LEVEL,
                lambda track: track.uncapped if track.excluded is None else None,
                turned=True,
            ),
            Column(
                "determined",
                _("Determined"),
                9,
                _("No when the next level fails only because statements are not judged or not known."),
                read=_determined,
                turned=True,
            ),
            Column("next", _("Next level"), 9, _("The level after that. Empty at the top."), Kind.LEVEL),
            *_in_the_way(lambda track: track, part),
            *wanted(),
            Column(
                "needed",
                _("What the target needs"),
                34,
                _("Statements still to be met for the target."),
                read=lambda track: statements(part, track.needed) if track.gap else None,
            ),
            answered(),
            mean(),
            *agreement(),
        ),
        part.result.tracks,
        lambda track: Ref(part.pack.id, track.id),
        attrgetter("trace"),
        key="tracks",
    )


class TrackLevelRow(Struct, frozen=True):
    """A track at a level."""

    track: TrackResult
    level: TrackLevel


def track_levels(part: ScoredModel) -> Table[TrackLevelRow]:
    """A row for each level of each track, with how many of its statements stand how."""
    return Table(
        _("Levels of the tracks"),
        _("How the statements of each level of each track stand."),
        (
            Column(
                "name",
                _("Track and level"),
                48,
                _("The track, and the level with its name."),
                Kind.NAME,
                lambda row: _("{track}: {level} {name}").format(
                    track=row.track.name, level=row.level.level, name=part.pack.level(row.level.level).name
                ),
            ),
            Column(
                "state",
                _("State"),
                19,
                _("Reached, capped, or how many of the statements that count are met."),
                read=lambda row: track_states.state_of(row.level, row.track),
            ),
            *(
                Column(
                    each.key,
                    each.name,
                    9,
                    _("How many statements stand so."),
                    Kind.COUNT,
                    attrgetter(f"level.{each.key}"),
                )
                for each in track_states.bar_parts(None)
            ),
            *_in_the_way(lambda row: row.track if row.level.level == row.track.next else None, part),
        ),
        [TrackLevelRow(track, level) for track in part.result.tracks for level in track.levels],
        lambda row: Ref(part.pack.id, row.track.id),
        lambda row: row.level.trace,
        key="track_levels",
    )


def _in_the_way(of: Callable[[Any], TrackResult | None], part: ScoredModel) -> tuple[Column[Any], ...]:
    """What stands before the next level of a track, if a row is about that."""
    return (
        Column(
            "stopping",
            _("Blocking statements"),
            34,
            _("Statements to be met for the next level, its own first, then those that caps ask for."),
            read=lambda row: statements(part, track.stopping) if (track := of(row)) else None,
        ),
        Column(
            "caps",
            _("Caps"),
            24,
            _("What caps it, whatever else is met, and at which level."),
            read=lambda row: caps(part, track) if (track := of(row)) else None,
        ),
    )


def _determined(track: TrackResult) -> str | bool:
    if track.excluded is not None:
        return outcome.stands(track)
    return track.determined
