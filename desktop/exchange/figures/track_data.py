"""What pictures of tracks show, as plain values."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series, Stair, levels_then, subtitle
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.tables.named_parts import Stop, caps_of, stops_of
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.in_scope import in_scope
from desktop.model.scoring.results import TrackLevel, TrackResult
from desktop.wording import outcome
from desktop.wording.track_states import counted, state_of


class TrackData(Struct, frozen=True):
    """A track as steps with what stops it.

    Attributes:
        standing: the level that it demonstrates, in words, or that it takes no part.
        excluded: whether it takes no part.
        caps: what holds it down, whatever else is met.
        stops: the statements to be met for the next level.
        target: the level wanted.
    """

    name: str
    standing: str
    stairs: tuple[Stair, ...]
    caps: tuple[Stop, ...]
    stops: tuple[Stop, ...]
    next: int | None
    target: int | None
    excluded: bool


class TracksData(Struct, frozen=True):
    """All tracks of a model."""

    title: str
    subtitle: str
    tracks: tuple[TrackData, ...]


class Bar(Struct, frozen=True):
    """The statements that a track has at a level, by how they stand."""

    number: int
    name: str
    held: bool
    counts: TrackLevel


class TrackBars(Struct, frozen=True):
    """A track's bars, the lowest level first."""

    name: str
    bars: tuple[Bar, ...]


class BarsData(Struct, frozen=True):
    """The bars of all tracks."""

    title: str
    subtitle: str
    tracks: tuple[TrackBars, ...]


def tracks(deliverable: Deliverable, part: ModelPart) -> TracksData:
    """Each track with its levels and what stops it."""
    return TracksData(
        title=title(FigureKind.TRACK_STAIRCASE),
        subtitle=subtitle(deliverable, part),
        tracks=tuple(_track(part, track) for track in in_scope(part.result.tracks)),
    )


def radar(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """The level of each track and the one that is wanted of it."""
    found = in_scope(part.result.tracks)
    return RadarData(
        title=title(FigureKind.TRACK_RADAR),
        subtitle=subtitle(deliverable, part),
        axes=tuple(Axis(track.id, track.name, _standing(track)) for track in found),
        series=(
            Series(Role.NOW, _("Level now"), tuple(None if track.excluded else track.level for track in found)),
            Series(Role.TARGET, _("Target"), tuple(track.target for track in found)),
            *levels_then(deliverable, part, [track.id for track in found]),
        ),
        rings=Rings(tuple(level.number for level in part.pack.levels)),
        full_names=True,
    )


def bars(deliverable: Deliverable, part: ModelPart) -> BarsData:
    """How the statements of each level stand."""
    level_names = {level.number: level.name for level in part.pack.levels}
    return BarsData(
        title=title(FigureKind.STATEMENT_BARS),
        subtitle=subtitle(deliverable, part),
        tracks=tuple(
            TrackBars(
                track.name,
                tuple(Bar(level.level, level_names[level.level], _held(level, track), level) for level in track.levels),
            )
            for track in in_scope(part.result.tracks)
        ),
    )


def stairs(pack: Pack, track: TrackResult) -> tuple[Stair, ...]:
    """The levels of a track as steps."""
    return tuple(
        Stair(
            number=level.level,
            name=pack.level(level.level).name,
            state=state_of(level, track),
            held=_held(level, track),
            part=level.met / counted(level) if counted(level) else 0.0,
            short=_short(level, track),
        )
        for level in track.levels
    )


def _track(part: ModelPart, track: TrackResult) -> TrackData:
    return TrackData(
        name=track.name,
        standing=_standing(track),
        stairs=stairs(part.pack, track),
        caps=caps_of(part, track),
        stops=tuple(_stop(part, track, stop) for stop in stops_of(part, track.stopping)),
        next=track.next,
        target=track.target,
        excluded=track.excluded is not None,
    )


def _stop(part: ModelPart, track: TrackResult, stop: Stop) -> Stop:
    """A statement of another track is asked for by a cap."""
    of = part.pack.statement_by_id[stop.id][0]
    if of.id == track.id:
        return stop
    return Stop(stop.id, stop.text, _("{state}; a cap asks for it").format(state=stop.state))


def _short(level: TrackLevel, track: TrackResult) -> str:
    if track.excluded is not None:
        return "–"
    if level.level <= track.level:
        return _("reached")
    if level.held:
        return _("capped")
    return _("{met} of {asked}").format(met=level.met, asked=counted(level)) if counted(level) else "–"


def _held(level: TrackLevel, track: TrackResult) -> bool:
    return track.excluded is None and level.level <= track.level


def _standing(track: TrackResult) -> str:
    if track.excluded is not None:
        return outcome.stands(track)
    if track.next is None:
        return _("level {level}, the highest").format(level=track.level)
    if not track.determined:
        return _("level {level}, next not determined").format(level=track.level)
    return _("level {level}").format(level=track.level)
