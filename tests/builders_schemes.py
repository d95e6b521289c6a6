"""Small valid packs of the schemes other than staged, for the tests of every part of the house."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.model.maturity import (
    Cap,
    Cell,
    Direction,
    Guidance,
    Item,
    Level,
    Link,
    Metric,
    Pack,
    Scheme,
    SourceNote,
    Statement,
    Stream,
    StreamQuestion,
    Track,
)
from desktop.model.maturity.questionnaire import FULFILMENT, LEVELS
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.vocabulary import Fulfilment


def tiny_stream(stream_id: str, *, levels: int = 5, practices: int = 2) -> Stream:
    """A stream X with question X-Q1 and, at each level L, practices X-L-P1.., outcome X-L-O1 and metric X-L-M1."""
    return Stream(
        id=stream_id,
        name=f"Stream {stream_id}",
        summary=f"How {stream_id} is done.",
        question=StreamQuestion(id=f"{stream_id}-Q1", text=f"Which of these fits {stream_id} best?"),
        cells=tuple(
            Cell(
                level=level,
                text=f"{stream_id} at {level}.",
                practices=tuple(
                    Item(id=f"{stream_id}-{level}-P{number}", text=f"Do {number} for {stream_id} at {level}.")
                    for number in range(1, practices + 1)
                ),
                outcomes=(Item(id=f"{stream_id}-{level}-O1", text=f"What {stream_id} gives at {level}."),),
                metrics=(
                    Metric(
                        id=f"{stream_id}-{level}-M1",
                        name=f"Share of {stream_id} at {level}",
                        unit="percent",
                        direction=Direction.UP,
                        how=f"Count {stream_id} at {level}.",
                    ),
                ),
            )
            for level in range(1, levels + 1)
        ),
    )


def tiny_streams(streams: Sequence[Stream] | None = None, *, crosswalk: Sequence[Link] = ()) -> Pack:
    """A small pack of streams; without `streams`: DSK, REQ and REP, two practices a cell, five levels."""
    return Pack(
        **_head("tiny-streams", 5),
        scheme=Scheme.STREAMS,
        streams=tuple([tiny_stream(id_) for id_ in ("DSK", "REQ", "REP")] if streams is None else streams),
        crosswalk=tuple(crosswalk),
    )


def tiny_track(track_id: str, prefix: str, *, levels: int = 4, statements: int = 2) -> Track:
    """A track with statements PREFIX-L-1.. at each level L."""
    return Track(
        id=track_id,
        name=f"Track {track_id}",
        summary=f"What {track_id} is about.",
        statements=tuple(
            Statement(id=f"{prefix}-{level}-{number}", level=level, text=f"{prefix} {number} of {level} is so.")
            for level in range(1, levels + 1)
            for number in range(1, statements + 1)
        ),
    )


def tiny_criteria(
    tracks: Sequence[Track] | None = None,
    *,
    caps: Sequence[Cap] | None = None,
    crosswalk: Sequence[Link] = (),
    guidance: Guidance | None = None,
) -> Pack:
    """A small pack of criteria with four levels.

    Without `tracks`: work (WRK-1-1..) and tool (TOL-1-1..). Without `caps`: CAP-1 holds both tracks at level 2 until
    TOL-3-1 is met.
    """
    return Pack(
        **_head("tiny-criteria", 4),
        scheme=Scheme.CRITERIA,
        tracks=tuple([tiny_track("work", "WRK"), tiny_track("tool", "TOL")] if tracks is None else tracks),
        caps=tuple(
            [Cap(id="CAP-1", unless=("TOL-3-1",), at_most=2, tracks=("work", "tool"), reason="The tool stands alone.")]
            if caps is None
            else caps
        ),
        crosswalk=tuple(crosswalk),
        guidance=guidance,
    )


def full_size_criteria() -> Pack:
    """Three tracks of four levels with twelve statements each, and a cap for each statement of one track at 3."""
    tracks = [tiny_track(f"t{number}", f"T{number}", statements=12) for number in range(1, 4)]
    caps = [
        Cap(id=f"CAP-{number}", unless=(f"T1-3-{number}",), at_most=2, tracks=("t1", "t2", "t3"), reason="So it is.")
        for number in range(1, 13)
    ]
    return tiny_criteria(tracks, caps=caps)


def no_levels(**changes: Any) -> Given:
    """Nothing said about streams."""
    return Given(scale=LEVELS, **{"asked": 10, "tallies": {}, **changes})


def ticked(pack: Pack, **levels: int) -> frozenset[str]:
    """The practices of all cells of these streams up to a level."""
    return frozenset(
        item.id
        for stream, level in levels.items()
        for cell in pack.stream_by_id[stream].cells
        if cell.level <= level
        for item in cell.practices
    )


def said_of(pack: Pack, value: Fulfilment = Fulfilment.MET, *, up_to: int = 9, **others: Fulfilment) -> Given:
    """Every statement up to a level judged so, and others as given; write _ for - in ids."""
    judged = {id_: value for id_, (_track, each) in pack.statement_by_id.items() if each.level <= up_to}
    judged |= {id_.replace("_", "-"): other for id_, other in others.items()}
    return Given(scale=FULFILMENT, asked=10, tallies={}, statements=judged)


def tallied(asked: int, **counts: int) -> Tally:
    """A tally."""
    return Tally(counts=counts, asked=asked)


def _head(pack_id: str, levels: int) -> dict[str, Any]:
    return {
        "format": 1,
        "id": pack_id,
        "version": "1.0",
        "name": pack_id.replace("-", " ").capitalize(),
        "based_on": "Nobody's ideas.",
        "summary": "A model for tests.",
        "language": "en",
        "sources": (SourceNote(note="Made up."),),
        "levels": tuple(
            Level(number=number, name=f"Level {number}", summary=f"What {number} is.")
            for number in range(1, levels + 1)
        ),
    }
