"""The outline of models of streams and of tracks: place by place, and in each level by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.language import _
from desktop.model.maturity.pack import Cap, Cell, Level, Pack, Statement, Stream, Track
from desktop.model.maturity.parts import cell_id
from desktop.ui.pages.model.entries import Entry, Only, Part, bare_levels, level_text, question_label, short, sought
from desktop.wording import names


def streams(pack: Pack, only: Only, numbers: Mapping[str, int]) -> Iterator[Entry]:
    """The levels, then each stream with its question and its levels.

    Args:
        pack: the model.
        only: what is shown of it.
        numbers: of the questions, as forms print them.
    """
    yield from bare_levels(pack, only)
    for stream in pack.streams:
        question = Entry(
            Part.QUESTION,
            stream.question.id,
            f"{question_label(stream.question.id, numbers)}  {stream.question.text}",
            sought(question_label(stream.question.id, numbers), stream.question.id, stream.question.text),
        )
        cells = [_cell(pack, stream, cell) for cell in stream.cells if only.shows(cell.level)]
        under = (question, *cells) if only.level is None else tuple(cells)
        yield Entry(Part.STREAM, stream.id, stream.name, sought(stream.id, stream.name, stream.summary), under)


def tracks(pack: Pack, only: Only, _numbers: Mapping[str, int]) -> Iterator[Entry]:
    """The levels, then each track with its levels and their statements, then what holds tracks down.

    Args:
        pack: the model.
        only: what is shown of it; where that is one level, no caps.
    """
    yield from bare_levels(pack, only)
    for track in pack.tracks:
        rungs = (_rung(track, item) for item in pack.levels if only.shows(item.number))
        yield Entry(Part.TRACK, track.id, track.name, sought(track.id, track.name, track.summary), tuple(rungs))
    if pack.caps and only.level is None:
        yield Entry(Part.CAPS, "/caps", _("Caps"), "", tuple(_cap(cap) for cap in pack.caps))


def _cell(pack: Pack, stream: Stream, cell: Cell) -> Entry:
    found = cell_id(stream.id, cell.level)
    level = pack.level(cell.level)
    items = {
        "practices": (_("Practices"), cell.practices),
        "outcomes": (_("Outcomes"), cell.outcomes),
    }
    groups = [
        Entry(
            Part.GROUP,
            f"{found}/{key}",
            name,
            "",
            tuple(
                Entry(Part.ITEM, item.id, f"{short(item.id, found)}  {item.text}", sought(item.id, item.text))
                for item in members
            ),
        )
        for key, (name, members) in items.items()
    ]
    metrics = tuple(
        Entry(
            Part.METRIC,
            metric.id,
            f"{short(metric.id, found)}  {metric.name}",
            sought(metric.id, metric.name, metric.unit, metric.how, names.name(metric.direction)),
        )
        for metric in cell.metrics
    )
    groups.append(Entry(Part.GROUP, f"{found}/metrics", _("Metrics"), "", metrics))
    return Entry(
        Part.CELL,
        found,
        level_text(level),
        sought(found, level.name, cell.text),
        tuple(group for group in groups if group.under),
    )


def _rung(track: Track, level: Level) -> Entry:
    return Entry(
        Part.RUNG,
        cell_id(track.id, level.number),
        level_text(level),
        "",
        tuple(_statement(statement) for statement in track.at(level.number)),
    )


def _statement(statement: Statement) -> Entry:
    return Entry(
        Part.STATEMENT,
        statement.id,
        f"{short(statement.id)}  {statement.text}",
        sought(statement.id, statement.text, statement.detail, statement.source),
    )


def _cap(cap: Cap) -> Entry:
    return Entry(Part.CAP, cap.id, f"{cap.id}  {cap.reason}", sought(cap.id, cap.reason, *cap.unless))
