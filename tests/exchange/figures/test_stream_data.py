from __future__ import annotations

from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import FigureKind, stream_data, table
from desktop.exchange.figures.data import Role


def streams(every: Deliverable) -> ModelPart:
    return every.part("tiny-streams")


def test_the_radar_table_has_the_engines_numbers(every: Deliverable) -> None:
    found = table(FigureKind.STREAM_RADAR, every, "tiny-streams")
    assert found.cells == tuple(
        (
            stream.id,
            stream.name,
            stream.level,
            stream.target,
            stream.gap,
            stream.importance,
            stream.weighted_gap,
            stream.index,
            stream.suggestion.mean_level if stream.suggestion else None,
            stream.answers.n,
        )
        for stream in streams(every).result.streams
    )
    assert any(row[4] for row in found.cells)


def test_the_radar_shows_now_answers_and_target(every: Deliverable) -> None:
    found, result = stream_data.radar(every, streams(every)), streams(every).result
    now, survey, target = found.series
    assert now.values == tuple(stream.level for stream in result.streams)
    assert survey.values == tuple(stream.suggestion and stream.suggestion.mean_level for stream in result.streams)
    assert target.values == tuple(stream.target for stream in result.streams)
    assert None in target.values
    assert found.rings.values == (1, 2, 3, 4, 5)


def test_a_stream_nobody_rated_is_a_gap_not_level_1(every: Deliverable) -> None:
    part = streams(every)
    first, *others = part.result.streams
    unrated = replace(part, result=replace(part.result, streams=(replace(first, rated=False, level=1), *others)))
    found = stream_data.radar(replace(every, models=(unrated,)), unrated)
    assert found.series[0].values[0] is None
    assert found.axes[0].told == "not rated"
    (row, *_rest) = stream_data.matrix(every, unrated).rows
    assert row.level is None
    assert not any(step.held for step in row.steps)


def test_the_matrix_counts_what_is_ticked(every: Deliverable) -> None:
    part = streams(every)
    data = stream_data.matrix(every, part)
    for row, stream in zip(data.rows, part.result.streams, strict=True):
        cells = part.pack.stream_by_id[row.id].cells
        assert [step.ticked for step in row.steps] == [sum(p.id in part.ticks for p in c.practices) for c in cells]
        assert [step.level for step in row.steps if step.held] == list(range(1, stream.level + 1))
        assert [step.level for step in row.steps if step.wanted] == [stream.target] * (stream.target is not None)
    rows = table(FigureKind.STREAM_MATRIX, every, "tiny-streams").cells
    assert rows[0][3:8] == tuple(f"{step.ticked} of {step.practices}" for step in data.rows[0].steps)
    assert [getattr(row[8], "ids", ()) for row in rows] == [stream.missing for stream in part.result.streams]


def test_levels_before_their_latest_change_are_shown_where_there_are_any(every: Deliverable) -> None:
    part = streams(every)
    changed = replace(part, last={part.result.streams[1].id: 1})
    *_others, last = stream_data.radar(every, changed).series
    assert last.role is Role.LAST
    assert last.values == (None, 1, *[None] * (len(part.result.streams) - 2))
    found = table(FigureKind.STREAM_RADAR, replace(every, models=(changed,)), part.pack.id)
    assert [row[-1] for row in found.cells] == list(last.values)
    assert len(found.columns) == len(table(FigureKind.STREAM_RADAR, every, part.pack.id).columns) + 1
