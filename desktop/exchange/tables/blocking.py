"""The tables of what keeps a model from its next level."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.shared_columns import rating
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Area, Cap
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import Blocker, StatementResult, Trace
from desktop.wording import names


class BlockingArea(Struct, frozen=True):
    """An area that blocks the next level; what it lacks are its goals, or why it was left out."""

    area: Area
    blocker: Blocker
    missing: str | None
    trace: Trace


def blocking_area_columns() -> tuple[Column[BlockingArea], ...]:
    """What each area is, and what keeps it from letting the next level through."""
    return (
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
    )


def blocking_areas(part: ScoredModel) -> Table[BlockingArea]:
    """A row for each area that blocks the next level, the least work first."""
    traces = {area.id: area.trace for area in part.result.areas}
    return Table(
        blocks_title(part),
        _("What keeps the organisation from the next level."),
        blocking_area_columns(),
        [
            BlockingArea(part.pack.area_by_id[each.place], each, _goals(part, each), traces[each.place])
            for each in part.result.level.blockers
        ],
        lambda row: Ref(part.pack.id, row.area.id),
        attrgetter("trace"),
    )


def _goals(part: ScoredModel, blocker: Blocker) -> str | None:
    missing = [
        _("{goal}: {weakness}").format(goal=part.pack.goal_by_id[goal][1].name, weakness=part.weaknesses[goal])
        if goal in part.weaknesses
        else part.pack.goal_by_id[goal][1].name
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
                read=lambda statement: part.pack.statement_by_id[statement.id][1].text,
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
