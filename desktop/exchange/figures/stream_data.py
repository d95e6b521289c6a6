"""What pictures of streams show, as plain values."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series, levels_then, subtitle
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.language import _
from desktop.model.scoring.in_scope import in_scope
from desktop.model.scoring.results import StreamCell, StreamResult
from desktop.wording import outcome


class Step(Struct, frozen=True):
    """A cell of a stream.

    Attributes:
        held: the stream stands at this level or above.
        wanted: it is the level wanted.
        ticked: how many of its `practices` are ticked.
    """

    level: int
    held: bool
    wanted: bool
    ticked: int
    practices: int


class StreamRow(Struct, frozen=True):
    """A stream over all levels.

    Attributes:
        level: None where the stream is not rated or takes no part.
        mean_level: mean of the levels that respondents chose; None where there are none or they are hidden.
    """

    id: str
    name: str
    level: int | None
    mean_level: float | None
    target: int | None
    steps: tuple[Step, ...]


class MatrixData(Struct, frozen=True):
    """Streams against levels; `levels` are numbers with names, the lowest first."""

    title: str
    subtitle: str
    levels: tuple[tuple[int, str], ...]
    rows: tuple[StreamRow, ...]


def radar(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """Where each stream stands, what is wanted of it, and what respondents say.

    Beside that, where it stood at the end of the last round; without one, before its latest change.
    """
    found = rows_in_scope(part)
    changed = Series(Role.LAST, _("Level before its latest change"), tuple(part.last.get(row.id) for row in found))
    last = levels_then(deliverable, part, [row.id for row in found]) or ((changed,) if part.last else ())
    return RadarData(
        title=title(FigureKind.STREAM_RADAR),
        subtitle=subtitle(deliverable, part),
        axes=tuple(level_axis(stream) for stream in in_scope(part.result.streams)),
        series=(
            Series(Role.NOW, _("Level now"), tuple(row.level for row in found)),
            Series(Role.SURVEY, _("Mean of the levels in the answers"), tuple(row.mean_level for row in found)),
            Series(Role.TARGET, _("Target"), tuple(row.target for row in found)),
            *last,
        ),
        rings=Rings(tuple(level.number for level in part.pack.levels)),
        full_names=True,
    )


def matrix(deliverable: Deliverable, part: ModelPart) -> MatrixData:
    """Each stream with what is ticked of every level."""
    return MatrixData(
        title=title(FigureKind.STREAM_MATRIX),
        subtitle=subtitle(deliverable, part),
        levels=tuple((level.number, level.name) for level in part.pack.levels),
        rows=rows_in_scope(part),
    )


def rows_in_scope(part: ModelPart) -> tuple[StreamRow, ...]:
    """The streams in scope, in the model's order."""
    return tuple(_row(stream) for stream in in_scope(part.result.streams))


def ticked_text(step: Step) -> str:
    """How many practices of a cell are ticked, in words."""
    return _("{ticked} of {practices}").format(ticked=step.ticked, practices=step.practices)


def _row(stream: StreamResult) -> StreamRow:
    return StreamRow(
        id=stream.id,
        name=stream.name,
        level=stream.level if stream.rated else None,
        mean_level=stream.suggestion.mean_level if stream.suggestion else None,
        target=stream.target,
        steps=tuple(_step(stream, cell) for cell in stream.cells),
    )


def _step(stream: StreamResult, cell: StreamCell) -> Step:
    return Step(
        level=cell.level,
        held=stream.rated and cell.level <= stream.level,
        wanted=cell.level == stream.target,
        ticked=cell.ticked,
        practices=cell.practices,
    )


def level_axis(stream: StreamResult) -> Axis:
    """An axis for a stream, which tells its level, and its target where that is another."""
    stands = outcome.stands(stream)
    if stream.gap:
        stands = _("{stands}, target {target}").format(stands=stands, target=stream.target)
    return Axis(stream.id, stream.name, stands)
