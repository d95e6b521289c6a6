"""The tables of what keeps a model from its next level."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.shared_columns import rating
from desktop.exchange.tables.table import Column, Kind, Table, Value
from desktop.language import _
from desktop.model.maturity import Area, Cap
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import Blocker, StatementResult, Trace
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import names


class BlockingArea(Struct, frozen=True):
    """An area that blocks the next level; what it lacks are its goals, or why it was left out."""

    area: Area
    blocker: Blocker
    missing: str | None
    trace: Trace


def blocking_areas(part: ScoredModel) -> Table[BlockingArea]:
    """A row for each area that blocks the next level, the least work first."""
    traces = {area.id: area.trace for area in part.result.areas}
    return Table(
        blocks_title(part),
        _("What keeps the organisation from the next level."),
        (
            Column("area.name", _("Blocking area"), 34, _("An area that blocks the next level."), Kind.NAME),
            Column("area.level", _("Level"), 8, _("The maturity level that asks for it."), Kind.LEVEL),
            rating("blocker.why"),
            Column(
                "weak",
                _("Weak practices"),
                13,
                _("How many of its practices are weak."),
                Kind.COUNT,
                lambda row: len(row.blocker.weak),
            ),
            Column(
                "open",
                _("Open practices"),
                13,
                _("How many of them cannot be rated yet."),
                Kind.COUNT,
                lambda row: len(row.blocker.open),
            ),
            Column(
                "missing",
                _("What is missing"),
                43,
                _("Its goals that are not satisfied, with the weakness the team found."),
            ),
        ),
        [
            BlockingArea(part.pack.area_by_id[each.place], each, _goals(part, each), traces[each.place])
            for each in part.result.level.blockers
        ],
        lambda row: Ref(part.pack.id, row.area.id),
        attrgetter("trace"),
        (Column("work", _("Practices"), 20, _("Its practices that are weak or open."), read=_work),),
    )


def _work(row: BlockingArea) -> tuple[str, ...]:
    """By what their ids are within the area."""
    found = dict.fromkeys((*row.blocker.weak, *row.blocker.open))
    return tuple(practice.removeprefix(f"{row.area.id}-") for practice in found)


def _goals(part: ScoredModel, blocker: Blocker) -> str | None:
    missing = [
        _("{goal}: {weakness}").format(goal=part.pack.text_by_id[goal], weakness=part.weaknesses[goal])
        if goal in part.weaknesses
        else part.pack.text_by_id[goal]
        for goal in blocker.goals
    ]
    return "\n".join(missing) or part.reasons.get(blocker.place)


def blocking_statements(part: ScoredModel) -> Table[StatementResult]:
    """A row for each statement that keeps the lowest tracks from the level after the model's."""
    blocking = {blocker.place for blocker in part.result.level.blockers}
    stopped: dict[str, list[str]] = {}
    for track in part.result.tracks:
        for statement in track.stopping if track.id in blocking else ():
            stopped.setdefault(statement, []).append(track.name)
    found = {statement.id: statement for statement in part.result.statements}
    return Table(
        blocks_title(part),
        _("What keeps the tracks from the next level."),
        (
            Column(
                "text",
                _("Blocking statement"),
                48,
                _("What has to be so for the next level of the track."),
                read=lambda statement: part.pack.text_by_id[statement.id],
            ),
            Column(
                "tracks",
                _("Track"),
                19,
                _("The track that the line is about."),
                read=lambda statement: "\n".join(stopped[statement.id]),
            ),
            Column("level", _("Level"), 9, _("The level that asks for it."), Kind.LEVEL),
            Column(
                "value",
                _("State"),
                12,
                _("How far the team finds it met."),
                Kind.STATE,
                lambda statement: statement.value or names.fulfilment(None),
            ),
        ),
        [found[statement] for statement in stopped],
        lambda statement: Ref(part.pack.id, statement.id),
        attrgetter("trace"),
    )


class StopRow(Struct, frozen=True):
    """A statement that stops tracks, or a cap that holds them down.

    Attributes:
        part: id of the statement; of a cap the first that lifts it.
        text: what the statement or the reason of the cap says.
        where: track and level; of a cap the tracks.
        value: how far the team finds the statement met.
        at_most: the level above which a cap lets nothing; None for a statement.
    """

    part: str
    text: str
    where: str
    value: Fulfilment | None = None
    at_most: int | None = None


def stops(part: ScoredModel) -> Table[StopRow]:
    """The caps in force, then the statements that stop tracks, those of the weakest track first, each once."""
    return Table(
        _("What blocks each track"),
        _("What keeps each track from its next level."),
        (
            Column("text", _("Blocks the next level"), 48, _("A statement that is not met, or a cap."), Kind.NAME),
            Column("state", _("State"), 12, _("How far it is met; of a cap, the highest level."), Kind.STATE, _state),
        ),
        [*_held(part), *_stopping(part)],
        lambda row: Ref(part.pack.id, row.part),
    )


def _state(row: StopRow) -> Value:
    if row.at_most is not None:
        return _("At most {level}").format(level=row.at_most)
    return row.value or names.fulfilment(None)


def _held(part: ScoredModel) -> Iterator[StopRow]:
    for cap in part.pack.caps:
        held = [track.name for track in part.result.tracks if cap.id in track.caps]
        if held:
            where = _("Whatever else is met: {tracks}").format(tracks=", ".join(held))
            yield StopRow(cap.unless[0], cap.reason, where, at_most=cap.at_most)


def _stopping(part: ScoredModel) -> Iterator[StopRow]:
    values = {statement.id: statement.value for statement in part.result.statements}
    ranked = sorted(part.result.tracks, key=lambda track: track.level)
    for statement in dict.fromkeys(id_ for track in ranked for id_ in track.stopping):
        home, found = part.pack.statement_by_id[statement]
        where = _("{track} · level {level} · {id}").format(track=home.name, level=found.level, id=statement)
        yield StopRow(statement, found.text, where, values[statement])


class CapRow(Struct, frozen=True):
    """A cap that holds a track down."""

    track: str
    cap: Cap


def caps_in_force(part: ScoredModel) -> Table[CapRow]:
    """A row for each track that a rule holds down, whatever else is met."""
    return Table(
        _("Rules that cap tracks"),
        _("What holds tracks down, whatever else is met."),
        (
            Column("cap.reason", _("Rule"), 48, _("A rule of the model that caps a track, whatever else is met.")),
            Column("track", _("Track"), 19, _("The track that the line is about.")),
            Column("cap.at_most", _("At most"), 9, _("The level above which the track cannot get."), Kind.LEVEL),
        ),
        [CapRow(track.name, part.pack.cap_by_id[cap]) for track in part.result.tracks for cap in track.caps],
        lambda row: Ref(part.pack.id, row.cap.id),
    )


def blocks_title(part: ScoredModel) -> str:
    """What stands above what keeps a model from its next level; empty at the highest."""
    level = part.result.level.next
    return "" if level is None else _("What blocks level {level}").format(level=level)
